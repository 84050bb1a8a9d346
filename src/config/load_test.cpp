#include "config/load.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "config/keys.hpp"

namespace bedplate::config {
namespace {

constexpr std::string_view kSecret = "canary-0123456789-0123456789-0123456789";

Sources file(std::string text) {
  Sources sources;
  sources.text = std::move(text);
  sources.directory = "shop";
  sources.environment["JWT_SECRET"] = kSecret;
  sources.read_file = [](const std::string& path) -> Result<std::string> {
    if (path != "shop/secrets/jwt") return failure(Reason::kNotFound, "no such file");
    return std::string(kSecret) + "\n";
  };
  return sources;
}

std::string findings(const Sources& sources) {
  std::string out;
  for (const auto& finding : load(sources).findings) out += finding.text() + "\n";
  return out;
}
std::string findings(std::string text) { return findings(file(std::move(text))); }

Config good(const Sources& sources) {
  auto loaded = load(sources);
  EXPECT_EQ(findings(sources), "");
  return loaded.config.value_or(Config{});
}

TEST(ConfigTest, AnEmptyFileHasDefaults) {
  for (const char* text : {"", "# nothing\n", "server:\n", "---\n"}) {
    const auto config = good(file(text));
    EXPECT_EQ(config.server.listen, "127.0.0.1:8080");
    EXPECT_EQ(config.database.url.kind, DatabaseUrl::Kind::kSqlite);
    EXPECT_EQ(config.database.url.place.reveal(), "shop/data/app.db");
    EXPECT_EQ(config.limits.body, 1024u * 1024);
    EXPECT_TRUE(config.jwt.empty());
  }
}

TEST(ConfigTest, ReadsEverySection) {
  const auto config = good(file(R"(
server: { listen: "[::1]:9000", base_url: https://api.example.com/shop/, trusted_proxies: [10.0.0.0/8, "fd00::/8", 192.0.2.7] }
database:
  url: postgres://u:p@db/app
  pool: 4
  statement_timeout: 250ms
auth:
  jwt:
    - issuer: https://id.example.com
      audience: [shop, admin]
      algorithms: ES256
      jwks: https://id.example.com/jwks.json
      claims: { id: uid, roles: https://example.com/roles, tenant: org.id, scopes: scp }
    - { issuer: own, audience: shop, algorithms: [HS256], secret: "${JWT_SECRET}" }
    - { issuer: dir, audience: shop, algorithms: [EdDSA], jwks: keys/jwks.json }
    - { issuer: near, audience: shop, algorithms: [RS256], jwks: "http://10.0.0.7/jwks", allow_private: true }
limits: { body: 2MiB, import: 3GiB, batch: 7, rows: 50, embedded: 7, depth: 3, nested: 8, reply: 5MiB, unsent: 20MiB, stream: 90s }
cors: { origins: [https://app.example, "http://localhost:3000"] }
log: { level: warn, format: json, requests: errors }
metrics: { listen: 127.0.0.1:9090 }
)"));
  EXPECT_EQ(config.server.listen, "[::1]:9000");
  EXPECT_EQ(config.database.url.kind, DatabaseUrl::Kind::kPostgres);
  EXPECT_EQ(config.database.pool, 4u);
  EXPECT_EQ(config.database.statement_timeout, 250'000);
  ASSERT_EQ(config.jwt.size(), 4u);
  EXPECT_EQ(config.jwt[0].audiences, (std::vector<std::string>{"shop", "admin"}));
  EXPECT_EQ(config.jwt[0].jwks_url, "https://id.example.com/jwks.json");
  EXPECT_EQ(config.jwt[0].claims.roles, "https://example.com/roles");
  EXPECT_EQ(config.jwt[1].secret.reveal(), kSecret);
  EXPECT_EQ(config.jwt[2].jwks_file, "shop/keys/jwks.json");
  EXPECT_TRUE(config.jwt[3].allow_private);
  EXPECT_EQ(config.limits.body, 2u * 1024 * 1024);
  EXPECT_EQ(config.limits.import_body, 3ull << 30);
  EXPECT_EQ(config.limits.batch, 7u);
  EXPECT_EQ(config.limits.depth, 3u);
  EXPECT_EQ(config.limits.nested, 8u);
  EXPECT_EQ(config.limits.reply, 5u * 1024 * 1024);
  EXPECT_EQ(config.limits.unsent, 20u * 1024 * 1024);
  EXPECT_EQ(config.limits.stream, 90'000'000);
  EXPECT_EQ(config.cors, (std::vector<std::string>{"https://app.example", "http://localhost:3000"}));
  EXPECT_EQ(config.log.level, LogLevel::kWarn);
  EXPECT_EQ(config.log.requests, LogRequests::kErrors);
  EXPECT_EQ(config.metrics.listen, "127.0.0.1:9090");
  EXPECT_EQ(config.server.base_url, "https://api.example.com/shop");
  ASSERT_EQ(config.server.trusted_proxies.size(), 3u);
  EXPECT_EQ(config.server.trusted_proxies[0].bits, 104);
  EXPECT_EQ(config.server.trusted_proxies[0].ip[12], 10);
  EXPECT_EQ(config.server.trusted_proxies[1].bits, 8);
  EXPECT_EQ(config.server.trusted_proxies[1].ip[0], 0xfd);
  EXPECT_EQ(config.server.trusted_proxies[2].bits, 128);
}

TEST(ConfigTest, EveryFindingAtOnceWithPlaceAndHint) {
  EXPECT_EQ(findings("servr: {}\nserver:\n  lisen: x\nlimits:\n  rows: 0\n  body: 1XB\nlog: { level: yes }\n"),
            "bedplate.yaml:1:1: unknown key 'servr'\n  hint: did you mean server?\n"
            "bedplate.yaml:3:3: unknown key 'lisen' in server\n  hint: did you mean listen?\n"
            "bedplate.yaml:5:9: '0' is no limits.rows\n  hint: write a whole number from 1 to 1000000\n"
            "bedplate.yaml:6:9: '1XB' is no limits.body\n  hint: write a size such as 512KiB or 1MiB, from 1024 to "
            "1073741824 bytes\n"
            "bedplate.yaml:7:15: 'yes' is no log.level\n  hint: write debug, info, warn or error\n");
}

TEST(ConfigTest, Threat083_OriginsAreWrittenAsBrowsersSendThem) {
  for (const char* good : {"https://a.example", "http://localhost:3000", "\"http://[::1]:8080\"", "\"*\""})
    EXPECT_EQ(findings("cors: { origins: [" + std::string(good) + "] }"), "") << good;
  for (const char* bad : {"\"null\"", "a.example", "https://a.example/", "https://A.example", "https://*.example",
                          "https://a.example:443", "https://", "ftp://a.example", "https://a.example:x",
                          "https://u@a.example", "[\"*\", https://a.example]"}) {
    const std::string list = *bad == '[' ? bad : "[" + std::string(bad) + "]";
    EXPECT_NE(findings("cors: { origins: " + list + " }"), "") << bad;
  }
}

TEST(ConfigTest, WhatIsNotBuiltIsRefused) {
  EXPECT_EQ(
      findings("limits: { cost: 1 }\ndatabase: { replicas: [] }"),
      "bedplate.yaml:1:11: limits.cost is not served yet\n  hint: remove it: this version would ignore it\n"
      "bedplate.yaml:2:13: database.replicas is not served yet\n  hint: remove it: this version would ignore it\n");
  EXPECT_NE(findings("database: { url: mysql://a/b }").find("not served yet"), std::string::npos);
}

struct Refused {
  const char* text;
  const char* part;
};
class ConfigRefuses : public testing::TestWithParam<Refused> {};
TEST_P(ConfigRefuses, With) {
  const auto found = findings(GetParam().text);
  EXPECT_NE(found.find(GetParam().part), std::string::npos) << found;
  EXPECT_NE(found.find("hint:"), std::string::npos) << found;
  EXPECT_FALSE(load(file(GetParam().text)).config);
}
INSTANTIATE_TEST_SUITE_P(
    Config, ConfigRefuses,
    testing::Values(
        Refused{"server: 5", "server must be a map"}, Refused{"[1]", "the file must be a map"},
        Refused{"a: &x 1", "anchors"}, Refused{"a: *x", "not valid YAML"}, Refused{"a: !!binary x", "tags"},
        Refused{"log: {}\nlog: {}", "twice"}, Refused{"a: 1\n--- \nb: 2", "second document"},
        Refused{"a: [", "not valid YAML"},
        Refused{"log:\n\tlevel: info", "bedplate.yaml:2:1: YAML allows no tabs in the indentation"},
        Refused{"? [a]\n: 1", "a key must be a word"},
        Refused{"a: [[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]", "too deeply"},
        Refused{"server: { listen: example.com:80 }", "no address"},
        Refused{"server: { listen: 1.2.3.4 }", "no address"}, Refused{"metrics: { listen: 9090 }", "no address"},
        Refused{"log: { requests: some }", "log.requests"},
        Refused{"server: { base_url: api.example.com }", "no server.base_url"},
        Refused{"server: { base_url: \"https://a/?x\" }", "no server.base_url"},
        Refused{"server: { base_url: \"https://u:p@a\" }", "no server.base_url"},
        Refused{"server: { trusted_proxies: [proxy] }", "no address of a proxy"},
        Refused{"server: { trusted_proxies: [10.0.0.0/33] }", "no address of a proxy"},
        Refused{"server: { trusted_proxies: [10.0.0.1/8] }", "behind its prefix"},
        Refused{"server: { tls: { key: k } }", "server.tls needs its certificate"},
        Refused{"server: { tls: {} }", "server.tls needs its certificate"}, Refused{"server: { tls: tls.crt }", "tls"},
        Refused{"server: { listen: [1] }", "takes a single value"},
        Refused{"server: { listen: }", "takes a single value"},
        Refused{"database: { url: oracle:x }", "no database known"}, Refused{"database: { url: data/app.db }", "URL"},
        Refused{"database: { url: \"sqlite://x\" }", "path of a file"}, Refused{"database: { pool: -1 }", "pool"},
        Refused{"database: { statement_timeout: 5 }", "statement_timeout"},
        Refused{"limits: { body: 99999999999999999999GiB }", "limits.body"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [none], jwks: k }] }", "'none' is not known"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS256], jwks: k }] }", "published key"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [RS256], secret: \"${JWT_SECRET}\" }] }",
                "not signed with a secret"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS256] }] }", "either a secret or a jwks"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS256], secret: short }] }", "32 bytes"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS512], secret: \"${JWT_SECRET}\" }] }",
                "64 bytes"},
        Refused{"auth: { jwt: [{ issuer: a, algorithms: [HS256], secret: \"${JWT_SECRET}\" }] }", "needs audience"},
        Refused{"auth: { jwt: [{ audience: [], issuer: a, algorithms: [ES256], jwks: k }] }", "at least one"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, jwks: k }] }", "needs algorithms"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [ES256], jwks: \"http://x/y\" }] }", "plain http"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [ES256], jwks: \"file:///etc/x\" }] }",
                "https URL"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [ES256], jwks: k, clams: {} }] }",
                "unknown key 'clams' in auth.jwt[]"},
        Refused{"auth: { jwt: { issuer: a } }", "list of issuers"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS256], secret: \"${NOPE}\" }] }",
                "no variable 'NOPE'"},
        Refused{"auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS256], secret: \"${file:nope}\" }] }",
                "cannot read the file"},
        Refused{"server: { listen: \"${X\" }", "never closed"}));

