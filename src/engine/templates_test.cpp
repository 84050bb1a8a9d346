#include "engine/templates.hpp"

#include <gtest/gtest.h>

#include "support/node.hpp"

namespace bedplate::engine {
namespace {

constexpr std::string_view kSdl = R"sdl(
enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) }
type Note @entity @allow(to: [READ], when: "owner == auth.id") @allow(to: [READ], roles: [STAFF]) {
  id: Int! owner: ID text: String
}
)sdl";

class TemplatesTest : public testing::Test {
 protected:
  operation::Operation all() const {
    static const operation::SelectItem kEverything[]{{.kind = operation::SelectItem::Kind::kAll}};
    operation::Operation made;
    made.read.query = {.entity = 0, .select = kEverything};
    return made;
  }
  std::shared_ptr<const operation::Principal> who(std::string id, std::vector<std::string> roles = {}) const {
    return node_.principal({.authenticated = true, .id = std::move(id), .roles = std::move(roles)});
  }

  testing_support::Node node_{
      kSdl, {"INSERT INTO notes (id, owner, text) VALUES (1, 'u1', 'a'), (2, 'u2', 'b'), (3, NULL, 'c')"}};
  Options options_{.templates = 2, .views = 2};
  Templates templates_{node_.model(), sql::Dialect::kSqlite, options_};
};

TEST_F(TemplatesTest, ServeEveryCallerOfTheSameFactsAndNoOther) {
  const auto first = templates_.find(all(), *who("u1"));
  ASSERT_TRUE(first);
  EXPECT_EQ(*templates_.find(all(), *who("u2")), *first);
  EXPECT_NE(*templates_.find(all(), *who("u1", {"STAFF"})), *first);
  operation::Operation counted = all();
  counted.read.count = operation::Count::kExact;
  EXPECT_NE(*templates_.find(counted, *who("u1")), *first);
}

TEST_F(TemplatesTest, HoldNoMoreThanTheyMayAndLetUsersFinish) {
  const auto first = *templates_.find(all(), *who("u1"));
  for (std::uint16_t i = 0; i < 10; ++i) {
    operation::Operation limited = all();
    limited.read.query.limit_slot = i;
    ASSERT_TRUE(templates_.find(limited, *who("u1")));
  }
  EXPECT_EQ(first->kind, operation::Operation::Kind::kRead);
  EXPECT_EQ(first->reading.statements.size(), 1);
}

TEST_F(TemplatesTest, ViewsAreOfFacts) {
  const auto one = templates_.view(who("u1")->facts());
  EXPECT_EQ(templates_.view(who("u2")->facts()), one);
  EXPECT_NE(templates_.view(who("u1", {"STAFF"})->facts()), one);
}

TEST_F(TemplatesTest, ARefusalIsNoTemplate) {
  const auto refused = templates_.find(all(), *node_.principal({}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason(), Reason::kUnauthenticated);
}

TEST_F(TemplatesTest, OneTemplateReadsEachCallersRows) {
  const auto read = [&](const operation::Principal& principal) {
    std::string out;
    const auto outcome = node_.run(node_.session().run_read(all(), principal, {}, out));
    return outcome ? out : std::string(reason_word(outcome.error().reason()));
  };
  EXPECT_EQ(read(*who("u1")), R"([{"id":1,"owner":"u1","text":"a"}])");
  EXPECT_EQ(read(*who("u2")), R"([{"id":2,"owner":"u2","text":"b"}])");
  EXPECT_EQ(read(*who("u9")), "[]");
  EXPECT_EQ(read(*who("u9", {"STAFF"})),
            R"([{"id":1,"owner":"u1","text":"a"},{"id":2,"owner":"u2","text":"b"},{"id":3,"owner":null,"text":"c"}])");
}

TEST_F(TemplatesTest, AReadIsAsManyStatementsAsItsShapeHas) {
  const auto before = node_.opened();
  std::string out;
  ASSERT_TRUE(node_.run(node_.session().run_read(all(), *who("u1"), {}, out)));
  EXPECT_EQ(node_.opened() - before, 1);
}

}  // namespace
}  // namespace bedplate::engine
