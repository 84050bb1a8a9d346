#pragma once
// ExpressionGenerator: random rules over a RulesWorld, as text that parses and types, from a seed. Every operator of
// the language, with literals at the edges (int64, Decimal scales, non-ASCII), missing claims and macros two deep.
// `seen()` counts the operators of the trees that are given to count().
#include <array>
#include <random>
#include <string>
#include <vector>

#include "expr/visit.hpp"
#include "support/rules_world.hpp"

namespace bedplate::test {

class ExpressionGenerator {
 public:
  ExpressionGenerator(const RulesWorld& world, unsigned seed) : world_(world), random_(seed) {}

  /// Leave out what a reader of the text cannot do: `timestamp(text)` and `duration(text)` of fields.
  void without_text_conversions() { text_conversions_ = false; }

  /// A condition over the row at hand.
  std::string condition(int depth = 3) {
    start();
    return boolean(depth);
  }
  /// A value of the type; Decimals of any precision and scale.
  std::string value(Scalar scalar, int depth = 3) {
    start();
    return of(scalar, depth);
  }
  /// Types that value() makes.
  static constexpr std::array kScalars{Scalar::kBoolean, Scalar::kInt,    Scalar::kBigInt,   Scalar::kDecimal,
                                       Scalar::kFloat,   Scalar::kString, Scalar::kDateTime, Scalar::kDuration};

  void count(const expr::Node& node) {
    expr::for_each(node, [this](const expr::Node& one) { ++seen_[static_cast<std::size_t>(one.op)]; });
  }
  const std::array<std::size_t, 64>& seen() const { return seen_; }
  std::size_t seen(expr::Op op) const { return seen_[static_cast<std::size_t>(op)]; }

 private:
  struct InScope {
    std::string prefix;
    expr::EntityId entity;
  };

  void start() {
    rows_ = {{"", *world_.entity()}};
    next_ = 1;
    macros_ = 0;
  }
  std::size_t pick(std::size_t below) { return random_() % below; }
  bool chance(std::size_t in) { return pick(in) == 0; }
  template <std::size_t N>
  std::string one(const char* const (&from)[N]) {
    return from[pick(N)];
  }

  /// A field of that type on some row in scope, perhaps across to-one relations; empty if there is none.
  std::string field(const std::function<bool(const Type&)>& fits) {
    for (int attempt = 0; attempt < 4; ++attempt) {
      InScope row = rows_[pick(rows_.size())];
      for (int hops = 0; hops < 2 && chance(3); ++hops) {
        std::vector<const RulesWorld::Field*> ones;
        for (const auto& candidate : world_.entities()[row.entity].fields)
          if (candidate.kind == expr::Member::Kind::kToOne) ones.push_back(&candidate);
        const auto* hop = ones[pick(ones.size())];
        row = {row.prefix + hop->name + ".", hop->target};
      }
      std::vector<std::string_view> names;
      for (const auto& candidate : world_.entities()[row.entity].fields)
        if (candidate.kind == expr::Member::Kind::kScalar && fits(candidate.type)) names.push_back(candidate.name);
      if (!names.empty()) return row.prefix + std::string(names[pick(names.size())]);
    }
    return {};
  }
  std::string field(Scalar scalar) {
    return field([scalar](const Type& type) { return type.scalar == scalar && !type.list; });
  }
  /// `prefix.items`, and what a variable of it is.
  std::pair<std::string, expr::EntityId> relation() {
    const InScope& row = rows_[pick(rows_.size())];
    std::vector<const RulesWorld::Field*> many;
    for (const auto& candidate : world_.entities()[row.entity].fields)
      if (candidate.kind == expr::Member::Kind::kToMany) many.push_back(&candidate);
    const auto* chosen = many[pick(many.size())];
    return {row.prefix + chosen->name, chosen->target};
  }
  bool may_nest() const { return macros_ < 2; }

  /// `rows.macro(x, body)`, perhaps filtered; `body` is made with x in scope.
  std::string over(const std::string& macro, int depth, const std::function<std::string()>& body) {
    auto [rows, entity] = relation();
    const std::string x = "x" + std::to_string(next_++);
    rows_.push_back({x + ".", entity});
    ++macros_;
    if (chance(3)) rows += ".filter(" + x + ", " + boolean(depth - 1) + ")";
    std::string text = rows + "." + macro + "(" + x + ", " + body() + ")";
    --macros_;
    rows_.pop_back();
    return text;
  }

