#include "expr/evaluate.hpp"

#include <gtest/gtest.h>

#include "base/scalar.hpp"
#include "expr/builder.hpp"
#include "expr/simplify.hpp"
#include "expr/type.hpp"
#include "expr/visit.hpp"
#include "expr/wide_sum.hpp"
#include "support/rules_world.hpp"

namespace bedplate::expr {
namespace {

using test::RulesRows;
using test::RulesWorld;

class NoFacts : public FactValues {
 public:
  bool holds(FactId) const override { return false; }
  Cell value(FactId) const override { return Cell::null(); }
};

/// One order whose fields tests set, its owner, and as many items as they add.
class Row1 : public Rows {
 public:
  struct Record {
    EntityId entity;
    std::vector<Cell> cells;
  };
  explicit Row1(const RulesWorld& world) : world_(world) { order.cells.resize(40); }
  void set(std::string_view name, Cell value) { order.cells[world_.member(RulesWorld::kOrder, name)->id] = value; }
  Record& item() {
    items.push_back({RulesWorld::kItem, std::vector<Cell>(20)});
    return items.back();
  }
  void item(std::string_view name, Cell value) { item().cells[world_.member(RulesWorld::kItem, name)->id] = value; }

  Cell field(Row row, const Node& node) const override { return static_cast<const Record*>(row)->cells[node.member]; }
  Row hop(Row, const Node&) const override { return nullptr; }
  void related(Row row, const Node& node, std::vector<Row>& out) const override {
    if (row != &order || node.entity != RulesWorld::kItem) return;
    for (const Record& one : items) out.push_back(&one);
  }

  const RulesWorld& world_;
  Record order{RulesWorld::kOrder, {}};
  std::deque<Record> items;
};

class Evaluating : public testing::Test {
 protected:
  /// The value as plain text; `null`.
  std::string value(std::string_view text) {
    // Anything can be tested for null, whatever its type.
    const auto made = compile_expression("(" + std::string(text) + ") == null", world_, arena_, kRuleType);
    if (!made) return made.error().front().message() + " | " + made.error().front().hint();
    const Node& node = *(*made)->args[0];
    const Cell cell = run(node);
    if (cell.is_null()) return "null";
    std::string out;
    append_text(out, node.type, cell);
    return out;
  }
  Cell run(const Node& node) {
    return evaluate(node,
                    Inputs{.rows = &rows_,
                           .row = &rows_.order,
                           .old_row = &old_.order,
                           .slots = slots_,
                           .facts = &facts_,
                           .enums = &world_,
                           .now = 5},
                    arena_);
  }

