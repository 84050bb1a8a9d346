#include "identity/refresher.hpp"

#include "identity/test_issuer.hpp"
#include "support/raw_server.hpp"
#include "upstream/fetch.hpp"

namespace bedplate::identity {
namespace {

using namespace std::chrono_literals;

class RefresherTest : public testing::Test {
 protected:
  static std::vector<config::JwtIssuer> configured() {
    config::JwtIssuer issuer{.issuer = "https://id.example", .audiences = {"api"}, .algorithms = {"EdDSA"}};
    issuer.jwks_url = "https://id.example/jwks";
    return {issuer};
  }
  Refresher::Outside outside() {
    return {.fetch = [this](const config::JwtIssuer&) -> Result<std::string> {
              ++fetches_;
              if (served_.empty()) return failure(Reason::kUpstreamFailed, "no answer");
              return served_;
            },
            .read_file = [this](const std::string&) -> Result<std::string> { return served_; },
            .execute =
                [this](std::function<void()> work) {
                  if (later_)
                    pending_.push_back(std::move(work));
                  else
                    work();
                },
            .report = [this](const std::string&, const std::string& line) { log_ += line + "\n"; }};
  }
  std::string verdict(std::string_view token) { return node_.verdict(token); }

  TestIssuer issuer_;
  TestNode node_{trusted_issuers(configured()).value()};
  std::string served_ = issuer_.jwks();
  std::string log_;
  int fetches_ = 0;
  bool later_ = false;
  std::vector<std::function<void()>> pending_;
  Refresher refresher_{*node_.trust, configured(), outside()};
};

TEST_F(RefresherTest, ReadsAtStartAndOnSchedule) {
  ASSERT_TRUE(refresher_.read_all(0));
  EXPECT_EQ(verdict(issuer_.token("")), "accepted");
  refresher_.tick(5 * kMinute);
  EXPECT_EQ(fetches_, 1);
  refresher_.tick(10 * kMinute);
  EXPECT_EQ(fetches_, 2);
}

TEST_F(RefresherTest, AnUnknownKeyIsFetchedOnceAMinuteAtMost) {
  ASSERT_TRUE(refresher_.read_all(0));
  issuer_.rotate();
  const std::string token = issuer_.token("");
  for (int second = 1; second < 60; ++second) {
    EXPECT_EQ(verdict(token), "the issuer has no such key");
    refresher_.tick(second * 1'000'000);
  }
  EXPECT_EQ(fetches_, 1);
  served_ = issuer_.jwks();
  refresher_.tick(kMinute);
  EXPECT_EQ(fetches_, 2);
  EXPECT_EQ(verdict(token), "accepted");
  for (int second = 1; second < 300; ++second) {
    EXPECT_NE(verdict(TestIssuer("https://other.example").token("")), "accepted");
    EXPECT_NE(verdict(issuer_.token_with_header(R"({"alg":"EdDSA","kid":"no"})")), "accepted");
    refresher_.tick(kMinute + second * 1'000'000);
  }
  EXPECT_LE(fetches_, 2 + 5);
}

TEST_F(RefresherTest, Threat102_TheLastGoodKeysStay) {
  ASSERT_TRUE(refresher_.read_all(0));
  const std::string token = issuer_.token("");
  std::int64_t now = 0;
  const std::string half = served_.substr(0, served_.size() / 2);
  for (const std::string& bad :
       {std::string(), std::string("<html>"), std::string("{}"), std::string(R"({"keys":[]})"), half}) {
    served_ = bad;
    refresher_.tick(now += 10 * kMinute);
    EXPECT_EQ(verdict(token), "accepted") << bad;
    EXPECT_NE(log_.find("last good keys stay"), std::string::npos);
    log_.clear();
  }
  const int before = fetches_;
  refresher_.tick(now + kMinute - 1);
  EXPECT_EQ(fetches_, before);
  refresher_.tick(now + kMinute);
  EXPECT_EQ(fetches_, before + 1) << "a failure is tried again after a minute";
}

TEST_F(RefresherTest, APrivateKeyInAPublishedSetIsRefused) {
  crypto::CountingRandom random;
  served_ = "{\"keys\":[" + std::string(crypto::generate_jwk(crypto::KeyType::kEd25519, random).reveal()) + "]}";
  ASSERT_TRUE(refresher_.read_all(0));
  EXPECT_NE(log_, "");
  EXPECT_EQ(verdict(issuer_.token("")), "the issuer has no such key");
}

TEST_F(RefresherTest, ReadsRunElsewhereAndOneAtATime) {
  later_ = true;
  refresher_.tick(0);
  refresher_.tick(10 * kMinute);
  ASSERT_EQ(pending_.size(), 1u);
  EXPECT_EQ(fetches_, 0);
  pending_[0]();
  EXPECT_EQ(verdict(issuer_.token("")), "accepted");
  refresher_.tick(10 * kMinute);
  EXPECT_EQ(pending_.size(), 2u);
  pending_[1]();
}

TEST_F(RefresherTest, AFileThatCannotBeReadEndsTheStart) {
  auto issuers = configured();
  issuers[0].jwks_url.clear();
  issuers[0].jwks_file = "keys.json";
  Refresher files(*node_.trust, issuers, outside());
  EXPECT_TRUE(files.read_all(0));
  EXPECT_EQ(verdict(issuer_.token("")), "accepted");
  served_ = "{}";
  const auto failed = files.read_all(0);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().reason(), Reason::kInvalidConfiguration);
}

TEST_F(RefresherTest, Threat102_AServerThatSendsTooMuchOrHangs) {
  std::atomic<int> mode = 0;
  test::RawServer server([&](const std::string&, const auto& send) {
    if (mode == 0) {
      send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(served_.size()) + "\r\n\r\n" + served_);
    } else if (mode == 1) {
      send("HTTP/1.1 200 OK\r\n\r\n");
      const std::string piece(64 * 1024, ' ');
      while (send(piece)) continue;
    } else {
      std::this_thread::sleep_for(400ms);
    }
  });
  auto outside_here = outside();
  outside_here.fetch = [&](const config::JwtIssuer&) {
    return upstream::fetch({.url = server.url("/jwks"), .allow_private = true, .deadline = 200ms});
  };
  Refresher refresher(*node_.trust, configured(), outside_here);
  ASSERT_TRUE(refresher.read_all(0));
  const std::string token = issuer_.token("");
  EXPECT_EQ(verdict(token), "accepted");
  for (mode = 1; mode <= 2; ++mode) {
    refresher.tick(mode * 10 * kMinute);
    EXPECT_NE(log_.find("last good keys stay"), std::string::npos) << mode;
    EXPECT_EQ(verdict(token), "accepted") << mode;
    log_.clear();
  }
}

}  // namespace
}  // namespace bedplate::identity
