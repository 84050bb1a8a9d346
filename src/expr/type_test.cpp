#include "expr/type.hpp"

#include <gtest/gtest.h>

#include "expr/describe.hpp"
#include "expr/result_type.hpp"
#include "expr/visit.hpp"
#include "support/rules_world.hpp"

namespace bedplate::expr {
namespace {

using test::RulesWorld;

class Typing : public testing::Test {
 protected:
  std::string told(const Findings& findings) {
    std::string out;
    for (const Error& one : findings)
      out +=
          (out.empty() ? "" : "\n") + std::to_string(one.position().column) + ": " + one.message() + " | " + one.hint();
    return out;
  }
  /// The rule as typed, or what is wrong.
  std::string rule(std::string_view text) { return as(text, kRuleType); }
  std::string as(std::string_view text, const Type& type) {
    const auto made = compile_expression(text, world_, arena_, type);
    if (made) node_ = *made;
    return made ? describe(**made, world_) : told(made.error());
  }
  /// The type that both sides of a comparison got.
  std::string sides(std::string_view text) {
    const auto made = compile_expression(text, world_, arena_, kRuleType);
    if (!made) return told(made.error());
    return type_name((*made)->args[0]->type) + " " + type_name((*made)->args[1]->type);
  }
  std::string type_of(std::string_view text) {
    const auto made = compile_expression("(" + std::string(text) + ") == null", world_, arena_, kRuleType);
    return made ? type_name((*made)->args[0]->type) : told(made.error());
  }
  static Type of(Scalar scalar, bool nullable = true) {
    return Type{.scalar = scalar, .list = false, .nullable = nullable};
  }

