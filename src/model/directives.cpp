#include "model/directives.hpp"

#include <algorithm>

namespace bedplate::model {

namespace {
using enum Verb;
constexpr Verbs kEvery{kRead, kCreate, kUpdate, kDelete, kPurge};

constexpr DirectiveInfo kTable[]{
    {.name = "entity"},
    {.name = "embedded"},
    {.name = "relation"},
    {.name = "owner"},
    {.name = "user"},
    {.name = "tenantRoot"},
    {.name = "membership"},
    {.name = "tenant"},
    {.name = "roles"},
    {.name = "inherits"},
    {.name = "default"},
    {.name = "readOnly"},
    {.name = "writeOnly"},
    {.name = "immutable"},
    {.name = "hidden"},
    {.name = "constraint"},
    {.name = "decimal"},
    {.name = "unique"},
    {.name = "index"},
    {.name = "search"},
    {.name = "computed"},
    {.name = "allow"},
    {.name = "deny"},
    {.name = "versioned"},
    {.name = "softDelete"},
    {.name = "audit"},
    {.name = "emit", .status = Status::kNotYet},
    {.name = "column"},
    {.name = "renamedFrom"},
    {.name = "action", .status = Status::kNotYet, .blocks = kEvery},
    {.name = "sql", .status = Status::kNotYet, .blocks = kEvery},
    {.name = "http", .status = Status::kNotYet},
    {.name = "event", .status = Status::kNotYet},
    {.name = "jobs", .status = Status::kNotYet},
    {.name = "on", .status = Status::kNotYet},
    {.name = "retry", .status = Status::kNotYet},
    {.name = "schedule", .status = Status::kNotYet},
    {.name = "queue", .status = Status::kNotYet},
    {.name = "cacheControl", .status = Status::kNotYet},
    {.name = "cost", .status = Status::kNotYet},
    {.name = "listSize", .status = Status::kNotYet},
    {.name = "rateLimit", .status = Status::kNotYet, .blocks = kEvery},
};
}  // namespace

std::span<const DirectiveInfo> directive_table() { return kTable; }

const DirectiveInfo* directive_info(std::string_view name) {
  const auto at = std::ranges::find(kTable, name, &DirectiveInfo::name);
  return at == std::end(kTable) ? nullptr : at;
}

}  // namespace bedplate::model