TEST(ConfigTest, SecretsComeFromTheEnvironmentOrAFile) {
  const auto with = [](std::string secret) {
    return good(file("auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS256], secret: \"" + secret + "\" }] }"))
        .jwt.at(0)
        .secret;
  };
  EXPECT_EQ(with("${JWT_SECRET}").reveal(), kSecret);
  EXPECT_EQ(with("${file:secrets/jwt}").reveal(), kSecret);
  EXPECT_EQ(with("$${a-literal-of-thirty-two-bytes-}").reveal(), "${a-literal-of-thirty-two-bytes-}");
}

TEST(ConfigTest, WhatIsPutInIsNeverRead) {
  auto sources = file("server: { listen: \"${EVIL}\" }");
  sources.environment["EVIL"] = "1.1.1.1:1\ndatabase: { url: x }";
  EXPECT_EQ(findings(sources),
            "bedplate.yaml:1:19: the value is no address to listen on\n  hint: write ADDRESS:PORT, for example "
            "127.0.0.1:8080, 0.0.0.0:8080 or \"[::1]:8080\"\n");
}

TEST(ConfigTest, Threat079_FindingsQuoteNoSecret) {
  for (const char* text :
       {"server: { listen: \"${JWT_SECRET}\" }", "log: { level: \"${JWT_SECRET}\" }",
        "limits: { rows: \"${JWT_SECRET}\" }", "database: { url: \"${JWT_SECRET}\" }",
        "database: { url: \"oracle://u:canary-0123@h\" }", "database: { url: \"sqlite://u:canary-0123@h\" }",
        "database: { statement_timeout: \"${file:secrets/jwt}\" }",
        "auth: { jwt: [{ issuer: a, audience: b, algorithms: \"${JWT_SECRET}\", secret: canary-0123 }] }",
        "auth: { jwt: [{ issuer: a, audience: b, algorithms: [HS512], secret: \"${JWT_SECRET}\" }] }"}) {
    const auto found = findings(text);
    EXPECT_NE(found, "") << text;
    EXPECT_EQ(found.find("canary"), std::string::npos) << found;
  }
}

