#include "openapi/openapi.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "json/document.hpp"
#include "model/compile.hpp"

namespace bedplate::openapi {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string described(const std::string& source, std::string_view base_url = {}) {
  const auto compiled = model::compile(source, "schema.graphql");
  EXPECT_TRUE(compiled.model);
  return compiled.model ? describe(*compiled.model, base_url) : std::string();
}

/// The document of one model, whole: BEDPLATE_UPDATE_GOLDEN=1 writes what came; the diff is what is reviewed.
TEST(OpenApi, OfOneModel) {
  const std::string folder = BP_TEST_DATA "/../golden/openapi/";
  const std::string came = described(read(folder + "schema.graphql")) + "\n";
  EXPECT_TRUE(json::Document::parse(came, {.depth = 64}));
  if (std::getenv("BEDPLATE_UPDATE_GOLDEN") != nullptr)
    std::ofstream(folder + "openapi.json", std::ios::binary) << came;
  EXPECT_EQ(came, read(folder + "openapi.json")) << "BEDPLATE_UPDATE_GOLDEN=1 accepts it";
}

TEST(OpenApi, WhatNobodyMayDoIsNotThere) {
  const auto text = described(R"(
    type Note @entity @allow(to: [READ]) { id: ID! text: String! secret: String @hidden }
    type Log @entity @allow(to: [CREATE]) { id: ID! line: String! }
    type Vault @entity @allow(to: [READ]) @deny(to: [READ]) { id: ID! gold: Int! })");
  EXPECT_TRUE(text.contains(R"("notes.list")"));
  EXPECT_FALSE(text.contains(R"("notes.create")"));
  EXPECT_FALSE(text.contains("secret"));
  EXPECT_TRUE(text.contains(R"("logs.create")"));
  EXPECT_FALSE(text.contains(R"("logs.list")"));
  EXPECT_FALSE(text.contains("gold"));
}

TEST(OpenApi, SaysWhereTheServerIs) {
  const std::string source = "type Note @entity @allow { id: ID! }";
  EXPECT_TRUE(described(source).contains(R"("url":"/api")"));
  EXPECT_TRUE(described(source, "https://a.example/").contains(R"("url":"https://a.example/api")"));
}

TEST(OpenApi, AReservedNameIsQuotedWhereItIsAFilter) {
  EXPECT_TRUE(described("type Note @entity @allow { id: ID! order: Int }").contains(R"("name":"\"order\"")"));
}

}  // namespace
}  // namespace bedplate::openapi
