#pragma once
// Builder: makes typed nodes in an arena, each with the nullability that follows from its operator. Short-lived.
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
  /// TRUE where `node` is, else FALSE: never UNKNOWN.
  const Node* certainly(const Node* node);
  /// A relation operator.
  const Node* over(Op op, Type type, const Node* row, MemberId relation, EntityId target, std::uint16_t scope,
                   const Node* predicate, const Node* value, Position position = {});
  /// `node` as `type`, a wider number; literals at once.
  const Node* widen(const Node* node, const Type& type);

 private:
  Arena& arena_;
};

}  // namespace bedplate::expr
