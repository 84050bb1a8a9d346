// Pages by keyset cursors on both stores: whoever follows the Link of each page sees every row once, in order, whatever
// is inserted meanwhile; a cursor is good for its list and its caller alone.
#include <gtest/gtest.h>
#include <set>

#include "golden/store_node.hpp"
#include "json/document.hpp"

namespace bedplate::golden {
namespace {

constexpr std::string_view kModel = R"(
  enum Size { SMALL LARGE MEDIUM }
  type Company @entity @tenantRoot @allow(to: [READ]) { id: Int! name: String! }
  type Town @entity @allow { id: Int! name: String rows: [Row!]! @relation(inverse: "town") }
  type Row @entity @allow {
    id: Int!
    word: String
    number: Int
    price: Decimal @decimal(precision: 10, scale: 2)
    wide: Decimal @decimal(precision: 30, scale: 2)
    ratio: Float
    size: Size
    at: DateTime!
    open: Boolean
    data: JSON
    town: Town @relation
  }
  type Pair @entity(key: ["left", "right"]) @allow { left: Int! right: String! }
  type Veiled @entity(plural: "veiled") @allow { id: Int! @hidden name: String! }
  type Note @entity @allow(to: [READ], when: "auth.id != null") {
    id: Int!
    company: Company! @tenant
    text: String
    secret: String @allow(roles: [STAFF])
  }
  enum Role @roles { STAFF }
)";

class Pages : public testing::TestWithParam<sql::Dialect> {
 protected:
  void SetUp() override {
    if (GetParam() == sql::Dialect::kPostgres && testing_support::PostgresServer::get() == nullptr)
      GTEST_SKIP() << "no PostgreSQL";
    node_ = std::make_unique<StoreNode>(kModel, GetParam());
    nobody_ = node_->principal({});
  }

  static std::string row(int id, int mix) {
    const auto maybe = [&](int every, const std::string& text) {
      return mix % every == 0 ? std::string("null") : text;
    };
    constexpr std::string_view kSizes[] = {"SMALL", "LARGE", "MEDIUM"};
    std::string text = R"({"id": )" + std::to_string(id);
    text += R"(, "word": )" +
            maybe(7, "\"" + std::string(1, static_cast<char>((mix % 3 == 0 ? 'A' : 'a') + mix % 26)) + "\"");
    text += R"(, "number": )" + maybe(5, std::to_string(mix % 13 - 6));
    text += R"(, "price": )" + maybe(6, std::to_string(mix % 17) + ".25");
    text += R"(, "wide": )" + maybe(3, "1234567890123456789012345" + std::to_string(mix % 10) + ".5");
    text += R"(, "ratio": )" + maybe(4, std::to_string(mix % 11) + ".125");
    text += R"(, "size": )" + maybe(9, "\"" + std::string(kSizes[mix % 3]) + "\"");
    text += R"(, "at": "2026-01-01T00:00:)" + std::to_string(10 + mix % 50) + R"(.5Z")";
    text += R"(, "open": )" + maybe(8, mix % 2 == 0 ? "true" : "false");
    text += R"(, "townId": )" + maybe(10, std::to_string(1 + mix % 3));
    return text + "}";
  }
  void fill(int count, int first = 1) {
    std::string rows;
    for (int id = first; id < first + count; ++id)
      rows += (rows.empty() ? "" : ",") + row(id, static_cast<int>((static_cast<unsigned>(id) * 2654435761u) >> 8));
    node_->fill(R"({"Row": [)" + rows + "]}");
  }
  void fill_towns() {
    node_->fill(R"({"Town": [{"id": 1, "name": "Ulm"}, {"id": 2, "name": null}, {"id": 3, "name": "Bonn"}]})");
  }

