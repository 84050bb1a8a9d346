#pragma once
// Builder: makes typed nodes in an arena, each with the nullability that follows from its operator. Whoever makes an
// expression (the typer, rules, access, a plan, a protocol's binding) makes it here. Short-lived; one thread.
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/arena.hpp"
#include "base/decimal.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

class Builder {
 public:
  explicit Builder(Arena& arena) : arena_(arena) {}

  Arena& arena() const { return arena_; }
  const Node* literal(Type type, Cell value, Position position = {});
  const Node* boolean(bool value, Position position = {});
  const Node* null(Type type, Position position = {});
  /// A Decimal with the precision and scale that its digits need.
  const Node* decimal(const Decimal& value, Position position = {});
  const Node* row(EntityId entity, std::uint16_t scope, bool old, Position position = {});
  const Node* hop(const Node* row, MemberId relation, EntityId target, Position position = {});
  const Node* field(const Node* row, MemberId member, Type type, Position position = {});
  const Node* has_fact(FactId fact, Position position = {});
  const Node* principal(FactId fact, Type type, Position position = {});
  const Node* slot(std::uint16_t slot, Type type, Position position = {});
  /// Any operator over values.
  const Node* make(Op op, Type type, std::initializer_list<const Node*> args, Position position = {}) {
    return make(op, type, std::span(args.begin(), args.size()), position);
  }
  const Node* make(Op op, Type type, std::span<const Node* const> args, Position position = {});
  /// A Boolean operator: nullable where an argument is, but for those that are never UNKNOWN.
  const Node* condition(Op op, std::initializer_list<const Node*> args, Position position = {}) {
    return condition(op, std::span(args.begin(), args.size()), position);
  }
  const Node* condition(Op op, std::span<const Node* const> args, Position position = {});
  const Node* negated(const Node* node) { return condition(Op::kNot, {node}, node->position); }
  /// `parts` joined by kAnd or kOr, flat: those of a part that is the same operator become its own, since what nests
  /// deep is more than a database's parser holds. Of one part it is that part, of none TRUE for kAnd, FALSE for kOr.
  const Node* joined(Op op, std::span<const Node* const> parts);
  /// `a && b`, flat; either may be null or literal TRUE and then is left out; null when nothing is left.
  const Node* both(const Node* a, const Node* b);
  /// TRUE where `node` is, else FALSE: never UNKNOWN.
  const Node* certainly(const Node* node);
  /// `node` with its row at hand (scope 0, not old) being the variable `scope`.
  const Node* renumbered(const Node* node, std::uint16_t scope);
  /// A relation operator.
  const Node* over(Op op, Type type, const Node* row, MemberId relation, EntityId target, std::uint16_t scope,
                   const Node* predicate, const Node* value, Position position = {});
  /// Into the JSON or list `value`; `path` stays the caller's.
  const Node* json_path(const Node* value, std::span<const PathStep> path, bool as_text, Position position = {});
  /// `node` as `type`, a wider number; literals at once.
  const Node* widen(const Node* node, const Type& type);

 private:
  Arena& arena_;
};

}  // namespace bedplate::expr
