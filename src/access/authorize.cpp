#include "access/authorize.hpp"

#include <array>

#include "access/cover.hpp"
#include "access/rewrite.hpp"
#include "expr/visit.hpp"
#include "operation/row_slots.hpp"

namespace bedplate::access {

using expr::Node;
using expr::Op;
using operation::Embed;
using operation::Query;
using operation::SelectItem;

template <>
struct AuthorizedMaker<Allowed> {
  static Authorized<Allowed> make(Allowed allowed) { return Authorized<Allowed>(allowed); }
};

namespace {

Result<void> served(const model::Entity& of, Verb verb) {
  for (const auto& mark : of.not_served)
    if (mark.verbs.has(verb))
      return failure(
          Error(Reason::kNotServedYet, std::string(model::verb_name(verb)) + " on " + of.plural + " is not served yet")
              .with_detail(mark.directive + " governs it, and this version does not enforce it")
              .with_hint("remove " + mark.directive + " from the model, or wait for the version that serves it"));
  return {};
}

}  // namespace

Result<void> require(const AccessView& view, EntityId entity, Verb verb, const AuthorizeOptions& options) {
  const auto& of = view.model().entity(entity);
  if (!view.denied(entity, verb)) return served(of, verb);
  Error error(
      options.authenticated ? Reason::kForbidden : Reason::kUnauthenticated,
      options.authenticated ? "permission denied for " + of.plural : "authentication is required for " + of.plural);
  if (!options.explain) return failure(std::move(error));
  const std::string name(model::verb_name(verb));
  std::string rules;
  for (const auto& rule : of.rules)
    if (rule.allow && rule.verbs.has(verb)) rules += (rules.empty() ? "" : "; ") + rule.text;
  const std::string example = "@allow(to: [" + name + "]) to type " + of.name + ", with roles: or when: to narrow it";
  if (rules.empty())
    return failure(std::move(error)
                       .with_detail("type " + of.name + " has no @allow for " + name)
                       .with_hint("add for example " + example));
  return failure(
      std::move(error)
          .with_detail("no @allow of type " + of.name + " for " + name +
                       " can hold for this caller, whatever the row: " + rules)
          .with_hint("ask as somebody for whom one holds (bedplate token mints one), or add for example " + example));
}

namespace {

class Authorizer {
 public:
  Authorizer(const AccessView& view, Arena& arena, const AuthorizeOptions& options)
      : view_(view), arena_(arena), options_(options), rewrite_(view, arena) {}

  /// Copies `asked` with the rules in it. A single verb governs it: READ.
  /// `rows`: of which rows; null: those that are live, or of the trash if it asks for them.
  Result<Query> query(const Query& asked, const Node* rows = nullptr);
  Result<AllowedCreate> create(const operation::Create& asked);
  Result<AllowedChange> change(const operation::Change& asked, const operation::RowSlots& slots);
  /// LIMIT_EXCEEDED when the operation with its rules is more than one may ask at once.
  Result<std::uint16_t> next_scope() const {
    constexpr std::size_t kMostBytes = std::size_t{4} << 20;  // of a template: some ten thousand nodes
    if (!rewrite_.exhausted() && arena_.footprint() <= kMostBytes) return rewrite_.next_scope();
    return failure(Error(Reason::kLimitExceeded, "the request with its rules is too large for one operation")
                       .with_hint("select fewer fields and embeddings at once"));
  }

 private:
  Result<void> require(EntityId entity, Verb verb) const { return access::require(view_, entity, verb, options_); }
  void select_all(EntityId entity, const Node* row, std::vector<SelectItem>& items);
  Result<const Embed*> embed(EntityId parent, const Embed& asked);
  Result<void> require_hops(const Node* node) const;
  /// Over `row`: it is in the trash, and the caller may read it and restore or purge it.
  Result<const Node*> in_trash(EntityId entity, const Node* row);
  const Node* trashed(EntityId entity, const Node* row);
  Result<std::optional<Query>> returning(const std::optional<Query>& asked);
  std::span<const Link> links(EntityId entity, std::span<const FieldId> given);
  std::span<const AskedConstraint> constraints(EntityId entity);
  Error refused(EntityId entity) const {
    return {options_.authenticated ? Reason::kForbidden : Reason::kUnauthenticated,
            "permission denied for " + view_.model().entity(entity).plural};
  }
  /// The same of a write that gives fields which no one @allow names.
  Error refused(EntityId entity, Verb verb, std::span<const FieldId> given) const;

