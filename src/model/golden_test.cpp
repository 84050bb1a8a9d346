// tests/golden/model/<case>/: schema.graphql and expected.txt, what `check` prints about it. Refreshed with
// BEDPLATE_UPDATE_GOLDEN=1 and reviewed as a diff.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "model/compile.hpp"

namespace bedplate::model {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(ModelGolden, EveryMistakeIsFoundWithItsPlaceAndMend) {
  std::set<std::string> seen;
  std::size_t cases = 0;
  for (const auto& folder : fs::directory_iterator(BP_TEST_DATA "/../golden/model")) {
    if (!fs::exists(folder.path() / "schema.graphql")) continue;
    ++cases;
    const auto source = read(folder.path() / "schema.graphql");
    const auto out = compile(source, "schema.graphql");
    const sdl::SourceText text{"schema.graphql", source};
    const auto actual = sdl::render_human(out.diagnostics, {&text, 1});
    for (const auto& each : out.diagnostics) {
      seen.insert(each.code);
      EXPECT_GT(each.position.line, 0) << folder.path();
    }
    EXPECT_EQ(out.model == nullptr, sdl::has_errors(out.diagnostics)) << folder.path();
    const auto expected = folder.path() / "expected.txt";
    if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << actual;
    EXPECT_EQ(actual, read(expected)) << folder.path();
  }
  EXPECT_GE(cases, 60);
}

}  // namespace
}  // namespace bedplate::model