  std::string boolean(int depth) {
    if (depth <= 0) return chance(8) ? one({"true", "false", "auth.claims.flag"}) : leaf_condition();
    switch (pick(may_nest() ? 13 : 10)) {
      case 0:
      case 1:
        return "(" + boolean(depth - 1) + one({" && ", " || "}) + boolean(depth - 1) + ")";
      case 2:
        return "!(" + boolean(depth - 1) + ")";
      case 3:
        return "(" + boolean(depth - 1) + " ? " + boolean(depth - 1) + " : " + boolean(depth - 1) + ")";
      case 4:
        return "(" + boolean(depth - 1) + " && " + boolean(depth - 1) + " && " + boolean(depth - 1) + ")";
      case 5:
      case 6:
        return comparison(depth);
      case 7:
        return membership(depth);
      case 8:
        return text_test(depth);
      case 9:
        return leaf_condition();
      case 10:
        return over("exists", depth, [&] { return boolean(depth - 1); });
      case 11:
        return over("all", depth, [&] { return boolean(depth - 1); });
      default: {
        auto [rows, entity] = relation();
        return chance(2) ? rows + ".exists()" : "size(" + rows + ") > " + one({"0", "1", "2"});
      }
    }
  }

  std::string leaf_condition() {
    switch (pick(8)) {
      case 0:
        return "hasRole('" + std::string(world_.roles()[pick(3)]) + "')";
      case 1:
        return one({"hasScope('read')", "hasScope('write:all')", "'read' in auth.scopes", "'STAFF' in auth.roles"});
      case 2:
        return field([](const Type& type) { return !type.list; }) + one({" == null", " != null"});
      case 3:
        return "has(" + field([](const Type&) { return true; }) + ")";
      case 4:
        return claim_comparison();
      case 5: {
        const auto flag = field(Scalar::kBoolean);
        return flag.empty() ? "true" : flag;
      }
      default:
        return comparison(0);
    }
  }

  std::string claim_comparison() {
    switch (pick(6)) {
      case 0:
        return or_true(field(Scalar::kId), " == auth.id");
      case 1:
        return or_true(field(Scalar::kInt), one({" == auth.claims.level", " < auth.claims.level"}));
      case 2:
        return or_true(field(Scalar::kString), one({" == auth.claims.team.name", " == auth.tenant"}));
      case 3:
        return or_true(field(Scalar::kEnum), " == auth.claims.status");
      case 4:
        return or_true(field(Scalar::kDecimal), " <= auth.claims.limit");
      default:
        return one({"auth.id != null", "auth.claims['https://x/y'] == 'a'", "has(auth.claims.level)",
                    "auth.claims.level > 3", "auth.claims.name in ['a', 'b']"});
    }
  }
  static std::string or_true(const std::string& field, const std::string& rest) {
    return field.empty() ? "true" : field + rest;
  }

  std::string comparison(int depth) {
    const std::string sign = one({" == ", " != ", " < ", " <= ", " > ", " >= "});
    const std::string equality = one({" == ", " != "});
    switch (pick(10)) {
      case 0:
        return of(Scalar::kInt, depth) + sign + of(Scalar::kBigInt, depth - 1);
      case 1:
        return of(Scalar::kDecimal, depth) + sign + of(chance(2) ? Scalar::kInt : Scalar::kDecimal, depth - 1);
      case 2:
        return of(Scalar::kFloat, depth) + sign + of(Scalar::kFloat, depth - 1);
      case 3:
        return of(Scalar::kString, depth) + sign + of(Scalar::kString, depth - 1);
      case 4:
        return of(Scalar::kDateTime, depth) + sign + of(Scalar::kDateTime, depth - 1);
      case 5:
        return of(Scalar::kDuration, depth) + sign + of(Scalar::kDuration, depth - 1);
      case 6: {
        const auto wish = field(Scalar::kEnum);
        return wish.empty() ? "true" : wish + sign + one({"'PENDING'", "'PAID'", "'SHIPPED'"});
      }
      case 7: {
        const auto flag = field(Scalar::kBoolean);
        return flag.empty() ? "false" : flag + equality + (chance(2) ? "true" : "(" + boolean(depth - 1) + ")");
      }
      case 8:
        return special_comparison(sign);
      default:
        return of(Scalar::kInt, depth) + sign + of(Scalar::kInt, depth - 1);
    }
  }

