#include "plan/plan.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"

namespace bedplate::plan {
namespace {

using operation::Embed;
using operation::Operation;
using operation::SelectItem;

constexpr std::string_view kTypes = R"(
type Artist @entity @allow(to: [READ]) { id: ID! name: String albums: [Album!]! @relation(inverse: "artist") }
type Album @entity @allow(to: [READ], when: "released") {
  id: Int! title: String released: Boolean! artist: Artist! @relation tracks: [Track!]! @relation(inverse: "album")
}
type Track @entity(key: ["disc", "number"]) @allow(to: [READ]) {
  disc: Int! number: Int! name: String album: Album @relation @allow(to: [READ], when: "name == auth.id")
}
)";

class Plan : public testing::Test {
 protected:
  Plan() {
    auto compiled = model::compile(kTypes, "schema.graphql");
    EXPECT_NE(compiled.model, nullptr) << sdl::render_human(compiled.diagnostics, {});
    model_ = std::move(compiled.model);
    principal_ = operation::Principals(*model_).make({.authenticated = true, .id = "u1"});
    view_ = std::make_unique<access::AccessView>(*model_, principal_->facts());
  }
  model::EntityId entity(std::string_view type) const { return model_->entity_by_name.at(type); }
  model::FieldId field(std::string_view type, std::string_view name) const {
    return model_->entity(entity(type)).by_name.at(name);
  }
  SelectItem value(std::string_view type, std::string_view name) {
    const auto* row = arena_.make<expr::Node>(expr::Node{.op = expr::Op::kRow, .entity = entity(type)});
    return {.name = name, .node = view_->readable(entity(type), field(type, name))->node(row, *model_, arena_)};
  }
  SelectItem embed(
      std::string_view type, std::string_view relation, std::vector<SelectItem> items, auto&& change = [](Embed&) {}) {
    auto* made = arena_.make<Embed>();
    made->relation = field(type, relation);
    made->query.entity = model_->field(entity(type), made->relation).target;
    made->query.select = arena_.copy_array<SelectItem>(std::span<const SelectItem>(items));
    change(*made);
    return {.kind = SelectItem::Kind::kEmbed, .name = relation, .embed = made};
  }
  ReadTemplate plan(std::string_view type, std::vector<SelectItem> items, auto&& change) {
    Operation operation;
    operation.read.query.entity = entity(type);
    operation.read.query.select = arena_.copy_array<SelectItem>(std::span<const SelectItem>(items));
    change(operation.read);
    const auto allowed = access::authorize(operation, *view_, arena_, {.authenticated = true});
    EXPECT_TRUE(allowed);
    return make_plan(*allowed, *model_, arena_, {.embedded = 50});
  }
  ReadTemplate plan(std::string_view type, std::vector<SelectItem> items) {
    return plan(type, std::move(items), [](operation::Read&) {});
  }
  static constexpr auto kPlain = [](Embed&) {};

