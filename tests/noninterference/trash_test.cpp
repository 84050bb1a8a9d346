// Threats 25, 30 and 37 of the trash: two nodes on either store whose databases differ in rows that lie there unseen,
// asked to read, write, restore and purge what is hidden there, or is not.
#include <gtest/gtest.h>

#include "golden/store_node.hpp"

namespace bedplate::oracle {
namespace {

using golden::Answer;
using golden::StoreNode;
using sql::Dialect;

constexpr std::string_view kSdl = R"sdl(
enum Role @roles { KEEPER }
type House @entity @tenantRoot @allow(to: [READ]) { id: ID! }
type Box @entity @softDelete @versioned
  @allow(to: [READ, CREATE, UPDATE, DELETE, PURGE], when: "holder == auth.id") {
  id: ID! holder: String! label: String! @unique
  parent: Box @relation(onDelete: CASCADE)
  children: [Box!]! @relation(inverse: "parent")
  items: [Item!]! @relation(inverse: "box")
  itemCount: Int! @computed(expr: "size(items)", as: CALLER)
  all: Int! @computed(expr: "size(items)", as: SYSTEM)
}
type Item @entity @softDelete @allow(to: [READ, CREATE, UPDATE, DELETE, PURGE], when: "holder == auth.id") {
  id: ID! holder: String! name: String
  box: Box! @relation(onDelete: CASCADE)
  tags: [Tag!]! @relation(through: "Mark", inverse: "items")
}
type Tag @entity @allow(to: [READ]) { id: ID! items: [Item!]! @relation(through: "Mark", inverse: "tags") }
type Mark @entity @softDelete @allow(to: [READ]) { id: ID! item: Item @relation(onDelete: CASCADE) tag: Tag @relation }
type Note @entity @softDelete @allow(to: [READ, CREATE, DELETE]) { id: ID! text: String! @unique }
type Seal @entity @softDelete @allow(roles: [KEEPER]) {
  id: ID! imprint: String! @unique
  box: Box! @relation(onDelete: CASCADE)
  guard: Seal @relation(onDelete: CASCADE)
}
type Parcel @entity @softDelete @allow(to: [READ, CREATE, UPDATE, DELETE, PURGE]) {
  id: ID! house: House! @tenant code: String! @unique
}
)sdl";

/// u1 of h1 has the boxes b1 with b2 and the items i1 and i2 in it, and in the trash t1 with the item i3.
constexpr std::string_view kSeen = R"({
  "House": [{"id": "h1"}, {"id": "h2"}],
  "Box": [{"id": "b1", "version": 1, "holder": "u1", "label": "Toys"}, {"id": "b2", "version": 1, "holder": "u1", "label": "Books", "parentId": "b1"},
    {"id": "t1", "version": 1, "holder": "u1", "label": "Old", "deletedAt": "2025-01-01T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000001"}],
  "Item": [{"id": "i1", "holder": "u1", "boxId": "b1"}, {"id": "i2", "holder": "u1", "boxId": "b1"},
    {"id": "i3", "holder": "u1", "boxId": "t1", "deletedAt": "2025-01-01T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000001"}],
  "Tag": [{"id": "g1"}, {"id": "g2"}],
  "Mark": [{"id": "m1", "itemId": "i1", "tagId": "g1"}],
  "Note": [{"id": "n1", "text": "here"}],
  "Parcel": [{"id": "p1", "houseId": "h1", "code": "A"}]})";

/// What else lies in the other database's trash: another's, of a type whose trash is nobody's, of another tenant, or
/// gone along with a row that is seen.
constexpr std::string_view kHidden = R"({
  "Box": [{"id": "x1", "version": 1, "holder": "u2", "label": "Lamps", "parentId": "b1", "deletedAt": "2025-02-02T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000002"},
    {"id": "x2", "version": 1, "holder": "u2", "label": "Old", "deletedAt": "2025-02-02T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000003"}],
  "Item": [{"id": "x3", "holder": "u2", "boxId": "b1", "name": "Lens", "deletedAt": "2025-02-02T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000002"},
    {"id": "x4", "holder": "u2", "boxId": "t1", "name": "Lens", "deletedAt": "2025-01-01T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000001"}],
  "Mark": [{"id": "x5", "itemId": "i1", "tagId": "g2", "deletedAt": "2025-02-02T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000004"}],
  "Note": [{"id": "x6", "text": "gone", "deletedAt": "2025-02-02T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000005"}],
  "Parcel": [{"id": "x7", "houseId": "h2", "code": "B", "deletedAt": "2025-02-02T00:00:00Z",
     "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-000000000006"}]})";

class TrashPair : public testing::TestWithParam<Dialect> {
 protected:
  TrashPair() {
    for (StoreNode* node : {&here_, &there_}) node->fill(kSeen);
    there_.fill(kHidden);
  }

