#include "seed/rows.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <re2/re2.h>
#include <sstream>

#include "seed/made_rows.hpp"

namespace bedplate::seed {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Wanted of(std::initializer_list<std::pair<std::string, std::uint64_t>> named) { return {.named = named}; }

TEST(SeedRows, AreTheSameForEver) {
  const fs::path folder = BP_TEST_DATA "/../golden/seed";
  for (const std::string name : {"shop", "chinook"}) {
    MadeRows made(read(folder / (name + ".graphql")), {.total = 120, .named = {}});
    EXPECT_EQ(made.error, "");
    std::string text;
    for (const auto& entity : made.model->entities) {
      text += "# " + entity.plural + "\n";
      for (const auto& row : made.of(entity.plural)) {
        for (const auto& [field, value] : row) text.append(field).append("=").append(value).append(" ");
        text += "\n";
      }
    }
    const fs::path expected = folder / (name + ".txt");
    if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << text;
    EXPECT_EQ(text, read(expected)) << name;
  }
}

TEST(SeedRows, AnotherSeedMakesOthers) {
  constexpr auto kSchema = "type Person @entity(plural: \"people\") @allow { id: ID! name: String! }";
  MadeRows first(kSchema), again(kSchema), other(kSchema, {.total = 300, .named = {}}, 43);
  EXPECT_EQ(first.tables, again.tables);
  EXPECT_NE(first.tables, other.tables);
}

TEST(SeedRows, AFieldMoreChangesNoOther) {
  MadeRows before("type Person @entity(plural: \"people\") @allow { id: ID! name: String! age: Int! }");
  MadeRows after("type Person @entity(plural: \"people\") @allow { id: ID! city: String age: Int! name: String! }");
  for (std::size_t i = 0; i < before.of("people").size(); ++i)
    for (const char* field : {"id", "name", "age"})
      EXPECT_EQ(before.of("people")[i].at(field), after.of("people")[i].at(field));
}

TEST(SeedRows, ConstraintsHold) {
  MadeRows made(R"(type Thing @entity @allow {
    id: ID!
    stars: Int! @constraint(min: 2, max: 4)
    far: BigInt! @constraint(min: 5000000000)
    price: Decimal! @decimal(precision: 5, scale: 2) @constraint(min: 900, max: 950)
    share: Float! @constraint(min: 0, max: 0.5)
    short: String! @constraint(maxLength: 4)
    long: String! @constraint(minLength: 60)
    sku: String! @constraint(pattern: "^[A-Z]{2}[0-9]{3}$")
    exact: String! @constraint(minLength: 9, maxLength: 9, pattern: "[a-z]+")
    tags: [String!]! @constraint(minItems: 2, maxItems: 3)
    day: Date! @constraint(min: "2030-01-01", max: "2030-01-31")
    at: Time! @constraint(min: "20:00", max: "21:00")
    for: Duration! @constraint(max: "PT10M")
    ip: String! @constraint(format: "ipv4")
    mail: String! @constraint(format: "email")
  })");
  ASSERT_EQ(made.error, "");
  ASSERT_EQ(made.of("things").size(), 300u);
  for (const auto& row : made.of("things")) {
    EXPECT_TRUE(RE2::FullMatch(row.at("stars"), "[234]"));
    EXPECT_GE(std::stoll(row.at("far")), 5'000'000'000);
    EXPECT_TRUE(RE2::FullMatch(row.at("price"), "9[0-4][0-9]\\.[0-9]{2}|950\\.00")) << row.at("price");
    EXPECT_LE(std::stod(row.at("share")), 0.5);
    EXPECT_LE(row.at("short").size(), 6u);
    EXPECT_GE(row.at("long").size(), 62u);
    EXPECT_TRUE(RE2::FullMatch(row.at("sku"), "\"[A-Z]{2}[0-9]{3}\""));
    EXPECT_TRUE(RE2::FullMatch(row.at("exact"), "\"[a-z]{9}\"")) << row.at("exact");
    EXPECT_TRUE(RE2::FullMatch(row.at("tags"), "\\[\"[^,]*\",\"[^,]*(\",\"[^,]*)?\"\\]")) << row.at("tags");
    EXPECT_TRUE(RE2::FullMatch(row.at("day"), "\"2030-01-[0-3][0-9]\""));
    EXPECT_TRUE(RE2::FullMatch(row.at("at"), "\"2(0:[0-5][0-9]|1:00)[:0-9.]*\"")) << row.at("at");
    EXPECT_TRUE(RE2::FullMatch(row.at("for"), "\"PT([0-9]+M)?([0-9.]+S)?\"")) << row.at("for");
    EXPECT_TRUE(RE2::FullMatch(row.at("ip"), "\"192\\.0\\.2\\.[0-9]+\""));
    EXPECT_TRUE(RE2::FullMatch(row.at("mail"), "\"[a-z.]+@example\\.com\""));
  }
}

TEST(SeedRows, ConditionsHoldAlsoOverRelations) {
  MadeRows made(R"(
    type Product @entity @allow @constraint(expr: "salePrice == null || salePrice <= price") {
      id: ID! price: Decimal! salePrice: Decimal kind: String! @constraint(pattern: "A|B") }
    type Line @entity @allow(to: [CREATE], when: "price == product.price && buyer == auth.id") @allow(to: [READ])
      @constraint(expr: "total == price * quantity") @constraint(expr: "product.kind != 'A' || quantity < 3") {
      id: ID! product: Product! @relation quantity: Int! price: Decimal! total: Decimal! buyer: String! })");
  ASSERT_EQ(made.error, "");
  EXPECT_TRUE(made.remarks.empty());
  int reduced = 0;
  for (const auto& row : made.of("products")) {
    if (row.at("salePrice") == "null") continue;
    ++reduced;
    EXPECT_LE(std::stod(row.at("salePrice")), std::stod(row.at("price")));
  }
  EXPECT_GT(reduced, 5);
  for (const auto& row : made.of("lines")) {
    const auto* product = made.find("products", "id", row.at("productId"));
    ASSERT_NE(product, nullptr);
    EXPECT_EQ(row.at("price"), product->at("price"));
    EXPECT_NEAR(std::stod(row.at("total")), std::stod(row.at("price")) * std::stod(row.at("quantity")), 0.001);
    EXPECT_TRUE(product->at("kind") == "\"B\"" || std::stoi(row.at("quantity")) < 3);
  }
}

TEST(SeedRows, RulesOfWhoMayCreateHold) {
  MadeRows made(R"(
    enum Role @roles { STAFF }
    enum State { NEW DONE }
    type Owner @entity @user(login: "email") @allow { id: ID! email: Email! @unique banned: Boolean! }
    type Case @entity @allow(to: [READ, UPDATE]) @deny(to: [CREATE], when: "amount > 900")
      @allow(to: [CREATE], when: "owner.id == auth.id && owner.banned == false && state == 'NEW' && region == 'EU'") {
      id: ID! owner: Owner! @owner state: State! @default(value: NEW) region: String! amount: Int! }
    type Copy @entity @allow(to: [CREATE], when: "ownerId == case.ownerId") { id: ID! case: Case! @relation owner: Owner! @relation }
    type Odd @entity @allow(to: [CREATE], when: "a > 1 && a < 1") { id: ID! a: Int! })");
  ASSERT_EQ(made.error, "");
  for (const auto& row : made.of("cases")) {
    EXPECT_EQ(made.find("owners", "id", row.at("ownerId"))->at("banned"), "false");
    EXPECT_EQ(row.at("region"), "\"EU\"");
    EXPECT_LE(std::stoi(row.at("amount")), 900);
  }
  // Where rows begin is not where they stay.
  EXPECT_EQ(made.distinct("cases", {"state"}), 2u);
  for (const auto& row : made.of("copies"))
    EXPECT_EQ(row.at("ownerId"), made.find("cases", "id", row.at("caseId"))->at("ownerId"));
  ASSERT_EQ(made.remarks.size(), 1u);
  EXPECT_TRUE(made.remarks[0].starts_with("odds: rows were made that no @allow")) << made.remarks[0];
}

TEST(SeedRows, UniquesAreUnique) {
  MadeRows made(R"(
    enum Colour { RED GREEN BLUE }
    type Person @entity(plural: "people") @allow { id: ID! email: Email! @unique name: String! @unique
      number: Int! @unique badge: Int @unique @constraint(min: 100) day: Date! @unique }
    type Seat @entity @allow @unique(fields: ["person", "position"]) {
      id: ID! person: Person! @relation position: Int! }
    type Passport @entity @allow { id: ID! person: Person! @relation @unique }
    type Country @entity(key: ["code"], plural: "countries") @allow { code: String! @constraint(pattern: "[A-Z]{2}") name: String! }
    type Stay @entity(key: ["person", "country"]) @allow { person: Person! @relation country: Country! @relation nights: Int! })",
                {.total = 2000, .named = {}});
  ASSERT_EQ(made.error, "");
  const auto people = made.of("people").size();
  EXPECT_GT(people, 50u);
  for (const char* field : {"id", "email", "name", "number", "day"})
    EXPECT_EQ(made.distinct("people", {field}), people);
  EXPECT_EQ(made.distinct("seats", {"personId", "position"}), made.of("seats").size());
  EXPECT_EQ(made.distinct("passports", {"personId"}), made.of("passports").size());
  EXPECT_EQ(made.of("passports").size(), people);
  EXPECT_EQ(made.distinct("countries", {"code"}), made.of("countries").size());
  EXPECT_EQ(made.distinct("stays", {"personId", "countryCode"}), made.of("stays").size());
  for (const auto& row : made.of("stays")) EXPECT_NE(made.find("countries", "code", row.at("countryCode")), nullptr);
}

