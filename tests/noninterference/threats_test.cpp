// Threats 25–31 and 38 by hand: two nodes whose databases differ in what the caller may not see, asked what an
// attacker would ask.
#include <gtest/gtest.h>

#include "support/rest_node.hpp"

namespace bedplate::oracle {
namespace {

using testing_support::Answer;
using testing_support::RestNode;

constexpr std::string_view kSdl = R"sdl(
enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) }
type Person @entity(plural: "people") @allow(to: [READ], when: "open || id == auth.id") {
  id: ID! open: Boolean! name: String!
  salary: Int @allow(to: [READ], roles: [STAFF])
  phone: String @allow(to: [READ], when: "id == auth.id")
  trace: String @hidden
  pin: String @writeOnly
  boss: Person @relation
  team: [Person!]! @relation(inverse: "boss")
  notes: [Note!]! @relation(inverse: "about")
  secret: Note @relation(field: "secretId") @allow(to: [READ], when: "id == auth.id")
}
type Note @entity @allow(to: [READ], when: "author == auth.id") {
  id: Int! author: ID! text: String! weight: Int about: Person @relation
}
type Club @entity @allow(to: [READ]) { id: ID! members: [Person!]! @relation(through: "Stay", field: ["club", "guest"]) }
type Stay @entity @allow(to: [READ], when: "guestId == auth.id") { id: ID! club: Club @relation guest: Person @relation }
type Vault @entity @allow(to: [READ], roles: [STAFF]) { id: ID! worth: Int }
)sdl";

/// u1 sees Ann, Bob and the note 1. All else is one thing here and another there.
class Pair : public testing::Test {
 protected:
  static std::vector<std::string> rows(bool other) {
    const std::string x = other ? "7" : "99";
    return {
        "INSERT INTO people (id, open, name, salary, phone, trace, pin, boss_id, secret_id) VALUES "
        "('u1', 0, 'Ann', " +
            x + ", '111', 't" + x + "', 'c" + x +
            "', 'u2', 1), "
            "('u2', 1, 'Bob', " +
            x + "1, '9" + x + "', 't" + x + "', NULL, " + (other ? "'u9'" : "NULL") + ", " + (other ? "2" : "NULL") +
            "), "
            "('u3', 0, 'Cyd" +
            x + "', 1, NULL, NULL, NULL, 'u2', NULL)" +
            (other ? ", ('u9', 0, 'Dan', 5, NULL, NULL, NULL, 'u1', NULL)" : ""),
        "INSERT INTO notes (id, author, text, weight, about_id) VALUES (1, 'u1', 'mine', 3, 'u2'), (2, 'u2', 'x" + x +
            "', " + x + ", 'u2')" + (other ? ", (3, 'u2', 'more', 1, 'u1'), (4, 'u3', 'most', 9, 'u2')" : ""),
        "INSERT INTO clubs (id) VALUES ('c1'), ('c2')",
        std::string("INSERT INTO stays (id, club_id, guest_id) VALUES ('s1', 'c1', 'u1')") +
            (other ? ", ('s2', 'c1', 'u2'), ('s3', 'c2', 'u2')" : ""),
        "INSERT INTO vaults (id, worth) VALUES ('v" + x + "', " + x + ")"};
  }

  /// Both nodes' answer, which must be one.
  Answer ask(const std::string& request) {
    const Answer one = here_.answer(request, who(here_));
    const Answer other = there_.answer(request, who(there_));
    EXPECT_EQ(one.status, other.status) << request;
    EXPECT_EQ(one.body, other.body) << request;
    EXPECT_EQ(one.headers, other.headers) << request;
    EXPECT_EQ(one.opened, other.opened) << request;
    return one;
  }
  Answer get(const std::string& target) { return ask("GET /api/" + target + "\nPrefer: count=exact\n"); }
  testing_support::PrincipalPtr who(RestNode& node) const { return node.principal(identity_); }

  operation::Identity identity_{.authenticated = true, .id = "u1"};
  RestNode here_{kSdl, rows(false)}, there_{kSdl, rows(true)};
};

const std::vector<std::string> kUnreadable{"salary", "trace", "pin"};