  static std::vector<std::string> ids(const Answer& answer) {
    std::vector<std::string> made;
    const auto document = testing_support::must(json::Document::parse(answer.body), answer.body);
    for (const auto& one : document.root().children) made.emplace_back(one.find("id")->text);
    return made;
  }
  /// The target of the Link of that relation; empty: none.
  static std::string link(const Answer& answer, const std::string& relation) {
    const auto at = answer.headers.find("Link: ");
    if (at == std::string::npos) return {};
    auto line = answer.headers.substr(at + 6, answer.headers.find("\r\n", at) - at - 6);
    for (std::size_t begin = 0; begin != std::string::npos;) {
      const auto open = line.find('<', begin), close = line.find('>', begin);
      if (line.compare(close, 8 + relation.size(), ">; rel=\"" + relation) == 0)
        return line.substr(open + 1, close - open - 1);
      begin = line.find('<', close);
    }
    return {};
  }
  Answer get(const std::string& target, const PrincipalPtr& who) { return node_->answer("GET " + target, who); }
  Answer get(const std::string& target) { return get(target, nobody_); }
  /// The ids of all pages from `target` on, by the links of that relation alone.
  std::vector<std::vector<std::string>> walk(std::string target, const std::string& relation = "next") {
    std::vector<std::vector<std::string>> pages;
    while (!target.empty() && pages.size() < 10'000) {
      const Answer page = get(target);
      EXPECT_TRUE(page.status == 200 || page.status == 206) << target << " " << page.body;
      if (page.status > 206) break;
      pages.push_back(ids(page));
      target = link(page, relation);
    }
    return pages;
  }
  static std::vector<std::string> flat(const std::vector<std::vector<std::string>>& pages) {
    std::vector<std::string> made;
    for (const auto& page : pages) made.insert(made.end(), page.begin(), page.end());
    return made;
  }
  /// All rows at once, by offsets.
  std::vector<std::string> all(const std::string& query) {
    std::vector<std::string> made;
    for (std::size_t offset = 0;; offset += 1000) {
      const auto page = ids(get("/api/rows?" + query + "&limit=1000&offset=" + std::to_string(offset)));
      made.insert(made.end(), page.begin(), page.end());
      if (page.size() < 1000) return made;
    }
  }

