#include "rest/keyed_reply.hpp"

#include <gtest/gtest.h>

namespace bedplate::rest {
namespace {

std::string key(std::string_view value) {
  const auto made = parse_idempotency_key(value);
  return made ? "key " + *made : std::string(reason_word(made.error().reason()));
}

TEST(IdempotencyKey, IsAStringWithOrWithoutQuotes) {
  EXPECT_EQ(key("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""), "key 8e03978e-40d5-43dd-bc93-6894a57f9324");
  EXPECT_EQ(key("8e03978e-40d5-43dd-bc93-6894a57f9324"), "key 8e03978e-40d5-43dd-bc93-6894a57f9324");
  EXPECT_EQ(key(R"("a \"b\" \\ c;d")"), R"(key a "b" \ c;d)");
  EXPECT_EQ(key(std::string(255, 'x')), "key " + std::string(255, 'x'));
}

TEST(IdempotencyKey, IsRefusedWhereItIsNone) {
  for (const std::string& value :
       {std::string(), std::string("\""), std::string("\"\""), std::string("\"a"), std::string("a\"b"),
        std::string("\"a\";p=1"), std::string("a, b"), std::string("\"a\\n\""), std::string("\"a\\\""),
        std::string("\"\xc3\xa9\""), std::string("a\tb"), std::string(256, 'x')})
    EXPECT_EQ(key(value), "INVALID_IDEMPOTENCY_KEY") << value;
}

}  // namespace
}  // namespace bedplate::rest
