#include "openapi/parameters.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"

namespace bedplate::openapi {
namespace {

struct Common {
  std::string_view name, place, schema, meaning;
};

constexpr std::string_view kText = R"({"type":"string"})", kCount = R"({"type":"integer","minimum":0})",
                           kTexts = R"({"type":"array","items":{"type":"string"}})";

constexpr auto kCommon = std::to_array<Common>({
    {"select", "query", kText,
     "The fields of the reply, `*` for all; `relation(field,…)` embeds rows, `alias:field` names, `field::type` casts, "
     "`...toOne(…)` spreads, `field.sum()` aggregates. What it renames, casts, spreads or aggregates has another form "
     "than this document says. An embedding is filtered and sorted by parameters with its name in front: "
     "`items.quantity=gt.1`, `items.order=`, `items.limit=`, `items.offset=`."},
    {"order", "query", kText, "`field.asc`, `field.desc`, with `.nullsfirst` or `.nullslast`; commas between."},
    {"limit", "query", kCount, "How many rows at the most."},
    {"offset", "query", kCount, "How many rows are left out at the beginning."},
    {"after", "query", kText, "A cursor from a `Link`: rows behind it. Empty: from the beginning."},
    {"before", "query", kText, "A cursor from a `Link`: rows in front of it. Empty: from the end."},
    {"and", "query", kTexts, "`(field.op.value,or(…),…)`: all of them hold."},
    {"or", "query", kTexts, "`(field.op.value,and(…),…)`: one of them holds."},
    {"not.and", "query", kTexts, "Not all of them hold."},
    {"not.or", "query", kTexts, "None of them holds."},
    {"having", "query", kTexts, "A filter of groups: `total.sum().gt.100`."},
    {"columns", "query", kText, "The members of the body that are taken; others are ignored."},
    {"on_conflict", "query", kText, "The fields of the unique key by which an upsert finds rows."},
    {"Prefer", "header", kText,
     "`return=minimal`, `headers-only` or `representation`; `count=exact`; `resolution=merge-duplicates` or "
     "`ignore-duplicates`; `missing=default`; `handling=strict` or `lenient`; `max-affected=n`; `tx=rollback`; "
     "`numbers=string`; `import=partial`. Those that mean nothing to an operation are ignored unless "
     "`handling=strict`."},
    {"Range", "header", kText, "Rows `first-last`, from 0, within `limit` and `offset`."},
    {"If-Match", "header", kText, "The ETag of the row as the client knows it: a row of another version is a 412."},
    {"If-None-Match", "header", kText,
     "ETags that the client has: a read is answered 304. `*` on PUT: the row must not be there."},
    {"Idempotency-Key", "header", R"({"type":"string","minLength":1,"maxLength":257})",
     "The same request with the same key is done once and its reply repeated, for 24 hours."},
});

bool is_reserved(std::string_view name) {
  constexpr std::array<std::string_view, 11> kWords{"select", "order",  "limit",   "offset",      "and",  "or",
                                                    "not",    "having", "columns", "on_conflict", "after"};
  return name == "before" || std::ranges::find(kWords, name) != kWords.end();
}

std::string made(std::string_view name, std::string_view place, std::string_view meaning, std::string_view schema) {
  return json_object([&](json::Writer& out) {
    out.member("name", name);
    out.member("in", place);
    out.member("description", meaning);
    if (place == "path") {
      out.key("required");
      out.boolean(true);
    }
    out.key("schema");
    out.raw(schema);
  });
}

std::string filter_schema(Components& components) {
  return components.schema("api.Filter", [] {
    return json_object([](json::Writer& out) {
      out.member("type", "string");
      out.member(
          "description",
          "`op.value`, `not.op.value`, `op(any).{a,b}`, `op(all).{a,b}`. Operators: `eq neq gt gte lt lte` "
          "`isdistinct`, `in.(a,b)`, `is.null`, `is.not_null`, `is.true`, `is.false`, `is.unknown`; of texts `like "
          "ilike "
          "match imatch`; of lists `cs cd ov`, of JSON `cs cd`; of fields that are searched `fts plfts phfts wfts`.");
      out.member("pattern", "^[a-z]+(\\([a-z]+\\))?\\.");
    });
  });
}

}  // namespace

std::string common_parameter(Components& components, std::string_view name) {
  const auto* const at = std::ranges::find(kCommon, name, &Common::name);
  BP_ASSERT(at != kCommon.end());
  return components.parameter(std::string(name), [&] { return made(at->name, at->place, at->meaning, at->schema); });
}

std::string filter_parameter(Components& components, const model::Entity& entity, const model::Field& field) {
  return components.parameter(entity.name + "." + field.name, [&] {
    const std::string name = is_reserved(field.name) ? "\"" + field.name + "\"" : field.name;
    return made(name, "query", "Rows by `" + field.name + "`; of several all hold.",
                R"({"type":"array","items":)" + filter_schema(components) + "}");
  });
}

std::string key_parameter(Components& components, const model::Entity& entity) {
  return components.parameter(entity.name + ".key", [&] {
    std::string meaning;
    for (const model::FieldId each : entity.key)
      meaning += (meaning.empty() ? "The row's `" : "`, then behind a comma `") + entity.fields[each].name;
    return made("key", "path", meaning + "`.", kText);
  });
}

}  // namespace bedplate::openapi
