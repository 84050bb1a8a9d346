// Rows that a body nests become steps: what a row refers to before it, what refers to it afterwards. Of the latter what
// goes away comes first, so that a new row may have a unique value of one that is deleted beside it.
#include "rest/nested.hpp"

#include <algorithm>
#include <map>

#include "engine/refusal.hpp"
#include "rest/merge.hpp"
#include "rest/nested_error.hpp"

namespace bedplate::rest {

using model::EntityId;
using model::FieldId;
using operation::Change;
using operation::LateCell;
using operation::NestedStep;
using operation::Operation;

namespace {

// Each is statements of its own, and a template that has to be found or made.
constexpr std::size_t kMostSteps = 100;

bool has(std::span<const FieldId> fields, FieldId field) { return std::ranges::find(fields, field) != fields.end(); }

/// Rows of one kind have the same.
std::string members_of(std::span<const json::Node> values) {
  std::vector<std::string> names;
  for (const auto& value : values) {
    const bool increments = value.is_object() && value.children.size() == 1 && value.children[0].key == "$increment";
    names.push_back(std::string(value.key) + (increments ? "+," : ","));
  }
  std::ranges::sort(names);
  std::string all;
  for (const auto& name : names) all += name;
  return all;
}

}  // namespace

Result<void> NestedBinder::finish(Prepared& made) {
  const Operation& root = made.operation;
  std::vector<Row*> rows;
  for (Row& row : root_) rows.push_back(&row);
  if (made.kind == Prepared::Kind::kUpsert && !made.merges) BP_TRY_VOID(push_left(made));
  BP_TRY_VOID(add_above(entity_, rows, 1));
  std::vector<FieldId> cells;
  if (root.kind == Operation::Kind::kCreate) {
    cells.assign(root.create.fields.begin(), root.create.fields.end());
  } else {
    for (const auto& assignment : root.change.assignments) cells.push_back(assignment.field);
  }
  cells.insert(cells.begin(), root.rows[0].size() - cells.size(), model::kNoField);
  NestedStep step = with_late({.operation = root}, rows, cells);
  if (made.kind == Prepared::Kind::kUpsert && made.merges) step = with_merge(step, made.merge, rows);
  BP_TRY(made.root, push(step));
  BP_TRY_VOID(add_below(entity_, rows, made.root, 1));
  made.kind = Prepared::Kind::kNested;
  made.steps = binding_.arena.copy_array<NestedStep>(std::span<const NestedStep>(steps_));
  return {};
}

// Before anything is written, and of what a row refers to nothing is inserted either.
Result<void> NestedBinder::push_left(Prepared& made) {
  NestedStep step{.operation = made.merge};
  step.operation.change.by_key = false;
  BP_TRY(made.left, push(step));
  return {};
}

Result<std::vector<NestedBinder::Place>> NestedBinder::add(Rows rows, std::uint32_t depth) {
  if (depth > binding_.limits.depth)
    return failure(Error(Reason::kLimitExceeded,
                         "the body nests rows deeper than " + std::to_string(binding_.limits.depth) + " levels")
                       .with_hint("write the inner rows by themselves"));
  BP_TRY_VOID(count(rows.rows.size()));
  BP_TRY_VOID(require(rows));
  std::map<std::string, std::size_t> kinds;
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const auto [kind, is_new] = kinds.emplace(members_of(rows.rows[i].values), groups.size());
    if (is_new) groups.emplace_back();
    groups[kind->second].push_back(i);
  }
  std::vector<Place> places(rows.rows.size());
  for (const auto& group : groups) BP_TRY_VOID(add_step(rows, group, depth, places));
  return places;
}

Result<void> NestedBinder::count(std::size_t rows) {
  count_ += rows;
  if (count_ <= binding_.limits.nested) return {};
  return failure(
      Error(Reason::kLimitExceeded, "the body nests more than " + std::to_string(binding_.limits.nested) + " rows")
          .with_hint("write them in several requests, or rows of one kind by a POST of their own"));
}

