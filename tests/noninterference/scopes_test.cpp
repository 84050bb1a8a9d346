// Every variable of an operation has a number of its own, however many there are: were two to share one, a row of the
// one would stand for a row of the other, and a rule could be true of the wrong row.
#include <gtest/gtest.h>

#include "support/rest_node.hpp"

namespace bedplate {
namespace {

using testing_support::RestNode;

TEST(Scopes, Threat030_ManyVariablesNeverMeet) {
  RestNode node(
      R"sdl(
type Box @entity @allow(to: [READ]) { id: ID! things: [Thing!]! @relation(inverse: "box") }
type Thing @entity @allow(to: [READ], when: "grants.exists(g, g.user == auth.id && g.code == code)") {
  id: ID! box: Box! @relation code: String! secret: String!
  grants: [Grant!]! @relation(inverse: "thing")
  a: Int @computed(expr: "size(grants)", as: SYSTEM)
  b: Int @computed(expr: "size(grants.filter(g, g.user == 'x'))", as: SYSTEM)
}
type Grant @entity { id: ID! thing: Thing! @relation user: String! code: String! }
)sdl",
      {"INSERT INTO boxes (id) VALUES ('b')",
       "INSERT INTO things (id, box_id, code, secret) VALUES ('t1', 'b', 'c1', 'seen'), ('t2', 'b', 'c2', 'HIDDEN')",
       "INSERT INTO grants (id, thing_id, user, code) VALUES ('g1', 't1', 'u', 'c1'), ('g2', 't2', 'u', 'other')"});
  const auto who = node.principal({.authenticated = true, .id = "u"});
  for (const int stars : {0, 200, 700, 1200, 2000}) {
    std::string query = "/api/boxes?select=id,z:things!inner(id)";
    for (int i = 0; i < 10; ++i) {
      query += ",c" + std::to_string(i) + ":things(id";
      for (int j = 0; j < stars / 10; ++j) query += ",*";
      query += ")";
    }
    const auto hidden = node.get(query + ",b:things!inner(id)&b.secret=like.HIDD*", who);
    const auto absent = node.get(query + ",b:things!inner(id)&b.secret=like.NOPE*", who);
    EXPECT_EQ(hidden.body, absent.body) << stars;
    EXPECT_TRUE(hidden.body == "[]" || hidden.status == 400) << stars << ": " << hidden.body.substr(0, 200);
    const auto seen = node.get(query + ",b:things!inner(id)&b.secret=like.see*", who);
    EXPECT_TRUE(seen.body.starts_with("[{") || seen.status == 400) << stars;
  }
}

TEST(Scopes, AnObjectWithoutMembersIsARow) {
  RestNode node("type Box @entity @allow(to: [READ]) { id: ID! }", {"INSERT INTO boxes (id) VALUES ('b')"});
  const auto answer = node.get("/api/boxes?select=", node.anonymous());
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "[{}]");
  const auto far =
      node.answer("GET /api/boxes?offset=9223372036854775807\nRange: 9223372036854775807-", node.anonymous());
  EXPECT_EQ(far.status, 416);
}

}  // namespace
}  // namespace bedplate