  /// Both nodes' answer, which must be one. `along`: as many statements as rows go along, of which some are hidden.
  int ask(const std::string& request, bool along = false) {
    const auto [one, ran] = answer(here_, request);
    const auto [other, also_ran] = answer(there_, request);
    EXPECT_EQ(one.status, other.status) << request;
    EXPECT_EQ(one.body, other.body) << request;
    EXPECT_EQ(one.headers, other.headers) << request;
    if (!along) EXPECT_EQ(ran, also_ran) << request;
    body_ = one.body;
    return one.status;
  }
  int write(const std::string& target, const std::string& body, const std::string& prefer = "", bool along = false) {
    return ask(target + "\nContent-Type: application/json\nPrefer: return=representation" + prefer + "\n\n" + body,
               along);
  }

  std::string body_;
  operation::Identity identity_{.authenticated = true, .id = "u1", .tenant = "h1"};
  StoreNode here_{kSdl, GetParam()}, there_{kSdl, GetParam()};

 private:
  std::pair<Answer, std::size_t> answer(StoreNode& node, const std::string& request) const {
    const std::size_t before = node.statement_count();
    auto made = node.answer(request, node.principal(identity_));
    return {std::move(made), node.statement_count() - before};
  }
};

TEST_P(TrashPair, Threat030_ReadsTellNothingOfWhatLiesUnseenInTheTrash) {
  for (const char* target : {"boxes?select=*,children(id),items(id,tags(id))",
                             "boxes?select=count(),all.sum()",
                             "boxes?order=all,itemCount",
                             "boxes?label=in.(Lamps,Old)",
                             "boxes?select=id,items!inner(id)&items.name=eq.Lens",
                             "items?select=id,box(*)",
                             "items?select=id,tags!inner(id)&tags.id=eq.g2",
                             "boxes/x1",
                             "boxes/x1/items",
                             "boxes/b1/items",
                             "boxes/b1/children",
                             "tags?select=id,items(id)",
                             "tags/g2/items",
                             "marks",
                             "notes",
                             "notes?text=eq.gone",
                             "notes/x6",
                             "parcels",
                             "boxes/$trash?select=*,items(id),children(id)",
                             "boxes/$trash?select=count()",
                             "boxes/$trash?label=eq.Lamps",
                             "boxes/$trash?order=deletedAt.desc&limit=1",
                             "items/$trash?select=id,box(id,label,deletedAt)",
                             "marks/$trash",
                             "notes/$trash",
                             "parcels/$trash",
                             "seals/$trash"})
    for (const char* verb : {"GET", "HEAD"}) {
      const std::string request = std::string(verb) + " /api/" + target + "\n";
      const int status = ask(request + "Prefer: count=exact\n");
      EXPECT_TRUE(status < 300 || status == 403 || status == 404) << request << status;
    }
  EXPECT_EQ(ask("GET /api/items/$trash?select=id,box(label,deletedAt)\n"), 200);
  EXPECT_EQ(body_, R"([{"id":"i3","box":{"label":"Old","deletedAt":"2025-01-01T00:00:00Z"}}])");
}

TEST_P(TrashPair, Threat030_ARowOfTheTrashThatOneDoesNotReadIsNotThere) {
  for (const std::string row :
       {"boxes/x1", "boxes/x2", "boxes/x9", "items/x3", "items/x4", "items/x9", "parcels/x7", "parcels/x9"}) {
    const std::string path = "/api/" + row;
    EXPECT_EQ(ask("POST " + path + "/$restore\n"), 404) << row;
    EXPECT_EQ(ask("POST " + path + "/$purge\n"), 404) << row;
    if (row.starts_with("boxes")) EXPECT_EQ(ask("POST " + path + "/$restore\nIf-Match: \"1.x\"\n"), 404) << row;
    EXPECT_EQ(ask("DELETE " + path + "\n"), 404) << row;
    const char* change = row.starts_with("parcels") ? R"({"code":"C"})" : R"({"holder":"u1"})";
    EXPECT_EQ(write("PATCH " + path, change), 404) << row;
    const std::string operation = R"({"method":"POST","path":"/)" + row + R"(/$restore"})";
    EXPECT_EQ(ask("POST /api/$batch\nContent-Type: application/json\n\n{\"operations\":[" + operation + "]}"), 404)
        << row << body_;
  }
  for (const char* id : {"x6", "x9"}) EXPECT_EQ(ask("POST /api/notes/" + std::string(id) + "/$restore\n"), 403);
}

