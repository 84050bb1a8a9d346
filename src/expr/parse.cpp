#include "expr/parse.hpp"

#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "expr/lexer.hpp"

namespace bedplate::expr {
namespace {

using Kind = Syntax::Kind;

struct Operator {
  std::string_view symbol;
  int level;  ///< a higher one binds tighter
  Kind kind;
};
constexpr int kRelationLevel = 3;
constexpr int kAdditive = 4;
constexpr Operator kOperators[] = {
    {"||", 1, Kind::kOr},
    {"&&", 2, Kind::kAnd},
    {"==", kRelationLevel, Kind::kEqual},
    {"!=", kRelationLevel, Kind::kNotEqual},
    {"<=", kRelationLevel, Kind::kLessOrEqual},
    {">=", kRelationLevel, Kind::kGreaterOrEqual},
    {"<", kRelationLevel, Kind::kLess},
    {">", kRelationLevel, Kind::kGreater},
    {"+", kAdditive, Kind::kAdd},
    {"-", kAdditive, Kind::kSubtract},
    {"*", 5, Kind::kMultiply},
    {"/", 5, Kind::kDivide},
    {"%", 5, Kind::kModulo},
};

struct Word {
  std::string_view word;
  std::string_view hint;
};
constexpr Word kWords[] = {
    {"and", "write '&&'"},
    {"or", "write '||'"},
    {"not", "write '!'"},
    {"is", "write '== null' or '!= null'"},
    {"eq", "write '=='"},
    {"like", "write name.contains('…'), name.startsWith('…') or name.endsWith('…')"},
    {"ilike", "write lower(name).contains('…')"},
    {"between", "write 'a <= x && x <= b'"},
};

std::string_view hint_for(const Token& token) {
  if (token.kind != Token::Kind::kName) return {};
  for (const Word& word : kWords) {
    if (word.word.size() != token.text.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < token.text.size(); ++i) same = same && (token.text[i] | 0x20) == word.word[i];
    if (same) return word.hint;
  }
  return {};
}

std::string shown(const Token& token) {
  if (token.kind == Token::Kind::kEnd) return "the end";
  if (token.kind == Token::Kind::kString) return "a text";
  return "'" + std::string(token.text) + "'";
}

class Parser {
 public:
  Parser(std::string_view text, Arena& arena) : lexer_(text, arena), arena_(arena) {}

  Result<const Syntax*> whole() {
    BP_TRY_VOID(step());
    if (token_.kind == Token::Kind::kEnd)
      return failure(error("the expression is empty").with_hint("write a condition, for example: id == auth.id"));
    BP_TRY(const auto* tree, conditional());
    if (token_.kind != Token::Kind::kEnd) return failure(unexpected("an operator or the end"));
    return tree;
  }

 private:
  /// Nesting of the C++ calls, which is that of the text.
  class Deeper {
   public:
    explicit Deeper(std::size_t& nesting) : nesting_(nesting) { ++nesting_; }
    ~Deeper() { --nesting_; }

   private:
    std::size_t& nesting_;
  };

  Error error(std::string message) const {
    return Error(Reason::kInvalidExpression, std::move(message)).at(token_.position);
  }
  Error unexpected(std::string_view wanted) const {
    auto made = error("expected " + std::string(wanted) + ", found " + shown(token_));
    if (const auto hint = hint_for(token_); !hint.empty()) return std::move(made).with_hint(std::string(hint));
    return made;
  }
  Error too_deep(Position position) const {
    return Error(Reason::kLimitExceeded, "the expression is nested too deeply")
        .with_hint("at most " + std::to_string(kMaxExpressionDepth) +
                   " levels; split it into several rules or @computed fields")
        .at(position);
  }
  Result<> step() {
    BP_TRY(token_, lexer_.next());
    return {};
  }
  Result<> expect(std::string_view symbol, std::string_view what) {
    if (!token_.is(symbol)) return failure(unexpected("'" + std::string(symbol) + "' " + std::string(what)));
    return step();
  }

  Result<const Syntax*> make(Kind kind, Position position, std::string_view text, std::span<const Syntax* const> args) {
    std::size_t depth = 1;
    for (const auto* arg : args) depth = std::max<std::size_t>(depth, arg->depth + 1u);
    if (depth > kMaxExpressionDepth) return failure(too_deep(position));
    auto* made = arena_.make<Syntax>();
    made->kind = kind;
    made->depth = static_cast<std::uint8_t>(depth);
    made->text = text;
    made->args = arena_.copy_array(args);
    made->position = position;
    return made;
  }

  Result<const Syntax*> conditional() {
    const Deeper deeper(nesting_);
    if (nesting_ > 2 * kMaxExpressionDepth) return failure(too_deep(token_.position));
    BP_TRY(const auto* condition, binary(1));
    if (!token_.is("?")) return condition;
    const Position position = token_.position;
    BP_TRY_VOID(step());
    BP_TRY(const auto* then, conditional());
    BP_TRY_VOID(expect(":", "and what holds otherwise"));
    BP_TRY(const auto* otherwise, conditional());
    const Syntax* const args[] = {condition, then, otherwise};
    return make(Kind::kConditional, position, "?:", args);
  }

  std::optional<Operator> binary_operator() const {
    if (token_.is_name("in")) return Operator{"in", kRelationLevel, Kind::kIn};
    if (token_.kind != Token::Kind::kSymbol) return std::nullopt;
    for (const Operator& op : kOperators)
      if (op.symbol == token_.text) return op;
    return std::nullopt;
  }

