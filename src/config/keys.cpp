#include "config/keys.hpp"

namespace bedplate::config {
namespace {

constexpr std::string_view kServed[] = {
    "server.listen",
    "server.tls",
    "server.tls.certificate",
    "server.tls.key",
    "server.base_url",
    "server.trusted_proxies",
    "database.url",
    "database.pool",
    "database.statement_timeout",
    "database.tx_end",
    "auth.jwt",
    "auth.jwt[].issuer",
    "auth.jwt[].audience",
    "auth.jwt[].algorithms",
    "auth.jwt[].secret",
    "auth.jwt[].jwks",
    "auth.jwt[].allow_private",
    "auth.jwt[].claims",
    "auth.jwt[].claims.id",
    "auth.jwt[].claims.roles",
    "auth.jwt[].claims.tenant",
    "auth.jwt[].claims.scopes",
    "limits.body",
    "limits.import",
    "limits.batch",
    "limits.rows",
    "limits.embedded",
    "limits.depth",
    "limits.nested",
    "limits.reply",
    "limits.unsent",
    "limits.stream",
    "cors.origins",
    "log.level",
    "log.format",
    "log.requests",
    "metrics.listen",
    "console",
    "docs",
};

constexpr std::string_view kUnserved[] = {
    "database.replicas",
    "limits.cost",
};

}  // namespace

std::span<const std::string_view> served_keys() { return kServed; }
std::span<const std::string_view> unserved_keys() { return kUnserved; }

}  // namespace bedplate::config
