#include "operation/condition.hpp"
#include "rest/api.hpp"
#include "rest/body.hpp"
#include "rest/etag.hpp"
#include "rest/nested.hpp"
#include "rest/prepared.hpp"
#include "rest/read.hpp"
#include "rest/route.hpp"

namespace bedplate::rest {

using operation::Change;

namespace {

Result<void> require_filter(const WriteQuery& query, const model::Entity& entity, std::string_view verb) {
  if (query.filtered) return {};
  return failure(Error(Reason::kFilterRequired, std::string(verb) + " on all of " + entity.plural + " needs a filter")
                     .with_hint("name the rows, as in ?" + entity.fields[entity.key[0]].name +
                                "=eq.…; every row is meant by ?" + entity.fields[entity.key[0]].name + "=not.is.null"));
}

/// `key == the first cells of the row`, whose slots follow the operation's values.
const expr::Node* by_row_key(model::EntityId entity, std::size_t value_count, const Binding& binding) {
  return operation::key_condition(binding.model(), entity, static_cast<std::uint16_t>(value_count), binding.arena);
}

Result<void> require_readable_key(model::EntityId entity, const Binding& binding) {
  for (const auto key : binding.model().entity(entity).key)
    if (!binding.view.readable(entity, key))
      return failure(Reason::kNotFound, "there is no such row in " + binding.model().entity(entity).plural);
  return {};
}

Result<void> require_empty(const Body& body) {
  const bool empty = !body.array && (body.objects.empty() || body.objects[0].children.empty());
  if (empty) return {};
  return failure(Error(Reason::kInvalidJson, "$restore takes no values")
                     .with_hint("send no body, and change the row by PATCH once it is restored"));
}

}  // namespace

Task<Result<void>> Api::change(Call& call, const Route& route, Change::Kind kind) {
  Body body;
  if (kind == Change::Kind::kUpdate) {
    // What may not be changed at all is refused before the body is looked at.
    BP_CO_TRY_VOID(require_change(call, route, kind));
    BP_CO_TRY(body, parse_body(call.request, *call.arena));
  } else if (kind == Change::Kind::kRestore && !call.request.body().empty()) {
    BP_CO_TRY_VOID(require_change(call, route, kind));
    BP_CO_TRY(body, parse_body(call.request, *call.arena));
    BP_CO_TRY_VOID(require_empty(body));
  }
  BP_CO_TRY(Prepared prepared, prepare_change(call, route, kind, body));
  co_return co_await perform(call, prepared);
}

Result<void> Api::require_change(Call& call, const Route& route, Change::Kind kind) {
  Binding binding = this->binding(call);
  const auto verb = kind == Change::Kind::kDelete  ? model::Verb::kDelete
                    : kind == Change::Kind::kPurge ? model::Verb::kPurge
                                                   : model::Verb::kUpdate;
  BP_TRY_VOID(access::require(call.view, route.entity, verb, binding.refusal));
  return binding.require_readable(route.entity);
}

/// The rows of a change, its target and what it returns; the same for PATCH and DELETE but for the body.
Result<Prepared> Api::prepare_change(Call& call, const Route& route, Change::Kind kind, const Body& body) {
  Arena& arena = *call.arena;
  BP_TRY(WriteRequest write, write_request(call));
  write.one = is_of_item(route.kind);
  BP_TRY(const QuerySyntax syntax, parse_query(call.request.query(), arena, options_.query));
  BP_TRY_VOID(require_change(call, route, kind));
  Binding binding = this->binding(call);
  const auto& entity = session_.model().entity(route.entity);
  BP_TRY(write.precondition, parse_precondition(call.request, write.one && entity.version != model::kNoField));

  Prepared made{.kind = Prepared::Kind::kChange,
                .method = kind == Change::Kind::kDelete || kind == Change::Kind::kPurge ? Prepared::Method::kDelete
                                                                                        : Prepared::Method::kPatch,
                .entity = route.entity};
  operation::Operation& operation = made.operation;
  operation.kind = operation::Operation::Kind::kChange;
  Change& change = operation.change;
  change.kind = kind;
  static constexpr std::array<std::span<const Cell>, 1> kOneRow{};
  operation.rows = kOneRow;
  bool several = false;
  std::optional<NestedBinder> nested;
  if (kind == Change::Kind::kUpdate) {
    several = body.array && !write.one;
    if (body.array && write.one)
      return failure(Error(Reason::kInvalidJson, "the body is an array, and one row is changed by an object"));
    BodyOptions options{.verb = model::Verb::kUpdate,
                        .columns = syntax.columns,
                        .has_columns = syntax.has_columns,
                        .keys_first = several};
    Body rows = body;
    if (nests(body, route.entity, options, binding)) {
      if (!several && !write.one) return failure(not_nested_here("a change of all rows of a filter"));
      BP_TRY(rows, nested.emplace(binding).take(body, route.entity, options));
    }
    BP_TRY(const GivenRows given, parse_rows(rows, route.entity, options, binding));
    change.assignments = given.fields;
    operation.rows = given.rows;
  }
  BP_TRY(const WriteQuery query, bind_write(syntax, route.entity, write, binding));
  change.target = query.target;
  change.returning = query.returning;
  if (change.returning) change.returning->trash = kind == Change::Kind::kPurge;
  if (several) {
    if (query.filtered)
      return failure(Error(Reason::kInvalidQuery, "rows that name themselves by their keys take no filter")
                         .with_hint("send one object to change all rows of the filter alike"));
    BP_TRY_VOID(require_readable_key(route.entity, binding));
    change.by_key = true;
    change.target.where = by_row_key(route.entity, values_.size(), binding);
  } else if (write.one) {
    change.by_key = true;
    BP_TRY(const expr::Node* key, by_fields(route.entity, entity.key, route.key, binding));
    change.target.where = binding.build().both(key, query.target.where);
  } else {
    BP_TRY_VOID(require_filter(query, entity, call.request.method_text()));
  }
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  if (operation.rows.empty())
    made.kind = Prepared::Kind::kNothing;
  else if (nested)
    BP_TRY_VOID(nested->finish(made));
  made.write = std::move(write);
  return made;
}

}  // namespace bedplate::rest