TEST(SeedRows, TooManyOfAKindAreAnErrorWhereAskedForAndFewerElse) {
  constexpr auto kSchema = R"(
    enum Colour { RED GREEN BLUE }
    type Paint @entity @allow { id: ID! colour: Colour! @unique }
    type Pot @entity @allow { id: ID! paint: Paint! @relation })";
  MadeRows asked(kSchema, of({{"paints", 4}}));
  EXPECT_EQ(asked.error, "row 4 of paints cannot be made: no further values of (colour) were found that no row has");
  MadeRows derived(kSchema, of({{"pots", 100}}));
  EXPECT_EQ(derived.error, "");
  EXPECT_EQ(derived.of("paints").size(), 3u);
  EXPECT_EQ(derived.of("pots").size(), 100u);
}

TEST(SeedRows, TenantsKeepToThemselves) {
  MadeRows made(R"(
    type Firm @entity @tenantRoot @allow { id: ID! name: String! }
    type Shelf @entity(plural: "shelves") @allow { id: ID! firm: Firm! @tenant code: String! @unique }
    type Box @entity @allow { id: ID! firm: Firm! @tenant shelf: Shelf! @relation parent: Box @relation })");
  ASSERT_EQ(made.error, "");
  EXPECT_EQ(made.distinct("boxes", {"firmId"}), made.of("firms").size());
  EXPECT_EQ(made.distinct("shelves", {"firmId", "code"}), made.of("shelves").size());
  for (const auto& row : made.of("boxes")) {
    EXPECT_EQ(row.at("firmId"), made.find("shelves", "id", row.at("shelfId"))->at("firmId"));
    if (row.at("parentId") != "null") {
      EXPECT_EQ(row.at("firmId"), made.find("boxes", "id", row.at("parentId"))->at("firmId"));
    }
  }
}

