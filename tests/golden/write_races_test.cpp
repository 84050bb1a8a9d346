// Writes that meet on PostgreSQL: what a write decides by is as it is once its rows are locked, no order of keys makes
// two of them wait for each other for ever, and a row that two insert at once is merged by the second.
#include <gtest/gtest.h>
#include <thread>

#include "golden/store_node.hpp"

namespace bedplate::golden {
namespace {

constexpr std::string_view kModel = R"(
  type Team @entity @allow(to: [READ, UPDATE]) {
    id: Int!
    open: Boolean!
    tasks: [Task!]! @relation(inverse: "team")
  }
  type Task @entity @allow(to: [READ, CREATE]) @allow(to: [UPDATE, DELETE], when: "team.open") {
    id: Int!
    team: Team! @relation
    code: String! @unique
    hits: Int!
  }
  type Box @entity @softDelete @allow {
    id: Int!
    items: [Item!]! @relation(inverse: "box")
  }
  type Item @entity @softDelete @allow {
    id: Int!
    box: Box! @relation(onDelete: CASCADE)
  }
)";

class WriteRaces : public testing::Test {
 protected:
  void SetUp() override {
    if (testing_support::PostgresServer::get() == nullptr) GTEST_SKIP() << "no PostgreSQL";
    node_ = std::make_unique<StoreNode>(kModel, sql::Dialect::kPostgres);
    node_->fill(R"({"Team": [{"id": 1, "open": true}], "Task": [
        {"id": 1, "teamId": 1, "code": "a", "hits": 0}, {"id": 2, "teamId": 1, "code": "b", "hits": 0}],
        "Box": [{"id": 1}], "Item": [{"id": 1, "boxId": 1, "deletedAt": "2020-01-01T00:00:00Z"}]})");
  }
  /// The answer of a request that begins while another transaction holds the locks of `before`; it ends with `after`.
  Answer during(std::vector<std::string> before, std::string_view request, std::string_view after = "SELECT 1") {
    before.insert(before.end(), {"SELECT pg_sleep(0.3)", std::string(after)});
    std::thread other([&] { EXPECT_TRUE(node_->store().run_script(before)); });
    const auto sleeps = [&] {
      return !node_->query("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%(0.3)' AND wait_event = 'PgSleep'")
                  .empty();
    };
    for (int i = 0; i < 200 && !sleeps(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    auto answer = node_->answer(request, node_->principal({}));
    other.join();
    return answer;
  }
  std::string tasks() { return node_->query("SELECT count(*) FROM tasks")[0][0]; }

  std::unique_ptr<StoreNode> node_;
};

constexpr const char* kLock = "SELECT 1 FROM tasks WHERE id = 1 FOR UPDATE";
constexpr const char* kClose = "UPDATE teams SET open = false";

TEST_F(WriteRaces, ARuleOverOtherRowsIsAskedOnceTheRowIsLocked) {
  const auto refused = during({kLock, kClose}, "DELETE /api/tasks/1\n\n");
  EXPECT_EQ(refused.status, 401) << refused.body;
  EXPECT_EQ(tasks(), "2");
}

TEST_F(WriteRaces, AFilterSkipsWhatIsNotMeantAnyMoreOnceItIsLocked) {
  const auto skipped = during({kLock, kClose}, "DELETE /api/tasks?id=lte.2\nPrefer: count=exact\n\n");
  EXPECT_EQ(skipped.status, 204) << skipped.body;
  EXPECT_TRUE(skipped.headers.contains("Content-Range: */0")) << skipped.headers;
  EXPECT_EQ(tasks(), "2");
}

TEST_F(WriteRaces, ARowThatAnotherInsertedMeanwhileIsMerged) {
  const auto merged = during({"INSERT INTO tasks(id, team_id, code, hits) VALUES (9, 1, 'z', 5)"},
                             "POST /api/tasks?on_conflict=code\nContent-Type: application/json\n"
                             "Prefer: resolution=merge-duplicates\n\n"
                             R"({"teamId": 1, "code": "z", "hits": 7})");
  EXPECT_EQ(merged.status, 200) << merged.body;
  EXPECT_EQ(node_->query("SELECT hits FROM tasks WHERE code = 'z'")[0][0], "7");
}

constexpr const char* kLockBox = "SELECT 1 FROM boxes WHERE id = 1 FOR UPDATE";
constexpr const char* kTrashBox = "UPDATE boxes SET deleted_at = now()";

TEST_F(WriteRaces, NoRowIsLinkedToOneThatGoesIntoTheTrashMeanwhile) {
  const auto refused =
      during({kLockBox}, "POST /api/items\nContent-Type: application/json\n\n{\"boxId\": 1}", kTrashBox);
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(node_->query("SELECT count(*) FROM items WHERE deleted_at IS NULL")[0][0], "0");
}

TEST_F(WriteRaces, NoRowComesBackToOneThatGoesIntoTheTrashMeanwhile) {
  const auto refused = during({kLockBox}, "POST /api/items/1/$restore\n\n", kTrashBox);
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(node_->query("SELECT count(*) FROM items WHERE deleted_at IS NULL")[0][0], "0");
}

TEST_F(WriteRaces, WhatIsLinkedToARowMeanwhileGoesIntoTheTrashWithIt) {
  const auto deleted = during({"INSERT INTO items (id, box_id) VALUES (9, 1)"}, "DELETE /api/boxes/1\n\n");
  EXPECT_EQ(deleted.status, 204) << deleted.body;
  EXPECT_EQ(node_->query("SELECT count(*) FROM items WHERE deleted_at IS NULL")[0][0], "0");
}

TEST_F(WriteRaces, RowsAreLockedInTheOrderOfTheirKeys) {
  const auto changed = during({kLock},
                              "PATCH /api/tasks\nContent-Type: application/json\n\n"
                              R"([{"id": 2, "hits": 2}, {"id": 1, "hits": 1}])",
                              "SELECT 1 FROM tasks WHERE id = 2 FOR UPDATE NOWAIT");
  EXPECT_EQ(changed.status, 204) << changed.body;
  EXPECT_EQ(node_->query("SELECT hits FROM tasks WHERE id = 2")[0][0], "2");
}

TEST_F(WriteRaces, RowsAreInsertedByUpsertsInTheOrderOfTheirKeys) {
  const auto changed = during({kLock},
                              "POST /api/tasks\nContent-Type: application/json\n"
                              "Prefer: resolution=merge-duplicates\n\n"
                              R"([{"id": 2, "teamId": 1, "code": "b", "hits": 2},
                                           {"id": 1, "teamId": 1, "code": "a", "hits": 1}])",
                              "SELECT 1 FROM tasks WHERE id = 2 FOR UPDATE NOWAIT");
  EXPECT_EQ(changed.status, 200) << changed.body;
}

}  // namespace
}  // namespace bedplate::golden
