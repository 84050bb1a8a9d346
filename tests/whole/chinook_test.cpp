// The whole way of a request, without sockets, on a copy of a real database: the Chinook music store.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "model/compile.hpp"
#include "net/system_clock.hpp"
#include "rest/api.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/local_exchange.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::rest {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Bytes that repeat.
class CountingRandom final : public Random {
 public:
  void fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::byte>(++state_);
  }

 private:
  unsigned state_ = 0;
};

class Chinook : public testing::Test {
 protected:
  void SetUp() override {
    const std::string root = BP_TEST_DATA "/../..";
    auto compiled = model::compile(read_file(root + "/examples/chinook/schema.graphql"), "schema.graphql");
    ASSERT_TRUE(compiled.model);
    model_ = std::move(compiled.model);
    const std::string file = dir_ / "chinook.db";
    std::filesystem::copy_file(BP_TEST_DATA "/chinook/Chinook_Sqlite.sqlite", file);
    std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
    auto store = store::open_sqlite({.path = file});
    ASSERT_TRUE(store) << store.error().message() << store.error().cause();
    store_ = std::move(*store);
    loop_ = std::move(*net::Loop::create());
    auto session = store_->open_session(*loop_);
    ASSERT_TRUE(session);
    session_ = std::make_unique<engine::Session>(*model_, std::move(*session), sql::Dialect::kSqlite, engine_options_,
                                                 clock_, random_);
    catalog_ = std::make_unique<api::Catalog>(*model_);
    principals_ = std::make_unique<operation::Principals>(*model_);
    api_ = std::make_unique<Api>(
        *session_, *catalog_,
        [this](http::Request&) -> Result<std::shared_ptr<const operation::Principal>> {
          return principals_->anonymous();
        },
        Options{});
  }

  std::string get(const std::string& target, const std::string& headers = {}) {
    test::LocalExchange exchange(*loop_, "GET /api" + target + (headers.empty() ? "" : "\n" + headers));
    if (!exchange.run(*api_)) return "no reply";
    status_ = exchange.reply().status;
    headers_ = exchange.reply().headers();
    return exchange.reply().body;
  }

  testing_support::TempDir dir_;
  std::unique_ptr<model::Model> model_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<net::Loop> loop_;
  engine::Options engine_options_;
  net::SystemClock clock_;
  CountingRandom random_;
  std::unique_ptr<engine::Session> session_;
  std::unique_ptr<api::Catalog> catalog_;
  std::unique_ptr<operation::Principals> principals_;
  std::unique_ptr<Api> api_;
  int status_ = 0;
  std::string headers_;
};

TEST_F(Chinook, ReadsByKey) {
  EXPECT_EQ(get("/artists/1"), R"({"id":1,"name":"AC/DC"})");
  EXPECT_EQ(status_, 200);
  EXPECT_EQ(get("/playlistTracks/1,3402"), R"({"playlistId":1,"trackId":3402})");
  get("/artists/99999");
  EXPECT_EQ(status_, 404);
  get("/artists/x");
  EXPECT_EQ(status_, 404);
}

TEST_F(Chinook, ReadsWhatTheTablesHold) {
  EXPECT_EQ(get("/invoices?id=eq.1&select=id,invoiceDate,total"),
            R"([{"id":1,"invoiceDate":"2021-01-01T00:00:00Z","total":1.98}])");
  EXPECT_EQ(headers_, "Content-Range: 0-0/*\r\n");
}

TEST_F(Chinook, NestsThreeLevels) {
  EXPECT_EQ(get("/artists/50?select=name,albums(title,tracks(name,milliseconds))").substr(0, 61),
            R"x({"name":"Metallica","albums":[{"title":"Garage Inc. (Disc 1)")x");
  EXPECT_EQ(
      get("/tracks?select=name,album(title,artist(name))&id=in.(1,6)"),
      R"x([{"name":"For Those About To Rock (We Salute You)","album":{"title":"For Those About To Rock We Salute )x"
      R"x(You","artist":{"name":"AC/DC"}}},{"name":"Put The Finger On You","album":{"title":"For Those About To )x"
      R"x(Rock We Salute You","artist":{"name":"AC/DC"}}}])x");
}

TEST_F(Chinook, FiltersThroughEmbeddings) {
  EXPECT_EQ(get("/artists?select=name,albums!inner(title)&albums.title=like.*Garage*&order=name"),
            R"x([{"name":"Metallica","albums":[{"title":"Garage Inc. (Disc 1)"},{"title":"Garage Inc. (Disc 2)"}]}])x");
  EXPECT_EQ(get("/artists?select=name,albums()&albums=is.null&order=id&limit=1"),
            R"([{"name":"Milton Nascimento & Bebeto"}])");
  EXPECT_EQ(get("/playlists?select=name,tracks(name)&id=eq.9"),
            R"([{"name":"Music Videos","tracks":[{"name":"Band Members Discuss Tracks from \"Revelations\""}]}])");
}

TEST_F(Chinook, CountsAndRanges) {
  get("/tracks?select=id", "Prefer: count=exact\nRange: 0-1");
  EXPECT_EQ(status_, 206);
  EXPECT_NE(headers_.find("Content-Range: 0-1/3503\r\n"), std::string::npos) << headers_;
  get("/tracks?select=id");
  EXPECT_EQ(status_, 206);
  EXPECT_NE(headers_.find("Content-Range: 0-999/*\r\n"), std::string::npos) << headers_;
  EXPECT_NE(headers_.find("offset=1000>; rel=\"next\""), std::string::npos) << headers_;
}

TEST_F(Chinook, NamesMistakes) {
  EXPECT_NE(get("/artist").find("artists"), std::string::npos);
  EXPECT_EQ(status_, 404);
  EXPECT_NE(get("/artists?nmae=eq.x").find("did you mean 'name'"), std::string::npos);
  EXPECT_EQ(status_, 400);
  get("/artists?select=name,tracks(name)");
  EXPECT_EQ(status_, 400);
}

TEST_F(Chinook, ManyConditionsDoNotNestDeep) {
  std::string all = "/artists?select=id", any = "/artists?select=id&or=(id.eq.1";
  for (int i = 0; i < 199; ++i) all += "&id=eq.1";
  for (int i = 0; i < 900; ++i) any += ",id.eq.1";
  EXPECT_EQ(get(all), R"([{"id":1}])");
  EXPECT_EQ(get(any + ")"), R"([{"id":1}])");
}

}  // namespace
}  // namespace bedplate::rest
