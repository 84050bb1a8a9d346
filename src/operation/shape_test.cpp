#include "operation/shape.hpp"

#include <array>
#include <gtest/gtest.h>
#include <set>

namespace bedplate::operation {
namespace {

using expr::Node;
using expr::Op;

class Shapes : public testing::Test {
 protected:
  const Node* make(Op op, std::vector<const Node*> args, auto&& change) {
    auto* node = arena_.make<Node>();
    node->op = op;
    node->args = arena_.copy_array<const Node*>(std::span<const Node* const>(args));
    change(*node);
    return node;
  }
  const Node* make(Op op, std::vector<const Node*> args = {}) {
    return make(op, std::move(args), [](Node&) {});
  }
  const Node* slot(std::uint16_t number) {
    return make(Op::kSlot, {}, [&](Node& node) { node.slot = number; });
  }
  const Node* field(model::FieldId id) {
    return make(Op::kField, {make(Op::kRow)}, [&](Node& node) { node.member = id; });
  }
  const Node* text(std::string_view value) {
    return make(Op::kLiteral, {}, [&](Node& node) { node.literal = Cell::text(value); });
  }
  const Node* path(std::vector<expr::PathStep> steps) {
    return make(Op::kJsonPath, {field(1)}, [&](Node& node) {
      node.path = arena_.copy_array<expr::PathStep>(std::span<const expr::PathStep>(steps));
    });
  }
  static std::string shape(const Operation& operation) {
    std::string out;
    append_shape(out, operation);
    return out;
  }
  static Operation where(const Node* node) {
    Operation made;
    made.read.query.where = node;
    return made;
  }
  Operation select(std::vector<SelectItem> items) {
    Operation made;
    made.read.query.select = arena_.copy_array<SelectItem>(std::span<const SelectItem>(items));
    return made;
  }

