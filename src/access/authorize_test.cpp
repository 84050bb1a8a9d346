#include "access/authorize.hpp"

#include <array>
#include <gtest/gtest.h>

#include "access/model_names.hpp"
#include "model/compile.hpp"

namespace bedplate::access {
namespace {

using operation::Operation;
using operation::SelectItem;

constexpr std::string_view kTypes = R"sdl(
enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) }
type Shop @entity @allow(to: [READ], when: "open") {
  id: ID! open: Boolean! name: String @allow(to: [READ], when: "id == auth.id")
  orders: [Order!]! @relation(inverse: "shop")
  count: Int @computed(expr: "size(orders)", as: SYSTEM)
  mine: Int @computed(expr: "size(orders)", as: CALLER)
  every: Boolean @computed(expr: "orders.all(o, o.total > 1)", as: CALLER)
  staff: String @computed(expr: "hasRole('STAFF') ? name : null", as: SYSTEM)
  ghosts: Int @computed(expr: "size(ghostList)", as: CALLER)
  ghostList: [Ghost!]! @relation(inverse: "shop")
}
type Order @entity @allow(to: [READ], when: "owner == auth.id") @allow(to: [CREATE], when: "owner == auth.id") {
  id: ID! owner: ID total: Int shop: Shop @relation
}
type Ghost @entity { id: ID! shop: Shop @relation }
type Lead @entity { id: ID! shop: Shop @relation }
type Hushed @entity @allow(to: [READ]) { id: ID! lead: Lead @relation }
)sdl";

class Authorize : public testing::Test {
 protected:
  Authorize() {
    auto compiled = model::compile(kTypes, "schema.graphql");
    EXPECT_NE(compiled.model, nullptr) << sdl::render_human(compiled.diagnostics, {});
    model_ = std::move(compiled.model);
    as({.authenticated = true, .id = "u1"});
  }
  void as(operation::Identity who) {
    principal_ = operation::Principals(*model_).make(std::move(who));
    view_ = std::make_unique<AccessView>(*model_, principal_->facts());
  }
  EntityId entity(std::string_view type) const { return model_->entity_by_name.at(type); }
  FieldId field(std::string_view type, std::string_view name) const {
    return model_->entity(entity(type)).by_name.at(name);
  }
  const expr::Node* make(expr::Op op, std::vector<const expr::Node*> args, EntityId of, FieldId member, Type type) {
    auto* node = arena_.make<expr::Node>();
    node->op = op;
    node->entity = of;
    node->member = member;
    node->type = type;
    node->args = arena_.copy_array<const expr::Node*>(std::span<const expr::Node* const>(args));
    return node;
  }
  const expr::Node* row(std::string_view type) { return make(expr::Op::kRow, {}, entity(type), 0, {}); }
  const expr::Node* field_of(std::string_view type, std::string_view name, const expr::Node* of = nullptr) {
    const auto id = field(type, name);
    return make(expr::Op::kField, {of == nullptr ? row(type) : of}, entity(type), id,
                model_->field(entity(type), id).type);
  }
  Result<Authorized<Allowed>> read(std::string_view type, std::vector<SelectItem> items,
                                   const expr::Node* where = nullptr, AuthorizeOptions options = {true, false}) {
    Operation operation;
    operation.read.query = {.entity = entity(type),
                            .select = arena_.copy_array<SelectItem>(std::span<const SelectItem>(items)),
                            .where = where};
    return authorize(operation, *view_, arena_, options);
  }
  /// What selecting one node becomes.
  std::string selected(std::string_view type, const expr::Node* node) {
    const auto allowed = read(type, {{.name = "x", .node = node}});
    if (!allowed) return std::string(reason_word(allowed.error().reason()));
    return expr::describe(*(*allowed)->read.query.select[0].node, ModelNames(*model_));
  }
  std::string where_of(const Result<Authorized<Allowed>>& allowed) {
    if (!allowed) return std::string(reason_word(allowed.error().reason()));
    const auto* node = (*allowed)->read.query.where;
    return node == nullptr ? "all" : expr::describe(*node, ModelNames(*model_));
  }

  Arena arena_;
  std::unique_ptr<model::Model> model_;
  std::shared_ptr<const operation::Principal> principal_;
  std::unique_ptr<AccessView> view_;
};

TEST_F(Authorize, PutsTheReadRuleIntoTheFilter) {
  EXPECT_EQ(where_of(read("Shop", {})), "open");
  EXPECT_EQ(where_of(read("Shop", {}, field_of("Shop", "open"))), "open && open");
}

TEST_F(Authorize, StarIsWhatTheCallerMayName) {
  const auto allowed = read("Shop", {{.kind = SelectItem::Kind::kAll}});
  ASSERT_TRUE(allowed);
  std::string names;
  for (const auto& item : (*allowed)->read.query.select) names += std::string(item.name) + " ";
  EXPECT_EQ(names, "id open name count mine every staff ghosts ");
}

