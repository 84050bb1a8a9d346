// JSONTestSuite by Nicolas Seriot (tests/data/json, MIT): every y_ accepted, every n_ refused, i_ as it comes
// but without a crash.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "json/document.hpp"

namespace bedplate::json {
namespace {

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Valid by the grammar, refused on purpose.
bool is_stricter_than_the_grammar(const std::string& name) {
  return name == "y_object_duplicated_key.json" || name == "y_object_duplicated_key_and_value.json" ||
         name == "y_string_null_escape.json" || name == "y_object_escaped_null_in_key.json";
}

TEST(JsonTestSuite, EveryFile) {
  int accepted = 0;
  int refused = 0;
  for (const auto& file : std::filesystem::directory_iterator(BP_TEST_DATA "/json/test_parsing")) {
    const std::string name = file.path().filename().string();
    const auto document = Document::parse(slurp(file.path()), {.depth = 1000});
    if (name.starts_with("y_")) {
      EXPECT_EQ(document.has_value(), !is_stricter_than_the_grammar(name)) << name;
      ++accepted;
    } else if (name.starts_with("n_")) {
      EXPECT_FALSE(document) << name;
      ++refused;
    }
    if (!document) EXPECT_NE(document.error().message(), "") << name;
  }
  EXPECT_EQ(accepted, 95);
  EXPECT_EQ(refused, 188);
}

}  // namespace
}  // namespace bedplate::json
