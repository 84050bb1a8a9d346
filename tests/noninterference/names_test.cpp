// Threats 25, 29 and 30, of names: in every clause a name that the caller may not read is answered byte for byte like
// one that is not there, and nothing suggests it.
#include <gtest/gtest.h>

#include "support/rest_node.hpp"

namespace bedplate::oracle {
namespace {

using testing_support::Answer;
using testing_support::RestNode;

constexpr std::string_view kSdl = R"sdl(
enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) }
type Person @entity(plural: "people") @allow(to: [READ, CREATE]) {
  id: ID! name: String!
  salary: Int @allow(roles: [STAFF])
  imprint: JSON @hidden
  pin: String @writeOnly
  boss: Person @relation
  team: [Person!]! @relation(inverse: "boss")
  proxy: Person @relation @allow(roles: [STAFF])
  wards: [Person!]! @relation(inverse: "proxy") @allow(roles: [STAFF])
  desk: Vault @relation @hidden
  lists: [Shift!]! @relation(inverse: "who") @allow(to: [READ], when: "id == auth.id")
  rooms: [Room!]! @relation(through: "Stay")
}
type Shift @entity @allow(to: [READ]) { id: Int! who: Person @relation }
type Room @entity @allow(to: [READ]) { id: Int! guests: [Person!]! @relation(through: "Stay") }
type Stay @entity @allow(roles: [STAFF]) { id: Int! room: Room @relation person: Person @relation }
type Vault @entity @allow(roles: [STAFF]) { id: Int! worth: Int owner: Person @relation }
type Letter @entity @allow(to: [CREATE]) @allow(roles: [STAFF]) { id: Int! text: String hash: String @readOnly }
)sdl";

class Names : public testing::Test {
 protected:
  Answer ask(std::string request, std::string_view name) {
    for (auto at = request.find('$'); at != std::string::npos; at = request.find('$', at + name.size()))
      request.replace(at, 1, name);
    return node_.answer(request, who_);
  }
  /// `clause` with `name` for each `$` and with one as long that nothing is called.
  void expect_unknown(const std::string& clause, const std::string& name) {
    const std::string nobody = std::string("qzxkvwjqzxkvwj").substr(0, name.size());
    const Answer hidden = ask(clause, name);
    Answer unknown = ask(clause, nobody);
    for (auto at = unknown.body.find(nobody); at != std::string::npos; at = unknown.body.find(nobody))
      unknown.body.replace(at, nobody.size(), name);
    for (auto at = unknown.headers.find(nobody); at != std::string::npos; at = unknown.headers.find(nobody))
      unknown.headers.replace(at, nobody.size(), name);
    EXPECT_EQ(hidden, unknown) << clause << " " << name << "\n" << hidden.body << "\n" << unknown.body;
    EXPECT_GE(hidden.status, 400) << clause << " " << name;
  }

  RestNode node_{kSdl,
                 {"INSERT INTO people (id, name, boss_id) VALUES ('u1', 'Ann', NULL), ('u2', 'Bob', 'u1')",
                  "INSERT INTO shifts (id, who_id) VALUES (1, 'u1'), (2, 'u2')"}};
  testing_support::PrincipalPtr who_ = node_.principal({.authenticated = true, .id = "u1"});
};

