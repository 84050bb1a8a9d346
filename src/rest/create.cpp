#include "rest/api.hpp"
#include "rest/body.hpp"
#include "rest/etag.hpp"
#include "rest/nested.hpp"
#include "rest/prepared.hpp"
#include "rest/route.hpp"
#include "rest/upsert.hpp"
#include "rest/write.hpp"

namespace bedplate::rest {
namespace {

Result<std::optional<operation::Query>> parse_returning(const QuerySyntax& syntax, const WriteRequest& write,
                                                        model::EntityId entity, Binding& binding) {
  if (!syntax.filters.empty() || !syntax.orders.empty() || !syntax.limits.empty() || !syntax.offsets.empty())
    return failure(Error(Reason::kUnknownParameter, "an insert takes no filter, order, limit or offset")
                       .with_hint("only select, columns and on_conflict apply"));
  BP_TRY(auto bound, bind_write(syntax, entity, write, binding));
  return bound.returning;
}

}  // namespace

Task<Result<void>> Api::create(Call& call, const Route& route) {
  if (prefers_partial_import(call.request)) co_return co_await import_rows(call, route);
  BP_CO_TRY(const Body body, parse_body(call.request, *call.arena));
  BP_CO_TRY(Prepared prepared, prepare_create(call, route, body));
  co_return co_await perform(call, prepared);
}

Result<Prepared> Api::prepare_create(Call& call, const Route& route, const Body& body) {
  BP_TRY(WriteRequest write, write_request(call));
  BP_TRY(const QuerySyntax syntax, parse_query(call.request.query(), *call.arena, options_.query));
  // What the caller may not create at all is refused before its fields are looked at.
  BP_TRY_VOID(access::require(call.view, route.entity, model::Verb::kCreate, binding(call).refusal));
  BP_TRY(write.precondition, parse_precondition(call.request, false));
  write.one = call.references != nullptr && !body.array;
  return prepare_insert(call, route.entity, body, syntax, std::move(write));
}

Result<Prepared> Api::prepare_insert(Call& call, model::EntityId entity, const Body& body, const QuerySyntax& syntax,
                                     WriteRequest write) {
  Arena& arena = *call.arena;
  Binding binding = this->binding(call);
  const bool upserts = write.preferences.resolution != Preferences::Resolution::kNone;
  std::span<const model::FieldId> conflict;
  if (upserts || !syntax.on_conflict.empty()) {
    BP_TRY(conflict, bind_conflict(syntax.on_conflict, entity, binding));
  }
  BodyOptions options{.columns = syntax.columns,
                      .has_columns = syntax.has_columns,
                      .missing_default = write.preferences.missing_default,
                      .locators = upserts ? conflict : std::span<const model::FieldId>{}};
  std::optional<NestedBinder> nested;
  Body rows = body;
  if (nests(body, entity, options, binding)) {
    if (prefers_partial_import(call.request)) return failure(not_nested_here("an import"));
    BP_TRY(rows, nested.emplace(binding).take(body, entity, options, upserts));
  }
  BP_TRY(const GivenRows given, parse_rows(rows, entity, options, binding));
  Prepared made{.kind = Prepared::Kind::kCreate, .entity = entity, .write = std::move(write)};
  operation::Operation& operation = made.operation;
  operation.kind = operation::Operation::Kind::kCreate;
  operation.create.entity = entity;
  auto fields = arena.make_array<model::FieldId>(given.fields.size());
  std::ranges::transform(given.fields, fields.begin(), &operation::Assignment::field);
  operation.create.fields = fields;
  operation.rows = given.rows;
  operation.given = given.given;
  BP_TRY(operation.create.returning, parse_returning(syntax, made.write, entity, binding));
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  if (given.rows.empty()) {
    made.kind = Prepared::Kind::kNothing;
    return made;
  }
  if (upserts) BP_TRY_VOID(prepare_upsert(call, conflict, made));
  // Of rows that stay as they are whatever there is, nothing is written below either.
  if (nested && !made.stays) BP_TRY_VOID(nested->finish(made));
  return made;
}

void Api::add_location(Call& call, model::EntityId entity, std::span<const Cell> key) {
  std::string location = options_.base_url + "/api";
  append_item_path(location, session_.model(), entity, key);
  call.reply.add_header("Location", location);
}

}  // namespace bedplate::rest
