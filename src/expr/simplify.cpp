#include "expr/simplify.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "expr/builder.hpp"
#include "expr/evaluate.hpp"

namespace bedplate::expr {
namespace {

/// Which outcomes of a condition are told apart by what is around it.
enum class Use : std::uint8_t {
  kAll,    ///< TRUE, FALSE and UNKNOWN
  kTrue,   ///< TRUE or not: UNKNOWN may become FALSE
  kFalse,  ///< FALSE or not: UNKNOWN may become TRUE
};

bool is_literal(const Node* node) { return node->op == Op::kLiteral; }
bool is_null(const Node* node) { return is_literal(node) && node->literal.is_null(); }
/// A literal TRUE or FALSE.
std::optional<bool> known(const Node* node) {
  if (!is_literal(node) || node->type.scalar != Scalar::kBoolean || node->literal.is_null()) return std::nullopt;
  return node->literal.as_integer() != 0;
}

class Simplifier {
 public:
  Simplifier(FactBits holds, Arena& arena) : holds_(holds), build_(arena), arena_(arena) {}

  const Node* simplify(const Node* node, Use use) {
    if (node == nullptr) return nullptr;
    const Node* made = fold(node, use);
    if (use != Use::kAll && is_null(made)) return build_.boolean(use == Use::kFalse, made->position);
    return made;
  }

 private:
  const Node* fold(const Node* node, Use use) {
    switch (node->op) {
      case Op::kHasFact:
        return build_.boolean(holds_(node->fact), node->position);
      case Op::kPrincipal:
        return holds_(node->fact) ? node : build_.null(node->type, node->position);
      case Op::kNot:
        return negation(node, use);
      case Op::kAnd:
      case Op::kOr:
        return junction(node, use);
      case Op::kConditional:
        return conditional(node, use);
      case Op::kIsNull:
        return null_test(node);
      case Op::kIsDistinct:
        return distinct(node);
      case Op::kIn:
        return membership(node);
      case Op::kExists:
      case Op::kAll:
        return quantifier(node, use);
      case Op::kCount:
      case Op::kSum:
      case Op::kMin:
      case Op::kMax:
      case Op::kAvg:
        return aggregate(node);
      default:
        return strict(node);
    }
  }

  /// `node` with other args; itself where they are the same.
  const Node* with(const Node* node, std::span<const Node* const> args) {
    if (std::equal(args.begin(), args.end(), node->args.begin(), node->args.end())) return node;
    Node copy = *node;
    copy.args = arena_.copy_array(args);
    return arena_.make<Node>(copy);
  }
  std::vector<const Node*> simplified(const Node* node) {
    std::vector<const Node*> args;
    for (const Node* arg : node->args) args.push_back(simplify(arg, Use::kAll));
    return args;
  }
  const Node* unknown(const Node* node) {
    Type type = node->type;
    type.nullable = true;
    return build_.null(type, node->position);
  }

  const Node* negation(const Node* node, Use use) {
    const Use inner = use == Use::kTrue ? Use::kFalse : use == Use::kFalse ? Use::kTrue : Use::kAll;
    const Node* arg = simplify(node->args[0], inner);
    if (const auto value = known(arg)) return build_.boolean(!*value, node->position);
    if (is_null(arg)) return arg;
    if (arg->op == Op::kNot) return arg->args[0];
    return with(node, std::array{arg});
  }

  const Node* junction(const Node* node, Use use) {
    const bool decisive = node->op == Op::kOr;
    std::vector<const Node*> args;
    const Node* null = nullptr;
    for (const Node* before : node->args) {
      const Node* arg = simplify(before, use);
      if (const auto value = known(arg)) {
        if (*value == decisive) return arg;
        continue;
      }
      // What became a junction of the same kind joins this one.
      const bool joins = arg->op == node->op && arg != before;
      for (const Node* one : joins ? arg->args : std::span<const Node* const>(&arg, 1)) {
        if (is_null(one))
          null = one;
        else
          args.push_back(one);
      }
    }
    if (null != nullptr) args.push_back(null);
    if (args.empty()) return build_.boolean(!decisive, node->position);
    if (args.size() == 1) return args.front();
    return with(node, args);
  }

  const Node* conditional(const Node* node, Use use) {
    const Node* condition = simplify(node->args[0], Use::kAll);
    if (is_null(condition)) return unknown(node);
    if (const auto value = known(condition)) return simplify(node->args[*value ? 1 : 2], use);
    const bool logic = node->type.scalar == Scalar::kBoolean;
    const Use inner = logic ? use : Use::kAll;
    const Node* then = simplify(node->args[1], inner);
    const Node* otherwise = simplify(node->args[2], inner);
    return with(node, std::array{condition, then, otherwise});
  }