  Arena arena_;
};

TEST_F(Shapes, ValuesAreNoPartOfIt) {
  Operation one = where(make(Op::kEq, {field(1), slot(0)}));
  Operation other = one;
  const std::array<Cell, 1> a{Cell::integer(1)}, b{Cell::text("x")};
  one.values = a;
  other.values = b;
  EXPECT_EQ(shape(one), shape(other));
}

TEST_F(Shapes, WhateverDecidesAStatementOrAReplyTellsTwoApart) {
  std::vector<Operation> corpus{Operation{},
                                where(make(Op::kEq, {field(1), slot(0)})),
                                where(make(Op::kEq, {field(1), slot(1)})),
                                where(make(Op::kEq, {field(2), slot(0)})),
                                where(make(Op::kNe, {field(1), slot(0)})),
                                where(make(Op::kEq, {slot(0), field(1)})),
                                where(make(Op::kIn, {field(1), slot(0), slot(1)})),
                                where(make(Op::kAnd, {field(1), make(Op::kAnd, {field(2), field(3)})})),
                                where(make(Op::kAnd, {make(Op::kAnd, {field(1), field(2)}), field(3)})),
                                where(make(Op::kAnd, {field(1), field(2), field(3)})),
                                where(make(Op::kEq, {text("ab"), text("c")})),
                                where(make(Op::kEq, {text("a"), text("bc")})),
                                where(path({{.key = "a"}, {.key = "b"}})),
                                where(path({{.key = "ab"}})),
                                where(path({{.key = "0"}})),
                                where(path({{.index = 0}})),
                                select({{.name = "a", .node = field(1)}}),
                                select({{.name = "b", .node = field(1)}}),
                                select({{.name = "a", .node = field(1)}, {.name = "b", .node = field(2)}}),
                                select({{.name = "b", .node = field(2)}, {.name = "a", .node = field(1)}}),
                                select({{.kind = SelectItem::Kind::kAll}}),
                                select({{.kind = SelectItem::Kind::kAll}, {.kind = SelectItem::Kind::kAll}})};
  const auto also = [&](auto&& change) {
    Operation made;
    change(made);
    corpus.push_back(made);
  };
  also([](Operation& one) { one.read.query.entity = 1; });
  also([](Operation& one) { one.read.count = Count::kExact; });
  also([](Operation& one) { one.read.query.limit_slot = 0; });
  also([](Operation& one) { one.read.query.limit_slot = 1; });
  also([](Operation& one) { one.read.query.offset_slot = 0; });
  for (const bool descending : {false, true})
    for (const bool nulls_first : {false, true})
      also([&](Operation& one) {
        const OrderTerm term{.node = field(1), .descending = descending, .nulls_first = nulls_first};
        one.read.query.order = arena_.copy_array<OrderTerm>(std::span(&term, 1));
      });
  for (const std::uint16_t relation : {1, 2})
    for (const int how : {0, 1, 2, 3}) {
      auto* embed = arena_.make<Embed>();
      embed->relation = relation;
      embed->inner = how & 1;
      embed->spread = how & 2;
      corpus.push_back(select({{.kind = SelectItem::Kind::kEmbed, .name = "e", .embed = embed}}));
    }
  also([](Operation& one) { one.kind = Operation::Kind::kCreate; });
  also([&](Operation& one) {
    one.kind = Operation::Kind::kCreate;
    one.create.returning.emplace();
  });
  static constexpr std::array<model::FieldId, 2> kFields{1, 2};
  static constexpr std::array<model::FieldId, 2> kSwapped{2, 1};
  using Fields = std::span<const model::FieldId>;
  for (const auto& fields : {Fields(kFields), Fields(kSwapped), Fields(kFields).first(1)}) {
    also([&](Operation& one) {
      one.kind = Operation::Kind::kCreate;
      one.create.fields = fields;
    });
  }
  for (const auto kind : {Change::Kind::kUpdate, Change::Kind::kDelete})
    for (const bool by_key : {false, true})
      also([&](Operation& one) {
        one.kind = Operation::Kind::kChange;
        one.change.kind = kind;
        one.change.by_key = by_key;
      });
  static constexpr std::array<Assignment, 3> kAssignments{
      {{.field = 1}, {.field = 1, .increment = true}, {.field = 2}}};
  for (std::size_t i = 0; i < 3; ++i)
    also([&](Operation& one) {
      one.kind = Operation::Kind::kChange;
      one.change.assignments = std::span(kAssignments).subspan(i, 1);
    });
  // Where a row's slots begin, and how many it has; not how many rows there are.
  static constexpr std::array<Cell, 2> kCells{};
  static constexpr std::array<std::span<const Cell>, 2> kRows{std::span(kCells), std::span(kCells)};
  also([&](Operation& one) {
    one.kind = Operation::Kind::kCreate;
    one.rows = kRows;
  });
  also([&](Operation& one) {
    one.kind = Operation::Kind::kCreate;
    one.values = kCells;
  });
  Operation of_one_row{.kind = Operation::Kind::kCreate, .rows = std::span(kRows).first(1)};
  Operation of_two{.kind = Operation::Kind::kCreate, .rows = kRows};
  EXPECT_EQ(shape(of_one_row), shape(of_two));

  std::set<std::string> shapes;
  for (std::size_t i = 0; i < corpus.size(); ++i)
    EXPECT_TRUE(shapes.insert(shape(corpus[i])).second) << "operation " << i << " has the shape of another";
}

TEST_F(Shapes, TypesTellTwoApart) {
  std::set<std::string> shapes;
  std::size_t made = 0;
  const auto add = [&](const Type& type) {
    ++made;
    shapes.insert(shape(where(make(Op::kCast, {field(1)}, [&](Node& node) { node.type = type; }))));
  };
  add({.scalar = Scalar::kInt});
  add({.scalar = Scalar::kBigInt});
  add({.scalar = Scalar::kInt, .list = true});
  add({.scalar = Scalar::kInt, .nullable = false});
  add({.scalar = Scalar::kDecimal, .precision = 10, .scale = 2});
  add({.scalar = Scalar::kDecimal, .precision = 10, .scale = 3});
  add({.scalar = Scalar::kEnum, .enumeration = 0});
  add({.scalar = Scalar::kEnum, .enumeration = 1});
  EXPECT_EQ(shapes.size(), made);
}

}  // namespace
}  // namespace bedplate::operation
