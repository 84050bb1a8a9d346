// Logic. As a value a Boolean is TRUE, FALSE or NULL, and the databases' own AND, OR, NOT are Kleene's. As a
// condition only TRUE counts, so that negation is pushed down to what can say it without a third value: EXISTS stays
// an EXISTS, and a comparison stays open to an index.
#include "expr/visit.hpp"
#include "sql/arithmetic.hpp"

namespace bedplate::sql {

using expr::Node;
using expr::Op;

namespace {

/// Many are halved: SQLite counts each AND of a plain row as a level, and allows 1000.
template <class Print>
void print_joined(Writer& writer, std::span<const Node* const> args, const RowNames& rows, std::string_view word,
                  const Print& print) {
  constexpr std::size_t kMostInARow = 64;
  writer.raw("(");
  if (args.size() > kMostInARow) {
    print_joined(writer, args.first(args.size() / 2), rows, word, print);
    writer.raw(word);
    print_joined(writer, args.subspan(args.size() / 2), rows, word, print);
  } else {
    for (std::size_t i = 0; i < args.size(); ++i) {
      if (i > 0) writer.raw(word);
      print(writer, *args[i], rows);
    }
  }
  writer.raw(")");
}

/// Whether only TRUE and FALSE can come of it, whatever a database holds.
bool two_valued(const Node& node) {
  switch (node.op) {
    case Op::kIsNull:
    case Op::kIsDistinct:
      return true;
    case Op::kLiteral:
      return !node.literal.is_null();
    case Op::kNot:
    case Op::kAnd:
    case Op::kOr:
      return std::all_of(node.args.begin(), node.args.end(), [](const Node* arg) { return two_valued(*arg); });
    default:
      return false;
  }
}

/// A branch in the type of the whole: texts of two kinds meet here.
void print_branch(Writer& writer, const Node& whole, const Node& branch, const RowNames& rows) {
  const bool as_text = whole.type.is_text() && whole.type.scalar != Scalar::kUuid;
  (as_text ? print_text_value : print_value)(writer, branch, rows);
}

/// The condition is printed once, so that nested ones stay linear; UNKNOWN finds no branch.
void print_conditional(Writer& writer, const Node& node, const RowNames& rows) {
  const Node& condition = *node.args[0];
  const bool simple = two_valued(condition);
  writer.raw(simple ? "CASE WHEN " : "CASE ");
  (simple ? print_condition : print_value)(writer, condition, rows);
  const auto when = [&](bool value) {
    writer.raw(" WHEN ");
    print_boolean(writer, value);
  };
  if (!simple) when(true);
  writer.raw(" THEN ");
  print_branch(writer, node, *node.args[1], rows);
  if (simple)
    writer.raw(" ELSE ");
  else
    when(false);
  if (!simple) writer.raw(" THEN ");
  print_branch(writer, node, *node.args[2], rows);
  writer.raw(" END");
}

}  // namespace

void print_logic(Writer& writer, const Node& node, const RowNames& rows) {
  switch (node.op) {
    case Op::kAnd:
      return print_joined(writer, node.args, rows, " AND ", print_value);
    case Op::kOr:
      return print_joined(writer, node.args, rows, " OR ", print_value);
    case Op::kNot:
      writer.raw("(NOT ");
      print_value(writer, *node.args[0], rows);
      writer.raw(")");
      return;
    default:
      return print_conditional(writer, node, rows);
  }
}

void print_condition(Writer& writer, const Node& node, const RowNames& rows) {
  switch (node.op) {
    case Op::kAnd:
      return print_joined(writer, node.args, rows, " AND ", print_condition);
    case Op::kOr:
      return print_joined(writer, node.args, rows, " OR ", print_condition);
    case Op::kNot:
      return print_refuted(writer, *node.args[0], rows);
    case Op::kExists:
    case Op::kAll:
      return print_quantifier(writer, node, rows, true);
    case Op::kIsDistinct:
      if (!expr::is_true(*node.args[1])) return print_value(writer, node, rows);
      writer.raw("(");
      print_condition(writer, *node.args[0], rows);
      writer.raw(" IS NOT TRUE)");
      return;
    default:
      return print_value(writer, node, rows);
  }
}

void print_refuted(Writer& writer, const Node& node, const RowNames& rows) {
  switch (node.op) {
    case Op::kAnd:
      return print_joined(writer, node.args, rows, " OR ", print_refuted);
    case Op::kOr:
      return print_joined(writer, node.args, rows, " AND ", print_refuted);
    case Op::kNot:
      return print_condition(writer, *node.args[0], rows);
    case Op::kExists:
    case Op::kAll:
      return print_quantifier(writer, node, rows, false);
    case Op::kIsDistinct:
      // `NOT (x IS DISTINCT FROM TRUE)`: x is TRUE.
      if (expr::is_true(*node.args[1])) return print_condition(writer, *node.args[0], rows);
      break;
    default:
      break;
  }
  writer.raw("(NOT ");
  print_value(writer, node, rows);
  writer.raw(")");
}

}  // namespace bedplate::sql
