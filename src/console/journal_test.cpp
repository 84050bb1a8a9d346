#include "console/journal.hpp"

#include <gtest/gtest.h>

#include "json/document.hpp"

namespace bedplate::console {
namespace {

/// The paths of those after `after`, in their order.
std::string paths(const Journal& journal, std::uint64_t after) {
  std::string text, paths;
  journal.write(after, text);
  const auto read = json::Document::parse(text);
  EXPECT_TRUE(read) << text;
  for (const json::Node& each : (*read)->find("requests")->children) paths.append(*each.string("path")).append(" ");
  return paths;
}

TEST(Journal, TellsWhatIsNewTheOldestFirst) {
  Journal journal(4);
  EXPECT_EQ(paths(journal, 0), "");
  for (const auto* path : {"/a", "/b", "/c"}) journal.note({.path = path});
  EXPECT_EQ(paths(journal, 0), "/a /b /c ");
  EXPECT_EQ(paths(journal, 2), "/c ");
  EXPECT_EQ(paths(journal, 3), "");
}

TEST(Journal, KeepsTheLastOnes) {
  Journal journal(3);
  for (const auto* path : {"/a", "/b", "/c", "/d", "/e"}) journal.note({.path = path});
  EXPECT_EQ(paths(journal, 0), "/c /d /e ");
  EXPECT_EQ(paths(journal, 4), "/e ");
  EXPECT_EQ(paths(journal, 900), "/c /d /e ") << "a number of another process";
}

TEST(Journal, Threat078_WhatAClientMadeUpIsCutAndEscaped) {
  Journal journal;
  const std::string path = "/\xff\"\x1b[2J" + std::string(5000, 'x');
  journal.note({.at = 7, .took = 8, .status = 404, .bytes = 9, .method = "GET", .path = path});
  std::string text;
  journal.write(0, text);
  const auto read = json::Document::parse(text);
  ASSERT_TRUE(read) << text;
  EXPECT_LT(text.size(), 1500);
  EXPECT_FALSE(text.contains('\x1b'));
}

}  // namespace
}  // namespace bedplate::console
