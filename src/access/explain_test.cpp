#include "access/explain.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"

namespace bedplate::access {
namespace {

constexpr std::string_view kTypes = R"sdl(
  enum Role @roles { STAFF ADMIN }
  type Doc @entity
    @allow(to: [READ])
    @allow(to: [UPDATE], when: "owner == auth.id", fields: ["title"])
    @allow(to: [UPDATE], roles: [STAFF], check: "old.level <= level")
    @allow(to: [DELETE], when: "owner == auth.id")
    @allow(to: [UPDATE, DELETE, PURGE], roles: [ADMIN])
    @deny(to: [DELETE, PURGE], when: "level > 5") {
    id: ID!
    owner: String! @immutable
    title: String! @deny(to: [UPDATE], when: "level > 3")
    note: String @allow(to: [READ], when: "owner == auth.id")
    level: Int
  })sdl";

/// An explanation on a row of which the conditions have these answers.
struct Explained {
  Explained(Verb verb, std::vector<std::string> roles,
            const std::vector<std::pair<std::string, std::optional<bool>>>& row) {
    auto compiled = model::compile(kTypes, "schema.graphql");
    EXPECT_NE(compiled.model, nullptr) << sdl::render_human(compiled.diagnostics, {});
    model = std::move(compiled.model);
    principal = operation::Principals(*model).make({.authenticated = true, .id = "ada", .roles = std::move(roles)});
    view = std::make_unique<AccessView>(*model, principal->facts());
    made = explain(*view, model->entity_by_name.at("Doc"), verb, arena);
    std::vector<std::optional<bool>> answers;
    for (const auto* question : questions(made)) {
      const std::string text = condition_text(*question, *model);
      const auto at = std::ranges::find(row, text, [](const auto& each) { return each.first; });
      EXPECT_NE(at, row.end()) << text;
      answers.push_back(at == row.end() ? std::nullopt : at->second);
    }
    answer(made, *model, answers);
  }
  std::string verdict() const { return std::string(outcome_word(*made.on_row)); }
  std::string field(std::string_view name) const {
    for (const auto& each : made.fields)
      if (model->field(made.entity, each.field).name == name) return std::string(outcome_word(*each.on_row));
    return "not listed";
  }
  std::unique_ptr<model::Model> model;
  std::shared_ptr<const operation::Principal> principal;
  std::unique_ptr<AccessView> view;
  Arena arena;
  Explanation made;
};

TEST(ExplainRow, UpdateOfFieldsThatNoneMayMoveIsDecidedByTheRowBefore) {
  const Explained mine(Verb::kUpdate, {}, {{"owner == auth.id", true}, {"level > 3", false}});
  EXPECT_EQ(mine.verdict(), "holds") << "the owner is immutable";
  EXPECT_EQ(mine.field("title"), "by new row") << "a @deny of the field reads what may change";
  EXPECT_EQ(mine.field("level"), "fails") << "the @allow names other fields";
  EXPECT_EQ(mine.field("owner"), "not listed");
  const Explained high(Verb::kUpdate, {}, {{"owner == auth.id", true}, {"level > 3", true}});
  EXPECT_EQ(high.field("title"), "fails");
  const Explained others(Verb::kUpdate, {}, {{"owner == auth.id", false}, {"level > 3", false}});
  EXPECT_EQ(others.verdict(), "fails");
  EXPECT_EQ(others.field("title"), "fails");
}

TEST(ExplainRow, ACheckIsLeftToTheNewRowAndSaysWhat) {
  const Explained staff(Verb::kUpdate, {"STAFF"}, {{"owner == auth.id", false}, {"level > 3", std::nullopt}});
  EXPECT_EQ(staff.verdict(), "by new row");
  EXPECT_EQ(staff.field("level"), "by new row");
  EXPECT_EQ(staff.field("title"), "fails") << "a @deny that is UNKNOWN denies";
  const std::string json = explanation_json(staff.made, *staff.model, true);
  EXPECT_NE(json.find(R"("afterwards":["old.level <= level"])"), std::string::npos) << json;
  EXPECT_EQ(explanation_json(staff.made, *staff.model, false).find("afterwards"), std::string::npos);
}

TEST(ExplainRow, DeleteAndPurge) {
  EXPECT_EQ(Explained(Verb::kDelete, {}, {{"owner == auth.id", true}, {"level > 5", false}}).verdict(), "holds");
  EXPECT_EQ(Explained(Verb::kDelete, {}, {{"owner == auth.id", true}, {"level > 5", true}}).verdict(), "fails");
  EXPECT_EQ(Explained(Verb::kDelete, {}, {{"owner == auth.id", true}, {"level > 5", std::nullopt}}).verdict(), "fails");
  EXPECT_EQ(Explained(Verb::kDelete, {}, {{"owner == auth.id", std::nullopt}, {"level > 5", false}}).verdict(),
            "fails");
  EXPECT_EQ(Explained(Verb::kPurge, {"ADMIN"}, {{"level > 5", false}}).verdict(), "holds");
  EXPECT_EQ(Explained(Verb::kPurge, {}, {{"level > 5", false}}).verdict(), "fails");
}

TEST(ExplainRow, ReadSaysWhichFieldsThisRowShows) {
  const Explained other(Verb::kRead, {}, {{"owner == auth.id", false}});
  EXPECT_EQ(other.verdict(), "holds");
  EXPECT_EQ(other.field("note"), "fails");
  EXPECT_EQ(other.field("title"), "holds");
  EXPECT_EQ(Explained(Verb::kRead, {}, {{"owner == auth.id", true}}).field("note"), "holds");
}

}  // namespace
}  // namespace bedplate::access
