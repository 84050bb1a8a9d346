// GET /api/orders/7/$history: who changed what of a row of an @audit type, the newest first. For whom may read the row;
// of its fields those that the caller reads in it as it is now.
#include "engine/history.hpp"

#include <charconv>
#include <limits>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "expr/visit.hpp"
#include "json/document.hpp"
#include "json/writer.hpp"
#include "rest/api.hpp"
#include "rest/negotiate.hpp"
#include "rest/page.hpp"
#include "rest/read.hpp"
#include "rest/route.hpp"
#include "rest/verdicts.hpp"

namespace bedplate::rest {
namespace {

constexpr std::int64_t kUsual = 100;
constexpr std::size_t kDeepest = 20'000;  // JSON that others stored may be as deep as it is long: 16 KiB of it are kept

struct Asked {
  std::int64_t limit = kUsual;
  std::int64_t before = std::numeric_limits<std::int64_t>::max();
};

Result<std::int64_t> number_of(std::string_view text, std::string_view name, std::int64_t most) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= most) return number;
  return failure(Error(Reason::kInvalidValue, "'" + std::string(text) + "' is no " + std::string(name))
                     .with_hint("send a whole number from 1 to " + std::to_string(most)));
}

Result<Asked> parse_asked(std::string_view query, std::int64_t most) {
  Asked asked;
  asked.limit = std::min(kUsual, most);
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals), value = pair.substr(std::min(equals + 1, pair.size()));
    if (name == "limit") {
      BP_TRY(asked.limit, number_of(value, name, most));
    } else if (name == "before") {
      BP_TRY(asked.before, number_of(value, name, asked.before));
    } else {
      return failure(Error(Reason::kUnknownParameter, "'" + std::string(name) + "' is no parameter of $history")
                         .with_hint("there are limit and before"));
    }
  }
  return asked;
}

/// The fields that the caller reads in some rows: whether in this one is asked of the row.
struct Shown {
  std::vector<std::string_view> names;  ///< in every row
  std::vector<std::string_view> asked;
  std::vector<const expr::Node*> questions;
};

Shown shown_fields(const model::Entity& entity, model::EntityId id, const access::AccessView& view) {
  Shown made;
  for (std::size_t at = 0; at < entity.fields.size(); ++at) {
    if (!view.readable(id, static_cast<model::FieldId>(at))) continue;
    const auto* condition = view.field_shown(id, static_cast<model::FieldId>(at));
    if (condition == nullptr) continue;
    if (expr::is_true(*condition)) {
      made.names.push_back(entity.fields[at].name);
    } else {
      made.asked.push_back(entity.fields[at].name);
      made.questions.push_back(condition);
    }
  }
  return made;
}

Result<void> write_changes(const std::string& changes, const std::vector<std::string_view>& names, Arena& arena,
                           json::Writer& writer) {
  BP_TRY(const auto* object, json::parse(changes, arena, {.depth = kDeepest}));
  writer.begin_object();
  for (const auto& each : object->children) {
    if (std::ranges::find(names, each.key) == names.end()) continue;
    std::string value;
    json::append(value, each);
    writer.key(each.key);
    writer.raw(value);
  }
  writer.end_object();
  return {};
}

}  // namespace

Task<Result<void>> Api::history(Call& call, const Route& route) {
  Arena& arena = *call.arena;
  const auto& entity = session_.model().entity(route.entity);
  BP_CO_TRY_VOID(negotiate(call.request));
  BP_CO_TRY(const Asked asked, parse_asked(call.request.query(), options_.rows.rows));
  BP_CO_TRY_VOID(binding(call).require_readable(route.entity));
  if (!entity.audit)
    co_return failure(Error(Reason::kUnknownResource, entity.plural + " keep no history")
                          .with_hint("@audit on the type keeps one from then on"));
  const Shown shown = shown_fields(entity, route.entity, call.view);
  Binding binding = this->binding(call);
  BP_CO_TRY(auto operation, read_verdicts(route.entity, route.key, shown.questions, binding));
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  const engine::ReplyForm form{.shape = render::JsonVisitor::Shape::kObject,
                               .body = !shown.questions.empty(),
                               .cancel = call.request.left(),
                               .caller = &call.caller};
  std::string row;
  BP_CO_TRY(const auto found, co_await session_.run_read(operation, call.principal, form, row));
  // Of a row that is gone nobody can say who read it, but who reads every row.
  const auto* rows = call.view.rows_with_trash(route.entity);
  const bool all_rows = rows != nullptr && expr::is_true(*rows);
  if (found.rows == 0 && !all_rows) co_return failure(Reason::kNotFound, "there is no such row in " + entity.plural);
  auto names = shown.names;
  if (found.rows > 0) {
    BP_CO_TRY(const auto answers, parse_verdicts(row, arena));
    for (std::size_t i = 0; i < answers.size(); ++i)
      if (answers[i] == true) names.push_back(shown.asked[i]);
  }
  std::string tenant;
  if (entity.tenant != model::kNoField) {
    const auto& field = entity.fields[entity.tenant];
    const auto cell = parse_scalar(field.type, call.principal.identity().tenant, arena);
    if (!cell) co_return failure(Reason::kNotFound, "there is no such row in " + entity.plural);
    tenant = engine::history_tenant(entity, *cell);
  }
  BP_CO_TRY(const auto page,
            co_await session_.run_history(entity, tenant, engine::history_key(entity, route.key),
                                          {.before = asked.before, .limit = asked.limit, .former_rows = all_rows},
                                          call.principal, form));
  const auto& [entries, more] = page;
  if (found.rows == 0 && entries.empty())
    co_return failure(Reason::kNotFound, "there is no such row in " + entity.plural);
  json::Writer writer(call.reply.body);
  writer.begin_array();
  for (const auto& entry : entries) {
    char at[kMaxTimeText];
    writer.begin_object();
    writer.key("id");
    writer.integer(entry.id);
    writer.member("at", {at, static_cast<std::size_t>(write_date_time(at, entry.at) - at)});
    writer.key("by");
    if (entry.principal) {
      writer.string(*entry.principal);
    } else {
      writer.null();
    }
    writer.member("verb", entry.verb);
    writer.key("changes");
    BP_CO_TRY_VOID(write_changes(entry.changes, names, arena, writer));
    writer.end_object();
  }
  writer.end_array();
  if (more) {
    std::string link = "<" + options_.base_url + std::string(call.request.path());
    link +=
        "?limit=" + std::to_string(asked.limit) + "&before=" + std::to_string(entries.back().id) + ">; rel=\"next\"";
    call.reply.add_header("Link", link);
  }
  co_return Result<void>{};
}

}  // namespace bedplate::rest