  const Node* null_test(const Node* node) {
    const Node* arg = simplify(node->args[0], Use::kAll);
    if (is_literal(arg)) return build_.boolean(arg->literal.is_null(), node->position);
    // A principal's value is there exactly when its bit is set, and this one's is.
    if (arg->op == Op::kPrincipal) return build_.boolean(false, node->position);
    return with(node, std::array{arg});
  }

  const Node* distinct(const Node* node) {
    auto args = simplified(node);
    // IS TRUE: what is not TRUE is all one.
    if (known(args[1]) == true && args[0]->type.scalar == Scalar::kBoolean) args[0] = simplify(args[0], Use::kTrue);
    if (is_literal(args[0]) && is_literal(args[1])) return constant(node, args);
    return with(node, args);
  }

  const Node* membership(const Node* node) {
    const auto args = simplified(node);
    if (args.size() > 1 && is_null(args[0])) return unknown(node);
    if (std::all_of(args.begin(), args.end(), is_literal)) return constant(node, args);
    return with(node, args);
  }

  const Node* quantifier(const Node* node, Use use) {
    const bool exists = node->op == Op::kExists;
    std::vector<const Node*> args(node->args.begin(), node->args.end());
    args[0] = simplify(args[0], Use::kAll);
    if (args.size() > 1 && args[1] != nullptr) {
      args[1] = simplify(args[1], use);
      const auto value = known(args[1]);
      // None is FALSE, and everything is TRUE, of whatever rows there are.
      if (value && *value != exists) return build_.boolean(!exists, node->position);
      if (value && exists) args[1] = nullptr;
    }
    return with(node, args);
  }

  const Node* aggregate(const Node* node) {
    std::vector<const Node*> args(node->args.begin(), node->args.end());
    args[0] = simplify(args[0], Use::kAll);
    if (args.size() > 1 && args[1] != nullptr) {
      args[1] = simplify(args[1], Use::kTrue);
      if (const auto value = known(args[1])) {
        if (!*value) return of_nothing(node);
        args[1] = nullptr;
      }
    }
    if (args.size() > 2) {
      args[2] = simplify(args[2], Use::kAll);
      if (is_null(args[2])) return of_nothing(node);
    }
    return with(node, args);
  }

  const Node* of_nothing(const Node* node) {
    if (node->op != Op::kCount && node->op != Op::kSum) return unknown(node);
    if (node->type.scalar == Scalar::kFloat) return build_.literal(node->type, Cell::real(0), node->position);
    if (node->type.scalar != Scalar::kDecimal) return build_.literal(node->type, Cell::integer(0), node->position);
    return build_.widen(build_.decimal(Decimal(), node->position), node->type);
  }

  /// Operators that are null when an argument is.
  const Node* strict(const Node* node) {
    if (node->args.empty()) return node;
    const auto args = simplified(node);
    const bool rows = node->op == Op::kField || node->op == Op::kHop;
    if (!rows && std::any_of(args.begin(), args.end(), is_null)) {
      // Null may be in an empty list, which is FALSE: only the list decides.
      if (node->op != Op::kInSlot || is_null(args[1])) return unknown(node);
    }
    if (!rows && std::all_of(args.begin(), args.end(), is_literal)) return constant(node, args);
    return with(node, args);
  }

  const Node* constant(const Node* node, std::span<const Node* const> args) {
    const Node* changed = with(node, args);
    // The order of enums is the model's to know.
    const bool order = node->op == Op::kLt || node->op == Op::kLe || node->op == Op::kGt || node->op == Op::kGe;
    if (order && args[0]->type.scalar == Scalar::kEnum) return changed;
    const Cell cell = evaluate(*changed, Inputs{}, arena_);
    return cell.is_null() ? unknown(node) : build_.literal(node->type, cell, node->position);
  }

  FactBits holds_;
  Builder build_;
  Arena& arena_;
};

}  // namespace

const Node* simplify(const Node* node, FactBits holds, Arena& arena) {
  return Simplifier(holds, arena).simplify(node, Use::kAll);
}

const Node* simplify_condition(const Node* node, FactBits holds, Arena& arena) {
  return Simplifier(holds, arena).simplify(node, Use::kTrue);
}

}  // namespace bedplate::expr
