#include "app/seed/seed_lines.hpp"

#include <algorithm>
#include <charconv>

#include "json/document.hpp"
#include "json/writer.hpp"

namespace bedplate::app {
namespace {

/// Pairs of a name and a number, as arrays of two.
void write_pair(json::Writer& writer, std::string_view name, std::uint64_t number) {
  writer.begin_array();
  writer.string(name);
  writer.integer(static_cast<std::int64_t>(number));
  writer.end_array();
}

template <class Number>
Number number(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class Number>
Number member(const json::Node& node, std::string_view name) {
  const auto* found = node.find(name);
  return found == nullptr ? 0 : number<Number>(found->text);
}

/// Calls `take` with each pair of a member.
template <class Take>
void each_pair(const json::Node& node, std::string_view name, const Take& take) {
  const auto* list = node.find(name);
  if (list == nullptr) return;
  for (const auto& pair : list->children)
    if (pair.is_array() && pair.children.size() == 2)
      take(std::string(pair.children[0].text), number<std::uint64_t>(pair.children[1].text));
}

std::string row_count(std::uint64_t rows) { return std::to_string(rows) + (rows == 1 ? " row" : " rows"); }

}  // namespace

std::string seed_line(const SeedRequest& request) {
  std::string line;
  json::Writer writer(line);
  writer.begin_object();
  writer.member("command", "seed");
  writer.key("total");
  writer.integer(static_cast<std::int64_t>(request.wanted.total));
  writer.key("named");
  writer.begin_array();
  for (const auto& [name, rows] : request.wanted.named) write_pair(writer, name, rows);
  writer.end_array();
  // As text: it may be more than a signed number holds.
  writer.member("seed", std::to_string(request.seed));
  writer.key("now");
  writer.integer(request.now);
  writer.key("append");
  writer.integer(request.append ? 1 : 0);
  writer.end_object();
  return line;
}

std::optional<SeedRequest> parse_seed_line(std::string_view line) {
  const auto parsed = json::Document::parse(line, {.bytes = 64 * 1024, .depth = 4});
  if (!parsed || !parsed->root().is_object() || parsed->root().string("command") != "seed") return std::nullopt;
  const json::Node& root = parsed->root();
  SeedRequest request{.wanted = {},
                      .seed = member<std::uint64_t>(root, "seed"),
                      .now = member<std::int64_t>(root, "now"),
                      .append = member<int>(root, "append") != 0};
  request.wanted.total = member<std::uint64_t>(root, "total");
  each_pair(root, "named",
            [&](std::string name, std::uint64_t rows) { request.wanted.named.emplace_back(std::move(name), rows); });
  return request;
}

std::string seed_report_line(const SeedReport& report) {
  std::string line;
  json::Writer writer(line);
  writer.begin_object();
  writer.key("tables");
  writer.begin_array();
  for (const auto& table : report.tables) write_pair(writer, table.name, table.rows);
  writer.end_array();
  writer.key("remarks");
  writer.begin_array();
  for (const auto& remark : report.remarks) writer.string(remark);
  writer.end_array();
  writer.end_object();
  return line;
}

Result<SeedReport> parse_seed_report(std::string_view line) {
  BP_TRY(const auto parsed, json::Document::parse(line));
  SeedReport report;
  each_pair(parsed.root(), "tables",
            [&](std::string name, std::uint64_t rows) { report.tables.push_back({std::move(name), rows}); });
  if (const auto* remarks = parsed.root().find("remarks"))
    for (const auto& each : remarks->children) report.remarks.emplace_back(each.text);
  return report;
}

std::string seed_summary(const SeedReport& report, std::uint64_t seed, std::int64_t micros) {
  std::size_t widest = 0;
  std::uint64_t rows = 0;
  for (const auto& table : report.tables) {
    widest = std::max(widest, table.name.size());
    rows += table.rows;
  }
  std::string text;
  for (const auto& table : report.tables) {
    const std::string number = std::to_string(table.rows);
    text += table.name + std::string(widest - table.name.size() + 2, ' ') +
            std::string(number.size() < 9 ? 9 - number.size() : 0, ' ') + number + "\n";
  }
  const std::int64_t tenths = micros / 100'000;
  text += row_count(rows) + " in " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
  if (micros > 1'000'000)
    text += ", " + std::to_string(rows * 1'000'000 / static_cast<std::uint64_t>(micros)) + " a second";
  return text + "; the same again by --seed " + std::to_string(seed) + "\n";
}

}  // namespace bedplate::app