  /// Precedence climbing: operators of `level` and above.
  Result<const Syntax*> binary(int level) {
    BP_TRY(const auto* left, unary());
    bool compared = false;
    while (true) {
      const auto op = binary_operator();
      if (!op || op->level < level) return left;
      if (op->level == kRelationLevel && compared)
        return failure(error("comparisons don't chain").with_hint("write 'a < b && b < c'"));
      compared = op->level == kRelationLevel;
      const Position position = token_.position;
      std::vector<const Syntax*> args{left};
      // && and || of any length are one node, so that length is not depth.
      do {
        BP_TRY_VOID(step());
        BP_TRY(const auto* right, binary(op->level + 1));
        args.push_back(right);
      } while (op->level < kRelationLevel && token_.is(op->symbol));
      BP_TRY(left, make(op->kind, position, op->symbol, args));
    }
  }

  Result<const Syntax*> unary() {
    const Deeper deeper(nesting_);
    if (nesting_ > 2 * kMaxExpressionDepth) return failure(too_deep(token_.position));
    if (!token_.is("!") && !token_.is("-")) return postfix();
    const Token op = token_;
    BP_TRY_VOID(step());
    BP_TRY(const auto* arg, unary());
    const Syntax* const args[] = {arg};
    return make(op.is("!") ? Kind::kNot : Kind::kNegate, op.position, op.text, args);
  }

  Result<const Syntax*> postfix() {
    BP_TRY(const auto* value, primary());
    while (true) {
      if (token_.is(".")) {
        BP_TRY_VOID(step());
        if (token_.kind != Token::Kind::kName) return failure(unexpected("a name after '.'"));
        const Token name = token_;
        BP_TRY_VOID(step());
        std::vector<const Syntax*> args{value};
        const bool call = token_.is("(");
        if (call) BP_TRY_VOID(arguments(")", args));
        BP_TRY(value, make(call ? Kind::kMethod : Kind::kMember, name.position, name.text, args));
      } else if (token_.is("[")) {
        const Position position = token_.position;
        BP_TRY_VOID(step());
        BP_TRY(const auto* index, conditional());
        BP_TRY_VOID(expect("]", "after the index"));
        const Syntax* const args[] = {value, index};
        BP_TRY(value, make(Kind::kIndex, position, "[]", args));
      } else {
        return value;
      }
    }
  }

  /// From the opening bracket to behind the closing one.
  Result<> arguments(std::string_view close, std::vector<const Syntax*>& out) {
    BP_TRY_VOID(step());
    while (!token_.is(close)) {
      BP_TRY(const auto* one, conditional());
      out.push_back(one);
      if (token_.is(close)) break;
      if (!token_.is(",")) return failure(unexpected("',' or '" + std::string(close) + "'"));
      BP_TRY_VOID(step());
    }
    return step();
  }

  Result<const Syntax*> primary() {
    const Token token = token_;
    switch (token.kind) {
      case Token::Kind::kEnd:
        return failure(unexpected("a value"));
      case Token::Kind::kNumber:
        BP_TRY_VOID(step());
        return make(Kind::kNumber, token.position, token.text, {});
      case Token::Kind::kString:
        BP_TRY_VOID(step());
        return make(Kind::kString, token.position, token.text, {});
      case Token::Kind::kName:
        return name(token);
      case Token::Kind::kSymbol:
        break;
    }
    if (token.is("(")) {
      BP_TRY_VOID(step());
      BP_TRY(const auto* inner, conditional());
      BP_TRY_VOID(expect(")", "to close the bracket"));
      return inner;
    }
    if (token.is("[")) {
      std::vector<const Syntax*> elements;
      BP_TRY_VOID(arguments("]", elements));
      return make(Kind::kList, token.position, "[]", elements);
    }
    return failure(unexpected("a value"));
  }

  Result<const Syntax*> name(const Token& token) {
    if (token.text == "in") return failure(unexpected("a value"));
    BP_TRY_VOID(step());
    if (token.text == "true") return make(Kind::kTrue, token.position, token.text, {});
    if (token.text == "false") return make(Kind::kFalse, token.position, token.text, {});
    if (token.text == "null") return make(Kind::kNull, token.position, token.text, {});
    if (token_.is("(")) {
      std::vector<const Syntax*> args;
      BP_TRY_VOID(arguments(")", args));
      return make(Kind::kCall, token.position, token.text, args);
    }
    const bool value_follows =
        token_.kind == Token::Kind::kName || token_.kind == Token::Kind::kNumber || token_.kind == Token::Kind::kString;
    if (const auto hint = hint_for(token);
        value_follows && !hint.empty() && !binary_operator() && hint_for(token_).empty()) {
      return failure(Error(Reason::kInvalidExpression, "'" + std::string(token.text) + "' is not an operator")
                         .with_hint(std::string(hint))
                         .at(token.position));
    }
    return make(Kind::kName, token.position, token.text, {});
  }

  Lexer lexer_;
  Arena& arena_;
  Token token_;
  std::size_t nesting_ = 0;
};

}  // namespace

Result<const Syntax*> parse(std::string_view text, Arena& arena) {
  if (text.size() > kMaxExpressionBytes)
    return failure(
        Error(Reason::kLimitExceeded, "the expression is longer than " + std::to_string(kMaxExpressionBytes) + " bytes")
            .with_hint("split it into several rules or @computed fields")
            .at(Position{1, 1, 0}));
  if (!valid_utf8(text))
    return failure(Error(Reason::kInvalidExpression, "the expression is not well-formed UTF-8").at(Position{1, 1, 0}));
  return Parser(text, arena).whole();
}

}  // namespace bedplate::expr
