#include "access/view.hpp"

#include <gtest/gtest.h>

#include "access/model_names.hpp"
#include "model/compile.hpp"

namespace bedplate::access {
namespace {

constexpr std::string_view kRoles =
    "enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) ADMIN @inherits(roles: [STAFF]) }\n";

/// A model and what one caller sees of it.
struct Seen {
  Seen(std::string_view types, operation::Identity who) {
    auto compiled = model::compile(std::string(kRoles) + std::string(types), "schema.graphql");
    EXPECT_NE(compiled.model, nullptr) << sdl::render_human(compiled.diagnostics, {});
    model = std::move(compiled.model);
    principal = operation::Principals(*model).make(std::move(who));
    view = std::make_unique<AccessView>(*model, principal->facts());
  }
  std::string text(const expr::Node* node) const {
    return node == nullptr ? "never" : expr::describe(*node, ModelNames(*model));
  }
  std::string rows(std::string_view type, Verb verb) const { return text(view->rows(entity(type), verb)); }
  std::string shown(std::string_view type, std::string_view field) const {
    return text(view->field_shown(entity(type), field_id(type, field)));
  }
  EntityId entity(std::string_view type) const { return model->entity_by_name.at(type); }
  FieldId field_id(std::string_view type, std::string_view field) const {
    return model->entity(entity(type)).by_name.at(field);
  }
  std::unique_ptr<model::Model> model;
  std::shared_ptr<const operation::Principal> principal;
  std::unique_ptr<AccessView> view;
};

operation::Identity known(std::vector<std::string> roles = {}) {
  return {.authenticated = true, .id = "u1", .tenant = "t1", .roles = std::move(roles)};
}

TEST(AccessView, AFieldsCheckCountsForItsNewValue) {
  const Seen seen(
      "type A @entity @allow(to: [CREATE, READ]) { id: ID! text: String @allow(to: [CREATE], check: \"size(text) > "
      "3\") }",
      known());
  EXPECT_EQ(seen.text(seen.view->written_field(seen.entity("A"), seen.field_id("A", "text"), model::Verb::kCreate)),
            "size(text) > 3");
  EXPECT_EQ(seen.shown("A", "text"), "true");
}

TEST(AccessView, DeniesWhatNoRuleGrants) {
  const Seen seen("type A @entity { id: ID! } type B @entity @allow(to: [READ]) { id: ID! }", known({"ADMIN"}));
  for (const Verb verb : {Verb::kRead, Verb::kCreate, Verb::kUpdate, Verb::kDelete, Verb::kPurge}) {
    EXPECT_TRUE(seen.view->denied(seen.entity("A"), verb));
    EXPECT_EQ(seen.view->denied(seen.entity("B"), verb), verb != Verb::kRead);
  }
}

TEST(AccessView, OmittedVerbsAreAllButPurge) {
  const Seen seen("type A @entity @allow { id: ID! }", {});
  for (const Verb verb : {Verb::kRead, Verb::kCreate, Verb::kUpdate, Verb::kDelete})
    EXPECT_EQ(seen.rows("A", verb), "true");
  EXPECT_TRUE(seen.view->denied(seen.entity("A"), Verb::kPurge));
}

TEST(AccessView, AllowsOrTogetherAndDenySubtracts) {
  const std::string_view types =
      R"(type A @entity @allow(to: [READ], when: "owner == auth.id") @allow(to: [READ], when: "open")
         @deny(to: [READ], when: "secret") { id: ID! owner: ID open: Boolean! secret: Boolean! })";
  EXPECT_EQ(Seen(types, known()).rows("A", Verb::kRead), "(owner == auth.id || open) && !secret");
  EXPECT_EQ(Seen(types, {}).rows("A", Verb::kRead), "open && !secret");
}

TEST(AccessView, RolesAreKnownBeforeAnyRow) {
  const std::string_view types =
      R"(type A @entity @allow(to: [READ], roles: [STAFF]) @deny(to: [READ], roles: [ADMIN]) { id: ID! })";
  EXPECT_EQ(Seen(types, {}).rows("A", Verb::kRead), "never");
  EXPECT_EQ(Seen(types, known({"CUSTOMER"})).rows("A", Verb::kRead), "never");
  EXPECT_EQ(Seen(types, known({"STAFF"})).rows("A", Verb::kRead), "true");
  EXPECT_EQ(Seen(types, known({"ADMIN"})).rows("A", Verb::kRead), "never");
}

TEST(AccessView, Threat038_ADenyThatIsUnknownDenies) {
  const std::string_view types =
      R"(type A @entity @allow(to: [READ]) @deny(to: [READ], when: "auth.claims.level == level") { id: ID! level: Int })";
  EXPECT_EQ(Seen(types, known()).rows("A", Verb::kRead), "never");
}

TEST(AccessView, Threat038_MissingEmptyAndMistypedClaimsGrantNothing) {
  const std::string_view types =
      R"(type A @entity @allow(to: [READ], when: "level == auth.claims.level") { id: ID! level: Int })";
  for (const std::string_view claim : {"null", "\"\"", "\"x\"", "\"007\"", "[1]", "{}", "true", "1.5"}) {
    auto who = known();
    who.claims.emplace_back("level", claim);
    EXPECT_EQ(Seen(types, who).rows("A", Verb::kRead), "never") << claim;
  }
  EXPECT_EQ(Seen(types, known()).rows("A", Verb::kRead), "never");
  auto who = known();
  who.claims.emplace_back("level", "2");
  EXPECT_EQ(Seen(types, who).rows("A", Verb::kRead), "level == auth.claims.level");
}

TEST(AccessView, Threat038_AnEmptyIdIsNoOne) {
  const std::string_view types = R"(type A @entity @allow(to: [READ], when: "owner == auth.id") { id: ID! owner: ID })";
  auto who = known();
  who.id.clear();
  EXPECT_EQ(Seen(types, who).rows("A", Verb::kRead), "never");
}

TEST(AccessView, EveryVerbOnATenantTypeIsLimitedToTheTenant) {
  const std::string_view types = "type A @entity @allow { id: ID! org: ID! @tenant }";
  for (const Verb verb : {Verb::kRead, Verb::kCreate, Verb::kUpdate, Verb::kDelete}) {
    EXPECT_EQ(Seen(types, known()).rows("A", verb), "org == auth.tenant");
    EXPECT_EQ(Seen(types, {}).rows("A", verb), "never");
  }
}

TEST(AccessView, FieldRulesNarrowTheVerbsTheyName) {
  const std::string_view types = R"(type A @entity @allow {
      id: ID! owner: ID
      note: String @allow(roles: [STAFF])
      mood: String @allow(to: [READ], when: "owner == auth.id") @allow(to: [READ], roles: [STAFF])
      debt: Int @deny(to: [READ], when: "owner != auth.id") })";
  const Seen seen(types, known());
  EXPECT_EQ(seen.shown("A", "owner"), "true");
  EXPECT_EQ(seen.shown("A", "note"), "never");
  EXPECT_EQ(seen.shown("A", "mood"), "owner == auth.id");
  EXPECT_EQ(seen.shown("A", "debt"), "!(owner != auth.id)");
  EXPECT_EQ(Seen(types, known({"STAFF"})).shown("A", "mood"), "true");
  EXPECT_FALSE(seen.view->writable(seen.entity("A"), "note", Verb::kCreate));
  EXPECT_TRUE(seen.view->writable(seen.entity("A"), "mood", Verb::kCreate));
}