TEST(SeedRows, RelationsAreTreesAndFewHaveMany) {
  MadeRows made(R"(
    type Node @entity @allow { id: Int! parent: Node @relation root: Node! @relation leaves: [Leaf!]! @relation(inverse: "node") }
    type Leaf @entity(plural: "leaves") @allow { id: Int! node: Node! @relation })",
                of({{"nodes", 100}, {"leaves", 1000}}));
  ASSERT_EQ(made.error, "");
  EXPECT_EQ(made.order, (std::vector<std::string>{"Node", "Leaf"}));
  std::size_t roots = 0;
  for (const auto& row : made.of("nodes")) {
    if (row.at("parentId") == "null")
      ++roots;
    else
      EXPECT_LT(std::stoi(row.at("parentId")), std::stoi(row.at("id")));
  }
  EXPECT_TRUE(roots > 5 && roots < 40) << roots;
  std::map<std::string, std::size_t> leaves;
  for (const auto& row : made.of("leaves")) ++leaves[row.at("nodeId")];
  std::size_t most = 0;
  for (const auto& [node, count] : leaves) most = std::max(most, count);
  EXPECT_GT(most, 50u);
  EXPECT_GT(leaves.size(), 80u);
}

TEST(SeedRows, CirclesAreCutWhereTheyMayBeEmpty) {
  MadeRows cut(R"(
    type Hen @entity @allow { id: ID! from: Egg @relation }
    type Egg @entity @allow { id: ID! of: Hen! @relation })");
  EXPECT_EQ(cut.error, "");
  EXPECT_EQ(cut.order, (std::vector<std::string>{"Hen", "Egg"}));
  MadeRows whole(R"(
    type Hen @entity @allow { id: ID! from: Egg! @relation }
    type Egg @entity @allow { id: ID! of: Hen! @relation })");
  EXPECT_EQ(whole.error, "rows of Hen, Egg need each other in a circle, so that none can be first");
}