TEST(ConfigTest, VariablesWinOverTheFileAndFlagsOverBoth) {
  auto sources = file("server: { listen: 127.0.0.1:1 }\nlimits: { rows: 5 }");
  sources.environment["BEDPLATE_SERVER_LISTEN"] = "127.0.0.1:2";
  sources.environment["BEDPLATE_LIMITS_ROWS"] = "6";
  sources.environment["BEDPLATE_DATABASE_URL"] = "sqlite:other.db";
  sources.environment["BEDPLATE_AUTH_JWT"] = "[{ issuer: a, audience: b, algorithms: [ES256], jwks: k }]";
  sources.flags["server.listen"] = "127.0.0.1:3";
  const auto config = good(sources);
  EXPECT_EQ(config.server.listen, "127.0.0.1:3");
  EXPECT_EQ(config.limits.rows, 6u);
  EXPECT_EQ(config.database.url.place.reveal(), "shop/other.db");
  EXPECT_EQ(config.jwt.at(0).jwks_file, "shop/k");
}

TEST(ConfigTest, FindingsNameTheVariable) {
  auto sources = file("");
  sources.environment["BEDPLATE_LIMITS_ROW"] = "6";
  sources.environment["BEDPLATE_LOG_LEVEL"] = "canary";
  sources.environment["BEDPLATE_AUTH_JWT"] = "[{ isuer: a }]";
  sources.flags["server.listen"] = "nowhere";
  const auto found = findings(sources);
  EXPECT_NE(found.find("BEDPLATE_LIMITS_ROW: no key has this variable\n  hint: did you mean BEDPLATE_LIMITS_ROWS?"),
            std::string::npos)
      << found;
  EXPECT_NE(found.find("BEDPLATE_LOG_LEVEL: the value is no log.level"), std::string::npos) << found;
  EXPECT_NE(found.find("BEDPLATE_AUTH_JWT: unknown key 'isuer'"), std::string::npos) << found;
  EXPECT_NE(found.find("--listen: the value is no address"), std::string::npos) << found;
}