TEST(AccessView, AToOneAndItsScalarAreOneThing) {
  const Seen seen(R"(type A @entity @allow { id: ID! boss: A @relation @allow(roles: [STAFF])
      peer: A @relation @deny(to: [READ], when: "id == auth.id") })",
                  known());
  EXPECT_EQ(seen.shown("A", "boss"), "never");
  EXPECT_EQ(seen.shown("A", "bossId"), "never");
  EXPECT_EQ(seen.shown("A", "peer"), "!(id == auth.id)");
  EXPECT_EQ(seen.shown("A", "peerId"), "!(id == auth.id)");
}

TEST(AccessView, AnAllowLimitedToFieldsShowsThoseWhereItGrants) {
  const Seen seen(R"(type A @entity @allow(to: [READ], when: "owner == auth.id")
      @allow(to: [READ], when: "open", fields: ["title"]) { id: ID! owner: ID title: String open: Boolean! body: String })",
                  known());
  EXPECT_EQ(seen.rows("A", Verb::kRead), "owner == auth.id || open");
  EXPECT_EQ(seen.shown("A", "title"), "true");  // of every row that may be read
  EXPECT_EQ(seen.shown("A", "body"), "owner == auth.id");
}

TEST(AccessView, AFieldNeverShownIsAsUnknownAsAMisspeltOne) {
  const Seen seen(R"(type A @entity @allow { id: ID! title: String
      note: String @allow(roles: [STAFF]) trace: String @hidden code: String @writeOnly })",
                  known());
  for (const std::string_view name : {"note", "trace", "code", "nothing"}) {
    const auto field = seen.view->readable(seen.entity("A"), name);
    ASSERT_FALSE(field) << name;
    EXPECT_EQ(field.error().reason(), Reason::kUnknownField);
    EXPECT_EQ(field.error().message(), "'" + std::string(name) + "' is not a field of as");
  }
  EXPECT_EQ(seen.view->readable(seen.entity("A"), "titel").error().hint(), "did you mean 'title'?");
  // A name that may not be seen is no suggestion.
  EXPECT_EQ(seen.view->readable(seen.entity("A"), "nota").error().hint(), "");
}

TEST(AccessView, WhatAClientMayNotWrite) {
  const Seen seen(R"(type A @entity @allow { id: ID! made: DateTime! @default(fn: NOW) @readOnly trace: String @hidden
      code: String @writeOnly twice: String @computed(expr: "code") })",
                  known());
  for (const std::string_view name : {"made", "trace", "twice", "nothing"})
    EXPECT_FALSE(seen.view->writable(seen.entity("A"), name, Verb::kCreate)) << name;
  EXPECT_TRUE(seen.view->writable(seen.entity("A"), "code", Verb::kCreate));
}

TEST(AccessView, OneAllowMustCoverANewRowWhole) {
  const Seen seen(R"(type A @entity @allow(to: [CREATE], when: "owner == auth.id", fields: ["owner", "title"])
      @allow(to: [CREATE], when: "open", check: "size(title) > 3", fields: ["open", "title"])
      @deny(to: [CREATE], when: "title == 'x'") { id: ID! owner: ID title: String open: Boolean })",
                  known());
  Arena arena;
  const auto covered = [&](std::vector<std::string_view> names) {
    std::vector<FieldId> fields;
    for (const auto name : names) fields.push_back(seen.field_id("A", name));
    return seen.text(seen.view->create_covered(seen.entity("A"), fields, arena));
  };
  EXPECT_EQ(covered({"owner"}), "!(title == 'x') && owner == auth.id");
  EXPECT_EQ(covered({"open"}), "!(title == 'x') && open && size(title) > 3");
  EXPECT_EQ(covered({"owner", "open"}), "never");
}

}  // namespace
}  // namespace bedplate::access