const std::vector<std::string> kClauses{
    "GET /api/people?$=eq.1",
    "GET /api/people?$=in.(1,2)",
    "GET /api/people?$=is.null",
    "GET /api/people?$=not.is.null",
    "GET /api/people?$=like(any).{1,2}",
    "GET /api/people?$-%3Ea=eq.1",
    "GET /api/people?$-%3E%3Ea=eq.1",
    "GET /api/people?or=(name.eq.Ann,$.eq.1)",
    "GET /api/people?not.and=(name.eq.Ann,or($.eq.1))",
    "GET /api/people?select=$",
    "GET /api/people?select=*,x:$",
    "GET /api/people?select=$::text",
    "GET /api/people?select=$-%3Ea",
    "GET /api/people?select=$-%3E%3Ea::int",
    "GET /api/people?select=$(id)",
    "GET /api/people?select=x:$(id)",
    "GET /api/people?select=$!inner(id)",
    "GET /api/people?select=$!inner()",
    "GET /api/people?select=...$(id)",
    "GET /api/people?select=people!$(id)",
    "GET /api/people?select=team!$(id)",
    "GET /api/people?select=shifts!$(id)",
    "GET /api/people?select=$.sum()",
    "GET /api/people?select=boss($)",
    "GET /api/people?select=boss(boss(x:$))",
    "GET /api/people?select=...boss($)",
    "GET /api/people?select=team!inner($)",
    "GET /api/people?select=boss(name)&boss.$=eq.1",
    "GET /api/people?select=boss(name)&boss.or=($.eq.1,name.eq.A)",
    "GET /api/people?select=team(name)&team.order=$.desc",
    "GET /api/people?order=$",
    "GET /api/people?order=name,$.desc.nullsfirst",
    "GET /api/people?order=$-%3Ea",
    "GET /api/people?order=$(id)",
    "GET /api/people?select=boss(id)&order=boss($)",
    "GET /api/people?$.limit=1",
    "GET /api/people?$.order=id",
    "GET /api/people?$.id=eq.1",
    "GET /api/people?$.or=(id.eq.1)",
    "GET /api/people/u1?select=$",
    "GET /api/people/u1/$",
    "GET /api/people/u1/team?select=$",
    "GET /api/people/u1/team?$=eq.1",
    "GET /api/$/1",
    "GET /api/$access?operation=READ&resource=$x",
};

TEST_F(Names, Threat025_AnUnreadableNameIsUnknownInEveryClause) {
  for (const auto& clause : kClauses)
    for (const std::string name : {"salary", "imprint", "pin", "proxy", "proxyId", "wards", "desk", "deskId"})
      expect_unknown(clause, name);
}

TEST_F(Names, Threat025_TypesBetweenThatNobodyMayReadAreNoHints) {
  for (const std::string name : {"stays", "person", "room_id", "personId"})
    expect_unknown("GET /api/people?select=rooms!$(id)", name);
}

TEST_F(Names, Threat036_ANameThatMayNotBeWrittenIsUnknownInABody) {
  const std::vector<std::string> clauses{
      "POST /api/people\n\n{\"name\":\"x\",\"$\":1}",
      "POST /api/people\n\n{\"name\":\"x\",\"$\":{\"create\":[]}}",
      "POST /api/people\n\n[{\"$\":null}]",
      "POST /api/people?columns=$\n\n{\"name\":\"x\"}",
      "POST /api/people?on_conflict=$\n\n{\"name\":\"x\"}",
      "POST /api/people?select=$\nPrefer: return=representation\n\n{\"name\":\"x\"}"};
  for (const auto& clause : clauses)
    for (const std::string name : {"salary", "imprint", "proxy", "proxyId", "wards", "desk", "deskId"})
      expect_unknown(clause, name);
}

TEST_F(Names, Threat030_OfATypeWithoutReadNoNameIsTold) {
  for (const std::string clause :
       {"GET /api/vaults?select=$", "GET /api/vaults?$=eq.1", "GET /api/vaults?order=$", "GET /api/vaults/1/$",
        "GET /api/vaults/1?select=$", "GET /api/vaults/$", "GET /api/letters?select=$", "HEAD /api/vaults?$=eq.x"})
    for (const std::string name : {"worth", "owner", "ownerId", "id"}) expect_unknown(clause, name);
  const Answer made = ask("POST /api/letters?select=$\nPrefer: return=representation\n\n{\"text\":\"x\"}", "hash");
  EXPECT_EQ(made.status, 201);
  EXPECT_EQ(made.body, "");
}

TEST_F(Names, Threat025_NothingSuggestsWhatTheCallerMayNotName) {
  for (const std::string clause :
       {"GET /api/vault", "GET /api/stayz", "GET /api/people?select=salari", "GET /api/people?salari=eq.1",
        "GET /api/people?select=proxi(id)", "GET /api/people?select=proxie(id)", "GET /api/people?order=imprin",
        "GET /api/people?select=ward(id)", "GET /api/people/u1/wardz", "GET /api/people/u1/rom",
        "GET /api/$access?resource=vault", "POST /api/people\n\n{\"salari\":1}", "GET /api/vaults?worht=eq.1"}) {
    const auto body = ask(clause, "$").body;
    for (const std::string name : {"vaults", "stays", "salary", "proxy", "imprint", "wards", "worth", "desk"})
      EXPECT_EQ(body.find("'" + name), std::string::npos) << clause << " " << body;
  }
  EXPECT_NE(ask("GET /api/peple", "").body.find("people"), std::string::npos);
  EXPECT_NE(ask("GET /api/letter", "").body.find("letters"), std::string::npos);  // it may be written
}

