// Every variable of an operation has a number of its own, however many there are: were two to share one, a row of the
// one would stand for a row of the other, and a rule could be true of the wrong row.
#include <gtest/gtest.h>

#include "support/rest_node.hpp"

namespace bedplate {
namespace {

using testing_support::RestNode;

constexpr std::string_view kModel = R"sdl(
type Box @entity @allow(to: [READ]) { id: ID! things: [Thing!]! @relation(inverse: "box") }
type Thing @entity @allow(to: [READ], when: "grants.exists(g, g.user == auth.id && g.code == code)") {
  id: ID! box: Box! @relation code: String! secret: String!
  grants: [Grant!]! @relation(inverse: "thing")
  a: Int @computed(expr: "size(grants)", as: SYSTEM)
  b: Int @computed(expr: "size(grants.filter(g, g.user == 'x'))", as: SYSTEM)
}
type Grant @entity { id: ID! thing: Thing! @relation user: String! code: String! }
)sdl";

class Scopes : public testing::Test {
 protected:
  /// The one thing that the caller may not read must not be matched by `query`, whose embedding `name` is inner.
  void expect_hidden(const std::string& query, const std::string& name, bool may_be_too_large) {
    const auto hidden = node_.get(query + "&" + name + ".secret=like.HIDD*", who_);
    const auto absent = node_.get(query + "&" + name + ".secret=like.NOPE*", who_);
    EXPECT_EQ(hidden.body, absent.body) << query.substr(0, 200);
    EXPECT_TRUE(hidden.body == "[]" || (may_be_too_large && hidden.status == 400)) << hidden.body.substr(0, 200);
    const auto seen = node_.get(query + "&" + name + ".secret=like.see*", who_);
    EXPECT_TRUE(seen.body.starts_with("[{") || (may_be_too_large && seen.status == 400)) << seen.body.substr(0, 200);
  }

  RestNode node_{
      kModel,
      {"INSERT INTO boxes (id) VALUES ('b')",
       "INSERT INTO things (id, box_id, code, secret) VALUES ('t1', 'b', 'c1', 'seen'), ('t2', 'b', 'c2', 'HIDDEN')",
       "INSERT INTO grants (id, thing_id, user, code) VALUES ('g1', 't1', 'u', 'c1'), ('g2', 't2', 'u', 'other')"}};
  testing_support::PrincipalPtr who_ = node_.principal({.authenticated = true, .id = "u"});
};

// Each `a` takes one number: whichever the inner embeddings' own variables were to begin with, one of these requests
// gives it to a rule as well.
TEST_F(Scopes, Threat030_ARulesVariableIsNeverAnEmbeddings) {
  for (int fields = 0; fields < 48; ++fields) {
    std::string query = "/api/boxes?select=id,z:things!inner(id),c:things(id";
    for (int i = 0; i < fields; ++i) query += ",x" + std::to_string(i) + ":a";
    query += "),b:things!inner(id)";
    expect_hidden(query, "z", false);
    expect_hidden(query, "b", false);
  }
}

TEST_F(Scopes, Threat030_ManyVariablesNeverMeet) {
  for (const int stars : {0, 200, 700, 1200, 2000}) {
    std::string query = "/api/boxes?select=id,z:things!inner(id)";
    for (int i = 0; i < 10; ++i) {
      query += ",c" + std::to_string(i) + ":things(id";
      for (int j = 0; j < stars / 10; ++j) query += ",*";
      query += ")";
    }
    expect_hidden(query + ",b:things!inner(id)", "b", true);
  }
}

TEST(WideRequests, AnObjectWithoutMembersIsARow) {
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
