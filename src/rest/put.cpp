#include <algorithm>

#include "base/scalar.hpp"
#include "rest/api.hpp"
#include "rest/body.hpp"
#include "rest/etag.hpp"
#include "rest/nested.hpp"
#include "rest/prepared.hpp"
#include "rest/references.hpp"
#include "rest/route.hpp"

namespace bedplate::rest {

using model::FieldId;
using operation::Operation;

namespace {

/// The key by which a PUT names its row: the path's, or the filters', which must be all of it by `eq` and nothing else.
Result<std::span<const Cell>> named_key(const Route& route, const QuerySyntax& syntax, const model::Entity& entity,
                                        Arena& arena) {
  const auto wrong = [&] {
    return failure(Error(Reason::kInvalidQuery, "a PUT is of one row, named by its whole key and nothing else")
                       .with_hint("as in /api/" + entity.plural + "/<key>, or ?" + entity.fields[entity.key[0]].name +
                                  "=eq.<value>"));
  };
  const bool one = route.kind == Route::Kind::kItem;
  if (!syntax.orders.empty() || !syntax.limits.empty() || !syntax.offsets.empty()) return wrong();
  if (syntax.filters.size() != (one ? 0 : entity.key.size())) return wrong();
  if (one) return route.key;
  auto key = arena.make_array<Cell>(entity.key.size());
  for (std::size_t i = 0; i < key.size(); ++i) {
    const auto& field = entity.fields[entity.key[i]];
    const auto at = std::ranges::find_if(syntax.filters, [&](const PlacedFilter& placed) {
      const FilterNode& filter = placed.filter;
      return placed.embed_path.empty() && filter.kind == FilterNode::Kind::kTest && filter.field.name == field.name &&
             filter.field.path.empty() && filter.field.cast.empty() && filter.test.op == "eq" && !filter.test.negated &&
             filter.test.quantifier == Test::Quantifier::kNone;
    });
    if (at == syntax.filters.end()) return wrong();
    const auto cell = parse_scalar(field.type, at->filter.test.value, arena);
    if (!cell)
      return failure(Reason::kInvalidValue, field.name + ": '" + std::string(at->filter.test.value) + "' is no key");
    key[i] = *cell;
  }
  return std::span<const Cell>(key);
}

}  // namespace

Task<Result<void>> Api::put(Call& call, const Route& route) {
  BP_CO_TRY(const Body body, parse_body(call.request, *call.arena));
  BP_CO_TRY(Prepared prepared, prepare_put(call, route, body));
  co_return co_await perform(call, prepared);
}

// The row of that key becomes what the body says, whether or not it was there.
Result<Prepared> Api::prepare_put(Call& call, const Route& route, const Body& body) {
  Arena& arena = *call.arena;
  BP_TRY(WriteRequest write, write_request(call));
  write.one = route.kind == Route::Kind::kItem;
  write.preferences.resolution = Preferences::Resolution::kMergeDuplicates;
  if (body.objects.size() != 1) return failure(Error(Reason::kInvalidJson, "PUT takes one object, the row"));
  BP_TRY(const QuerySyntax syntax, parse_query(call.request.query(), arena, options_.query));
  Binding binding = this->binding(call);
  BP_TRY_VOID(access::require(call.view, route.entity, model::Verb::kCreate, binding.refusal));
  const auto& entity = session_.model().entity(route.entity);
  BP_TRY(write.precondition, parse_precondition(call.request, entity.version != model::kNoField));
  BodyOptions options{.columns = syntax.columns, .has_columns = syntax.has_columns, .locators = entity.key};
  std::optional<NestedBinder> nested;
  Body rows = body;
  if (nests(body, route.entity, options, binding)) {
    BP_TRY(rows, nested.emplace(binding).take(body, route.entity, options, true));
  }
  BP_TRY(const GivenRows given, parse_rows(rows, route.entity, options, binding));
  BP_TRY(const auto named, named_key(route, syntax, entity, arena));
  // The key that names the row, then what the body says; a key in the body is the same one.
  std::vector<FieldId> fields(entity.key.begin(), entity.key.end());
  std::vector<Cell> cells(named.begin(), named.end());
  for (std::size_t i = 0; i < given.fields.size(); ++i) {
    const FieldId field = given.fields[i].field;
    const auto key = std::ranges::find(entity.key, field);
    if (key == entity.key.end()) {
      fields.push_back(field);
      cells.push_back(given.rows[0][i]);
    } else if (given.rows[0][i] != named[static_cast<std::size_t>(key - entity.key.begin())]) {
      return failure(
          Error(Reason::kInvalidValue, entity.fields[field].name + " of the body is not that of the row's name"));
    } else if (call.references != nullptr) {
      call.references->drop(given.rows[0][i]);
    }
  }
  Prepared made{.kind = Prepared::Kind::kCreate, .method = Prepared::Method::kPut, .entity = route.entity};
  Operation& operation = made.operation;
  operation.kind = Operation::Kind::kCreate;
  operation.create.entity = route.entity;
  operation.create.fields = arena.copy_array<FieldId>(std::span<const FieldId>(fields));
  const std::span<const Cell> row = arena.copy_array<Cell>(std::span<const Cell>(cells));
  operation.rows = arena.copy_array<std::span<const Cell>>(std::span(&row, 1));
  QuerySyntax shown = syntax;
  shown.filters = {};
  BP_TRY(const WriteQuery query, bind_write(shown, route.entity, write, binding));
  operation.create.returning = query.returning;
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  made.write = std::move(write);
  BP_TRY_VOID(prepare_upsert(call, entity.key, made));
  if (nested) BP_TRY_VOID(nested->finish(made));
  return made;
}

}  // namespace bedplate::rest