  RulesWorld world_;
  Arena arena_;
  const Node* node_ = nullptr;
};

TEST_F(Typing, NumbersWidenIntToBigIntToDecimal) {
  EXPECT_EQ(sides("count == total"), "BigInt BigInt");
  EXPECT_EQ(sides("count == price"), "Decimal(10,0) Decimal(10,2)");
  EXPECT_EQ(sides("total == rate"), "Decimal(19,0) Decimal(30,6)");
  EXPECT_EQ(sides("price == rate"), "Decimal(10,2) Decimal(30,6)");
}

TEST_F(Typing, FloatOnlyByDouble) {
  EXPECT_EQ(sides("weight == double(count)"), "Float Float");
  EXPECT_EQ(rule("weight == count"), "8: a Float does not compare with a Int | convert the exact one: double(…)");
  EXPECT_EQ(rule("weight + price > 1"),
            "8: '+' does not apply to Float and Decimal(10,2) | convert the exact one: double(…)");
}

TEST_F(Typing, ANumberLiteralTakesTheOtherOperandsType) {
  EXPECT_EQ(sides("count == 1"), "Int Int");
  EXPECT_EQ(sides("total == 1"), "BigInt BigInt");
  EXPECT_EQ(sides("1 < price"), "Decimal(1,0) Decimal(10,2)");
  EXPECT_EQ(sides("weight == 1.5"), "Float Float");
  EXPECT_EQ(sides("weight == 2"), "Float Float");
  EXPECT_EQ(sides("count == 3000000000"), "BigInt BigInt");
  EXPECT_EQ(sides("count == 2.0"), "Int Int");
  EXPECT_EQ(sides("count == 2.5"), "Decimal(10,0) Decimal(2,1)");
}

TEST_F(Typing, AloneWithAPointItIsADecimal) {
  EXPECT_EQ(type_of("1.50 + 1"), "Decimal(4,2)");
  EXPECT_EQ(type_of("1 + 1"), "Int");
  EXPECT_EQ(type_of("9223372036854775807 + 1"), "BigInt");
  EXPECT_EQ(type_of("-9223372036854775808 + 1"), "BigInt");
  EXPECT_EQ(type_of("9223372036854775808 + 1"), "Decimal(20,0)");
}

TEST_F(Typing, ArithmeticResults) {
  EXPECT_EQ(type_of("count / 2"), "Int");
  EXPECT_EQ(type_of("count + total"), "BigInt");
  EXPECT_EQ(type_of("price + price"), "Decimal(11,2)");
  EXPECT_EQ(type_of("price * count"), "Decimal(20,2)");
  EXPECT_EQ(type_of("price / 3"), "Decimal(16,8)");
  EXPECT_EQ(type_of("price / rate"), "Decimal(26,12)");
  EXPECT_EQ(type_of("price % 0.3"), "Decimal(2,2)");
  EXPECT_EQ(type_of("price * rate"), "Decimal(38,8)");
  EXPECT_EQ(type_of("-price"), "Decimal(10,2)");
  EXPECT_EQ(type_of("note + 'x'"), "String");
  EXPECT_EQ(rule("rate * rate * rate * rate * rate * rate * rate > 0"),
            "41: the product would have more than 38 digits after the point | multiply less exact fields");
  EXPECT_EQ(rule("weight % weight == weight"),
            "8: '%' does not apply to Float and Float | a Float has no exact remainder");
  EXPECT_EQ(rule("paid + 1 == 2"), "8: a number where Boolean is needed | compare it with something: … > 0");
}

TEST_F(Typing, TimesAndSpans) {
  EXPECT_EQ(type_of("placed + took"), "DateTime");
  EXPECT_EQ(type_of("placed - placed"), "Duration");
  EXPECT_EQ(type_of("took * 2"), "Duration");
  EXPECT_EQ(type_of("2 * took"), "Duration");
  EXPECT_EQ(type_of("took / count"), "Duration");
  EXPECT_EQ(sides("placed > '2024-05-17T10:00:00+02:00'"), "DateTime DateTime");
  EXPECT_EQ(rule("placed > now() - duration('PT1H')"), "placed > now() - duration('PT1H')");
  EXPECT_TRUE(rule("placed + placed > now()").contains("two points in time only subtract"));
  EXPECT_TRUE(rule("placed + 1 > now()").contains("write spans as duration('PT1H')"));
  EXPECT_TRUE(rule("placed > 'yesterday'").contains("is not a valid DateTime"));
  EXPECT_TRUE(rule("took > duration('1h')").contains("is not a valid Duration"));
}

TEST_F(Typing, EnumLiteralsAreCheckedAgainstTheEnum) {
  EXPECT_EQ(rule("status == 'PAID'"), "status == 'PAID'");
  EXPECT_EQ(rule("'PAID' != wish"), "'PAID' != wish");
  EXPECT_EQ(rule("status == 'PAIDD'"), "11: 'PAIDD' is not a value of Status | did you mean 'PAID'?");
  EXPECT_EQ(rule("status in ['PAID', 'GONE']"),
            "20: 'GONE' is not a value of Status | it has PENDING, PAID, SHIPPED, CANCELLED");
  EXPECT_TRUE(rule("status == PAID").contains("enum values are text: 'PAID'"));
  EXPECT_EQ(rule("(paid ? 'PAID' : 'PENDING') == status"), "(paid ? 'PAID' : 'PENDING') == status");
  EXPECT_TRUE(rule("status == note").contains("compare values of one type"));
}

TEST_F(Typing, OnlyValuesOfOneTypeCompare) {
  EXPECT_TRUE(rule("note == 5").contains("a number where String is needed"));
  EXPECT_TRUE(rule("count == '5'").contains("write numbers without quotes"));
  EXPECT_TRUE(rule("paid == 'true'").contains("write it without quotes"));
  EXPECT_TRUE(rule("paid < true").contains("it has no order"));
  EXPECT_TRUE(rule("data == data").contains("of JSON only presence"));
  EXPECT_TRUE(rule("tags == tags").contains("x in list"));
  EXPECT_TRUE(rule("placed == at").contains("compare values of one type"));
  EXPECT_EQ(sides("token == '0190B5C2-7D1E-7A00-8000-000000000001'"), "UUID UUID");
  EXPECT_EQ(node_, nullptr);
  EXPECT_TRUE(rule("token == 'x'").contains("is not a valid UUID"));
}

TEST_F(Typing, PresenceIsTestedByNullLiteralsAndHas) {
  EXPECT_EQ(rule("note == null"), "note == null");
  EXPECT_EQ(node_->op, Op::kIsNull);
  EXPECT_FALSE(node_->type.nullable);
  EXPECT_EQ(rule("null != note"), "note != null");
  EXPECT_EQ(rule("has(note)"), "note != null");
  EXPECT_EQ(rule("parent == null"), "parentId == null");
  EXPECT_EQ(rule("has(parent.owner)"), "parent.ownerId != null");
  EXPECT_EQ(rule("auth.id != null"), "auth.id != null");
  EXPECT_EQ(world_.facts()[node_->args[0]->args[0]->fact].type, of(Scalar::kString));
  EXPECT_TRUE(rule("items == null").contains("size(items) > 0"));
  EXPECT_TRUE(rule("null == null").contains("a literal is not tested"));
  EXPECT_TRUE(rule("note < null").contains("nothing is less or greater than null"));
  EXPECT_TRUE(rule("count in [1, null]").contains("null is equal to nothing"));
}

TEST_F(Typing, TheKeyOfAToOneIsTheForeignKey) {
  EXPECT_EQ(rule("owner.id == auth.id"), "ownerId == auth.id");
  EXPECT_FALSE(depends_on_relations(*node_));
  EXPECT_EQ(rule("parent.owner.id == auth.id"), "parent.ownerId == auth.id");
  EXPECT_EQ(node_->args[0]->args[0]->op, Op::kHop);
  EXPECT_EQ(node_->args[0]->args[0]->args[0]->op, Op::kRow);
  EXPECT_EQ(rule("items.exists(i, i.order.id == 1)"), "items.exists(x1, x1.orderId == 1)");
  EXPECT_EQ(rule("owner.name == 'a'"), "owner.name == 'a'");
  EXPECT_TRUE(depends_on_relations(*node_));
  EXPECT_TRUE(rule("owner == auth.id").contains("compare its key: owner.id"));
}

TEST_F(Typing, ClaimsTakeTheTypeOfWhatTheyMeet) {
  const auto fact_type = [&](std::string_view text) {
    const auto made = compile_expression(text, world_, arena_, kRuleType);
    return made ? type_name(world_.facts()[facts_of(**made).front()].type) : told(made.error());
  };
  EXPECT_EQ(fact_type("count == auth.claims.n"), "Int");
  EXPECT_EQ(fact_type("auth.id == id"), "Int");
  EXPECT_EQ(fact_type("auth.id == owner.id"), "ID");
  EXPECT_EQ(fact_type("auth.claims.status == status"), "Enum");
  EXPECT_EQ(fact_type("auth.claims.flag"), "Boolean");
  EXPECT_EQ(fact_type("auth.claims.flag && true"), "Boolean");
  EXPECT_EQ(fact_type("auth.claims.n > 3"), "BigInt");
  EXPECT_EQ(fact_type("auth.claims.n > price"), "Decimal(10,2)");
  EXPECT_EQ(fact_type("auth.claims.n > price % 3"), "Decimal(38,2)");
  EXPECT_EQ(fact_type("auth.claims.a == auth.claims.b"), "String");
  EXPECT_EQ(fact_type("auth.tenant == 'x'"), "String");
  EXPECT_EQ(fact_type("size(auth.claims.a) > 1"), "String");
  EXPECT_EQ(fact_type("double(auth.claims.w) > weight"), "Float");
  EXPECT_EQ(rule("auth.claims.a.b == 'x' && auth.claims['https://x/y'] == 'z'"),
            "auth.claims.a.b == 'x' && auth.claims['https://x/y'] == 'z'");
  EXPECT_TRUE(rule("auth.name == 'x'").contains("unknown 'auth.name'"));
  EXPECT_TRUE(rule("auth.role == 'x'").contains("did you mean 'roles'?"));
  EXPECT_TRUE(rule("auth.claims == 'x'").contains("auth.claims.department"));
  EXPECT_TRUE(rule("auth == null").contains("auth.id != null"));
}

TEST_F(Typing, RolesAndScopes) {
  EXPECT_EQ(rule("hasRole('STAFF') || hasScope('orders:read')"), "hasRole('STAFF') || hasScope('orders:read')");
  EXPECT_FALSE(node_->type.nullable);
  EXPECT_EQ(rule("hasRole('STAF')"), "9: unknown role 'STAF' | did you mean 'STAFF'?");
  EXPECT_EQ(rule("'ADMN' in auth.roles"), "1: unknown role 'ADMN' | did you mean 'ADMIN'?");
  EXPECT_EQ(rule("'STAFF' in auth.roles"), "'STAFF' in auth.roles");
  EXPECT_EQ(rule("note in auth.scopes"), "note in auth.scopes");
  EXPECT_TRUE(rule("hasRole(note)").contains("takes a literal text"));
}

TEST_F(Typing, OldOnlyWhereThereIsOne) {
  EXPECT_EQ(rule("old.status == status"), "1: 'old' cannot be used here | only check: sees the old row");
  world_.allow_old(true);
  EXPECT_EQ(rule("old.status != 'SHIPPED' || status == 'SHIPPED'"), "old.status != 'SHIPPED' || status == 'SHIPPED'");
  EXPECT_TRUE(depends_on_old(*node_));
  EXPECT_TRUE(depends_on_relations(*node_));
  EXPECT_EQ(rule("old.owner.id == auth.id"), "old.ownerId == auth.id");
  EXPECT_EQ(rule("old.owner.name == owner.name"), "old.owner.name == owner.name");
  EXPECT_TRUE(rule("old.items.exists(i, i.ok)").contains("related rows are those after the write"));
}

TEST_F(Typing, MacrosOverToManyRelations) {
  EXPECT_EQ(rule("items.exists(i, i.quantity > 1)"), "items.exists(x1, x1.quantity > 1)");
  EXPECT_EQ(rule("items.filter(i, i.ok).exists(j, j.quantity > 1)"),
            "items.filter(x1, x1.ok).exists(x1, x1.quantity > 1)");
  EXPECT_EQ(rule("items.all(i, i.parts.exists(p, p.label == i.label))"),
            "items.all(x1, x1.parts.exists(x2, x2.label == x1.label))");
  EXPECT_EQ(rule("items.map(i, i.price).sum() > 5"), "items.sum(x1, x1.price) > 5");
  EXPECT_EQ(rule("items.map(i, i.quantity).exists(q, q > 5 && q < 9)"),
            "items.exists(x1, x1.quantity > 5 && x1.quantity < 9)");
  EXPECT_EQ(rule("'a' in items.map(i, i.label)"), "items.exists(x1, 'a' == x1.label)");
  EXPECT_EQ(rule("size(items) > 0 && items.count() > 0 && items.size() > 0"),
            "size(items) > 0 && size(items) > 0 && size(items) > 0");
  EXPECT_EQ(rule("items.filter(i, i.ok).filter(j, j.quantity > 1).count() == 2"),
            "items.count(x1, x1.ok && x1.quantity > 1) == 2");
  EXPECT_EQ(rule("items.exists()"), "items.exists()");
  EXPECT_TRUE(rule("items.price > 1").contains("items.exists(x, x.price"));
  EXPECT_TRUE(rule("items").contains("is many rows"));
  EXPECT_TRUE(rule("items.exists(i.ok)").contains("is given 1 arguments"));
  EXPECT_TRUE(rule("items.exists(i, items.exists(i, i.ok))").contains("'i' is a variable already"));
  EXPECT_TRUE(rule("tags.exists(t, t == 'x')").contains("x in list"));
  EXPECT_TRUE(rule("note.exists(t, t == 'x')").contains("related rows only"));
  EXPECT_TRUE(rule("items.exists_one(i, i.ok)").contains("items.count(x, …) == 1"));
  EXPECT_TRUE(rule("items.sum(i, i.label) > 1").contains("'sum' does not apply to String"));
}

TEST_F(Typing, AggregateResults) {
  EXPECT_EQ(type_of("items.sum(i, i.quantity)"), "BigInt");
  EXPECT_EQ(type_of("items.sum(i, i.price)"), "Decimal(38,2)");
  EXPECT_EQ(type_of("items.sum(i, i.quantity * i.price)"), "Decimal(38,2)");
  EXPECT_EQ(type_of("items.avg(i, i.quantity)"), "Decimal(16,6)");
  EXPECT_EQ(type_of("items.avg(i, i.stock)"), "Decimal(25,6)");
  EXPECT_EQ(type_of("items.avg(i, i.price)"), "Decimal(16,8)");
  EXPECT_EQ(type_of("items.avg(i, i.weight)"), "Float");
  EXPECT_EQ(type_of("items.min(i, i.label)"), "String");
  EXPECT_EQ(type_of("items.max(i, i.made)"), "DateTime");
  EXPECT_EQ(type_of("items.sum(i, i.took)"), "Duration");
  EXPECT_EQ(type_of("items.count(i, i.ok)"), "Int");
}

TEST_F(Typing, ComputedFieldsGetTheirOwnType) {
  Type money = of(Scalar::kDecimal, false);
  EXPECT_EQ(as("items.sum(i, i.quantity * i.price)", money), "items.sum(x1, x1.quantity * x1.price)");
  EXPECT_EQ(type_name(node_->type), "Decimal(18,4)");
  EXPECT_EQ(as("price / 3", of(Scalar::kDecimal)), "price / 3");
  EXPECT_EQ(node_->op, Op::kCast);
  EXPECT_EQ(as("count", of(Scalar::kBigInt)), "count");
  EXPECT_EQ(type_name(node_->type), "BigInt");
  EXPECT_EQ(as("size(items)", of(Scalar::kInt, false)), "size(items)");
  EXPECT_TRUE(as("items.sum(i, i.quantity)", of(Scalar::kInt)).contains("change the field's type to BigInt"));
  EXPECT_TRUE(as("count", of(Scalar::kFloat)).contains("double(…)"));
  EXPECT_TRUE(as("total", of(Scalar::kBigInt, false)).contains("leave the '!' out"));
  EXPECT_TRUE(as("parent.count", of(Scalar::kInt, false)).contains("can be null"));
  EXPECT_EQ(as("owner.name", of(Scalar::kString, false)), "owner.name");
  EXPECT_EQ(as("has(total) ? total : 0", of(Scalar::kBigInt, false)), "total != null ? total : 0");
  EXPECT_EQ(as("paid ? note : null", of(Scalar::kString)), "paid ? note : null");
  EXPECT_TRUE(as("items.min(i, i.quantity)", of(Scalar::kInt, false)).contains("can be null"));
}

TEST_F(Typing, MatchesOnlyInCpp) {
  EXPECT_TRUE(rule("note.matches('^a')").contains("matches() is for values, not for rows"));
  world_.in_cpp(true);
  EXPECT_EQ(rule("note.matches('^a')"), "note.matches('^a')");
  EXPECT_TRUE(rule("note.matches('(')").contains("not a pattern"));
  EXPECT_TRUE(rule("note.matches(note)").contains("literal pattern"));
  EXPECT_TRUE(rule("note.matches('(?=a)')").contains("not a pattern"));
}

TEST_F(Typing, AConditionIsNeeded) {
  EXPECT_EQ(rule("count"), "1: a condition is needed, this is Int | compare it: … > 0");
  EXPECT_EQ(rule("owner"), "1: 'owner' is a row where a condition is needed | test presence: owner != null");
  EXPECT_EQ(rule("!note"), "2: a condition is needed, this is String | compare it: … == '…', or test … != null");
  EXPECT_EQ(rule("'x' && true"), "1: 'x' is text where a condition is needed | compare it");
}

TEST_F(Typing, AllFindingsAtOnceWithTheirPlaces) {
  EXPECT_EQ(
      rule("stauts == 'PAID' && count == 'x' || hasRole('STAF') && items.exists(i, i.nope)"),
      "1: unknown name 'stauts': Order has no such field | did you mean 'status'?\n"
      "30: 'x' is text where Int is needed | write numbers without quotes\n"
      "45: unknown role 'STAF' | did you mean 'STAFF'?\n"
      "74: unknown name 'nope': Item has no such field | it has id, order, orderId, whole, wholeId, label, quantity, "
      "stock, price, weight, kind, ok, made, took, parts");
}

TEST_F(Typing, WithoutARow) {
  RulesWorld none{std::nullopt};
  Arena arena;
  EXPECT_TRUE(compile_expression("auth.id != null && hasRole('STAFF')", none, arena, kRuleType));
  const auto made = compile_expression("id == auth.id", none, arena, kRuleType);
  ASSERT_FALSE(made);
  EXPECT_TRUE(made.error().front().hint().contains("there is no row here"));
}

TEST_F(Typing, UnknownFunctionsSayWhatThereIs) {
  EXPECT_TRUE(rule("lenght(note) > 1").contains("unknown function 'lenght'"));
  EXPECT_TRUE(rule("length(note) > 1").contains("write size(x)"));
  EXPECT_TRUE(rule("note.startswith('a')").contains("did you mean 'startsWith'?"));
  EXPECT_TRUE(rule("coalesce(note, 'a') == 'a'").contains("has(x) ? x : y"));
  EXPECT_TRUE(rule("size(count) > 1").contains("it counts the characters"));
  EXPECT_TRUE(rule("lower(count) == 'a'").contains("lower is for text"));
}

TEST_F(Typing, FactsAreNumberedOnce) {
  rule("hasRole('STAFF') || hasRole('STAFF') && owner.id == auth.id && parent.owner.id == auth.id");
  EXPECT_EQ(world_.facts().size(), 2u);
}

TEST_F(Typing, Threat038_NothingComparesWithAnEmptyList) {
  EXPECT_TRUE(rule("status in []").contains("nothing is in an empty list"));
}

}  // namespace
}  // namespace bedplate::expr
