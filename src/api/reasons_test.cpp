#include "api/reasons.hpp"

#include <gtest/gtest.h>
#include <set>

namespace bedplate::api {
namespace {

TEST(Reasons, StatusesArePostgrests) {
  EXPECT_EQ(reason_entry(Reason::kUniqueViolation).http, 409);
  EXPECT_EQ(postgrest_code(Reason::kUniqueViolation), "23505");
  EXPECT_EQ(postgrest_code(Reason::kConstraintViolation), "23514");
  EXPECT_EQ(reason_entry(Reason::kConstraintViolation).http, 400);
  EXPECT_EQ(postgrest_code(Reason::kUnauthenticated), "42501");
  EXPECT_EQ(reason_entry(Reason::kUnauthenticated).http, 401);
  EXPECT_EQ(postgrest_code(Reason::kForbidden), "42501");
  EXPECT_EQ(reason_entry(Reason::kForbidden).http, 403);
  EXPECT_EQ(postgrest_code(Reason::kNotSingular), "PGRST116");
  EXPECT_EQ(reason_entry(Reason::kNotSingular).http, 406);
}

TEST(Reasons, AReasonWithoutACodeRepeatsItsWord) {
  EXPECT_EQ(postgrest_code(Reason::kNotFound), "NOT_FOUND");
  EXPECT_EQ(postgrest_code(Reason::kNotServedYet), "NOT_SERVED_YET");
}

TEST(Reasons, EveryRowIsDocumentedAndOnlyServerFaultsAreRetryable) {
  std::set<std::string_view> titles;
  for (const auto& row : reason_table()) {
    EXPECT_TRUE(titles.insert(row.title).second) << row.title;
    EXPECT_FALSE(row.meaning.empty());
    EXPECT_TRUE(!row.retryable || row.http >= 500 || row.http == 429) << row.title;
    EXPECT_EQ(row.http == 422, row.reason == Reason::kIdempotencyKeyReused)
        << "422 is the reuse of an Idempotency-Key alone";
  }
}

}  // namespace
}  // namespace bedplate::api
