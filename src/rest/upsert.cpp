#include "rest/upsert.hpp"

#include <algorithm>

#include "base/scalar.hpp"
#include "rest/api.hpp"
#include "rest/body.hpp"
#include "rest/route.hpp"
#include "rest/write.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using model::FieldId;
using operation::Assignment;
using operation::Change;
using operation::Operation;

namespace {

bool has(std::span<const FieldId> fields, FieldId field) { return std::ranges::find(fields, field) != fields.end(); }

/// The tenant is part of every unique key of its rows, and nobody's to name.
bool is_unique_key(const model::Entity& entity, std::span<const FieldId> fields) {
  const auto same = [&](std::span<const FieldId> key) {
    return std::ranges::all_of(key, [&](FieldId field) { return field == entity.tenant || has(fields, field); }) &&
           std::ranges::all_of(fields, [&](FieldId field) { return has(key, field); });
  };
  if (same(entity.key)) return true;
  if (fields.size() == 1 && entity.fields[fields[0]].unique) return true;
  return std::ranges::any_of(entity.indexes, [&](const auto& index) { return index.unique && same(index.fields); });
}

/// The change of the row that is there: found by the conflict's fields, and by those that can't be changed, so that a
/// row that differs in them is a conflict.
class Merge {
 public:
  Merge(const Operation& create, std::span<const FieldId> conflict, Binding& binding)
      : create_(create), entity_(create.create.entity), conflict_(conflict), binding_(binding) {}

  /// None where a row cannot be found: not every field of the conflict is given and readable.
  std::optional<Operation> make(Change::Kind kind);

 private:
  const Operation& create_;
  model::EntityId entity_;
  std::span<const FieldId> conflict_;
  Binding& binding_;
};

std::optional<Operation> Merge::make(Change::Kind kind) {
  const auto given = create_.create.fields;
  for (const FieldId field : conflict_)
    if (!has(given, field) || !binding_.view.readable(entity_, field)) return std::nullopt;
  std::vector<std::size_t> located, assigned;  // places in a row of the create
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool changes = kind == Change::Kind::kUpdate && !has(conflict_, given[i]) &&
                         binding_.view.is_writable(entity_, given[i], model::Verb::kUpdate);
    if (changes)
      assigned.push_back(i);
    else if (has(conflict_, given[i]) || kind == Change::Kind::kUpdate)
      located.push_back(i);
  }
  Arena& arena = binding_.arena;
  expr::Builder build = binding_.build();
  Operation made;
  made.kind = Operation::Kind::kChange;
  made.values = create_.values;
  Change& change = made.change;
  change.kind = kind;
  change.by_key = true;
  change.target.entity = entity_;
  auto slot = static_cast<std::uint16_t>(create_.values.size());
  const Node* row = binding_.row(entity_);
  for (const std::size_t at : located) {
    const Type type = binding_.model().field(entity_, given[at]).type;
    const Node *field = build.field(row, given[at], type), *value = build.slot(slot++, type);
    const Node* same = has(conflict_, given[at]) ? build.condition(Op::kEq, {field, value})
                                                 : build.negated(build.condition(Op::kIsDistinct, {field, value}));
    change.target.where = build.both(change.target.where, same);
  }
  auto assignments = arena.make_array<Assignment>(assigned.size());
  for (std::size_t i = 0; i < assigned.size(); ++i) assignments[i] = {.field = given[assigned[i]]};
  change.assignments = assignments;
  auto rows = arena.make_array<std::span<const Cell>>(create_.rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto cells = arena.make_array<Cell>(located.size() + assigned.size());
    auto at = cells.begin();
    for (const std::size_t place : located) *at++ = create_.rows[r][place];
    for (const std::size_t place : assigned) *at++ = create_.rows[r][place];
    rows[r] = cells;
  }
  made.rows = rows;
  return made;
}

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

Result<std::span<const FieldId>> bind_conflict(std::span<const std::string_view> names, model::EntityId entity,
                                               Binding& binding) {
  const auto& of = binding.model().entity(entity);
  if (names.empty()) return std::span<const FieldId>(of.key);
  std::vector<FieldId> fields;
  for (const auto name : names) {
    BP_TRY(const auto field, binding.view.readable(entity, name));
    fields.push_back(field.field());
  }
  if (!is_unique_key(of, fields)) {
    std::string text;
    for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return failure(Error(Reason::kInvalidQuery, "on_conflict: (" + text + ") is no unique key of " + of.plural)
                       .with_hint("name the fields of the key, or of one @unique, all and only those"));
  }
  return binding.arena.copy_array<FieldId>(std::span<const FieldId>(fields));
}

