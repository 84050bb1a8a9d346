#include "console/console.hpp"

#include <gtest/gtest.h>

#include "crypto/test_random.hpp"
#include "identity/dev_key.hpp"
#include "model/compile.hpp"
#include "support/local_exchange.hpp"

namespace bedplate::console {
namespace {

class FixedClock final : public Clock {
 public:
  std::int64_t now() const override { return 1'700'000'000'000'000; }
  std::int64_t monotonic() const override { return 0; }
};

struct Told {
  int status = 0;
  std::string body, standing;
};

class ConsoleTest : public testing::Test {
 protected:
  ConsoleTest() {
    compiled_ = model::compile(
        "enum Role @roles { STAFF }\ntype Note @entity @allow(to: [READ], roles: [STAFF]) { id: ID! text: String! }",
        "schema.graphql");
    dev_key_ = identity::make_dev_key(random_).reveal();
    trust_ = identity::Trust::make({}).value();
    authenticator_.emplace(*trust_, *compiled_.model, random_);
  }

  std::string key_with(const std::vector<std::string>& scopes) {
    auto made = crypto::make_api_key(random_);
    identity::ApiKey key;
    key.id = made.id;
    key.hash = made.hash;
    key.scopes = scopes;
    keys_.push_back(key);
    trust_->set_api_keys(keys_);
    return std::string(made.text.reveal());
  }
  Told ask(const Options& options, std::string_view text, std::string_view peer = "127.0.0.1:4000") {
    Console console(*compiled_.model, *authenticator_, clock_, &journal_, options);
    const auto loop = std::move(net::Loop::create()).value();
    // `GET http://localhost/console`: the host that is asked for stands in front of the path.
    std::string head(text);
    std::string host = "api.example";
    if (const auto at = head.find("http://"); at < head.find('\n')) {
      host = head.substr(at + 7, head.find('/', at + 7) - at - 7);
      head.erase(at, 7 + host.size());
    }
    test::LocalExchange exchange(*loop, head, host);
    http::Request* const request = exchange.request();
    request->set_peer(net::parse_address(peer).value());
    console.handle(*request, exchange);
    EXPECT_TRUE(exchange.finished());
    return {exchange.reply().status, exchange.reply().body, exchange.reply().standing_headers()};
  }
  Options development() const { return {.console = true, .development = true, .development_key = dev_key_}; }
  static Options production() { return {.console = true}; }

