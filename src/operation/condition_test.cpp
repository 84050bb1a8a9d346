#include "operation/condition.hpp"

#include <gtest/gtest.h>

#include "expr/evaluate.hpp"

namespace bedplate::operation {
namespace {

using expr::Node;
using expr::Op;

/// One parent with one child, whose only field is `value`.
class OneChild final : public expr::Rows {
 public:
  explicit OneChild(Cell value) : value_(value) {}
  Cell field(expr::Row, const Node&) const override { return value_; }
  expr::Row hop(expr::Row, const Node&) const override { return nullptr; }
  void related(expr::Row, const Node&, std::vector<expr::Row>& out) const override { out.push_back(this); }

 private:
  const Cell value_;
};

TEST(Conditions, AnEmbeddingMatchesOrNotAlsoWhereItsFilterIsUnknown) {
  Arena arena;
  Node row{.op = Op::kRow};
  const Node* const rows[]{&row};
  const Node field{.op = Op::kField, .type = {.scalar = Scalar::kInt}, .args = rows};
  const Node two{.op = Op::kLiteral, .type = {.scalar = Scalar::kInt}, .literal = Cell::integer(2)};
  const Node* const sides[]{&field, &two};
  const Node equal{.op = Op::kEq, .type = {.scalar = Scalar::kBoolean}, .args = sides};
  Embed embed;
  embed.query.where = &equal;
  const Node* exists = Conditions(arena, 100).exists(0, embed);
  const auto matched = [&](Cell value) {
    const OneChild child(value);
    return expr::evaluate(*exists, {.rows = &child, .row = &child}, arena);
  };
  EXPECT_EQ(matched(Cell::integer(2)), Cell::boolean(true));
  EXPECT_EQ(matched(Cell::integer(3)), Cell::boolean(false));
  EXPECT_EQ(matched(Cell::null()), Cell::boolean(false));
}

}  // namespace
}  // namespace bedplate::operation
