// Threats 30 and 37 of nested writes: two nodes whose databases differ in what the caller may not see, asked to write
// through relations what is hidden there, or is not.
#include <gtest/gtest.h>

#include "support/rest_node.hpp"

namespace bedplate::oracle {
namespace {

using testing_support::Answer;
using testing_support::RestNode;

constexpr std::string_view kSdl = R"sdl(
type Box @entity @allow(when: "owner == auth.id") {
  id: ID! owner: ID! name: String
  items: [Item!]! @relation(inverse: "box")
  tags: [Tag!]! @relation(manyToMany: true, inverse: "boxes")
  rooms: [Room!]! @relation(through: "Place", inverse: "boxes")
}
type Item @entity @allow(when: "owner == auth.id") { id: ID! owner: ID! name: String box: Box @relation }
type Tag @entity @allow(to: [READ], when: "open") { id: ID! open: Boolean! boxes: [Box!]! @relation(manyToMany: true, inverse: "tags") }
type Room @entity @allow(to: [READ], when: "open") { id: ID! open: Boolean! boxes: [Box!]! @relation(through: "Place", inverse: "rooms") }
type Place @entity @allow(when: "owner == auth.id") { id: ID! owner: ID! box: Box @relation room: Room @relation }
)sdl";

/// u1 sees the box b1, the items i1 and i2, and what is open.
class NestedPair : public testing::Test {
 protected:
  static std::vector<std::string> rows(bool other) {
    const auto only = [&](const char* text) { return std::string(other ? text : ""); };
    return {"INSERT INTO boxes (id, owner) VALUES ('b1', 'u1')" + only(", ('b2', 'u2')"),
            "INSERT INTO items (id, owner, box_id) VALUES ('i1', 'u1', 'b1'), ('i2', 'u1', " +
                std::string(other ? "'b2'" : "NULL") + ")" + only(", ('i9', 'u2', 'b1'), ('i8', 'u2', NULL)"),
            "INSERT INTO tags (id, open) VALUES ('t1', 1)" + only(", ('t9', 0)"),
            "INSERT INTO boxes_tags (box_id, tag_id) VALUES ('b1', 't1')" + only(", ('b1', 't9')"),
            "INSERT INTO rooms (id, open) VALUES ('r1', 1)" + only(", ('r9', 0)"),
            "INSERT INTO places (id, owner, box_id, room_id) VALUES ('p1', 'u1', 'b1', 'r1')" +
                only(", ('p9', 'u2', 'b1', 'r1'), ('p8', 'u2', 'b1', 'r9')")};
  }
  int ask(const std::string& target, const std::string& body, const std::string& prefer = "") {
    const std::string request =
        target + "\nContent-Type: application/json\nPrefer: return=representation" + prefer + "\n\n" + body;
    const Answer one = here_.answer(request, here_.principal(identity_));
    const Answer other = there_.answer(request, there_.principal(identity_));
    EXPECT_EQ(one.status, other.status) << request;
    EXPECT_EQ(one.body, other.body) << request;
    EXPECT_EQ(one.headers, other.headers) << request;
    return one.status;
  }

  operation::Identity identity_{.authenticated = true, .id = "u1"};
  RestNode here_{kSdl, rows(false)}, there_{kSdl, rows(true)};
};

TEST_F(NestedPair, Threat037_HiddenRowsAreConnectedLikeNone) {
  for (const char* id : {"i9", "i8", "i0"})
    for (const char* verb : {"connect", "update", "delete", "disconnect", "set"})
      EXPECT_EQ(ask("PATCH /api/boxes/b1", "{\"items\":{\"" + std::string(verb) + "\":[{\"id\":\"" + id + "\"}]}}"),
                404)
          << verb << id;
  for (const char* list : {"tags\":{\"connect\":[{\"id\":\"t9", "tags\":{\"disconnect\":[{\"id\":\"t9",
                           "tags\":{\"set\":[{\"id\":\"t9", "rooms\":{\"disconnect\":[{\"id\":\"r9"})
    EXPECT_EQ(ask("PATCH /api/boxes/b1", "{\"" + std::string(list) + "\"}]}}"), 404) << list;
  EXPECT_EQ(ask("POST /api/items", R"({"id":"n1","owner":"u1","box":{"connect":{"id":"b2"}}})"), 404);
  EXPECT_EQ(ask("PATCH /api/items/i1", R"({"box":{"connect":{"id":"b2"}}})"), 404);
  EXPECT_EQ(ask("POST /api/boxes", R"({"id":"n2","owner":"u1","items":{"connect":[{"id":"i9"}]}})"), 404);
}

TEST_F(NestedPair, Threat030_WhatIsHiddenStaysAndIsNotTold) {
  EXPECT_EQ(ask("PATCH /api/items/i2", R"({"box":{"update":{"name":"x"}}})"), 404);
  EXPECT_EQ(ask("PATCH /api/boxes/b1?select=items(id),tags(id),rooms(id)",
                R"({"items":{"set":[]},"tags":{"set":[]},"rooms":{"set":[{"id":"r1"}]}})"),
            200);
  EXPECT_EQ(ask("PATCH /api/boxes/b1?select=items(id),tags(id),rooms(id)",
                R"({"items":{"set":[{"id":"i1"}]},"tags":{"connect":[{"id":"t1"}]},"rooms":{"set":[]}})"),
            200);
}

TEST_F(NestedPair, Threat037_RowsThatMayBeThereNestHiddenOnesLikeNone) {
  const std::string box = R"({"id":"b1","owner":"u1",)", fresh = R"({"id":"b7","owner":"u1",)";
  for (const char* id : {"i9", "i8", "i0"})
    for (const char* verb : {"connect", "update", "delete", "disconnect", "set"}) {
      const std::string items = "\"items\":{\"" + std::string(verb) + "\":[{\"id\":\"" + id + "\"}]}}";
      EXPECT_EQ(ask("POST /api/boxes", box + items, ",resolution=merge-duplicates"), 404) << verb << id;
      EXPECT_EQ(ask("PUT /api/boxes/b7", fresh + items), 404) << verb << id;
      EXPECT_EQ(ask("POST /api/boxes", box + items, ",resolution=ignore-duplicates"), 201) << verb << id;
      EXPECT_EQ(ask("POST /api/boxes", fresh + items, ",resolution=ignore-duplicates"), 404) << verb << id;
    }
  EXPECT_EQ(ask("PUT /api/boxes/b1?select=items(id),tags(id)", box + R"("items":{"set":[]},"tags":{"set":[]}})"), 200);
}

}  // namespace
}  // namespace bedplate::oracle