TEST(ConfigTest, VariablesOfAClusterAreNotOurs) {
  auto sources = file("");
  for (const char* name :
       {"BEDPLATE_SERVICE_HOST", "BEDPLATE_PORT", "BEDPLATE_PORT_8080_TCP_ADDR", "BEDPLATE_X",
        "BEDPLATE_DATABASE_SERVICE_PORT", "BEDPLATE_DATABASE_PORT_5432_TCP", "BEDPLATE_DATABASE_PORT"})
    sources.environment[name] = "x";
  EXPECT_EQ(findings(sources), "");
}

TEST(ConfigTest, HugeAndHostileFilesEnd) {
  EXPECT_NE(findings(std::string(300'000, ' ')).find("too long"), std::string::npos);
  EXPECT_NE(findings("a: \"\xff\"").find("UTF-8"), std::string::npos);
  EXPECT_NE(findings(std::string(200'000, '[')), "");
  EXPECT_NE(findings(std::string(200'000, '-')), "");
  std::string wide = "a: [";
  for (int i = 0; i < 60'000; ++i) wide += "1,";
  EXPECT_NE(findings(wide + "]").find("too many"), std::string::npos);
}

TEST(ConfigTest, TheReferenceNamesEveryKey) {
  std::ifstream in(std::string(BP_TEST_DATA) + "/../../docs/reference/configuration.md");
  std::stringstream page;
  page << in.rdbuf();
  for (const auto keys : {served_keys(), unserved_keys()})
    for (const auto key : keys) EXPECT_NE(page.str().find("`" + std::string(key) + "`"), std::string::npos) << key;
}

}  // namespace
}  // namespace bedplate::config