  std::string special_comparison(const std::string& sign) {
    struct Literal {
      Scalar scalar;
      const char* text;
    };
    static constexpr Literal kLiterals[] = {
        {Scalar::kDate, "'2024-02-29'"},
        {Scalar::kTime, "'12:30:00'"},
        {Scalar::kLocalDateTime, "'2024-02-29T12:00:00'"},
        {Scalar::kUuid, "'0190B5C2-7D1E-7A00-8000-000000000001'"},
        {Scalar::kUrl, "'https://example.com/'"},
        {Scalar::kEmail, "'a@example.com'"},
        {Scalar::kId, "'p3'"},
        {Scalar::kDateTime, "'2023-11-14T22:13:20Z'"},
    };
    const Literal& literal = kLiterals[pick(std::size(kLiterals))];
    const auto name = field(literal.scalar);
    return name.empty() ? "true" : name + sign + literal.text;
  }

  std::string membership(int depth) {
    switch (pick(6)) {
      case 0:
        return of(Scalar::kInt, depth - 1) + " in [" + of(Scalar::kInt, 0) + ", " + of(Scalar::kInt, 0) + ", 7]";
      case 1:
        return of(Scalar::kString, depth - 1) + " in ['a', 'Käse', " + of(Scalar::kString, 0) + "]";
      case 2: {
        const auto wish = field(Scalar::kEnum);
        return wish.empty() ? "true" : wish + " in ['PAID', 'SHIPPED']";
      }
      case 3: {
        const auto tags = field([](const Type& type) { return type.list && type.scalar == Scalar::kString; });
        return tags.empty() ? "false" : of(Scalar::kString, 0) + " in " + tags;
      }
      case 4: {
        const auto scores = field([](const Type& type) { return type.list && type.scalar == Scalar::kInt; });
        return scores.empty() ? "false" : one({"7", "1", "-1", "count"}) + " in " + scores;
      }
      default:
        if (!may_nest()) return "id in [id]";
        return of(Scalar::kInt, 0) + " in " + over("map", depth, [&] { return of(Scalar::kInt, depth - 1); });
    }
  }

  std::string text_test(int depth) {
    const std::string text = of(Scalar::kString, depth - 1);
    return text + "." + one({"startsWith", "endsWith", "contains"}) + "(" +
           (chance(2) ? one({"'a'", "'ä'", "'%'", "''", "'_'", "'SS'"}) : of(Scalar::kString, 0)) + ")";
  }

  std::string of(Scalar scalar, int depth) {
    switch (scalar) {
      case Scalar::kBoolean:
        return "(" + boolean(depth) + ")";
      case Scalar::kString:
        return text(depth);
      case Scalar::kDateTime:
        return date_time(depth);
      case Scalar::kDuration:
        return duration(depth);
      default:
        return number(scalar, depth);
    }
  }

  std::string literal(Scalar scalar) {
    switch (scalar) {
      case Scalar::kInt:
        return one({"0", "1", "-1", "2", "3", "2147483647", "-2147483647"});
      case Scalar::kBigInt:
        return one({"0", "1", "-1", "9223372036854775807", "-9223372036854775807", "3000000000"});
      case Scalar::kFloat:
        return one({"double(1.5)", "double(0)", "double(-2.25)", "double(1000000)"});
      default:
        return one({"0.5", "12.50", "-0.01", "99999999.99", "1.000001", "2.0"});
    }
  }