  std::unique_ptr<StoreNode> node_;
  PrincipalPtr nobody_;
};

TEST_P(Pages, TenThousandRowsByLinksAloneEachOnce) {
  fill_towns();
  fill(10'000);
  for (const std::string query : {"select=id&order=number.desc,word", "select=id&order=size.nullsfirst,wide"}) {
    const auto pages = walk("/api/rows?" + query);
    const auto seen = flat(pages);
    EXPECT_EQ(pages.size(), 10u);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 10'000u);
    EXPECT_EQ(seen, all(query));
  }
}

TEST_P(Pages, EveryOrderOfEveryTypeBothWays) {
  fill_towns();
  fill(60);
  for (const std::string order :
       {"", "id.desc", "word", "word.desc", "word.nullsfirst", "word.desc.nullslast", "number,price.desc", "wide.desc",
        "ratio.desc.nullslast,open", "open.desc", "size", "size.desc.nullslast,number", "at.desc", "at,size.nullsfirst",
        "town(name),number.desc", "town(name).desc,id.desc", "townId.nullsfirst,id.desc"}) {
    const std::string query = "select=id,town(name)" + (order.empty() ? "" : "&order=" + order);
    const auto wanted = all(query);
    EXPECT_EQ(flat(walk("/api/rows?limit=7&" + query)), wanted) << order;
    auto pages = walk("/api/rows?limit=7&before=&" + query, "prev");
    std::ranges::reverse(pages);
    EXPECT_EQ(flat(pages), wanted) << order;
  }
}

TEST_P(Pages, ForthAndBackAgain) {
  fill_towns();
  fill(30);
  const std::string query = "/api/rows?select=id&order=word,id.desc&limit=10&number=not.is.null";
  const Answer first = get(query), second = get(link(first, "next")), third = get(link(second, "next"));
  EXPECT_EQ(link(first, "prev"), "");
  EXPECT_EQ(ids(get(link(third, "prev"))), ids(second));
  EXPECT_EQ(ids(get(link(second, "prev"))), ids(first));
  EXPECT_EQ(ids(get(link(get(link(second, "prev")), "next"))), ids(second));
}

TEST_P(Pages, WhatIsInsertedMeanwhileMovesNothing) {
  fill_towns();
  fill(40);
  std::vector<std::string> seen;
  std::string target = "/api/rows?select=id&order=number.desc.nullslast&limit=6";
  for (int id = 1000; !target.empty(); id += 5) {
    const Answer page = get(target);
    for (const auto& one : ids(page))
      if (std::stoi(one) < 1000) seen.push_back(one);
    target = link(page, "next");
    if (id < 1200) fill(5, id);
  }
  EXPECT_EQ(seen.size(), 40u);
  EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 40u);
}

TEST_P(Pages, CountsAreOfAllAndKeysMayBeTwo) {
  fill_towns();
  fill(25);
  const Answer first = get("/api/rows?select=id&limit=10");
  const Answer second = node_->answer("GET " + link(first, "next") + "\nPrefer: count=exact", nobody_);
  EXPECT_EQ(second.status, 206);
  EXPECT_TRUE(second.headers.contains("Content-Range: 0-9/25\r\n")) << second.headers;
  node_->fill(R"({"Pair": [{"left": 1, "right": "b"}, {"left": 1, "right": "a"}, {"left": 2, "right": "a"}]})");
  const Answer one = get("/api/pairs?limit=1&order=left.desc");
  EXPECT_EQ(get(link(one, "next")).body, R"([{"left":1,"right":"a"}])");
}

TEST_P(Pages, Threat050_ACursorThatWasAlteredOrIsOfAnotherList) {
  fill_towns();
  fill(20);
  const std::string next = link(get("/api/rows?select=id&order=word&limit=5&open=is.true"), "next");
  const std::string cursor = next.substr(next.find("after=") + 6);
  const auto status = [&](const std::string& query) { return get("/api/" + query).status; };
  EXPECT_EQ(status("rows?order=word&open=is.true&after=" + cursor), 200);
  // Not bound to select and limit, nor to the way its parameters are written.
  EXPECT_EQ(status("rows?open=is.true&order=w%6Frd&select=word&limit=1&after=" + cursor), 200);
  for (const std::string query :
       {"rows?order=word&after=", "rows?order=word&open=is.false&after=", "rows?order=word.desc&open=is.true&after=",
        "rows?open=is.true&after=", "rows?order=word&open=is.true&number=gt.0&after=", "towns?order=name&after=",
        "towns/1/rows?order=word&open=is.true&after="})
    EXPECT_EQ(status(query + cursor), 400) << query;
  for (std::size_t at = 0; at < cursor.size(); ++at) {
    std::string flipped = cursor;
    flipped[at] = flipped[at] == 'A' ? 'B' : 'A';
    const Answer answer = get("/api/rows?order=word&open=is.true&after=" + flipped);
    EXPECT_EQ(answer.status, 400) << at;
    EXPECT_TRUE(answer.body.contains("INVALID_CURSOR"));
  }
}

TEST_P(Pages, Threat049_ACursorOfAnotherTenantOrCaller) {
  node_->fill(R"({"Company": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}],
                  "Note": [{"id": 1, "companyId": 1, "text": "x"}, {"id": 2, "companyId": 1, "text": "y"},
                           {"id": 3, "companyId": 2, "text": "x"}, {"id": 4, "companyId": 2, "text": "y"}]})");
  const auto who = [&](std::string id, std::string tenant, std::vector<std::string> roles = {}) {
    return node_->principal(
        {.authenticated = true, .id = std::move(id), .tenant = std::move(tenant), .roles = std::move(roles)});
  };
  const std::string next = link(get("/api/notes?select=id&limit=1", who("ann", "1")), "next");
  EXPECT_EQ(get(next, who("ann", "1")).body, R"([{"id":2}])");
  EXPECT_EQ(get(next, who("ann", "1", {"STAFF"})).body, R"([{"id":2}])");
  EXPECT_EQ(get(next, who("ann", "2")).status, 400);
  EXPECT_EQ(get(next, who("bob", "1")).status, 400);
  EXPECT_EQ(get(next, nobody_).status, 401);
}

TEST_P(Pages, Threat026_AnOrderByWhatOneMayNotReadHasNoCursor) {
  const auto ann = node_->principal({.authenticated = true, .id = "ann", .tenant = "1"});
  const Answer answer = get("/api/notes?order=secret&after=", ann);
  EXPECT_EQ(answer.status, 400);
  EXPECT_TRUE(answer.body.contains("UNKNOWN_FIELD")) << answer.body;
}

TEST_P(Pages, WhatHasNoCursorsSaysSo) {
  fill_towns();
  for (const std::string query : {"rows?select=count()&after=", "rows?order=data&after=", "veiled?after=",
                                  "rows?after=&before=", "rows?after=&offset=1", "rows/1?after="})
    EXPECT_EQ(get("/api/" + query).status, 400) << query;
}

INSTANTIATE_TEST_SUITE_P(Stores, Pages, testing::Values(sql::Dialect::kSqlite, sql::Dialect::kPostgres),
                         [](const auto& at) { return at.param == sql::Dialect::kSqlite ? "Sqlite" : "Postgres"; });

}  // namespace
}  // namespace bedplate::golden