/// What no row of the kind can pass; before any name of the entity is looked at.
Result<void> NestedBinder::require(const Rows& rows) const {
  const auto& entity = of(rows.entity);
  const auto at = [&](const Error& error) { return failure(engine::at_path(error, rows.rows[0].path)); };
  const bool creates = rows.verb == Verb::kCreate;
  const auto verb = creates || rows.verb == Verb::kUpsert ? model::Verb::kCreate
                    : rows.verb == Verb::kDelete          ? model::Verb::kDelete
                                                          : model::Verb::kUpdate;
  if (!creates)
    if (auto may = binding_.require_readable(rows.entity); !may) return at(may.error());
  if (auto may = access::require(binding_.view, rows.entity, verb, binding_.refusal); !may) return at(may.error());
  if (creates) return {};
  if (rows.verb == Verb::kConnect || rows.verb == Verb::kDisconnect) {
    const auto& inverse = entity.fields[rows.relation->inverse];
    if (std::ranges::any_of(rows.relation->foreign_key, [&](FieldId field) { return has(entity.key, field); }))
      return at(Error(Reason::kInvalidValue, "'" + inverse.name + "' is of the key of " + entity.plural)
                    .with_hint("create and delete rows instead"));
    if (rows.verb == Verb::kDisconnect && !inverse.type.nullable)
      return at(Error(Reason::kInvalidValue, "'" + inverse.name + "' of " + entity.plural + " is required")
                    .with_hint("delete the row, or connect it to another one"));
  }
  if (entity.version_required)
    return at(Error(Reason::kInvalidValue, "a row of " + entity.plural + " is changed by its version alone")
                  .with_hint("change it by its own path, with its ETag in If-Match"));
  const auto readable = [&](FieldId field) {
    return field == entity.tenant || binding_.view.readable(rows.entity, field).has_value();
  };
  const bool below = rows.relation->kind == model::FieldKind::kToMany;
  if (std::ranges::all_of(entity.key, readable) &&
      (!below || std::ranges::all_of(rows.relation->foreign_key, readable)))
    return {};
  return at(Error(Reason::kUnknownField, "rows of " + entity.plural + " cannot be named here"));
}

Result<NestedBinder::Rows> NestedBinder::rows_of(EntityId entity, const model::Field& relation, Verb verb,
                                                 std::span<Row* const> rows, std::uint16_t step) {
  const auto id = id_of(of(entity), relation);
  Rows made{.entity = relation.target, .verb = verb, .relation = &relation};
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const Member& member : rows[i]->members) {
      if (member.relation != id || member.verb != verb) continue;
      BP_TRY(Row row, take_row(*member.value, relation.target, verb, member.path, {}, false));
      row.root = rows[i]->root;
      if (step != kAbove)
        place_below(relation, entity, {.step = step, .row = static_cast<std::uint32_t>(i)}, made, row);
      made.rows.push_back(std::move(row));
    }
  return made;
}

/// The fields that its place gives a row: of a list the key of the row above, of a to-one its own key.
void NestedBinder::place_below(const model::Field& relation, EntityId parent, Place above, const Rows& rows, Row& row) {
  const auto& entity = of(rows.entity);
  const bool many = relation.kind == model::FieldKind::kToMany;
  const auto& fields = many ? relation.foreign_key : entity.key;
  const auto& sources = many ? of(parent).key : relation.foreign_key;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const FieldId field = fields[i];
    if (field == entity.tenant) continue;
    const std::string& name = entity.fields[field].name;
    const bool given = std::ranges::find(row.values, name, &json::Node::key) != row.values.end();
    const bool changed = rows.verb != Verb::kUpdate && rows.verb != Verb::kDelete;
    if (!given && (changed || has(entity.key, field))) row.values.push_back({.key = name});
    row.late.push_back({.field = field, .source = sources[i], .from = above, .given = given});
  }
}

Result<void> NestedBinder::add_step(Rows& rows, std::span<const std::size_t> at, std::uint32_t depth,
                                    std::vector<Place>& places) {
  std::vector<Row*> mine;
  for (const std::size_t i : at) mine.push_back(&rows.rows[i]);
  BP_TRY_VOID(add_above(rows.entity, mine, depth));
  BP_TRY(const NestedStep made, make_step(rows, mine));
  BP_TRY(const auto step, push(made));
  for (std::size_t i = 0; i < at.size(); ++i) places[at[i]] = {.step = step, .row = static_cast<std::uint32_t>(i)};
  return add_below(rows.entity, mine, step, depth);
}

