#include "operation/principal.hpp"

#include <gtest/gtest.h>

#include "base/scalar.hpp"
#include "model/compile.hpp"

namespace bedplate::operation {
namespace {

std::unique_ptr<model::Model> test_model() {
  auto compiled = model::compile(R"sdl(
    type Row @entity
      @allow(when: "text == auth.claims.text && small == auth.claims.small && big == auth.claims.big")
      @allow(when: "exact == auth.claims.exact && real == auth.claims.real && flag == auth.claims.flag")
      @allow(when: "text == auth.id && small == auth.id") {
      id: ID!
      text: String! small: Int! big: BigInt! exact: Decimal! @decimal(precision: 10, scale: 2) real: Float! flag: Boolean!
    })sdl",
                                 "schema.graphql");
  for (const auto& diagnostic : compiled.diagnostics)
    if (!compiled.model) ADD_FAILURE() << diagnostic.message;
  return std::move(compiled.model);
}

/// The fact's value as text, `UNKNOWN` without one.
std::string said(const Principal& principal, const model::Model& model, expr::Fact::Kind kind, std::string_view name,
                 Scalar scalar) {
  for (std::size_t i = 0; i < model.facts.size(); ++i) {
    const auto& fact = model.facts[i];
    if (fact.kind != kind || fact.type.scalar != scalar || (!name.empty() && fact.name != name)) continue;
    const Cell value = principal.value(static_cast<expr::FactId>(i));
    EXPECT_EQ(principal.facts().test(i), !value.is_null());
    if (value.is_null()) return "UNKNOWN";
    std::string text;
    append_text(text, fact.type, value);
    return text;
  }
  return "no such fact";
}

struct Claim {
  const char* json;
  const char *text, *small, *big, *exact, *real, *flag;
};
constexpr const char* kNo = "UNKNOWN";

class Threat038Claims : public testing::TestWithParam<Claim> {};
TEST_P(Threat038Claims, ConvertToTheFieldsTypeOrAreUnknown) {
  const auto model = test_model();
  ASSERT_TRUE(model);
  const Claim& claim = GetParam();
  Identity who{.authenticated = true};
  for (const char* name : {"text", "small", "big", "exact", "real", "flag"}) who.claims.emplace_back(name, claim.json);
  const auto principal = Principals(*model).make(std::move(who));
  const auto value = [&](std::string_view name, Scalar scalar) {
    return said(*principal, *model, expr::Fact::Kind::kClaim, name, scalar);
  };
  EXPECT_EQ(value("text", Scalar::kString), claim.text);
  EXPECT_EQ(value("small", Scalar::kInt), claim.small);
  EXPECT_EQ(value("big", Scalar::kBigInt), claim.big);
  EXPECT_EQ(value("exact", Scalar::kDecimal), claim.exact);
  EXPECT_EQ(value("real", Scalar::kFloat), claim.real);
  EXPECT_EQ(value("flag", Scalar::kBoolean), claim.flag);
}
INSTANTIATE_TEST_SUITE_P(
    Table, Threat038Claims,
    testing::Values(Claim{"7", kNo, "7", "7", "7.00", "7", kNo}, Claim{R"("7")", "7", "7", "7", "7.00", "7", kNo},
                    Claim{"-7", kNo, "-7", "-7", "-7.00", "-7", kNo}, Claim{"-0", kNo, kNo, kNo, kNo, "-0", kNo},
                    Claim{R"("007")", "007", kNo, kNo, kNo, kNo, kNo}, Claim{R"("+7")", "+7", kNo, kNo, kNo, kNo, kNo},
                    Claim{R"(" 7")", " 7", kNo, kNo, kNo, kNo, kNo}, Claim{"7e0", kNo, kNo, kNo, kNo, kNo, kNo},
                    Claim{"7.0", kNo, kNo, kNo, kNo, kNo, kNo}, Claim{"1.5", kNo, kNo, kNo, "1.50", "1.5", kNo},
                    Claim{"2147483648", kNo, kNo, "2147483648", kNo, "2147483648", kNo},
                    Claim{R"("7.00")", "7.00", kNo, kNo, "7.00", kNo, kNo},
                    Claim{"9223372036854775808", kNo, kNo, kNo, kNo, "9223372036854775808", kNo},
                    Claim{"true", kNo, kNo, kNo, kNo, kNo, "true"},
                    Claim{R"("true")", "true", kNo, kNo, kNo, kNo, "true"}, Claim{"1", kNo, "1", "1", "1.00", "1", kNo},
                    Claim{R"("")", kNo, kNo, kNo, kNo, kNo, kNo}, Claim{"null", kNo, kNo, kNo, kNo, kNo, kNo},
                    Claim{"[7]", kNo, kNo, kNo, kNo, kNo, kNo}, Claim{R"({"a":7})", kNo, kNo, kNo, kNo, kNo, kNo}));

TEST(PrincipalTest, Threat038AnIdThatWasANumberIsNoText) {
  const auto model = test_model();
  ASSERT_TRUE(model);
  for (const bool number : {false, true}) {
    const auto principal = Principals(*model).make({.authenticated = true, .id = "7", .id_is_number = number});
    EXPECT_EQ(said(*principal, *model, expr::Fact::Kind::kId, "", Scalar::kInt), "7");
    EXPECT_EQ(said(*principal, *model, expr::Fact::Kind::kId, "", Scalar::kString), number ? kNo : "7");
  }
}

}  // namespace
}  // namespace bedplate::operation
