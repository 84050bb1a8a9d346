// A query string all the way to SQL: grammar, binding, authorization, plan, statements of both dialects. The input's
// first byte chooses the principal, the rest is what follows the `?`.
// links: api sql rest/bind_*.cpp rest/parse_*.cpp rest/cursor.cpp rest/decode.cpp rest/json_value.cpp rest/pattern.cpp
#include <cstdlib>
#include <memory>

#include "access/authorize.hpp"
#include "api/catalog.hpp"
#include "model/compile.hpp"
#include "operation/shape.hpp"
#include "plan/plan.hpp"
#include "rest/bind.hpp"
#include "rest/parse_query.hpp"
#include "sql/select.hpp"

namespace {

using namespace bedplate;

constexpr std::string_view kModel = R"(
enum Role @roles { STAFF }
enum Status { NEW PAID SENT }
type Customer @entity @user(login: "email") @allow(to: [READ], when: "id == auth.id") @allow(to: [READ], roles: [STAFF]) {
  id: Int!
  email: Email!
  notes: String @allow(roles: [STAFF])
  data: JSON
  tags: [String!]
  orders: [Order!]! @relation(inverse: "customer")
}
type Order @entity @allow(to: [READ], when: "customer.id == auth.id || status == 'PAID'") {
  id: Int!
  customer: Customer! @relation
  parent: Order @relation
  status: Status! @default(value: NEW)
  total: Decimal! @decimal(precision: 10, scale: 2)
  big: BigInt
  ratio: Float
  at: DateTime! @default(fn: NOW)
  day: Date
  products: [Product!]! @relation(manyToMany: true, inverse: "orders")
}
type Product @entity @allow(to: [READ]) {
  id: ID!
  name: String! @search(language: "english")
  orders: [Order!]! @relation(manyToMany: true, inverse: "products")
}
)";

struct World {
  std::unique_ptr<model::Model> model = std::move(model::compile(kModel, "schema.graphql").model);
  api::Catalog catalog{model ? *model : (std::abort(), *model)};
  operation::Principals principals{*model};
  std::shared_ptr<const operation::Principal> who[3] = {
      principals.anonymous(),
      principals.make({.authenticated = true, .id = "7"}),
      principals.make({.authenticated = true, .id = "1", .roles = {"STAFF"}}),
  };
  access::AccessView views[3] = {{*model, who[0]->facts()}, {*model, who[1]->facts()}, {*model, who[2]->facts()}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static World world;
  if (size == 0) return 0;
  const auto chosen = data[0] % 3u;
  const std::string_view query(reinterpret_cast<const char*>(data) + 1, size - 1);
  Arena arena, template_arena;
  const auto syntax = rest::parse_query(query, arena, {});
  if (!syntax) return 0;
  for (model::EntityId entity = 0; entity < world.model->entities.size(); ++entity) {
    std::vector<Cell> values;
    rest::Binding binding{
        .catalog = world.catalog, .view = world.views[chosen], .arena = arena, .values = values, .limits = {}};
    const auto bound = rest::bind_query(*syntax, entity, {}, binding);
    if (!bound) continue;
    operation::Operation operation;
    operation.read.query = bound->query;
    operation.values = values;
    std::string shape;
    operation::append_shape(shape, operation);
    const auto allowed = access::authorize(operation, world.views[chosen], template_arena, {});
    if (!allowed) continue;
    const auto plan = plan::make_plan(*allowed, *world.model, template_arena, {});
    for (const auto dialect : {sql::Dialect::kSqlite, sql::Dialect::kPostgres})
      if (sql::compile_read(plan, *world.model, dialect, 1).statements[0].text.empty()) std::abort();
  }
  return 0;
}
