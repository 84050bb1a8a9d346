// A batch of an import: its rows are parsed, and written in as few transactions as they are right.
#include <algorithm>
#include <charconv>

#include "api/reasons.hpp"
#include "net/pause.hpp"
#include "rest/csv.hpp"
#include "rest/import.hpp"
#include "rest/prepared.hpp"

namespace bedplate::rest {
namespace {

constexpr std::size_t kReportPart = 128 * 1024;
constexpr int kPartings = 16;
constexpr auto kTurn = std::chrono::milliseconds(2);
constexpr int kPatience = 25;  // times that a database which is busy is asked again
constexpr auto kBetween = std::chrono::milliseconds(200);

/// It says something of the import, or of us, not of a row.
bool ends_import(const Error& error) {
  return error.reason() == Reason::kCancelled || api::reason_entry(error.reason()).http >= 500;
}

/// No other row changes that it is refused, so that the others may go on without it.
bool is_of_the_row_alone(Reason reason) {
  return reason == Reason::kInvalidValue || reason == Reason::kNotNullViolation || reason == Reason::kUnknownField;
}

/// The row that `[12].title` or `[12]` names.
std::optional<std::uint32_t> row_named(std::string_view path) {
  std::uint32_t number = 0;
  if (!path.starts_with('[')) return std::nullopt;
  const auto [end, error] = std::from_chars(path.data() + 1, path.data() + path.size(), number);
  if (error != std::errc{} || end == path.data() + path.size() || *end != ']') return std::nullopt;
  return number;
}

}  // namespace

void Api::Import::parse_batch() {
  if (form_ == RecordReader::Form::kCsv) {
    const std::string_view whole = batch_.copy(header_ + "\n" + text_);
    if (const auto rows = parse_csv(whole, batch_); rows && rows->size() == lines_.size()) {
      nodes_.assign(rows->begin(), rows->end());
      for (const auto& line : lines_) numbers_.push_back(line.number);
      return;
    }
  }
  for (const auto& line : lines_) parse_row(std::string_view(text_).substr(line.begin, line.size), line.number);
}

void Api::Import::parse_row(std::string_view text, std::uint64_t line) {
  Result<json::Node> made = json::Node{};
  if (form_ == RecordReader::Form::kCsv) {
    // With its line's end, of which a CR is a part.
    const auto rows = parse_csv(batch_.copy(header_ + "\n" + std::string(text) + "\n"), batch_, line);
    if (!rows)
      made = std::unexpected(rows.error());
    else if (rows->size() == 1)
      made = rows->front();
    else
      made = failure(Reason::kMalformedRequest, "the line is not one row");
  } else {
    const auto node = json::parse(text, batch_);
    if (!node)
      made = std::unexpected(node.error());
    else if (!(*node)->is_object())
      made = failure(Reason::kInvalidJson,
                     "the line is " + std::string(json::kind_name((*node)->kind)) + ", and a row is an object");
    else
      made = **node;
  }
  if (!made) {
    wrong_.push_back({line, std::move(made).error()});
    return;
  }
  nodes_.push_back(*made);
  numbers_.push_back(line);
}

/// Rows of one transaction give the same fields, as those of any body do, and stand behind one another: what a line
/// finds is what those before it left.
std::vector<Api::Import::Work> Api::Import::by_members() const {
  std::vector<Work> made;
  const auto same = [&](const json::Node& a, const json::Node& b) {
    if (a.children.size() != b.children.size()) return false;
    // Mostly in the same order.
    for (std::size_t i = 0; i < a.children.size(); ++i)
      if (a.children[i].key != b.children[i].key && b.find(a.children[i].key) == nullptr) return false;
    return true;
  };
  const std::size_t fields = api_.session_.model().entity(entity_).fields.size();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    // One of more members than there are fields names what is none: it is told of it alone, and compared with no other.
    const bool apart = !syntax_.has_columns && nodes_[i].children.size() > fields;
    if (i > 0 && !apart && (syntax_.has_columns || same(nodes_[i - 1], nodes_[i])))
      made.back().rows.push_back(i);
    else
      made.push_back({.rows = {i}});
  }
  std::ranges::reverse(made);  // the first is taken from the end
  return made;
}

