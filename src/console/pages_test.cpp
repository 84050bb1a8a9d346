#include "console/pages.hpp"

#include <gtest/gtest.h>

#include "support/local_exchange.hpp"

namespace bedplate::console {
namespace {

struct Page {
  int status = 0;
  std::string body, headers;
  bool says(std::string_view line) const { return headers.contains(line); }
};

Page get(const Asset& asset, std::string_view method, const std::string& headers) {
  const auto loop = std::move(net::Loop::create()).value();
  test::LocalExchange exchange(*loop, std::string(method) + " " + std::string(asset.path) + "\n" + headers);
  answer_asset(asset, *exchange.request(), exchange.reply());
  return {exchange.reply().status, exchange.reply().body, exchange.reply().headers()};
}

const Asset& script() {
  for (const Asset& each : assets())
    if (each.path.starts_with("/console/") && each.path.ends_with(".js")) return each;
  return assets().front();
}

TEST(Pages, AreFoundByTheirPath) {
  ASSERT_NE(find_asset("/console"), nullptr);
  ASSERT_NE(find_asset("/docs"), nullptr);
  EXPECT_EQ(find_asset("/console"), find_asset("/console/"));
  EXPECT_EQ(find_asset("/"), nullptr);
  EXPECT_EQ(find_asset("/console/../etc/passwd"), nullptr);
}

TEST(Pages, NameTheirFilesAndHoldNoScriptOrStyleOfTheirOwn) {
  const Page page = get(*find_asset("/console"), "GET", "");
  EXPECT_TRUE(page.says("Cache-Control: no-cache"));
  EXPECT_TRUE(page.body.contains("src=\"" + std::string(script().path) + "\""));
  EXPECT_FALSE(page.body.contains("<style"));
  EXPECT_TRUE(page.body.contains("\"></script>"));
}

TEST(Pages, ComeInTheCodingThatTheClientTakes) {
  const Page plain = get(script(), "GET", "");
  EXPECT_EQ(plain.body.size(), script().plain.size());
  EXPECT_FALSE(plain.says("Content-Encoding"));
  EXPECT_TRUE(plain.says("Vary: Accept-Encoding"));
  EXPECT_TRUE(plain.says("immutable"));
  EXPECT_TRUE(get(script(), "GET", "Accept-Encoding: gzip, br\n").says("Content-Encoding: br"));
  EXPECT_TRUE(get(script(), "GET", "Accept-Encoding: gzip, br;q=0\n").says("Content-Encoding: gzip"));
  EXPECT_FALSE(get(script(), "GET", "Accept-Encoding: zstd, gzip;q=0.0\n").says("Content-Encoding"));
}

TEST(Pages, AreNotSentAgainWhileTheyHold) {
  const std::string tag(script().etag);
  EXPECT_EQ(get(script(), "GET", "If-None-Match: " + tag + "\n").status, 304);
  EXPECT_EQ(get(script(), "GET", "If-None-Match: \"x\", " + tag + "\n").status, 304);
  EXPECT_EQ(get(script(), "GET", "If-None-Match: \"other\"\n").status, 200);
  // Another form is another representation.
  EXPECT_EQ(get(script(), "GET", "Accept-Encoding: br\nIf-None-Match: " + tag + "\n").status, 200);
}

TEST(Pages, AreOnlyRead) {
  const Page page = get(script(), "POST", "");
  EXPECT_EQ(page.status, 405);
  EXPECT_TRUE(page.says("Allow: GET, HEAD"));
}

}  // namespace
}  // namespace bedplate::console
