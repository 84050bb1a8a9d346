// docs/reference/errors.md has a row for each reason, as reasons.hpp has it.
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "api/reasons.hpp"

namespace bedplate::api {
namespace {

constexpr const char* kPage = BP_TEST_DATA "/../../docs/reference/errors.md";
constexpr std::string_view kBegin = "<!-- table: begin -->\n", kEnd = "<!-- table: end -->";

std::string table() {
  std::string out = "| reason | status | code | GraphQL | gRPC | meaning |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const auto& row : reason_table())
    out += "| `" + std::string(reason_word(row.reason)) + "` | " + std::to_string(row.http) +
           (row.retryable ? ", Retry-After" : "") + " | `" + std::string(postgrest_code(row.reason)) + "` | `" +
           std::string(row.graphql) + "` | " + std::to_string(static_cast<int>(row.grpc)) + " | " +
           std::string(row.meaning) + " |\n";
  return out;
}

TEST(Reasons, TheReferencePageHasARowForEach) {
  std::ifstream file(kPage, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  std::string page = text.str();
  const auto from = page.find(kBegin), to = page.find(kEnd);
  ASSERT_TRUE(from != std::string::npos && to != std::string::npos);
  const auto start = from + kBegin.size();
  if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr) {
    page.replace(start, to - start, table());
    std::ofstream(kPage, std::ios::binary) << page;
    return;
  }
  EXPECT_EQ(page.substr(start, to - start), table()) << "refresh with BEDPLATE_UPDATE_GOLDEN=1";
}

}  // namespace
}  // namespace bedplate::api
