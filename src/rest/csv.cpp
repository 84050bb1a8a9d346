#include "rest/csv.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace bedplate::rest {
namespace {

constexpr std::size_t kMostColumns = 2000;
constexpr std::size_t kMostValues = 2u << 20;  // of a body, as in JSON

class Reader {
 public:
  Reader(std::string_view text, Arena& arena) : text_(text), arena_(arena) {}

  Result<std::span<const json::Node>> parse(std::size_t rows_begin);

 private:
  Result<void> header();
  /// The next line's fields into `fields_`; false at the end of the text.
  Result<bool> line();
  Result<void> field();
  Result<void> quoted();
  bool at_end() const { return at_ == text_.size(); }
  /// Takes the end of a line if one is here.
  bool take_line_end();
  std::unexpected<Error> wrong(const std::string& what, std::string hint) const {
    return failure(Error(Reason::kMalformedRequest, "the CSV, line " + std::to_string(line_) + ": " + what)
                       .with_hint(std::move(hint)));
  }

  std::string_view text_;
  Arena& arena_;
  std::size_t at_ = 0, line_ = 1, begun_ = 1, values_ = 0;
  std::vector<json::Node> fields_;
  std::vector<std::string_view> names_;
  std::string unquoted_;
};

bool Reader::take_line_end() {
  if (text_.substr(at_).starts_with("\r\n"))
    at_ += 2;
  else if (!at_end() && text_[at_] == '\n')
    ++at_;
  else
    return false;
  ++line_;
  return true;
}

Result<void> Reader::quoted() {
  const std::size_t from = ++at_;
  bool doubled = false;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos)
      return wrong("a quoted field does not end", "close it with '\"'; a quote within is doubled");
    line_ += static_cast<std::size_t>(std::count(text_.begin() + at_, text_.begin() + quote, '\n'));
    at_ = quote + 1;
    if (at_end() || text_[at_] != '"') break;
    doubled = true;
    ++at_;
  }
  json::Node& made =
      fields_.emplace_back(json::Node{.kind = json::Kind::kString, .text = text_.substr(from, at_ - 1 - from)});
  if (!doubled) return {};
  unquoted_.clear();
  for (std::size_t i = 0; i < made.text.size(); ++i) {
    unquoted_ += made.text[i];
    if (made.text[i] == '"') ++i;
  }
  made.text = arena_.copy(unquoted_);
  return {};
}

Result<void> Reader::field() {
  if (++values_ > kMostValues) return wrong("too many fields in all", "send the rows in several requests");
  if (!at_end() && text_[at_] == '"') return quoted();
  const std::size_t end = std::min(text_.find_first_of(",\n\"", at_), text_.size());
  if (end < text_.size() && text_[end] == '"')
    return wrong("a quote in a field without quotes", "put the field in quotes and double those within");
  auto text = text_.substr(at_, end - at_);
  if (text.ends_with('\r') && end < text_.size() && text_[end] == '\n') text.remove_suffix(1);
  at_ += text.size();
  const bool null = text.empty() || text == "NULL";
  fields_.push_back({.kind = null ? json::Kind::kNull : json::Kind::kString, .text = null ? std::string_view{} : text});
  return {};
}

Result<bool> Reader::line() {
  fields_.clear();
  while (take_line_end()) {
  }
  if (at_end()) return false;
  begun_ = line_;
  while (true) {
    BP_TRY_VOID(field());
    if (fields_.size() > std::max(kMostColumns, names_.size()))
      return wrong("too many fields", "at most " + std::to_string(kMostColumns) + " a line");
    if (at_end() || take_line_end()) return true;
    if (text_[at_] != ',') return wrong("text behind a quoted field", "separate fields with commas");
    ++at_;
  }
}

Result<void> Reader::header() {
  BP_TRY(const bool any, line());
  if (!any) return wrong("it is empty", "begin with a line of field names");
  const std::size_t next = std::exchange(line_, begun_);
  for (const auto& name : fields_) {
    if (name.text.empty()) return wrong("a column without a name", "begin with a line of field names");
    names_.push_back(name.text);
  }
  auto sorted = names_;
  std::ranges::sort(sorted);
  if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end())
    return wrong("two columns are named '" + std::string(*twice) + "'", "name each column once");
  line_ = next;
  return {};
}

Result<std::span<const json::Node>> Reader::parse(std::size_t rows_begin) {
  if (!valid_utf8(text_)) return failure(Reason::kMalformedRequest, "the CSV is not well-formed UTF-8, or holds a NUL");
  if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
  BP_TRY_VOID(header());
  if (rows_begin > 0) line_ = rows_begin;
  std::vector<json::Node> rows;
  while (true) {
    BP_TRY(const bool any, line());
    if (!any) break;
    if (fields_.size() != names_.size()) {
      line_ = begun_;
      return wrong(std::to_string(fields_.size()) + " fields, the header names " + std::to_string(names_.size()),
                   "give each line as many fields as the first");
    }
    for (std::size_t i = 0; i < names_.size(); ++i) fields_[i].key = names_[i];
    rows.push_back(
        {.kind = json::Kind::kObject, .children = arena_.copy_array<json::Node>(std::span<const json::Node>(fields_))});
  }
  return std::span<const json::Node>(arena_.copy_array<json::Node>(std::span<const json::Node>(rows)));
}

}  // namespace

Result<std::span<const json::Node>> parse_csv(std::string_view text, Arena& arena, std::size_t rows_begin) {
  return Reader(text, arena).parse(rows_begin);
}

}  // namespace bedplate::rest