Task<Result<void>> Api::Import::write_batch() {
  batch_.reset();
  nodes_.clear();
  numbers_.clear();
  parse_batch();
  auto left = by_members();
  auto turn_over = call_.writer.loop().read_clock() + kTurn;
  while (!left.empty()) {
    BP_CO_TRY_VOID(may_go_on());
    // Rows that differ are many small writes, some refused before they reach the store: others have their turns.
    if (call_.writer.loop().read_clock() >= turn_over) {
      co_await net::Pause(call_.writer.loop(), std::chrono::milliseconds(1));
      turn_over = call_.writer.loop().read_clock() + kTurn;
    }
    auto work = std::move(left.back());
    left.pop_back();
    const auto outcome = co_await attempt_patiently(work.rows);
    if (outcome) {
      inserted_ += outcome->inserted;
      updated_ += outcome->rows - outcome->inserted;
    } else if (ends_import(outcome.error())) {
      co_return failure(Error(outcome.error()));
    } else if (work.rows.size() == 1) {
      wrong_.push_back({numbers_[work.rows[0]], outcome.error()});
    } else {
      part(std::move(work), outcome.error(), left);
    }
  }
  report_refused();
  text_.clear();
  lines_.clear();
  if (call_.reply.body.size() < kReportPart) co_return Result<void>{};
  co_return co_await flush();
}

// A row that is wrong by itself is taken out. One that an error names stands alone between those before it and those
// behind it; where none is named, or too many
// were, halves are tried. Either way the rows keep their order.
void Api::Import::part(Work work, const Error& error, std::vector<Work>& left) {
  std::vector<std::uint32_t> named;
  for (const auto& field : error.fields())
    if (const auto row = row_named(field.path); row && *row < work.rows.size()) named.push_back(*row);
  std::ranges::sort(named);
  named.erase(std::ranges::unique(named).begin(), named.end());
  const auto at = [&](std::size_t row) { return work.rows.begin() + static_cast<std::ptrdiff_t>(row); };
  if (named.empty() || work.parted == kPartings) {
    const auto middle = at(work.rows.size() / 2);
    left.push_back({.rows = Rows(middle, work.rows.end()), .parted = work.parted});
    left.push_back({.rows = Rows(work.rows.begin(), middle), .parted = work.parted});
    return;
  }
  if (is_of_the_row_alone(error.reason())) {
    for (auto row = named.rbegin(); row != named.rend(); ++row) left.push_back({.rows = {work.rows[*row]}});
    Rows others;
    for (std::uint32_t i = 0; i < work.rows.size(); ++i)
      if (!std::ranges::binary_search(named, i)) others.push_back(work.rows[i]);
    if (!others.empty()) left.push_back({.rows = std::move(others), .parted = work.parted + 1});
    return;
  }
  std::size_t end = work.rows.size();
  for (auto row = named.rbegin(); row != named.rend(); ++row) {
    if (*row + 1 < end) left.push_back({.rows = Rows(at(*row + 1), at(end)), .parted = work.parted + 1});
    left.push_back({.rows = {work.rows[*row]}});
    end = *row;
  }
  if (end > 0) left.push_back({.rows = Rows(work.rows.begin(), at(end)), .parted = work.parted + 1});
}

Task<Result<engine::WriteOutcome>> Api::Import::attempt(const Rows& rows) {
  attempt_.reset();
  std::vector<json::Node> objects;
  for (const auto row : rows) objects.push_back(nodes_[row]);
  const Body body{.array = true, .text = form_ == RecordReader::Form::kCsv, .objects = objects};
  BP_CO_TRY(const auto prepared, api_.prepare_insert(call_, entity_, body, syntax_, write_));
  co_return co_await api_.run(call_, prepared);
}

/// Others write too: an import waits for its turn.
Task<Result<engine::WriteOutcome>> Api::Import::attempt_patiently(const Rows& rows) {
  for (int again = 0;; ++again) {
    auto outcome = co_await attempt(rows);
    if (outcome || outcome.error().reason() != Reason::kOverloaded || again == kPatience) co_return outcome;
    co_await net::Pause(call_.writer.loop(), kBetween);
  }
}

}  // namespace bedplate::rest