TEST(SeedRows, EveryTypeAndDirectiveHasItsValues) {
  MadeRows made(R"(
    type Place @embedded { city: String! note: String spot: Spot tags: [String!]! }
    type Spot @embedded { lat: Float! lng: Float! }
    type User @entity @user(login: "email", passwordHash: "hash") @allow { id: ID! email: Email! @unique hash: String! @hidden }
    type All @entity(plural: "alls") @softDelete @versioned @audit @allow {
      id: UUID! owner: User! @owner by: ID! @default(fn: AUTH_ID) text: String! @search big: BigInt! wide: Decimal! @decimal(precision: 30, scale: 12)
      flag: Boolean! at: DateTime! local: LocalDateTime! day: Date! time: Time! span: Duration! other: UUID!
      json: JSON! bytes: Bytes! email: Email! url: URL! floats: [Float!]! place: Place! places: [Place!]!
      createdAt: DateTime! @default(fn: NOW) updatedAt: DateTime! birthDate: Date! })");
  ASSERT_EQ(made.error, "");
  for (const auto& row : made.of("alls")) {
    EXPECT_EQ(row.at("version"), "1");
    EXPECT_EQ(row.at("deletedAt"), "null");
    EXPECT_NE(made.find("users", "id", row.at("ownerId")), nullptr);
    EXPECT_NE(made.find("users", "id", row.at("by")), nullptr);
    EXPECT_TRUE(
        RE2::FullMatch(row.at("id"), "\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\""));
    EXPECT_TRUE(RE2::FullMatch(
        row.at("place"),
        R"re(\{"city":"[^"]+"(,"note":"[^"]+")?(,"spot":\{"lat":[-0-9.]+,"lng":[-0-9.]+\})?,"tags":\[[^\]]*\]\})re"))
        << row.at("place");
    EXPECT_LT(row.at("createdAt"), "\"2026");
    EXPECT_LT(row.at("updatedAt"), "\"2026-01-01T00:00:01");
    EXPECT_LE(row.at("createdAt"), row.at("updatedAt"));
    EXPECT_LT(row.at("birthDate"), "\"2008");
    for (const auto& [field, value] : row)
      if (field.contains("fts")) EXPECT_TRUE(value.starts_with("\" ")) << field << value;
  }
  for (const auto& row : made.of("users")) EXPECT_EQ(row.at("hash"), "\"*\"");
}

TEST(SeedRows, WhatIsAddedIsNotWhatWasThere) {
  constexpr auto kSchema =
      "type Person @entity(plural: \"people\") @allow { id: Int! email: Email! @unique number: Int! @unique token: "
      "UUID! }";
  MadeRows first(kSchema);
  std::vector<Present> present{{.rows = 300, .floors = {300, 0, 300, 0}}};
  MadeRows more(kSchema, {.total = 300, .named = {}}, 42, present);
  for (const auto& row : more.of("people")) {
    EXPECT_GT(std::stoi(row.at("id")), 300);
    EXPECT_GT(std::stoi(row.at("number")), 300);
    EXPECT_EQ(first.find("people", "email", row.at("email")), nullptr);
    EXPECT_EQ(first.find("people", "token", row.at("token")), nullptr);
  }
}

TEST(SeedPlan, NamesWhatItDoesNotKnow) {
  auto compiled = model::compile("type Person @entity(plural: \"people\") @allow { id: ID! }", "schema.graphql");
  const auto plan = make_plan(*compiled.model, of({{"peple", 3}}));
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().message(), "there is no type 'peple' to make rows of");
  EXPECT_EQ(plan.error().hint(), "Did you mean people?");
}

TEST(SeedPlan, MakesWhatNamedRowsCannotBeWithout) {
  MadeRows made(R"(
    type A @entity(plural: "as") @allow { id: ID! }
    type B @entity(plural: "bs") @allow { id: ID! a: A! @relation }
    type C @entity(plural: "cs") @allow { id: ID! b: B! @relation d: D @relation }
    type D @entity(plural: "ds") @allow { id: ID! })",
                of({{"cs", 160}, {"as", 2}}));
  EXPECT_EQ(made.of("cs").size(), 160u);
  EXPECT_EQ(made.of("bs").size(), 40u);
  EXPECT_EQ(made.of("as").size(), 2u);
  EXPECT_TRUE(made.of("ds").empty());
}

}  // namespace
}  // namespace bedplate::seed