  std::string number(Scalar scalar, int depth) {
    const auto name = field(scalar);
    if (depth <= 0) return name.empty() || chance(4) ? literal(scalar) : name;
    const std::string aggregate = scalar == Scalar::kDecimal ? one({"sum", "min", "max", "avg"}) : one({"min", "max"});
    switch (pick(may_nest() ? 8 : 5)) {
      case 0:
      case 1: {
        const bool real = scalar == Scalar::kFloat;
        const std::string sign = real ? one({" + ", " - ", " * ", " / "}) : one({" + ", " - ", " * ", " / ", " % "});
        // The product of three wide scales would exceed 38 digits after the point.
        const int less = scalar == Scalar::kDecimal ? 0 : depth - 1;
        return "(" + of(scalar, less) + sign + of(scalar, less) + ")";
      }
      case 2:
        return "-(" + of(scalar, depth - 1) + ")";
      case 3:
        if (scalar == Scalar::kFloat)
          return "double(" + of(chance(2) ? Scalar::kInt : Scalar::kDecimal, depth - 1) + ")";
        if (scalar == Scalar::kInt) return "size(" + text(depth - 1) + ")";
        if (scalar == Scalar::kDecimal) return "(" + of(Scalar::kInt, 0) + " + " + of(Scalar::kDecimal, 0) + ")";
        return "(" + of(Scalar::kInt, 0) + " + " + of(Scalar::kBigInt, depth - 1) + ")";
      case 4:
        return "(" + boolean(depth - 1) + " ? " + of(scalar, depth - 1) + " : " + of(scalar, 0) + ")";
      case 5:
        if (scalar == Scalar::kInt) return over("count", depth, [&] { return boolean(depth - 1); });
        if (scalar == Scalar::kBigInt) return over("sum", depth, [&] { return of(Scalar::kInt, depth - 1); });
        if (scalar == Scalar::kFloat) return over(one({"sum", "avg", "min"}), depth, [&] { return of(scalar, 0); });
        return over("avg", depth, [&] { return of(chance(2) ? Scalar::kInt : Scalar::kBigInt, 0); });
      case 6:
        return over(aggregate, depth, [&] { return of(scalar, 0); });
      default:
        return scalar == Scalar::kInt ? "size(" + relation().first + ")"
                                      : over(aggregate, depth, [&] { return of(scalar, 0); });
    }
  }

  std::string text(int depth) {
    const auto name = field([](const Type& type) { return type.is_text() && type.scalar != Scalar::kUuid; });
    if (depth <= 0)
      return name.empty() || chance(4) ? one({"'a'", "'Käse'", "''", "'STRASSE'", "'日本'", "'O\\'Neil'"}) : name;
    switch (pick(may_nest() ? 6 : 5)) {
      case 0:
        return "lower(" + text(depth - 1) + ")";
      case 1:
        return "upper(" + text(depth - 1) + ")";
      case 2:
        return "(" + text(depth - 1) + " + " + text(0) + ")";
      case 3:
        return "(" + boolean(depth - 1) + " ? " + text(depth - 1) + " : " + text(0) + ")";
      case 4:
        return name.empty() ? "'b'" : name;
      default:
        return over(one({"min", "max"}), depth, [&] { return text(0); });
    }
  }

  std::string text_field() {
    const auto name = field(Scalar::kString);
    return name.empty() ? "note" : name;
  }

  std::string date_time(int depth) {
    const auto name = field(Scalar::kDateTime);
    if (depth <= 0 || chance(3))
      return name.empty() || chance(3)
                 ? one({"now()", "timestamp('2024-02-29T12:00:00.5+02:00')", "timestamp('1969-12-31T23:59:59Z')"})
                 : name;
    if (text_conversions_ && chance(6)) return "timestamp(" + text_field() + ")";
    if (may_nest() && chance(4)) return over(one({"min", "max"}), depth, [&] { return date_time(0); });
    return "(" + date_time(depth - 1) + one({" + ", " - "}) + duration(0) + ")";
  }

  std::string duration(int depth) {
    const auto name = field(Scalar::kDuration);
    if (depth <= 0 || chance(3))
      return name.empty() || chance(3) ? one({"duration('PT1H')", "duration('-PT0.000001S')", "duration('P1DT12H')"})
                                       : name;
    if (text_conversions_ && chance(6)) return "duration(" + text_field() + ")";
    switch (pick(may_nest() ? 5 : 4)) {
      case 0:
        return "(" + date_time(0) + " - " + date_time(0) + ")";
      case 1:
        return "(" + duration(depth - 1) + one({" + ", " - "}) + duration(0) + ")";
      case 2:
        return "(" + duration(depth - 1) + one({" * ", " / "}) + of(Scalar::kInt, 0) + ")";
      case 3:
        return "-(" + duration(depth - 1) + ")";
      default:
        return over(one({"sum", "min", "max"}), depth, [&] { return duration(0); });
    }
  }

  const RulesWorld& world_;
  std::minstd_rand random_;
  std::vector<InScope> rows_;
  int next_ = 1;
  int macros_ = 0;
  bool text_conversions_ = true;
  std::array<std::size_t, 64> seen_{};
};

}  // namespace bedplate::test