Result<NestedStep> NestedBinder::make_step(const Rows& rows, std::span<Row* const> mine) {
  Arena& arena = binding_.arena;
  const auto& entity = of(rows.entity);
  const bool creates = rows.verb == Verb::kCreate || rows.verb == Verb::kUpsert;
  std::vector<json::Node> objects;
  std::vector<std::string_view> paths;
  for (const Row* row : mine) {
    objects.push_back({.kind = json::Kind::kObject,
                       .children = arena.copy_array<json::Node>(std::span<const json::Node>(row->values))});
    paths.push_back(arena.copy(row->path));
  }
  NestedStep step;
  step.paths = arena.copy_array<std::string_view>(std::span<const std::string_view>(paths));
  auto parsed = parse_rows(
      {.array = true, .objects = objects}, rows.entity,
      {.verb = creates ? model::Verb::kCreate : model::Verb::kUpdate, .keys_first = !creates, .paths = step.paths},
      binding_);
  if (!parsed && parsed.error().fields().empty()) return failure(engine::at_path(parsed.error(), paths[0]));
  BP_TRY(const GivenRows given, std::move(parsed));
  std::vector<FieldId> cells;  // by cell: what is late of it
  for (const auto& assignment : given.fields) cells.push_back(assignment.field);
  if (creates) {
    step.operation.kind = Operation::Kind::kCreate;
    step.operation.create.entity = rows.entity;
    step.operation.create.fields = arena.copy_array<FieldId>(std::span<const FieldId>(cells));
    step.operation.rows = given.rows;
    step = with_late(step, mine, cells);
    return rows.verb == Verb::kUpsert ? with_merge(step, rows, mine) : step;
  }
  // [key…], of rows that must be the parent's [its key…], then what is assigned.
  std::vector<FieldId> named(entity.key.begin(), entity.key.end());
  const bool belongs = rows.verb != Verb::kConnect && rows.relation->kind == model::FieldKind::kToMany;
  for (const FieldId field : belongs ? rows.relation->foreign_key : std::vector<FieldId>{})
    if (field != entity.tenant) named.push_back(field);
  step.operation.kind = Operation::Kind::kChange;
  Change& change = step.operation.change;
  change.kind = rows.verb == Verb::kDelete ? Change::Kind::kDelete : Change::Kind::kUpdate;
  change.by_key = true;
  change.target.entity = rows.entity;
  change.assignments = given.fields;
  expr::Builder build = binding_.build();
  for (std::size_t i = 0; i < named.size(); ++i) {
    const Type type = entity.fields[named[i]].type;
    change.target.where = build.both(
        change.target.where, build.condition(expr::Op::kEq, {build.field(binding_.row(rows.entity), named[i], type),
                                                             build.slot(static_cast<std::uint16_t>(i), type)}));
  }
  const auto keys = static_cast<std::ptrdiff_t>(entity.key.size());
  auto all = arena.make_array<std::span<const Cell>>(given.rows.size());
  for (std::size_t r = 0; r < all.size(); ++r) {
    const auto from = given.rows[r];
    auto to = arena.make_array<Cell>(named.size() + cells.size());
    std::copy(from.begin(), from.begin() + keys, to.begin());
    std::copy(from.begin() + keys, from.end(), to.begin() + static_cast<std::ptrdiff_t>(named.size()));
    all[r] = to;
  }
  step.operation.rows = all;
  if (rows.verb == Verb::kDisconnect) std::ranges::fill(cells, model::kNoField);  // they become null
  cells.insert(cells.begin(), named.begin(), named.end());
  return with_late(step, mine, cells);
}

NestedStep NestedBinder::with_merge(NestedStep step, const Rows& rows, std::span<Row* const> mine) {
  const auto& entity = of(rows.entity);
  // A row of another parent is none of this one's: its key is taken.
  std::vector<FieldId> conflict(entity.key.begin(), entity.key.end());
  for (const FieldId field : rows.relation->foreign_key)
    if (field != entity.tenant && !has(conflict, field)) conflict.push_back(field);
  const auto merge = make_merge(step.operation, conflict, Change::Kind::kUpdate, binding_);
  return merge ? with_merge(step, *merge, mine) : step;
}

NestedStep NestedBinder::with_merge(NestedStep step, const Operation& merge, std::span<Row* const> rows) const {
  std::vector<FieldId> assigned, cells;
  for (const auto& assignment : merge.change.assignments) assigned.push_back(assignment.field);
  for (const FieldId field : step.operation.create.fields)
    if (!has(assigned, field)) cells.push_back(field);
  cells.insert(cells.end(), assigned.begin(), assigned.end());
  step.merge_late = with_late({.operation = merge}, rows, cells).late;
  step.merge = binding_.arena.make<Operation>(merge);
  return step;
}