  const AccessView& view_;
  Arena& arena_;
  const AuthorizeOptions& options_;
  Rewriter rewrite_;
};

Error Authorizer::refused(EntityId entity, Verb verb, std::span<const FieldId> given) const {
  if (!options_.explain) return refused(entity);
  const auto& of = view_.model().entity(entity);
  std::string unnamed, all;
  for (const FieldId field : given) {
    const auto& name = of.fields[field].name;
    all += (all.empty() ? "" : ", ") + name;
    const bool named = std::ranges::any_of(
        of.rules, [&](const model::Rule& rule) { return rule.allow && rule.verbs.has(verb) && names(rule, field); });
    if (!named) unnamed += (unnamed.empty() ? "" : ", ") + name;
  }
  const std::string word(model::verb_name(verb));
  if (!unnamed.empty())
    return refused(entity)
        .with_detail("no @allow of type " + of.name + " for " + word + " has " + unnamed + " among its fields:")
        .with_hint("leave " + unnamed + " out, or add to the fields: of an @allow");
  return refused(entity)
      .with_detail("no one @allow of type " + of.name + " for " + word + " that can hold for this caller covers " + all)
      .with_hint("parts of two rules never mix: give fewer fields, or widen one @allow");
}

Result<void> Authorizer::require_hops(const Node* node) const {
  if (node == nullptr) return {};
  Result<void> allowed;
  expr::any_node(*node, [&](const Node& one) {
    if (expr::is_relation(one.op)) allowed = require(one.entity, Verb::kRead);
    return !allowed;
  });
  return allowed;
}

bool not_served(const model::Field& field) {
  return std::any_of(field.not_served.begin(), field.not_served.end(),
                     [](const model::NotServed& mark) { return mark.verbs.has(Verb::kRead); });
}

void Authorizer::select_all(EntityId entity, const Node* row, std::vector<SelectItem>& items) {
  const auto& of = view_.model().entity(entity);
  for (std::size_t f = 0; f < of.fields.size(); ++f) {
    const auto& field = of.fields[f];
    if (field.is_relation() || not_served(field)) continue;
    const auto readable = view_.readable(entity, static_cast<FieldId>(f));
    if (!readable) continue;
    const Node* plain = readable->node(row, view_.model(), arena_);
    items.push_back({.kind = SelectItem::Kind::kValue,
                     .name = arena_.copy(field.name),
                     .node = rewrite_.as_caller(plain, row),
                     .embed = nullptr});
  }
}

const Node* Authorizer::trashed(EntityId entity, const Node* row) {
  return expr::Builder(arena_).negated(rewrite_.as_system(view_.live(entity), row));
}

Result<const Node*> Authorizer::in_trash(EntityId entity, const Node* row) {
  const auto& of = view_.model().entity(entity);
  const std::array<FieldId, 1> restored{of.deleted_at};
  std::vector<const Node*> ways;
  for (const Verb verb : {Verb::kUpdate, Verb::kPurge}) {
    const bool restores = verb == Verb::kUpdate;
    Cover cover(view_, rewrite_, row, 0, arena_);
    bool possible =
        cover.add(of.rules, verb, restores ? std::span<const FieldId>(restored) : std::span<const FieldId>(), false);
    if (restores) possible = possible && cover.add(of.fields[of.deleted_at].rules, verb, {}, true);
    if (possible)
      ways.push_back(cover.permitted() == nullptr ? expr::Builder(arena_).boolean(true) : cover.permitted());
  }
  if (ways.empty()) return failure(refused(entity));
  const Node* may = expr::Builder(arena_).joined(Op::kOr, ways);
  const Node* read = rewrite_.both(trashed(entity, row), rewrite_.as_system(view_.rows_with_trash(entity), row));
  return rewrite_.both(read, may);
}

Result<Query> Authorizer::query(const Query& asked, const Node* of) {
  BP_TRY_VOID(require(asked.entity, Verb::kRead));
  const Node* row = rewrite_.row(asked.entity);
  Query made = asked;
  std::vector<SelectItem> items;
  for (const SelectItem& item : asked.select) {
    if (item.kind == SelectItem::Kind::kAll) {
      select_all(asked.entity, row, items);
      continue;
    }
    SelectItem copy = item;
    copy.name = arena_.copy(item.name);
    if (item.kind == SelectItem::Kind::kVerdict) {
      copy.kind = SelectItem::Kind::kValue;
      copy.node = rewrite_.as_system(item.node, row);
    } else if (item.kind == SelectItem::Kind::kValue || item.kind == SelectItem::Kind::kAggregate) {
      BP_TRY_VOID(require_hops(item.node));
      copy.node = rewrite_.as_caller(item.node, row);
    } else {
      BP_TRY(copy.embed, embed(asked.entity, *item.embed));
    }
    items.push_back(copy);
  }
  made.select = arena_.copy_array<SelectItem>(std::span<const SelectItem>(items));

  BP_TRY_VOID(require_hops(asked.where));
  const Node* rows = nullptr;
  if (asked.trash) {
    BP_TRY(rows, in_trash(asked.entity, row));
  } else {
    rows = rewrite_.as_system(of == nullptr ? view_.rows(asked.entity, Verb::kRead) : of, row);
  }
  made.where = rewrite_.both(asked.where == nullptr ? nullptr : rewrite_.as_caller(asked.where, row), rows);

  BP_TRY_VOID(require_hops(asked.after));
  made.after = rewrite_.as_caller(asked.after, row);

  auto order = arena_.copy_array<operation::OrderTerm>(asked.order);
  for (auto& term : order) {
    BP_TRY_VOID(require_hops(term.node));
    term.node = rewrite_.as_caller(term.node, row);
    auto member = arena_.copy_array<std::string_view>(term.member);
    for (auto& name : member) name = arena_.copy(name);
    term.member = member;
  }
  made.order = order;

  auto aggregates = arena_.copy_array<operation::Aggregate>(asked.aggregates);
  for (auto& aggregate : aggregates) {
    BP_TRY_VOID(require_hops(aggregate.value));
    aggregate.value = rewrite_.as_caller(aggregate.value, row);
  }
  made.aggregates = aggregates;
  made.having = rewrite_.as_caller(asked.having, row);
  return made;
}

Result<const Embed*> Authorizer::embed(EntityId parent, const Embed& asked) {
  auto* made = arena_.make<Embed>(asked);
  const auto& relation = view_.model().field(parent, asked.relation);
  // What is required is there, be it in the trash.
  const bool required = relation.kind == model::FieldKind::kToOne && !relation.type.nullable;
  BP_TRY(made->query, query(asked.query, required ? view_.rows_with_trash(relation.target) : nullptr));
  const Node* shown = view_.field_shown(parent, asked.relation);
  if (shown == nullptr) return failure(Reason::kUnknownRelation, "no such relation");
  made->shown = expr::is_true(*shown) ? nullptr : rewrite_.as_system(shown, rewrite_.row(parent));
  made->through = rewrite_.link_seen(parent, asked.relation);
  return made;
}

Result<AllowedCreate> Authorizer::create(const operation::Create& asked) {
  BP_TRY_VOID(require(asked.entity, Verb::kCreate));
  AllowedCreate made;
  made.create = asked;
  made.create.fields = arena_.copy_array<FieldId>(asked.fields);
  const Node* row = rewrite_.row(asked.entity);
  const Node* covered = view_.create_covered(asked.entity, asked.fields, arena_);
  if (covered == nullptr) return failure(refused(asked.entity, Verb::kCreate, asked.fields));
  made.covered = rewrite_.as_system(covered, row);
  for (const FieldId field : asked.fields)
    made.covered =
        rewrite_.both(made.covered, rewrite_.as_system(view_.written_field(asked.entity, field, Verb::kCreate), row));
  // The tenant is part of rows(CREATE) alone; it is tested even though the insert sets it.
  if (view_.model().entity(asked.entity).tenant != model::kNoField)
    made.covered = rewrite_.both(made.covered, rewrite_.as_system(view_.rows(asked.entity, Verb::kCreate), row));
  made.links = links(asked.entity, asked.fields);
  made.constraints = constraints(asked.entity);
  BP_TRY(made.create.returning, returning(asked.returning));
  return made;
}

/// Who reads no row of it is shown none.
Result<std::optional<Query>> Authorizer::returning(const std::optional<Query>& asked) {
  if (!asked || view_.denied(asked->entity, Verb::kRead)) return std::nullopt;
  return query(*asked);
}

std::span<const Link> Authorizer::links(EntityId entity, std::span<const FieldId> given) {
  const auto& of = view_.model().entity(entity);
  std::vector<Link> made;
  for (std::size_t f = 0; f < of.fields.size(); ++f) {
    const auto& relation = of.fields[f];
    if (relation.kind != model::FieldKind::kToOne) continue;
    const bool is_given = std::ranges::any_of(
        relation.foreign_key, [&](FieldId key) { return std::ranges::find(given, key) != given.end(); });
    if (!is_given) continue;
    const Node* rows = view_.rows(relation.target, Verb::kRead);
    const Node* tenant = view_.tenant(relation.target);
    const bool every_row = rows != nullptr && expr::is_true(*rows);
    // The tenant is part of the foreign key.
    const bool every_of_tenant =
        rows != nullptr && tenant != nullptr && view_.tenant(entity) != nullptr && expr::same(*rows, *tenant);
    made.push_back({.relation = static_cast<FieldId>(f),
                    .readable = rewrite_.target_seen(rewrite_.row(entity), static_cast<FieldId>(f)),
                    .by_key_alone = every_row || every_of_tenant});
  }
  return arena_.copy_array<Link>(std::span<const Link>(made));
}

std::span<const AskedConstraint> Authorizer::constraints(EntityId entity) {
  const auto& of = view_.model().entity(entity);
  std::vector<AskedConstraint> made;
  const auto add = [&](const model::Constraint& constraint) {
    if (constraint.expr != nullptr)
      made.push_back({&constraint, rewrite_.as_system(constraint.expr, rewrite_.row(entity))});
  };
  for (const auto& constraint : of.constraints) add(constraint);
  for (const auto& field : of.fields)
    if (field.constraint) add(*field.constraint);
  return arena_.copy_array<AskedConstraint>(std::span<const AskedConstraint>(made));
}

Result<AllowedChange> Authorizer::change(const operation::Change& asked, const operation::RowSlots& slots) {
  const EntityId entity = asked.target.entity;
  const auto& of = view_.model().entity(entity);
  using Kind = operation::Change::Kind;
  const bool changes = asked.kind != Kind::kFind;
  const bool from_trash = asked.kind == Kind::kRestore || asked.kind == Kind::kPurge;
  const Verb verb = asked.kind == Kind::kDelete  ? Verb::kDelete
                    : asked.kind == Kind::kPurge ? Verb::kPurge
                                                 : Verb::kUpdate;
  BP_ASSERT(!from_trash || (of.soft_delete() && asked.by_key));
  if (changes) BP_TRY_VOID(require(entity, verb));
  BP_TRY_VOID(require(entity, Verb::kRead));
  AllowedChange made;
  made.change = asked;
  made.change.assignments = arena_.copy_array<operation::Assignment>(asked.assignments);
  const Node* row = rewrite_.row(entity);

  std::vector<FieldId> assigned;
  for (const auto& assignment : asked.assignments) assigned.push_back(assignment.field);
  made.links = links(entity, assigned);
  if (asked.kind == Kind::kRestore) assigned.push_back(of.deleted_at);
  Cover cover(view_, rewrite_, row, slots.answers, arena_);
  bool possible = !changes || cover.add(of.rules, verb, assigned, false);
  for (const FieldId field : assigned) possible = possible && cover.add(of.fields[field].rules, verb, {}, true);
  if (!possible) return failure(refused(entity, verb, assigned));
  made.before = arena_.copy_array<const Node*>(std::span<const Node* const>(cover.before()));
  if (verb == Verb::kUpdate) {
    made.covered = cover.covered();
    made.constraints = constraints(entity);
  }

  BP_TRY(made.change.target, query(asked.target));  // with the rows that may be read
  if (asked.by_key) {
    // Another tenant's row is not even found.
    const Node* tenant = view_.tenant(entity);
    made.change.target.where = rewrite_.both(rewrite_.as_caller(asked.target.where, row),
                                             tenant == nullptr ? nullptr : rewrite_.as_system(tenant, row));
    // Nor is one of the trash, but by what is done there; other rows of its unique values may be.
    if (of.soft_delete())
      made.change.target.where = rewrite_.both(
          made.change.target.where, from_trash ? trashed(entity, row) : rewrite_.as_system(view_.live(entity), row));
    made.readable = rewrite_.both(nullptr, rewrite_.as_system(view_.rows_with_trash(entity), row));
    made.permitted = cover.permitted();
  } else {
    made.change.target.where = rewrite_.both(made.change.target.where, cover.permitted());
  }
  BP_TRY(made.change.returning, returning(asked.returning));
  return made;
}

}  // namespace

Result<Authorized<Allowed>> authorize(const operation::Operation& operation, const AccessView& view, Arena& arena,
                                      const AuthorizeOptions& options) {
  Authorizer authorizer(view, arena, options);
  Allowed allowed;
  allowed.kind = operation.kind;
  switch (operation.kind) {
    case operation::Operation::Kind::kRead: {
      allowed.read = operation.read;
      BP_TRY(allowed.read.query, authorizer.query(operation.read.query));
      break;
    }
    case operation::Operation::Kind::kCreate: {
      BP_TRY(allowed.create, authorizer.create(operation.create));
      break;
    }
    case operation::Operation::Kind::kChange: {
      const auto& entity = view.model().entity(operation.change.target.entity);
      BP_TRY(allowed.change, authorizer.change(operation.change, operation::row_slots(entity, operation)));
      break;
    }
  }
  BP_TRY(allowed.next_scope, authorizer.next_scope());
  return AuthorizedMaker<Allowed>::make(allowed);
}

}  // namespace bedplate::access
