#pragma once
// The untyped tree of a rule as written: what parse() makes and type_expression() reads. Nodes live in an Arena with
// copies of the text; immutable. Parentheses leave no trace; `a && b && c` is one node.
#include <cstdint>
#include <span>
#include <string_view>

#include "base/error.hpp"

namespace bedplate::expr {

struct Syntax {
  enum class Kind : std::uint8_t {
    kName,    ///< `text`
    kNumber,  ///< `text` as written: digits, perhaps a point and digits
    kString,  ///< `text` unescaped
    kTrue,
    kFalse,
    kNull,
    kList,    ///< args: the elements
    kMember,  ///< args[0] `.text`
    kIndex,   ///< args[0] [args[1]]
    kCall,    ///< `text`(args…)
    kMethod,  ///< args[0].`text`(args[1..])
    kNot,
    kNegate,
    kAnd,
    kOr,
    kEqual,
    kNotEqual,
    kLess,
    kLessOrEqual,
    kGreater,
    kGreaterOrEqual,
    kIn,
    kAdd,
    kSubtract,
    kMultiply,
    kDivide,
    kModulo,
    kConditional,  ///< args: condition, then, else
  };
  Kind kind = Kind::kName;
  std::uint8_t depth = 1;  ///< levels of nodes, this one included
  std::string_view text;
  std::span<const Syntax* const> args;
  Position position;  ///< of a name or literal: its start; of an operator, member or call: the word itself
};

}  // namespace bedplate::expr