TEST_P(TrashPair, Threat030_ValuesOfTheTrashAreNotTaken) {
  EXPECT_EQ(write("POST /api/boxes", R"({"id":"b3","holder":"u1","label":"Lamps"})"), 201);
  EXPECT_EQ(write("PATCH /api/boxes/b2", R"({"label":"Old"})"), 200);
  EXPECT_EQ(write("POST /api/notes", R"({"id":"n2","text":"gone"})"), 201);
  EXPECT_EQ(write("POST /api/notes", R"({"id":"n3","text":"gone"})"), 409);
  EXPECT_EQ(write("POST /api/parcels", R"({"id":"p2","code":"B"})"), 201);
  EXPECT_EQ(write("POST /api/boxes?on_conflict=label", R"({"id":"b4","holder":"u1","label":"Lamps"})",
                  ",resolution=ignore-duplicates"),
            201);
  EXPECT_EQ(ask("POST /api/boxes/t1/$restore\n"), 409);  // Old is another's label now
}

TEST_P(TrashPair, Threat030_WritesByAFilterMeetNothingOfTheTrash) {
  for (const char* filter : {"label=eq.Lamps", "id=in.(x1,x2)", "deletedAt=not.is.null", "items.name=eq.Lens"}) {
    const std::string target = " /api/boxes?" + std::string(filter);
    EXPECT_LT(ask("DELETE" + target + "\nPrefer: count=exact\n"), 500) << target;
    EXPECT_LT(write("PATCH" + target, R"({"label":"Mine"})", ",count=exact"), 500) << target;
  }
}

TEST_P(TrashPair, Threat037_WhatLiesUnseenInTheTrashIsConnectedLikeNothing) {
  for (const char* id : {"x3", "x4", "x9"})
    for (const char* verb : {"connect", "update", "delete"})
      EXPECT_EQ(write("PATCH /api/boxes/b1", R"({"items":{")" + std::string(verb) + R"(":[{"id":")" + id + "\"}]}}"),
                404)
          << verb << id;
  for (const char* id : {"x1", "x9"}) {
    const std::string box = R"("box":{"connect":{"id":")" + std::string(id) + "\"}}}";
    EXPECT_EQ(write("POST /api/items", R"({"id":"i9","holder":"u1",)" + box), 404) << id;
    EXPECT_EQ(write("PATCH /api/items/i1", "{" + box), 404) << id;
    EXPECT_EQ(write("PATCH /api/items/i1", R"({"boxId":")" + std::string(id) + "\"}"), 409) << id;
    EXPECT_EQ(write("PATCH /api/boxes/b2", R"({"parentId":")" + std::string(id) + "\"}"), 409) << id;
  }
}

TEST_P(TrashPair, Threat030_WhatComesBackAlongUnseenIsNotTold) {
  EXPECT_EQ(write("POST /api/boxes/t1/$restore?select=label,itemCount,items(id)", "", ",count=exact", true), 200);
  EXPECT_EQ(body_, R"({"label":"Old","itemCount":1,"items":[{"id":"i3"}]})");
  EXPECT_EQ(write("DELETE /api/boxes/t1?select=label,itemCount,items(id)", "", ",count=exact", true), 200);
  EXPECT_EQ(ask("GET /api/items/$trash?select=id,box(label)\nPrefer: count=exact\n"), 200);
  EXPECT_EQ(write("POST /api/boxes/t1/$purge?select=label,items(id)", "", "", true), 200);
  EXPECT_EQ(ask("GET /api/items/$trash?select=id\nPrefer: count=exact\n"), 200);
  EXPECT_EQ(body_, "[]");
}

// That there is a conflict is told, and of what is not.
TEST_P(TrashPair, Threat025_WhatCannotComeBackAlongIsNotNamed) {
  const auto put = [&](std::string_view rows) {
    there_.fill(R"({"Seal": [)" + std::string(rows) + "]}");
    const auto refused = there_.answer("POST /api/boxes/t1/$restore\n", there_.principal(identity_));
    EXPECT_EQ(refused.status, 409) << refused.body;
    for (const char* name : {"seal", "Seal", "imprint", "guard", "\"box"})
      EXPECT_EQ(refused.body.find(name), std::string::npos) << name << refused.body;
  };
  const std::string gone =
      R"("deletedAt": "2025-01-01T00:00:00Z", "deletedAt deletion": "0190b5c2-7d1e-7a00-8000-0000000000)";
  put(R"({"id":"s1","imprint":"c","boxId":"b1"}, {"id":"s2","imprint":"c","boxId":"t1",)" + gone + "01\"}");
  there_.script("DELETE FROM seals");
  put(R"({"id":"s3","imprint":"c","boxId":"b1",)" + gone +
      R"(07"}, {"id":"s4","imprint":"d","boxId":"t1","guardId":"s3",)" + gone + "01\"}");
}

INSTANTIATE_TEST_SUITE_P(OnBothStores, TrashPair, testing::Values(Dialect::kSqlite, Dialect::kPostgres),
                         [](const auto& of) { return of.param == Dialect::kSqlite ? "Sqlite" : "Postgres"; });

}  // namespace
}  // namespace bedplate::oracle
