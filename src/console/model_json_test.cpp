#include "console/model_json.hpp"

#include <gtest/gtest.h>

#include "json/document.hpp"
#include "model/compile.hpp"

namespace bedplate::console {
namespace {

std::string written(std::string_view source, Reader reader = Reader::kAdmin) {
  const auto compiled = model::compile(std::string(source), "schema.graphql");
  std::string out;
  if (compiled.model) write_model(*compiled.model, reader, out);
  return out;
}

TEST(ModelJson, TellsEntitiesFieldsRelationsAndRules) {
  const std::string text = written(R"(
enum Role @roles { READER EDITOR @inherits(roles: [READER]) }
enum Shade { LIGHT DARK }
type Book @entity @allow(to: [READ], roles: [READER]) {
  id: ID!
  title: String! @unique
  shade: Shade
  tags: [String!]!
  author: Author! @relation
  secret: String @hidden
}
type Author @entity @allow(to: [READ]) { id: ID! name: String! books: [Book!]! @relation(inverse: "author") }
)");
  const auto read = json::Document::parse(text);
  ASSERT_TRUE(read) << text;
  for (const auto* part :
       {R"({"name":"Book","resource":"books","key":["id"],"verbs":["READ"])",
        R"({"name":"title","kind":"value","type":"String","unique":true})",
        R"("type":"Shade","enum":true,"nullable":true)",
        R"({"name":"author","kind":"one","target":"authors","inverse":"books","foreignKey":["authorId"]})",
        R"("of":"author")",
        R"({"name":"books","kind":"many","target":"books","inverse":"author","foreignKey":["authorId"]})",
        R"x("rules":["@allow(to: [READ], roles: [READER])"])x", R"({"name":"Shade","values":["LIGHT","DARK"]})",
        R"({"name":"EDITOR","implies":["READER"]})"})
    EXPECT_TRUE(text.contains(part)) << part << "\n" << text;
  EXPECT_FALSE(text.contains("secret")) << "a hidden field is nobody's";
}

TEST(ModelJson, TellsEveryoneNoRuleAndNoRole) {
  const std::string source = R"(
enum Role @roles { READER }
type Book @entity @allow(to: [READ], roles: [READER]) @allow(to: [CREATE]) @deny(to: [DELETE]) {
  id: ID!
  title: String! @allow(roles: [READER]) @constraint(minLength: 1, pattern: "^x")
}
)";
  const std::string text = written(source, Reader::kEveryone);
  ASSERT_TRUE(json::Document::parse(text)) << text;
  EXPECT_FALSE(text.contains("READER")) << text;
  EXPECT_TRUE(text.contains(R"("verbs":["READ","CREATE"])")) << text;
  EXPECT_TRUE(text.contains(R"("minLength":1,"pattern":"^x")")) << text;
  EXPECT_TRUE(text.contains(R"({"reason":"UNIQUE_VIOLATION","status":409,)")) << text;
}

}  // namespace
}  // namespace bedplate::console