  Arena arena_;
  std::unique_ptr<model::Model> model_;
  std::shared_ptr<const operation::Principal> principal_;
  std::unique_ptr<access::AccessView> view_;
};

TEST_F(Plan, AListIsOneStatementInOrderOfItsKey) {
  const auto made = plan("Track", {value("Track", "name")});
  ASSERT_EQ(made.statements.size(), 1);
  const auto& root = made.statements[0];
  EXPECT_EQ(root.aliases.size(), 1);
  EXPECT_TRUE(root.where.empty());
  ASSERT_EQ(root.order.size(), 2);
  EXPECT_EQ(root.order[0].value.node->member, field("Track", "disc"));
  EXPECT_EQ(root.order[1].value.node->member, field("Track", "number"));
}

TEST_F(Plan, TheOrderAskedForIsCompletedByWhatItLacksOfTheKey) {
  const auto made = plan("Track", {value("Track", "name")}, [&](operation::Read& read) {
    const operation::OrderTerm term{.node = value("Track", "number").node, .descending = true};
    read.query.order = arena_.copy_array<operation::OrderTerm>(std::span(&term, 1));
  });
  const auto& order = made.statements[0].order;
  ASSERT_EQ(order.size(), 2);
  EXPECT_EQ(order[0].value.node->member, field("Track", "number"));
  EXPECT_TRUE(order[0].descending);
  EXPECT_EQ(order[1].value.node->member, field("Track", "disc"));
  EXPECT_FALSE(order[1].descending);
}

TEST_F(Plan, ToOneRelationsJoinTheirParentsStatement) {
  const auto made = plan(
      "Track", {embed("Track", "album",
                      {value("Album", "title"), embed("Album", "artist", {value("Artist", "name")}, kPlain)}, kPlain)});
  ASSERT_EQ(made.statements.size(), 1);
  const auto& aliases = made.statements[0].aliases;
  ASSERT_EQ(aliases.size(), 3);
  EXPECT_EQ(aliases[1].parent, 0);
  EXPECT_NE(aliases[1].filter, nullptr);  // READ of albums
  EXPECT_NE(aliases[1].shown, nullptr);   // the relation's own rule
  EXPECT_EQ(aliases[2].parent, 1);
  EXPECT_EQ(aliases[2].filter, nullptr);
  const auto& album = made.rows[0]->members[0];
  EXPECT_EQ(album.kind, Member::Kind::kObject);
  EXPECT_EQ(made.statements[0].columns[album.presence].alias, 1);
}

TEST_F(Plan, AToManyIsAStatementBelowItsParents) {
  const auto made = plan(
      "Artist", {value("Artist", "name"), embed("Artist", "albums", {embed("Album", "tracks", {}, kPlain)}, kPlain)});
  ASSERT_EQ(made.statements.size(), 3);
  EXPECT_EQ(made.statements[0].children, std::vector<std::uint16_t>{1});
  EXPECT_EQ(made.statements[1].children, std::vector<std::uint16_t>{2});
  ASSERT_TRUE(made.statements[1].link);
  EXPECT_EQ(made.statements[1].link->parent, 0);
  EXPECT_EQ(made.statements[1].link->parent_columns.size(), 1);
  EXPECT_EQ(made.statements[1].max_rows, 50);
  EXPECT_EQ(made.statements[1].where.size(), 1);  // READ of albums
  EXPECT_EQ(made.statements[0].max_rows, 0);
}

TEST_F(Plan, AnInnerEmbeddingIsAConditionOfItsParent) {
  const auto made = plan("Artist", {embed("Artist", "albums", {}, [](Embed& one) { one.inner = true; })});
  ASSERT_EQ(made.statements[0].where.size(), 1);
  EXPECT_EQ(made.statements[0].where[0].node->op, expr::Op::kExists);
}

TEST_F(Plan, CountingAsksTheSameOfTheRows) {
  const auto made =
      plan("Album", {embed("Album", "artist", {}, [](Embed& one) { one.inner = true; })}, [](operation::Read& read) {
        read.count = operation::Count::kExact;
        read.query.limit_slot = 0;
      });
  ASSERT_TRUE(made.count_statement);
  const auto& count = made.statements[*made.count_statement];
  EXPECT_TRUE(count.count_only);
  EXPECT_FALSE(count.limit_slot);
  EXPECT_EQ(count.where.size(), made.statements[0].where.size());
}

TEST_F(Plan, ASpreadRelationsMembersStandInItsParent) {
  const auto made =
      plan("Album", {embed("Album", "artist", {value("Artist", "name")}, [](Embed& one) { one.spread = true; })});
  EXPECT_EQ(made.rows[0]->members[0].kind, Member::Kind::kSpread);
  EXPECT_EQ(made.rows[0]->members[0].object->members[0].name, "name");
}

}  // namespace
}  // namespace bedplate::plan