  RulesWorld world_;
  Row1 rows_{world_}, old_{world_};
  NoFacts facts_;
  std::vector<Cell> slots_;
  Arena arena_;
};

TEST_F(Evaluating, KleeneTables) {
  // paid is UNKNOWN.
  EXPECT_EQ(value("paid && false"), "false");
  EXPECT_EQ(value("paid && true"), "null");
  EXPECT_EQ(value("paid && paid"), "null");
  EXPECT_EQ(value("paid || true"), "true");
  EXPECT_EQ(value("paid || false"), "null");
  EXPECT_EQ(value("!paid"), "null");
  EXPECT_EQ(value("paid ? 1 : 2"), "null");
  EXPECT_EQ(value("true && true"), "true");
  EXPECT_EQ(value("true && false"), "false");
  EXPECT_EQ(value("false || false"), "false");
  EXPECT_EQ(value("!true"), "false");
  EXPECT_EQ(value("true ? 1 : 2"), "1");
}

TEST_F(Evaluating, AComparisonWithNullIsUnknownAlsoNullWithNull) {
  rows_.set("count", Cell::integer(1));
  EXPECT_EQ(value("note == 'a'"), "null");
  EXPECT_EQ(value("note == note"), "null");
  EXPECT_EQ(value("note != note"), "null");
  EXPECT_EQ(value("total < count"), "null");
  EXPECT_EQ(value("note == auth.claims.a"), "null");
  EXPECT_EQ(value("note in ['a', 'b']"), "null");
  EXPECT_EQ(value("count in [1, total]"), "true");
  EXPECT_EQ(value("count in [2, total]"), "null");
  EXPECT_EQ(value("count in [2, 3]"), "false");
}

TEST_F(Evaluating, OnlyNullLiteralsAndHasTestPresence) {
  EXPECT_EQ(value("note == null"), "true");
  EXPECT_EQ(value("note != null"), "false");
  EXPECT_EQ(value("has(note)"), "false");
  EXPECT_EQ(value("parent == null"), "true");
  EXPECT_EQ(value("parent.note == null"), "true");
  EXPECT_EQ(value("auth.id == null"), "true");
}

TEST_F(Evaluating, OverflowAndDivisionByZeroAreNull) {
  rows_.set("count", Cell::integer(INT32_MAX));
  rows_.set("total", Cell::integer(INT64_MIN));
  rows_.set("weight", Cell::real(1e308));
  EXPECT_EQ(value("count + 1"), "null");
  EXPECT_EQ(value("count - 1"), "2147483646");
  EXPECT_EQ(value("count * 2"), "null");
  EXPECT_EQ(value("count + 3000000000"), "5147483647");
  EXPECT_EQ(value("total - 1"), "null");
  EXPECT_EQ(value("-total"), "null");
  EXPECT_EQ(value("total / -1"), "null");
  EXPECT_EQ(value("total % -1"), "0");
  EXPECT_EQ(value("count / 0"), "null");
  EXPECT_EQ(value("count % 0"), "null");
  EXPECT_EQ(value("1.5 / 0"), "null");
  EXPECT_EQ(value("weight * 10"), "null");
  EXPECT_EQ(value("weight / 0"), "null");
  EXPECT_EQ(value("count + 1 > 0"), "null");
}

TEST_F(Evaluating, WholeDivisionTruncatesTowardZero) {
  EXPECT_EQ(value("7 / 2"), "3");
  EXPECT_EQ(value("-7 / 2"), "-3");
  EXPECT_EQ(value("-7 % 2"), "-1");
  EXPECT_EQ(value("7 % -2"), "1");
}

TEST_F(Evaluating, DecimalsAreExact) {
  rows_.set("price", Cell::integer(1005));
  rows_.set("rate", Cell::text("999999999999999999999999.999999"));
  EXPECT_EQ(value("0.1 + 0.2"), "0.3");
  EXPECT_EQ(value("price + 0.005"), "10.055");
  EXPECT_EQ(value("price * price"), "101.0025");
  EXPECT_EQ(value("price / 3"), "3.35000000");
  EXPECT_EQ(value("1.0 / 3"), "0.3333333");
  EXPECT_EQ(value("0.0000005 / 10"), "0.0000000500000");
  EXPECT_EQ(value("rate + 0.000001"), "1000000000000000000000000.000000");
  EXPECT_EQ(value("rate * rate"), "null");
  EXPECT_EQ(value("rate == 999999999999999999999999.999999"), "true");
  EXPECT_EQ(value("price == 10.050"), "true");
  EXPECT_EQ(value("-1.5 % 1"), "-0.5");
}

TEST_F(Evaluating, QuotientsRoundHalfToEven) {
  // Scale 6: the seventh digit is a 5 and nothing follows.
  rows_.set("count", Cell::integer(8));
  EXPECT_EQ(value("0.5 / 10000000.0"), "0.0000000");
  EXPECT_EQ(value("1.5 / 10000000.0"), "0.0000002");
  EXPECT_EQ(value("2.5 / 10000000.0"), "0.0000002");
}

TEST_F(Evaluating, TextByCodePoint) {
  rows_.set("note", Cell::text("Käse"));
  EXPECT_EQ(value("size(note)"), "4");
  EXPECT_EQ(value("size('😀')"), "1");
  EXPECT_EQ(value("upper(note)"), "KÄSE");
  EXPECT_EQ(value("lower('ÄB')"), "äb");
  EXPECT_EQ(value("upper('straße')"), "STRASSE");
  EXPECT_EQ(value("note.startsWith('K') && note.endsWith('se') && note.contains('ä')"), "true");
  EXPECT_EQ(value("note.contains('')"), "true");
  EXPECT_EQ(value("note.contains('%')"), "false");
  EXPECT_EQ(value("'B' < 'a'"), "true");
  EXPECT_EQ(value("'z' < 'ä'"), "true");
  EXPECT_EQ(value("'日' < '😀'"), "true");
  EXPECT_EQ(value("note + '!'"), "Käse!");
}

TEST_F(Evaluating, EnumsInDeclarationOrder) {
  rows_.set("status", Cell::text("SHIPPED"));
  EXPECT_EQ(value("status > 'PENDING'"), "true");
  EXPECT_EQ(value("status < 'CANCELLED'"), "true");
  rows_.set("status", Cell::text("LATER"));
  EXPECT_EQ(value("status > 'PENDING'"), "null");
  EXPECT_EQ(value("status == 'PENDING'"), "false");
}

TEST_F(Evaluating, TimesAndSpans) {
  rows_.set("placed", Cell::integer(0));
  rows_.set("took", Cell::integer(7));
  EXPECT_EQ(value("placed + duration('PT1H')"), "1970-01-01T01:00:00Z");
  EXPECT_EQ(value("placed - placed"), "PT0S");
  EXPECT_EQ(value("took / 2"), "PT0.000003S");
  EXPECT_EQ(value("now() - placed"), "PT0.000005S");
  rows_.set("placed", Cell::integer(kMaxDateTime));
  EXPECT_EQ(value("placed + duration('PT0.000001S')"), "null");
  rows_.set("note", Cell::text("no time"));
  EXPECT_EQ(value("timestamp(note)"), "null");
  rows_.set("note", Cell::text("2024-05-17T12:00:00+02:00"));
  EXPECT_EQ(value("timestamp(note)"), "2024-05-17T10:00:00Z");
  rows_.set("placed", Cell::integer(-1));
  EXPECT_EQ(value("date(placed)"), "1969-12-31");
  EXPECT_EQ(value("date(now())"), "1970-01-01");
}

TEST_F(Evaluating, Conversions) {
  rows_.set("count", Cell::integer(3));
  rows_.set("price", Cell::integer(250));
  EXPECT_EQ(value("double(count) / 2"), "1.5");
  EXPECT_EQ(value("double(price)"), "2.5");
}

TEST_F(Evaluating, ListsOfScalars) {
  rows_.set("tags", Cell::text(R"(["a","Käse",null])"));
  rows_.set("scores", Cell::text("[1,2]"));
  EXPECT_EQ(value("'a' in tags"), "true");
  EXPECT_EQ(value("'b' in tags"), "null");
  EXPECT_EQ(value("3 in scores"), "false");
  EXPECT_EQ(value("size(tags)"), "3");
  rows_.set("scores", Cell::text("[]"));
  EXPECT_EQ(value("total in scores"), "a BigInt is not in a list of Int | ");
  EXPECT_EQ(value("count in scores"), "false");
}

TEST_F(Evaluating, AggregatesOfNothing) {
  EXPECT_EQ(value("items.sum(i, i.quantity)"), "0");
  EXPECT_EQ(value("items.sum(i, i.price)"), "0.00");
  EXPECT_EQ(value("items.min(i, i.price)"), "null");
  EXPECT_EQ(value("items.max(i, i.label)"), "null");
  EXPECT_EQ(value("items.avg(i, i.price)"), "null");
  EXPECT_EQ(value("size(items)"), "0");
  EXPECT_EQ(value("items.exists(i, i.ok)"), "false");
  EXPECT_EQ(value("items.all(i, i.ok)"), "true");
  EXPECT_EQ(value("parent.items.sum(i, i.quantity)"), "0");
}

TEST_F(Evaluating, AggregatesPassOverNullsAndWhatAFilterDoesNotKeep) {
  for (const int n : {1, 2, 4}) rows_.item("quantity", Cell::integer(n));
  rows_.item("ok", Cell::boolean(true));
  EXPECT_EQ(value("items.sum(i, i.quantity)"), "7");
  EXPECT_EQ(value("items.avg(i, i.quantity)"), "2.333333");
  EXPECT_EQ(value("items.max(i, i.quantity)"), "4");
  EXPECT_EQ(value("items.count(i, i.ok)"), "1");
  EXPECT_EQ(value("size(items)"), "4");
  EXPECT_EQ(value("items.filter(i, i.quantity > 1).sum(i, i.quantity)"), "6");
  EXPECT_EQ(value("items.exists(i, i.quantity > 5)"), "null");
  EXPECT_EQ(value("items.filter(i, has(i.quantity)).exists(i, i.quantity > 5)"), "false");
  EXPECT_EQ(value("items.all(i, i.quantity > 0)"), "null");
  EXPECT_EQ(value("items.filter(i, i.quantity > 0).all(i, i.quantity > 0)"), "true");
  EXPECT_EQ(value("items.all(i, i.quantity > 1)"), "false");
}

TEST_F(Evaluating, SumsOverflowOnlyInTheirResult) {
  for (const auto n : {INT64_MAX, INT64_MAX, -INT64_MAX}) rows_.item("stock", Cell::integer(n));
  EXPECT_EQ(value("items.sum(i, i.stock)"), "9223372036854775807");
  rows_.item("stock", Cell::integer(1));
  EXPECT_EQ(value("items.sum(i, i.stock)"), "null");
  EXPECT_EQ(value("items.avg(i, i.stock)"), "2305843009213693952.000000");
}

TEST(WideSum, HoldsWhatNoIntegerDoes) {
  const auto most = Decimal::parse("99999999999999999999999999999999999999")->coefficient();
  WideSum sum;
  for (int i = 0; i < 1000; ++i) sum.add(most);
  EXPECT_FALSE(sum.sum(0));
  EXPECT_EQ(sum.average(0, 0)->to_text(), "99999999999999999999999999999999999999");
  for (int i = 0; i < 1000; ++i) sum.add(-most);
  EXPECT_TRUE(sum.sum(0)->is_zero());
  for (int i = 0; i < 1000; ++i) sum.add(-most);
  sum.add(most);
  for (int i = 0; i < 998; ++i) sum.add(most);
  EXPECT_EQ(sum.sum(2)->to_text(), "-999999999999999999999999999999999999.99");
  WideSum halves;
  halves.add(-1);
  halves.add(-2);
  EXPECT_EQ(halves.average(0, 0)->to_text(), "-2");
  EXPECT_EQ(halves.average(0, 1)->to_text(), "-1.5");
  EXPECT_FALSE(WideSum().average(0, 6));
}

TEST_F(Evaluating, OldRows) {
  world_.allow_old(true);
  rows_.set("status", Cell::text("PAID"));
  old_.set("status", Cell::text("PENDING"));
  EXPECT_EQ(value("old.status != status"), "true");
  EXPECT_EQ(value("old.status == 'PENDING'"), "true");
}

// What only clients say.
TEST_F(Evaluating, ClientsOperators) {
  Builder build(arena_);
  const Type text{.scalar = Scalar::kString};
  const auto slot = [&](std::uint16_t at, Type type) {
    auto* node = arena_.make<Node>();
    node->op = Op::kSlot;
    node->slot = at;
    node->type = type;
    return node;
  };
  slots_ = {Cell::text("Käse"), Cell::text("k_S%"), Cell::text(R"(["a","Käse"])"), Cell::text(R"({"a":[{"b":"x"},7]})"),
            Cell::text("[\"a\"]")};
  const Type list{.scalar = Scalar::kString, .list = true};
  const auto test = [&](Op op, const Node* a, const Node* b) { return run(*build.condition(op, {a, b})); };
  EXPECT_EQ(test(Op::kILike, slot(0, text), slot(1, text)), Cell::boolean(true));
  EXPECT_EQ(test(Op::kLike, slot(0, text), slot(1, text)), Cell::boolean(false));
  EXPECT_EQ(test(Op::kInSlot, slot(0, text), slot(2, list)), Cell::boolean(true));
  EXPECT_EQ(test(Op::kListContains, slot(2, list), slot(4, list)), Cell::boolean(true));
  EXPECT_EQ(test(Op::kListContainedBy, slot(2, list), slot(4, list)), Cell::boolean(false));
  EXPECT_EQ(test(Op::kListOverlaps, slot(2, list), slot(4, list)), Cell::boolean(true));
  auto* path = arena_.make<Node>();
  path->op = Op::kJsonPath;
  path->type = text;
  path->as_text = true;
  const Node* json = slot(3, Type{.scalar = Scalar::kJson});
  path->args = arena_.copy_array(std::span<const Node* const>(&json, 1));
  path->path = arena_.copy_array(std::span<const PathStep>(
      std::array{PathStep{.key = "a"}, PathStep{.key = {}, .index = 0}, PathStep{.key = "b"}}));
  EXPECT_EQ(run(*path), Cell::text("x"));
  path->path = arena_.copy_array(std::span<const PathStep>(
      std::array{PathStep{.key = "a"}, PathStep{.key = {}, .index = -3}, PathStep{.key = "b"}}));
  EXPECT_EQ(run(*path), Cell::text("x")) << "-2 is the last";
  path->path = arena_.copy_array(std::span<const PathStep>(
      std::array{PathStep{.key = "a"}, PathStep{.key = {}, .index = -9}, PathStep{.key = "b"}}));
  EXPECT_EQ(run(*path), Cell::null());
  EXPECT_EQ(run(*build.make(Op::kCast, Type{.scalar = Scalar::kInt}, {slot(0, text)})), Cell::null());
}

TEST_F(Evaluating, UnknownRefuses) {
  const auto made = compile_expression("paid", world_, arena_, kRuleType);
  EXPECT_FALSE(is_satisfied(**made, Inputs{.rows = &rows_, .row = &rows_.order, .slots = {}}, arena_));
}

class Simplifying : public Evaluating {
 protected:
  std::string left(std::string_view text, bool condition = false) {
    const auto made = compile_expression(text, world_, arena_, kRuleType);
    if (!made) return made.error().front().message();
    const auto holds = [this](FactId fact) {
      return std::find(bits_.begin(), bits_.end(), world_.facts()[fact].name) != bits_.end();
    };
    return describe(condition ? *simplify_condition(*made, holds, arena_) : *simplify(*made, holds, arena_), world_);
  }
  std::vector<std::string> bits_{"STAFF", "team"};
};

TEST_F(Simplifying, FactsFold) {
  EXPECT_EQ(left("hasRole('STAFF')"), "true");
  EXPECT_EQ(left("hasRole('ADMIN') || paid"), "paid");
  EXPECT_EQ(left("hasRole('STAFF') && paid"), "paid");
  EXPECT_EQ(left("hasRole('ADMIN') && paid"), "false");
  EXPECT_EQ(left("note == auth.claims.team"), "note == auth.claims.team");
  EXPECT_EQ(left("auth.claims.team != null"), "true");
  EXPECT_EQ(left("auth.claims.other == null"), "true");
}

TEST_F(Simplifying, Threat038_AMissingClaimDenies) {
  EXPECT_EQ(left("note == auth.claims.other"), "null");
  EXPECT_EQ(left("note != auth.claims.other"), "null");
  EXPECT_EQ(left("auth.claims.other in ['a', 'b']"), "null");
  EXPECT_EQ(left("!(note == auth.claims.other)", true), "false");
  EXPECT_EQ(left("note == auth.claims.other && paid", true), "false");
  EXPECT_EQ(left("!(note == auth.claims.other || paid)", true), "false");
  EXPECT_EQ(left("note == auth.claims.other || paid", true), "paid");
  EXPECT_EQ(left("'STAFF' in auth.roles"), "null");
  EXPECT_EQ(left("items.exists(i, i.label == auth.claims.other)", true), "false");
}

TEST_F(Simplifying, UnknownStaysWhereItTells) {
  EXPECT_EQ(left("note == auth.claims.other && paid"), "paid && null");
  EXPECT_EQ(left("note == auth.claims.other && hasRole('ADMIN')"), "false");
  EXPECT_EQ(left("note == auth.claims.other || hasRole('STAFF')"), "true");
  EXPECT_EQ(left("(note == auth.claims.other) == null"), "true");
}

TEST_F(Simplifying, ConstantsFold) {
  EXPECT_EQ(left("count > 1 + 2 * 3"), "count > 7");
  EXPECT_EQ(left("lower('ABC') == note"), "'abc' == note");
  EXPECT_EQ(left("!!paid"), "paid");
  EXPECT_EQ(left("hasRole('STAFF') ? paid : vipless", false), "unknown name 'vipless': Order has no such field");
  EXPECT_EQ(left("hasRole('STAFF') ? paid : count > 1"), "paid");
  EXPECT_EQ(left("items.exists(i, hasRole('ADMIN'))"), "false");
  EXPECT_EQ(left("items.exists(i, hasRole('STAFF'))"), "items.exists()");
  EXPECT_EQ(left("items.all(i, hasRole('STAFF'))"), "true");
  EXPECT_EQ(left("items.filter(i, hasRole('ADMIN')).sum(i, i.quantity) == 0"), "true");
  EXPECT_EQ(left("items.filter(i, hasRole('STAFF')).exists(i, i.ok)"), "items.exists(x1, x1.ok)");
  EXPECT_EQ(left("1 / 0 > count"), "null");
}

TEST_F(Simplifying, WhatDoesNotChangeIsShared) {
  const auto made = compile_expression("paid && items.exists(i, i.quantity > count)", world_, arena_, kRuleType);
  EXPECT_EQ(simplify(*made, [](FactId) { return false; }, arena_), *made);
  const auto half =
      compile_expression("(hasRole('ADMIN') || paid) && items.exists(i, i.ok)", world_, arena_, kRuleType);
  const Node* rest = simplify(*half, [](FactId) { return false; }, arena_);
  EXPECT_EQ(rest->args[1], (*half)->args[1]);
  EXPECT_EQ(rest->args[0], (*half)->args[0]->args[1]);
}

TEST_F(Simplifying, WhatAnExpressionReads) {
  const auto made =
      compile_expression("paid && owner.id == auth.id && count > 1 && hasRole('ADMIN')", world_, arena_, kRuleType);
  EXPECT_FALSE(depends_on_relations(**made));
  EXPECT_EQ(facts_of(**made).size(), 2u);
  std::vector<std::string_view> names;
  for (const MemberId id : own_fields_of(**made)) names.push_back(world_.member_name(RulesWorld::kOrder, id));
  EXPECT_EQ(names, (std::vector<std::string_view>{"ownerId", "count", "paid"}));
}

TEST_F(Simplifying, Threat078_DescriptionsEscapeControlCharacters) {
  EXPECT_EQ(left("note == 'a\\r\\n\\x1b[31m'"), "note == 'a\\x0d\\n\\x1b[31m'");
}

}  // namespace
}  // namespace bedplate::expr
