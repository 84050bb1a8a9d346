#include "api/catalog.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"

namespace bedplate::api {
namespace {

/// Everyone's names, but for those that are hidden.
class EveryName final : public Names {
 public:
  explicit EveryName(const model::Model& model) : model_(model) {}
  bool readable(EntityId entity) const override { return model_.entity(entity).name != unreadable; }
  bool usable(EntityId entity) const override { return readable(entity); }
  bool shown(EntityId entity, FieldId member) const override {
    const auto& field = model_.field(entity, member);
    return !field.hidden && field.name != unshown;
  }
  std::string unreadable, unshown;

 private:
  const model::Model& model_;
};

class CatalogTest : public testing::Test {
 protected:
  static constexpr std::string_view kSource = R"(
    type Customer @entity @allow {
      id: ID! name: String
      billed: [Order!]! @relation(inverse: "billing")
      shipped: [Order!]! @relation(inverse: "shipping") }
    type Order @entity @allow {
      id: ID! billing: Customer! @relation shipping: Customer @relation
      shop: Shop! @relation secret: Shop @relation @hidden
      tags: [Tag!]! @relation(manyToMany: true) }
    type Shop @entity @allow { id: ID! }
    type Tag @entity @allow { id: ID! })";

  Result<std::string> relation(std::string_view resource, std::string_view name, std::string_view hint = {}) {
    const auto entity = catalog_.resource(resource);
    BP_TRY(const auto id, catalog_.relation(*entity, name, hint, names_));
    return model_->field(*entity, id).name;
  }

  std::unique_ptr<model::Model> model_ = std::move(model::compile(kSource, "schema.graphql").model);
  Catalog catalog_{*model_};
  EveryName names_{*model_};
};

TEST_F(CatalogTest, ResourcesArePlurals) {
  EXPECT_EQ(model_->entity(*catalog_.resource("orders")).name, "Order");
  const auto wrong = catalog_.resource("order", &names_);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().reason(), Reason::kUnknownResource);
  EXPECT_EQ(wrong.error().hint(), "Perhaps you meant the resource 'orders'");
  EXPECT_FALSE(catalog_.resource("bp_keys"));
}

TEST_F(CatalogTest, AnEmbeddingNamesARelationItsScalarOrItsTarget) {
  EXPECT_EQ(*relation("orders", "billing"), "billing");
  EXPECT_EQ(*relation("orders", "billingId"), "billing");
  EXPECT_EQ(*relation("orders", "shops"), "shop");
  EXPECT_EQ(*relation("orders", "tags"), "tags");
  EXPECT_EQ(*relation("customers", "shipped"), "shipped");
}

TEST_F(CatalogTest, TwoThatFitNeedAHint) {
  const auto two = relation("orders", "customers");
  ASSERT_FALSE(two);
  EXPECT_EQ(two.error().reason(), Reason::kAmbiguousRelation);
  EXPECT_EQ(two.error().hint(),
            "Try changing 'customers' to one of the following: 'customers!billing', 'customers!shipping'.");
  EXPECT_EQ(*relation("orders", "customers", "shipping"), "shipping");
  EXPECT_EQ(*relation("orders", "customers", "shippingId"), "shipping");
  EXPECT_EQ(*relation("orders", "customers", "billing_id"), "billing");
  EXPECT_EQ(*relation("customers", "orders", "shipping"), "shipped");
  EXPECT_EQ(*relation("orders", "tags", "orders_tags"), "tags");
}

TEST_F(CatalogTest, WhatFitsNothingIsUnknown) {
  EXPECT_EQ(relation("orders", "customer").error().reason(), Reason::kUnknownRelation);
  EXPECT_EQ(relation("orders", "customers", "name").error().reason(), Reason::kUnknownRelation);
  EXPECT_EQ(relation("orders", "secret").error().reason(), Reason::kUnknownRelation);
}

TEST_F(CatalogTest, Threat025_WhatACallerMayNotNameIsNeitherFoundNorSuggested) {
  names_.unreadable = "Order";
  EXPECT_EQ(catalog_.resource("order", &names_).error().hint(), "");
  EXPECT_EQ(catalog_.resource("order").error().hint(), "");
  EXPECT_EQ(relation("customers", "ordres").error().hint(), "");
  // All of them would be refused: the choice is not shown.
  EXPECT_TRUE(relation("customers", "orders"));
  names_.unreadable.clear();
  names_.unshown = "shipping";
  EXPECT_EQ(*relation("orders", "customers"), "billing");
  EXPECT_EQ(relation("orders", "shipping").error().reason(), Reason::kUnknownRelation);
  EXPECT_EQ(relation("orders", "shippin").error().hint(), "");
  EXPECT_EQ(relation("customers", "orders", "shipping").error().reason(), Reason::kUnknownRelation);
}

}  // namespace
}  // namespace bedplate::api