TEST_F(Names, Threat030_ASubCollectionHeedsARuleOfItsRelationOnTheParentsRow) {
  EXPECT_EQ(ask("GET /api/people/u1/lists?select=id\nPrefer: count=exact\n", "").body, R"([{"id":1}])");
  const Answer denied = ask("GET /api/people/u2/lists?select=id\nPrefer: count=exact\n", "");
  const Answer embedded = ask("GET /api/people?select=id,lists(id)&order=id", "");
  EXPECT_EQ(embedded.body, R"([{"id":"u1","lists":[{"id":1}]},{"id":"u2","lists":[]}])");
  EXPECT_EQ(denied.status, 200);
  EXPECT_EQ(denied.body, "[]");
  EXPECT_NE(denied.headers.find("*/0"), std::string::npos) << denied.headers;
}

TEST_F(Names, Threat025_ExplanationsOfADeniedTypeNameNoField) {
  const auto told = [&](const std::string& verb, const std::string& resource) {
    return ask("GET /api/$access?operation=" + verb + "&resource=" + resource, "$").body;
  };
  for (const std::string verb : {"READ", "CREATE", "UPDATE", "DELETE"}) {
    const auto body = told(verb, "vaults");
    EXPECT_NE(body.find(R"("allowed":false)"), std::string::npos) << body;
    EXPECT_NE(body.find(R"("fields":[])"), std::string::npos) << body;
    EXPECT_EQ(body.find("worth"), std::string::npos) << body;
  }
  EXPECT_EQ(told("READ", "people").find("salary"), std::string::npos);
  EXPECT_EQ(told("CREATE", "people").find("salary"), std::string::npos);
  EXPECT_EQ(told("UPDATE", "letters").find("hash"), std::string::npos);
}

TEST(Views, RulesWithoutConditionsLimitedToFieldsGrantThemAlone) {
  RestNode node("type Note @entity @allow(to: [READ], fields: [\"id\", \"a\"]) { id: ID! a: String b: String }");
  EXPECT_EQ(node.get("/api/notes?select=id,a", node.anonymous()).status, 200);
  EXPECT_EQ(node.get("/api/notes?select=b", node.anonymous()).status, 400);
}

TEST(Bodies, Threat036_ATenantInABodyIsUnknownWhoseverItIs) {
  RestNode node(R"sdl(
type Note @entity @allow { id: ID! org: ID! @tenant text: String }
)sdl");
  const auto who = node.principal({.authenticated = true, .id = "u1", .tenant = "t1"});
  EXPECT_EQ(node.answer("POST /api/notes\n\n{\"text\":\"x\"}", who).status, 201);
  for (const std::string org : {"\"t1\"", "\"t2\"", "null", "7", "{}"})
    EXPECT_EQ(node.answer("POST /api/notes\n\n{\"text\":\"x\",\"org\":" + org + "}", who).status, 400) << org;
  EXPECT_EQ(node.get("/api/notes?select=text,org", who).body, R"([{"text":"x","org":"t1"}])");
}

TEST(Bodies, Threat069_ANumberThatJsonbCantHoldIsRefused) {
  RestNode node("type Note @entity @allow { id: ID! data: JSON }");
  const auto who = node.principal({.authenticated = true, .id = "u1"});
  const auto status = [&](const std::string& json) {
    return node.answer("POST /api/notes\n\n{\"data\":" + json + "}", who).status;
  };
  for (const std::string json : {"1e131073", "{\"a\":[1,-1E+200000]}", "1e-20000", "1e99999999999999999999"})
    EXPECT_EQ(status(json), 400) << json;
  for (const std::string json : {"1e131071", "[1.5e-300,-0,0.1,12e2]", "{\"a\":1e308}", "\"1e999999\""})
    EXPECT_EQ(status(json), 201) << json;
}

}  // namespace
}  // namespace bedplate::oracle