TEST_F(Pair, Threat025_AFilterOnAnUnreadableFieldIsAnErrorWhateverItsValue) {
  for (const std::string& field : kUnreadable) {
    const std::string unknown = get("people?nothing=eq.1").body;
    for (const std::string test :
         {"eq.7", "eq.99", "gt.50", "is.null", "not.is.null", "in.(7,99)", "like.*9*", "eq.x"}) {
      for (const auto& query : {field + "=" + test, "or=(" + field + "." + test + ",name.eq.Ann)",
                                "select=team(name)&team." + field + "=" + test}) {
        const auto answer = get("people?" + query);
        EXPECT_EQ(answer.status, 400) << query;
        std::string as_unknown = answer.body;
        for (auto at = as_unknown.find(field); at != std::string::npos; at = as_unknown.find(field))
          as_unknown.replace(at, field.size(), "nothing");
        EXPECT_EQ(as_unknown, unknown) << query;
      }
    }
  }
}

TEST_F(Pair, Threat025_AFilterOnAFieldThatSomeRowsShowSeesNullInTheOthers) {
  EXPECT_EQ(get("people?select=id&phone=is.null&order=id").body, R"([{"id":"u2"}])");
  EXPECT_EQ(get("people?select=id&phone=like.*").body, R"([{"id":"u1"}])");
  EXPECT_EQ(get("people?select=id&phone=not.like.9*").body, R"([{"id":"u1"}])");
}

TEST_F(Pair, Threat026_OrderByAnUnreadableFieldIsAnError) {
  for (const std::string& field : kUnreadable) {
    EXPECT_EQ(get("people?order=" + field).status, 400);
    EXPECT_EQ(get("people?order=" + field + ".desc.nullsfirst").status, 400);
    EXPECT_EQ(get("people?select=boss(id)&order=boss(" + field + ")").status, 400);
    EXPECT_EQ(get("people?select=team(id)&team.order=" + field).status, 400);
  }
}

TEST_F(Pair, Threat026_OrderByAMaskedFieldSeesNull) {
  EXPECT_EQ(get("people?select=id&order=phone").body, R"([{"id":"u1"},{"id":"u2"}])");
  EXPECT_EQ(get("people?select=id&order=phone.nullsfirst").body, R"([{"id":"u2"},{"id":"u1"}])");
  get("people?select=id,secret(id)&order=secret(weight).desc");
}

TEST_F(Pair, Threat027_AggregatesOfAnUnreadableFieldTellNothing) {
  for (const std::string word : {"min", "max", "sum", "avg", "count"}) {
    EXPECT_GE(get("people?select=salary." + word + "()").status, 400);
    EXPECT_GE(get("people?select=trace." + word + "(),open").status, 400);
  }
}

TEST_F(Pair, Threat029_RulesHoldAtEveryHopOfAFilter) {
  EXPECT_EQ(get("people?select=id,notes!inner()&notes.weight=gt.5").body, "[]");
  EXPECT_EQ(get("people?select=id,notes!inner()&notes.text=like.m*").body, R"([{"id":"u2"}])");
  EXPECT_EQ(get("people?select=id,boss!inner()&boss.name=eq.Dan").body, "[]");
  EXPECT_EQ(get("people?select=id,boss(boss!inner(name))&order=id").body,
            R"([{"id":"u1","boss":null},{"id":"u2","boss":null}])");
  get("people?select=id,team(notes(about(team!inner(id))))&team.notes.about.team.name=gt.A");
}

TEST_F(Pair, Threat030_HiddenRowsAreAsIfAbsent) {
  EXPECT_EQ(get("people?select=id,team(id)&order=id").body,
            R"([{"id":"u1","team":[]},{"id":"u2","team":[{"id":"u1"}]}])");
  EXPECT_EQ(get("people?select=id&notes=is.null").status, 400);
  EXPECT_EQ(get("people?select=id,notes()&notes=is.null").body, R"([{"id":"u1"}])");
  EXPECT_EQ(get("people?select=id,team()&team=not.is.null").body, R"([{"id":"u2"}])");
  EXPECT_EQ(get("people?select=id,secret(id)&secret=is.null").body, R"([{"id":"u2","secret":null}])");
  EXPECT_EQ(get("people?select=id,...boss(bossName:name)&order=id").body,
            R"([{"id":"u1","bossName":"Bob"},{"id":"u2","bossName":null}])");
  EXPECT_NE(get("notes").headers.find("/1"), std::string::npos);
  EXPECT_EQ(ask("HEAD /api/notes\nPrefer: count=exact\n").status, 200);
}

TEST_F(Pair, Threat030_AHiddenRowBetweenTwoLinksNothing) {
  EXPECT_EQ(get("clubs?select=id,members(id)&order=id").body,
            R"([{"id":"c1","members":[{"id":"u1"}]},{"id":"c2","members":[]}])");
  EXPECT_EQ(get("clubs?select=id,members!inner()&members.name=eq.Bob").body, "[]");
  EXPECT_EQ(get("clubs?select=id,members()&members=is.null").body, R"([{"id":"c2"}])");
  EXPECT_EQ(get("clubs/c2/members").status, 501);  // no relation back to ask by
}

