#include "app/trial/reply_rows.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "json/document.hpp"

namespace bedplate::app {
namespace {

Members members_of(const json::Node& object) {
  Members made;
  for (const auto& member : object.children) {
    std::string text;
    json::append(text, member);
    made.emplace(member.key, std::move(text));
  }
  return made;
}

std::string text_of(const Members& members) {
  std::string text;
  for (const auto& [name, value] : members)
    text.append(text.empty() ? "{" : ", ").append(name).append(": ").append(value);
  return text.empty() ? "{}" : text + "}";
}

/// In what a row differs from one that is wanted, a piece each; of those that are alike none.
std::vector<std::string> differences(const Members& wanted, const Members& row) {
  std::vector<std::string> told;
  for (const auto& [name, value] : wanted) {
    const auto member = row.find(name);
    if (member == row.end())
      told.push_back(name + " is absent");
    else if (member->second != value)
      told.push_back(fmt::format("{} is {} and not {}", name, member->second, value));
  }
  for (const auto& [name, value] : row)
    if (!wanted.contains(name)) told.push_back(fmt::format("{} is there: {}", name, value));
  return told;
}

/// The first difference of two lists whose order says nothing.
std::string difference(const std::vector<Members>& expected, std::vector<Members> found) {
  for (const auto& row : expected) {
    if (const auto at = std::ranges::find(found, row); at != found.end()) {
      found.erase(at);
      continue;
    }
    // It is told in what the row differs that has the most alike.
    std::vector<std::string> least;
    for (const auto& other : found)
      if (auto unlike = differences(row, other);
          unlike.size() < row.size() && (least.empty() || unlike.size() < least.size()))
        least = std::move(unlike);
    if (least.empty()) return "lacks " + text_of(row);
    return fmt::format("differs from {}: {}", text_of(row), fmt::join(least, "; "));
  }
  return found.empty() ? "" : "has a row too many: " + text_of(found.front());
}

}  // namespace

std::string plain_json(std::string_view json) {
  const auto document = json::Document::parse(json);
  if (!document) return std::string(json);
  std::string text;
  json::append(text, document->root());
  return text;
}

std::string compare_rows(const Answer& answer, const std::vector<Members>& expected) {
  const auto body = json::Document::parse(answer.body);
  if (!body) return "no JSON";
  std::vector<Members> found;
  if (body->root().is_array())
    for (const auto& row : body->root().children) found.push_back(members_of(row));
  else
    found.push_back(members_of(body->root()));
  return difference(expected, std::move(found));
}

Answer with_sorted(const Answer& answer, const std::string& name) {
  const auto body = json::Document::parse(answer.body);
  if (!body || !body->root().is_array()) return answer;
  Answer made = answer;
  made.body = "[";
  for (const auto& row : body->root().children) {
    made.body += made.body.size() > 1 ? ",{" : "{";
    bool first = true;
    for (const auto& member : row.children) {
      std::string text;
      json::append(text, member);
      if (member.key == name && member.is_array()) {
        std::vector<std::string> texts;
        for (const auto& each : member.children) json::append(texts.emplace_back(), each);
        std::ranges::sort(texts);
        text = "[";
        for (const auto& each : texts) text += (text.size() > 1 ? "," : "") + each;
        text += "]";
      }
      made.body += (first ? "\"" : ",\"") + std::string(member.key) + "\":" + text;
      first = false;
    }
    made.body += "}";
  }
  made.body += "]";
  return made;
}

}  // namespace bedplate::app