/// `cells` by cell of a row: which field's late value it takes; none: it is no place for one.
NestedStep NestedBinder::with_late(NestedStep step, std::span<Row* const> rows, std::span<const FieldId> cells) const {
  std::vector<LateCell> late;
  std::vector<FieldId> connected;
  auto roots = binding_.arena.make_array<std::uint32_t>(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    roots[r] = rows[r]->root;
    for (const FieldId relation : rows[r]->connected)
      if (!has(connected, relation)) connected.push_back(relation);
    for (const LateField& each : rows[r]->late)
      for (std::size_t c = 0; c < cells.size(); ++c)
        if (cells[c] == each.field)
          late.push_back({.row = static_cast<std::uint32_t>(r),
                          .cell = static_cast<std::uint16_t>(c),
                          .step = each.from.step,
                          .from = each.from.row,
                          .field = each.source,
                          .given = each.given && !step.operation.rows[r][c].is_null()});
  }
  step.late = binding_.arena.copy_array<LateCell>(std::span<const LateCell>(late));
  step.connected = binding_.arena.copy_array<FieldId>(std::span<const FieldId>(connected));
  step.roots = roots;
  return step;
}

Result<void> NestedBinder::add_above(EntityId entity, std::span<Row* const> rows, std::uint32_t depth) {
  for (const auto& relation : of(entity).fields) {
    if (relation.kind != model::FieldKind::kToOne) continue;
    BP_TRY(Rows above, rows_of(entity, relation, Verb::kCreate, rows, kAbove));
    if (above.rows.empty()) continue;
    BP_TRY(const auto places, add(std::move(above), depth + 1));
    const auto id = id_of(of(entity), relation);
    std::size_t next = 0;
    for (Row* row : rows)
      for (const Member& member : row->members) {
        if (member.relation != id || member.verb != Verb::kCreate) continue;
        const Place from = places[next++];
        for (std::size_t i = 0; i < relation.foreign_key.size(); ++i) {
          const FieldId field = relation.foreign_key[i];
          if (field == of(entity).tenant) continue;
          if (std::ranges::find(row->late, field, &LateField::field) != row->late.end())
            return failure(Error(Reason::kInvalidValue,
                                 member.path + ": the row that it is below is its " + relation.name + " already")
                               .with_hint("leave out what the place of a row says already"));
          row->late.push_back({.field = field, .source = of(relation.target).key[i], .from = from});
        }
      }
  }
  return {};
}

Result<void> NestedBinder::add_below(EntityId entity, std::span<Row* const> rows, std::uint16_t step,
                                     std::uint32_t depth) {
  static constexpr Verb kOrder[] = {Verb::kDelete, Verb::kDisconnect, Verb::kSet,   Verb::kUpdate,
                                    Verb::kUpsert, Verb::kConnect,    Verb::kCreate};
  for (const auto& relation : of(entity).fields) {
    if (!relation.is_relation()) continue;
    if (relation.join) {
      BP_TRY_VOID(add_links(entity, relation, rows, {.number = step, .depth = depth}));
      continue;
    }
    for (const Verb verb : kOrder) {
      if (relation.kind == model::FieldKind::kToOne && verb != Verb::kUpdate) continue;
      if (verb == Verb::kSet) {
        BP_TRY_VOID(add_set(entity, relation, rows, {.number = step, .depth = depth}));
        continue;
      }
      BP_TRY(Rows below, rows_of(entity, relation, verb, rows, step));
      if (!below.rows.empty()) BP_TRY_VOID(add(std::move(below), depth + 1));
    }
  }
  return {};
}

Result<std::uint16_t> NestedBinder::push(const NestedStep& step) {
  if (steps_.size() == kMostSteps)
    return failure(Error(Reason::kLimitExceeded, "the body nests rows of more than " + std::to_string(kMostSteps) +
                                                     " kinds, by relation, verb and members")
                       .with_hint("give rows of one kind the same members, or write them in several requests"));
  steps_.push_back(step);
  return static_cast<std::uint16_t>(steps_.size() - 1);
}

}  // namespace bedplate::rest
