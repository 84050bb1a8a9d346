#include "rest/api.hpp"
#include "rest/body.hpp"
#include "rest/etag.hpp"
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
  Arena& arena = *call.arena;
  BP_CO_TRY(WriteRequest write, parse_write(call.request, call.caller, options_.rollbacks));
  BP_CO_TRY(const Body body, parse_body(call.request, arena));
  BP_CO_TRY(const QuerySyntax syntax, parse_query(call.request.query(), arena, options_.query));
  // What the caller may not create at all is refused before its fields are looked at.
  BP_CO_TRY_VOID(access::require(call.view, route.entity, model::Verb::kCreate, binding(call).refusal));
  BP_CO_TRY(write.precondition, parse_precondition(call.request, false));
  BP_CO_TRY(auto keyed,
            keyed_reply(call.request, call.reply, call.principal, session_.model().entity(route.entity).plural));
  const auto complete = [&](const engine::WriteOutcome& outcome) {
    const bool merged = write.preferences.resolution == Preferences::Resolution::kMergeDuplicates;
    call.reply.status = merged && outcome.inserted == 0 ? 200 : 201;
    if (outcome.rows == 1 && outcome.inserted == 1) add_location(call, route.entity, outcome.key);
    if (write.preferences.count == operation::Count::kExact)
      call.reply.add_header("Content-Range", written_range(write, outcome.rows, false));
    reply_written(write, outcome, call.principal, call.reply);
  };
  if (keyed) write.use(*keyed, complete);
  BP_CO_TRY(const auto outcome, co_await insert(call, route.entity, body, syntax, write));
  finish_write(write, complete, outcome, arena);
  co_return Result<void>{};
}

Task<Result<engine::WriteOutcome>> Api::insert(Call& call, model::EntityId entity, const Body& body,
                                               const QuerySyntax& syntax, const WriteRequest& write) {
  Arena& arena = *call.arena;
  Binding binding = this->binding(call);
  const bool upserts = write.preferences.resolution != Preferences::Resolution::kNone;
  std::span<const model::FieldId> conflict;
  if (upserts || !syntax.on_conflict.empty()) {
    BP_CO_TRY(conflict, bind_conflict(syntax.on_conflict, entity, binding));
  }
  BP_CO_TRY(const GivenRows given, parse_rows(body, entity,
                                              {.columns = syntax.columns,
                                               .has_columns = syntax.has_columns,
                                               .missing_default = write.preferences.missing_default,
                                               .locators = upserts ? conflict : std::span<const model::FieldId>{}},
                                              binding));
  operation::Operation operation;
  operation.kind = operation::Operation::Kind::kCreate;
  operation.create.entity = entity;
  auto fields = arena.make_array<model::FieldId>(given.fields.size());
  std::ranges::transform(given.fields, fields.begin(), &operation::Assignment::field);
  operation.create.fields = fields;
  operation.rows = given.rows;
  operation.given = given.given;
  BP_CO_TRY(operation.create.returning, parse_returning(syntax, write, entity, binding));
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  if (given.rows.empty()) {
    engine::WriteOutcome outcome;
    if (write.representation() && !write.media.singular) {
      call.reply.body = "[]";
      outcome.readable = true;
    }
    co_return outcome;
  }
  if (upserts) co_return co_await upsert(call, operation, conflict, write);
  co_return co_await session_.run_create(operation, call.principal, write.form(), write.limits(), arena,
                                         call.reply.body);
}

void Api::add_location(Call& call, model::EntityId entity, std::span<const Cell> key) {
  std::string location = options_.base_url + "/api";
  append_item_path(location, session_.model(), entity, key);
  call.reply.add_header("Location", location);
}

}  // namespace bedplate::rest