TEST_F(Pair, Threat030_AHiddenItemIsOneThatIsNotThere) {
  for (const std::string target :
       {"people/u3", "people/u9", "notes/2", "notes/3", "notes/4", "people/u9/team", "people/u3/notes"})
    EXPECT_EQ(get(target).status, 404) << target;
  EXPECT_EQ(ask("GET /api/notes?id=in.(2,3,4)\nAccept: application/vnd.pgrst.object+json\n").status, 406);
}

TEST_F(Pair, Threat030_ATypeThatMayNeverBeReadIsRefusedAlike) {
  EXPECT_EQ(get("vaults").status, 403);
  EXPECT_EQ(get("vaults/v7").status, 403);
  EXPECT_EQ(get("vaults/v99?select=worth").status, 403);
  identity_ = {};
  EXPECT_EQ(get("vaults").status, 401);
}

TEST_F(Pair, Threat031_AnAliasOrCastHidesNothingToSee) {
  for (const std::string& field : kUnreadable)
    for (const std::string& query : {"x:" + field, field + "::text", "x:" + field + "::text", "boss(x:" + field + ")",
                                     "...boss(x:" + field + ")", "*," + field, "team(" + field + ")"})
      EXPECT_EQ(get("people?select=" + query).status, 400) << query;
  EXPECT_EQ(get("people?select=id,x:phone&order=id").body, R"([{"id":"u1","x":"111"},{"id":"u2","x":null}])");
}

TEST_F(Pair, Threat038_OneWithoutAnIdSeesWhatEveryoneDoes) {
  for (const std::string id : {"", "u1 ", "U1"}) {
    identity_.id = id;
    EXPECT_EQ(get("people?select=id").body, R"([{"id":"u2"}])") << id;
    EXPECT_EQ(get("notes").status, id.empty() ? 403 : 200) << id;  // of no one, no note can be
  }
}

TEST(Tenants, Threat037_NoComputedValueCountsRowsOfAnotherTenant) {
  const std::vector<std::string> rows{
      "INSERT INTO products (id, org) VALUES ('p1', 't1'), ('p2', 't1'), ('p3', 't2')",
      "INSERT INTO labels (id) VALUES ('l1')",
      "INSERT INTO marks (id, label_id, product_id) VALUES (1, 'l1', 'p1'), (2, 'l1', 'p3')",
      "INSERT INTO pairs (id, a_id, b_id) VALUES (1, 'p1', 'p2'), (2, 'p1', 'p3')"};
  RestNode node(R"sdl(
type Product @entity @allow(to: [READ]) {
  id: ID! org: ID! @tenant
  peers: [Product!]! @relation(through: "Pair", field: ["a", "b"])
  peerCount: Int @computed(expr: "size(peers)", as: SYSTEM)
}
type Label @entity @allow(to: [READ]) {
  id: ID! products: [Product!]! @relation(through: "Mark", field: ["label", "product"])
  count: Int @computed(expr: "size(products)", as: SYSTEM)
}
type Mark @entity @allow(to: [READ]) { id: Int! label: Label @relation product: Product @relation
  org: ID @computed(expr: "product.org", as: SYSTEM) }
type Pair @entity @allow(to: [READ]) { id: Int! a: Product @relation b: Product @relation }
)sdl",
                rows);
  const auto who = node.principal({.authenticated = true, .id = "u1", .tenant = "t1"});
  EXPECT_EQ(node.get("/api/products?select=id,peerCount,peers(id)", who).body,
            R"([{"id":"p1","peerCount":1,"peers":[{"id":"p2"}]},{"id":"p2","peerCount":0,"peers":[]}])");
  EXPECT_EQ(node.get("/api/labels?select=count,products(id)", who).body, R"([{"count":1,"products":[{"id":"p1"}]}])");
  EXPECT_EQ(node.get("/api/marks?select=id,org,product(id)", who).body,
            R"([{"id":1,"org":"t1","product":{"id":"p1"}},{"id":2,"org":null,"product":null}])");
  const auto none = node.principal({.authenticated = true, .id = "u1"});
  EXPECT_EQ(node.get("/api/labels?select=count", none).body, R"([{"count":0}])");
}

}  // namespace
}  // namespace bedplate::oracle