  model::Compiled compiled_;
  crypto::CountingRandom random_;
  FixedClock clock_;
  Journal journal_;
  std::string dev_key_;
  std::vector<identity::ApiKey> keys_;
  std::unique_ptr<identity::Trust> trust_;
  std::optional<identity::Authenticator> authenticator_;
};

TEST_F(ConsoleTest, ServesItsOwnPathsWhereItIsOn) {
  const Console off(*compiled_.model, *authenticator_, clock_, nullptr, {});
  const Console on(*compiled_.model, *authenticator_, clock_, nullptr, production());
  EXPECT_FALSE(off.serves("/console"));
  EXPECT_TRUE(on.serves("/console"));
  EXPECT_TRUE(on.serves("/console/api/model"));
  EXPECT_FALSE(on.serves("/consoles"));
  EXPECT_FALSE(on.serves("/api/notes"));
}

TEST_F(ConsoleTest, EveryReplyHasTheStrictPolicy) {
  for (const auto* text : {"GET http://127.0.0.1/console", "GET http://127.0.0.1/console/api/model",
                           "GET http://127.0.0.1/console/nothing", "GET http://evil.example/console"}) {
    const Told told = ask(development(), text);
    EXPECT_TRUE(told.standing.contains("default-src 'none'")) << text;
    EXPECT_TRUE(told.standing.contains("nosniff")) << text;
  }
}

TEST_F(ConsoleTest, InDevelopmentTheLocalUserIsWhomHeWants) {
  EXPECT_EQ(ask(development(), "GET http://127.0.0.1/console").status, 200);
  EXPECT_TRUE(ask(development(), "GET http://localhost/console/api/session").body.contains(R"("roles":["STAFF"])"));
  EXPECT_TRUE(ask(development(), "GET http://localhost/console/api/model").body.contains(R"("resource":"notes")"));
  const std::string post = "POST http://127.0.0.1/console/api/token\nContent-Type: application/json\n\n";
  EXPECT_TRUE(ask(development(), post + R"({"role":"STAFF","id":"ada"})").body.contains(R"({"token":"ey)"));
  EXPECT_EQ(ask(development(), post + R"({"role":"EMPEROR"})").status, 400);
  EXPECT_EQ(ask(development(), post + "{}").status, 400);
  EXPECT_EQ(ask(development(), "GET http://127.0.0.1/console/api/token").status, 405);
}

TEST_F(ConsoleTest, Threat084_NoOtherPageGetsAToken) {
  const std::string body = "\n{\"role\":\"STAFF\"}", here = "POST http://127.0.0.1/console/api/token\n";
  EXPECT_EQ(ask(development(), here + "Content-Type: application/json\nOrigin: http://evil.example\n" + body).status,
            403);
  EXPECT_EQ(ask(development(), here + "Content-Type: text/plain\n" + body).status, 415);
  EXPECT_EQ(
      ask(development(), "POST http://evil.example/console/api/token\nContent-Type: application/json\n" + body).status,
      403);
  EXPECT_EQ(ask(development(), here + "Content-Type: application/json\n" + body, "192.0.2.1:9").status, 403);
}

TEST_F(ConsoleTest, InProductionItIsForAKeyWithTheScope) {
  EXPECT_EQ(ask(production(), "GET /console", "192.0.2.1:9").status, 200);  // the page, which asks for a key
  const std::string model = "GET /console/api/model\n";
  EXPECT_EQ(ask(production(), model).status, 401);
  EXPECT_EQ(ask(production(), model + "Authorization: Bearer " + key_with({"other"}) + "\n").status, 403);
  EXPECT_EQ(ask(production(), model + "Authorization: Bearer nonsense\n").status, 401);
  EXPECT_EQ(ask(production(), model + "Authorization: Bearer " + key_with({"bedplate:admin"}) + "\n").status, 200);
  const std::string admin = "Authorization: Bearer " + key_with({"bedplate:admin"}) + "\n";
  const Told session = ask(production(), "GET /console/api/session\n" + admin);
  EXPECT_TRUE(session.body.contains(R"("development":false)"));
  EXPECT_FALSE(session.body.contains("roles"));
  // Nobody is anybody there.
  EXPECT_EQ(
      ask(production(), "POST /console/api/token\nContent-Type: application/json\n" + admin + "\n{\"role\":\"STAFF\"}")
          .status,
      404);
}

TEST_F(ConsoleTest, TellsTheLastRequests) {
  journal_.note({.status = 200, .method = "GET", .path = "/api/notes"});
  journal_.note({.status = 404, .method = "GET", .path = "/api/nothing"});
  const std::string path = "GET http://localhost/console/api/requests";
  EXPECT_TRUE(ask(development(), path).body.contains("/api/notes"));
  const Told news = ask(development(), path + "?after=1");
  EXPECT_TRUE(news.body.starts_with(R"({"last":2,"requests":[{"number":2,)")) << news.body;
  for (const auto* query : {"?after=", "?after=x", "?after=-1", "?after=1&x=2", "?since=1"})
    EXPECT_EQ(ask(development(), path + query).status, 400) << query;
  EXPECT_EQ(ask(production(), "GET /console/api/requests").status, 401);
}

TEST_F(ConsoleTest, TheDescriptionIsWhereTheReferenceIs) {
  EXPECT_FALSE(Console(*compiled_.model, *authenticator_, clock_, &journal_, production()).serves("/openapi.json"));
  const Options everyone{.docs = true};
  EXPECT_TRUE(Console(*compiled_.model, *authenticator_, clock_, &journal_, everyone).serves("/openapi.json"));
  const Told told = ask(everyone, "GET /openapi.json");
  EXPECT_EQ(told.status, 200);
  EXPECT_TRUE(told.body.contains(R"("/notes/{key}":)"));
  EXPECT_EQ(ask(everyone, "GET /openapi.json\nIf-None-Match: *\n").status, 304);
  EXPECT_EQ(ask(everyone, "POST /openapi.json\n\n{}").status, 405);
  const Options local{.docs = true, .development = true};
  EXPECT_EQ(ask(local, "GET http://127.0.0.1/openapi.json").status, 200);
  EXPECT_EQ(ask(local, "GET http://evil.example/openapi.json").status, 403);
}

TEST_F(ConsoleTest, ATokenWithTheScopeIsNoKey) {
  trust_ = identity::Trust::make({identity::dev_issuer(dev_key_).value()}).value();
  authenticator_.emplace(*trust_, *compiled_.model, random_);
  const auto token = identity::mint_dev_token(dev_key_, {.id = "ada", .scopes = {"bedplate:admin"}}, clock_.now());
  EXPECT_EQ(ask(production(), "GET /console/api/model\nAuthorization: Bearer " + *token + "\n").status, 403);
}

}  // namespace
}  // namespace bedplate::console