TEST_F(Authorize, AFieldThatSomeRowsShowIsMasked) {
  EXPECT_EQ(selected("Shop", field_of("Shop", "name")), "id == auth.id ? name : null");
  const auto allowed =
      read("Shop", {}, make(expr::Op::kIsNull, {field_of("Shop", "name")}, 0, 0, {.scalar = Scalar::kBoolean}));
  EXPECT_EQ(where_of(allowed), "(id == auth.id ? name : null) == null && open");
}

TEST_F(Authorize, HopsAreFilteredAndMaskedAtEveryHop) {
  const auto* hop = make(expr::Op::kHop, {row("Order")}, entity("Shop"), field("Order", "shop"), {});
  EXPECT_EQ(selected("Order", field_of("Shop", "name", hop)), "shop.open && shop.id == auth.id ? shop.name : null");
}

TEST_F(Authorize, ComputedRunsAsTheSystemOrAsTheCaller) {
  EXPECT_EQ(selected("Shop", field_of("Shop", "count")), "size(orders)");
  const auto mine = selected("Shop", field_of("Shop", "mine"));
  EXPECT_NE(mine.find("owner == auth.id"), std::string::npos) << mine;
  const auto every = selected("Shop", field_of("Shop", "every"));
  EXPECT_NE(every.find("owner == auth.id"), std::string::npos) << every;
}

TEST_F(Authorize, ComputedAsksTheCallersFacts) {
  EXPECT_EQ(selected("Shop", field_of("Shop", "staff")), "null");
  as({.authenticated = true, .id = "u1", .roles = {"STAFF"}});
  EXPECT_EQ(selected("Shop", field_of("Shop", "staff")), "name");
}

TEST_F(Authorize, ComputedAsTheCallerOverATypeItMayNeverReadFindsNothing) {
  const auto ghosts = selected("Shop", field_of("Shop", "ghosts"));
  EXPECT_NE(ghosts.find("false"), std::string::npos) << ghosts;
}

TEST_F(Authorize, AComputedFieldBeyondAHopIsNullWithoutARow) {
  const auto* hop = make(expr::Op::kHop, {row("Order")}, entity("Shop"), field("Order", "shop"), {});
  const auto text = selected("Order", field_of("Shop", "count", hop));
  EXPECT_EQ(text, "shop.id != null && shop.open ? size(shop.orders) : null");
}

TEST_F(Authorize, RefusesTheAnonymousWith401AndTheKnownWith403) {
  EXPECT_EQ(read("Ghost", {}, nullptr, {.authenticated = false}).error().reason(), Reason::kUnauthenticated);
  const auto known = read("Ghost", {}, nullptr, {.authenticated = true});
  EXPECT_EQ(known.error().reason(), Reason::kForbidden);
  EXPECT_EQ(known.error().hint(), "");
  const auto explained = read("Ghost", {}, nullptr, {.authenticated = true, .explain = true});
  EXPECT_NE(explained.error().hint().find("@allow(to: [READ])"), std::string::npos);
}

TEST_F(Authorize, RefusesHopsIntoTypesThatAreNeverReadable) {
  const auto* hop = make(expr::Op::kHop, {row("Hushed")}, entity("Lead"), field("Hushed", "lead"), {});
  const auto* exists =
      make(expr::Op::kExists, {hop}, entity("Shop"), field("Lead", "shop"), {.scalar = Scalar::kBoolean});
  EXPECT_EQ(where_of(read("Hushed", {}, exists)), "FORBIDDEN");
}

TEST_F(Authorize, EmbeddingsCarryTheTargetsRule) {
  auto* embed = arena_.make<operation::Embed>();
  embed->relation = field("Shop", "orders");
  embed->query.entity = entity("Order");
  const auto allowed = read("Shop", {{.kind = SelectItem::Kind::kEmbed, .name = "orders", .embed = embed}});
  ASSERT_TRUE(allowed);
  const auto& made = *(*allowed)->read.query.select[0].embed;
  EXPECT_EQ(expr::describe(*made.query.where, ModelNames(*model_)), "owner == auth.id");
  EXPECT_EQ(made.shown, nullptr);
}

TEST_F(Authorize, ACreateMustBeCoveredAndIsReadBackByItsRule) {
  Operation operation{.kind = Operation::Kind::kCreate};
  const std::array fields{field("Order", "owner")};
  operation.create = {.entity = entity("Order"), .fields = fields};
  operation.create.returning.emplace().entity = entity("Order");
  const auto allowed = authorize(operation, *view_, arena_, {.authenticated = true});
  ASSERT_TRUE(allowed);
  EXPECT_NE(expr::describe(*(*allowed)->create.covered, ModelNames(*model_)).find("owner == auth.id"),
            std::string::npos);
  ASSERT_TRUE((*allowed)->create.create.returning);
  EXPECT_EQ(expr::describe(*(*allowed)->create.create.returning->where, ModelNames(*model_)), "owner == auth.id");
  as({});
  EXPECT_EQ(authorize(operation, *view_, arena_, {}).error().reason(), Reason::kUnauthenticated);
}

}  // namespace
}  // namespace bedplate::access
