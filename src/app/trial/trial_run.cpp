#include "app/trial/trial_run.hpp"

#include <algorithm>

#include "base/scalar.hpp"
#include "base/text.hpp"
#include "rest/route.hpp"

namespace bedplate::app {
namespace {

constexpr std::size_t kShownBody = 2000;
constexpr std::size_t kValues = 4;  // of a field

std::string status_list(const std::vector<int>& statuses) {
  std::string text;
  for (const int status : statuses) text += (text.empty() ? "" : " or ") + std::to_string(status);
  return text;
}

bool contains(std::string_view text, std::string_view part) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return !std::ranges::search(text, part, {}, lower, lower).empty() || part.empty();
}

}  // namespace

void TrialRun::ask(const model::Entity& entity, const std::string& what, const TrialCaller& caller, Ask ask,
                   const Expected& expected) {
  TrialResult result{.type = entity.name, .name = entity.name + "." + what};
  if (gone_ || !contains(result.name, filter_)) return;
  if (!caller.authorization.empty()) ask.headers.push_back(caller.authorization);
  const std::int64_t began = clock_.monotonic();
  auto answer = client_.send(ask);
  result.seconds = static_cast<double>(clock_.monotonic() - began) / 1e6;
  if (!answer) {
    gone_ = std::move(answer).error();
    return;
  }
  std::string wrong;
  if (std::ranges::find(expected.statuses, answer->status) == expected.statuses.end())
    wrong = std::to_string(answer->status);
  else if (expected.look)
    wrong = expected.look(*answer);
  result.passed = wrong.empty();
  if (!result.passed) {
    result.expected = status_list(expected.statuses) + ": " + expected.because;
    result.answered = std::move(wrong);
    result.body = answer->body.substr(0, kShownBody);
    result.curl = client_.curl_line(ask);
  }
  results_.push_back(std::move(result));
}

Answer TrialRun::look(const TrialCaller& caller, Ask ask) {
  if (gone_) return {};
  if (!caller.authorization.empty()) ask.headers.push_back(caller.authorization);
  auto answer = client_.send(ask);
  if (answer) return *std::move(answer);
  gone_ = std::move(answer).error();
  return {};
}

std::string key_list(const model::Entity& entity) {
  std::string names;
  for (const auto key : entity.key) names += (names.empty() ? "" : ",") + entity.fields[key].name;
  return names;
}

std::string row_path(const model::Model& model, const Record& row) {
  std::vector<Cell> key;
  for (const auto field : model.entity(row.entity).key) key.push_back(row.cells[field]);
  std::string path = "/api";
  rest::append_item_path(path, model, row.entity, key);
  return path;
}

std::string json_of(const Type& type, Cell cell) {
  std::string text;
  if (cell.is_null()) return "null";
  append_json(text, type, cell);
  return text;
}

std::string body_of(const model::Entity& entity, const std::vector<Cell>& cells,
                    std::span<const model::FieldId> fields) {
  std::string text = "{";
  for (const auto id : fields) {
    const auto& field = entity.fields[id];
    text += (text.size() > 1 ? ", \"" : "\"") + field.name + "\": " + json_of(field.type, cells[id]);
  }
  return text + "}";
}

std::vector<Cell> values_of(const TrialRun& run, model::EntityId entity, model::FieldId id) {
  const auto& field = run.model.field(entity, id);
  std::vector<Cell> values;
  if (field.type.list || field.type.scalar == Scalar::kJson) return values;
  if (field.type.scalar == Scalar::kEnum)
    for (const auto& each : run.model.enums[field.type.enumeration].values) values.push_back(Cell::text(each.name));
  if (field.type.scalar == Scalar::kBoolean) values = {Cell::boolean(false), Cell::boolean(true)};
  if (!values.empty()) return values;
  const auto take = [&](const auto& rows) {
    for (const Record& row : rows)
      if (values.size() < kValues && !row.cells[id].is_null() &&
          std::ranges::find(values, row.cells[id]) == values.end())
        values.push_back(row.cells[id]);
  };
  if (field.relation == model::kNoField) take(run.data.spare[entity]);
  take(run.data.rows[entity]);
  if (field.type.nullable) values.push_back(Cell::null());
  return values;
}

Ask post_of(const model::Entity& entity, std::string body) {
  return {.method = "POST", .path = "/api/" + entity.plural, .headers = {kRolledBack}, .body = std::move(body)};
}

}  // namespace bedplate::app