Task<Result<engine::WriteOutcome>> Api::upsert(Call& call, const Operation& create, std::span<const FieldId> conflict,
                                               const WriteRequest& write) {
  Binding binding = this->binding(call);
  values_.assign(create.values.begin(), create.values.end());
  const model::EntityId entity = create.create.entity;
  if (std::ranges::any_of(create.given,
                          [](const auto flags) { return std::ranges::find(flags, false) != flags.end(); }))
    co_return failure(Error(Reason::kNotServedYet, "'missing=default' of rows that may be there is not served yet")
                          .with_hint("send every column in each object"));
  const bool merges = write.preferences.resolution != Preferences::Resolution::kIgnoreDuplicates;
  auto merge = Merge(create, conflict, binding).make(merges ? Change::Kind::kUpdate : Change::Kind::kFind);
  // A key that a client may not choose names a row that is there, or none.
  const bool creatable = std::ranges::all_of(
      create.create.fields, [&](FieldId field) { return call.view.is_writable(entity, field, model::Verb::kCreate); });
  const auto form = write.form(call.request);
  if (!creatable) {
    if (!merge) co_return failure(Reason::kNotFound, "there is no such row");
    merge->change.returning = create.create.returning;
    BP_CO_TRY(auto outcome,
              co_await session_.run_change(*merge, call.principal, form, write.limits(), call.reply.body));
    if (!merges) outcome.rows = 0;  // what is there stays
    co_return outcome;
  }
  if (!merge)
    co_return co_await session_.run_create(create, call.principal, form, write.limits(), call.request.arena(),
                                           call.reply.body);
  co_return co_await session_.run_upsert(create, *merge, merges, call.principal, form, write.limits(),
                                         call.request.arena(), call.reply.body);
}

// The row of that key becomes what the body says, whether or not it was there.
Task<Result<void>> Api::put(Call& call, const Route& route) {
  Arena& arena = call.request.arena();
  BP_CO_TRY(WriteRequest write, parse_write(call.request));
  write.one = route.kind == Route::Kind::kItem;
  write.preferences.resolution = Preferences::Resolution::kMergeDuplicates;
  BP_CO_TRY(const Body body, parse_body(call.request, arena));
  if (body.objects.size() != 1) co_return failure(Error(Reason::kInvalidJson, "PUT takes one object, the row"));
  BP_CO_TRY(const QuerySyntax syntax, parse_query(call.request.query(), arena, options_.query));
  Binding binding = this->binding(call);
  BP_CO_TRY_VOID(access::require(call.view, route.entity, model::Verb::kCreate, binding.refusal));
  const auto& entity = session_.model().entity(route.entity);
  BP_CO_TRY(auto keyed, keyed_reply(call.request, call.reply, call.principal, entity.plural));
  BP_CO_TRY(
      const GivenRows given,
      parse_rows(body, route.entity,
                 {.columns = syntax.columns, .has_columns = syntax.has_columns, .locators = entity.key}, binding));
  BP_CO_TRY(const auto named, named_key(route, syntax, entity, arena));
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
      co_return failure(
          Error(Reason::kInvalidValue, entity.fields[field].name + " of the body is not that of the row's name"));
    }
  }
  Operation operation;
  operation.kind = Operation::Kind::kCreate;
  operation.create.entity = route.entity;
  operation.create.fields = fields;
  const std::span<const Cell> rows[] = {cells};
  operation.rows = rows;
  QuerySyntax shown = syntax;
  shown.filters = {};
  BP_CO_TRY(const WriteQuery query, bind_write(shown, route.entity, write, binding));
  operation.create.returning = query.returning;
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  const auto complete = [&](const engine::WriteOutcome& outcome) {
    reply_written(write, outcome, call.reply);
    call.reply.status = outcome.inserted > 0 ? 201 : call.reply.content_type.empty() ? 204 : 200;
    if (outcome.inserted > 0) add_location(call, route.entity, outcome.key);
  };
  if (keyed) write.use(*keyed, complete);
  BP_CO_TRY(const auto outcome, co_await upsert(call, operation, entity.key, write));
  finish_write(write, complete, outcome, arena);
  co_return Result<void>{};
}

}  // namespace bedplate::rest
