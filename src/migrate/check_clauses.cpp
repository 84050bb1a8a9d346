#include "migrate/check_clauses.hpp"

#include <algorithm>
#include <cctype>

#include "sql/ddl.hpp"

namespace bedplate::migrate {
namespace {

constexpr std::string_view kConstraint = "CONSTRAINT \"";
constexpr std::string_view kCheck = " CHECK (";

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Past the quoted text that begins at `at`.
std::size_t past_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (text[at] != quote) continue;
    if (at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
    ++at;
  }
  return at;
}

std::string unquoted(std::string_view quoted) {
  std::string out;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    out += quoted[i];
    if (quoted[i] == quoted.front()) ++i;
  }
  return out;
}

/// Past the parenthesis that closes the one at `at`.
std::size_t past_parenthesis(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '\'' || c == '"') {
      at = past_quoted(text, at);
      continue;
    }
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    ++at;
    if (depth == 0) break;
  }
  return at;
}

struct Clause {
  std::size_t begin, end;  ///< from CONSTRAINT to the closing parenthesis
  std::string name;
  std::string_view condition;
};

std::vector<Clause> clauses_of(std::string_view create) {
  std::vector<Clause> out;
  std::size_t at = 0;
  while (at < create.size()) {
    if (create[at] == '\'' || create[at] == '"') {
      at = past_quoted(create, at);
      continue;
    }
    const bool begins = create.substr(at).starts_with(kConstraint);
    const std::size_t name = at + kConstraint.size() - 1;
    const std::size_t after = begins ? past_quoted(create, name) : at;
    if (!begins || !create.substr(after).starts_with(kCheck)) {
      at = begins ? after : at + 1;
      continue;
    }
    const std::size_t open = after + kCheck.size() - 1;
    const std::size_t end = past_parenthesis(create, open);
    out.push_back({at, end, unquoted(create.substr(name, after - name)), create.substr(open + 1, end - open - 2)});
    at = end;
  }
  return out;
}

std::string clause_text(std::string_view name, std::string_view condition) {
  return "CONSTRAINT " + sql::quoted_name(name) + " CHECK (" + std::string(condition) + ")";
}

/// With the comma that comes before a clause of the table; one of a column has none.
std::size_t begin_of(std::string_view create, const Clause& clause) {
  std::size_t at = clause.begin;
  while (at > 0 && std::isspace(static_cast<unsigned char>(create[at - 1])) != 0) --at;
  return at > 0 && create[at - 1] == ',' ? at - 1 : at;
}

}  // namespace

bool is_own_table(std::string_view create, std::string_view table) {
  const std::string head = "CREATE TABLE " + sql::quoted_name(table) + " (\n  \"";
  return create.starts_with(head);
}

Checks checks_in(std::string_view create) {
  Checks out;
  for (const Clause& each : clauses_of(create)) out.emplace(each.name, each.condition);
  return out;
}

std::string with_checks(std::string_view create, const std::vector<std::string>& gone, const Checks& said) {
  std::string out;
  std::size_t done = 0;
  Checks left = said;
  for (const Clause& each : clauses_of(create)) {
    const auto anew = left.find(each.name);
    if (anew != left.end()) {
      out.append(create.substr(done, each.begin - done)).append(clause_text(anew->first, anew->second));
      left.erase(anew);
    } else if (std::ranges::find(gone, each.name) != gone.end()) {
      out.append(create.substr(done, begin_of(create, each) - done));
    } else {
      continue;
    }
    done = each.end;
  }
  const std::size_t open = create.find('(');
  const std::size_t close = open == std::string_view::npos ? create.size() : past_parenthesis(create, open) - 1;
  out.append(create.substr(done, close - done));
  while (out.ends_with('\n')) out.pop_back();
  for (const auto& [name, condition] : left) out += ",\n  " + clause_text(name, condition);
  return out.append("\n").append(create.substr(close));
}

namespace {

/// What follows the column's name in its clause: from its type to the comma or parenthesis behind it.
struct ColumnRest {
  std::size_t begin = 0, end = 0;
};

ColumnRest rest_of_column(std::string_view create, std::string_view column) {
  const std::string name = sql::quoted_name(column);
  std::size_t at = create.find('(');
  while (at < create.size() && create[at] != ')') {  // at what comes before a clause
    ++at;
    while (at < create.size() && std::isspace(static_cast<unsigned char>(create[at])) != 0) ++at;
    const bool found = create.substr(at).starts_with(name + " ");
    const std::size_t begin = at + name.size();
    while (at < create.size() && create[at] != ',' && create[at] != ')') {
      if (create[at] == '\'' || create[at] == '"')
        at = past_quoted(create, at);
      else
        at = create[at] == '(' ? past_parenthesis(create, at) : at + 1;
    }
    if (found) return {begin, at};
  }
  return {};
}

}  // namespace

std::string with_not_null(std::string_view create, std::string_view column, bool not_null) {
  static constexpr std::string_view kNotNull = " NOT NULL";
  const ColumnRest rest = rest_of_column(create, column);
  const std::string_view clause = create.substr(rest.begin, rest.end - rest.begin);
  // Behind the type, whose words are none of these.
  std::size_t behind = clause.size();
  for (const std::string_view word : {" NOT NULL", " DEFAULT ", " CONSTRAINT ", " CHECK "})
    behind = std::min(behind, clause.find(word));
  while (behind > 0 && std::isspace(static_cast<unsigned char>(clause[behind - 1])) != 0) --behind;
  const bool is_not_null = clause.substr(behind).starts_with(kNotNull);
  if (clause.empty() || is_not_null == not_null) return std::string(create);
  std::string out(create.substr(0, rest.begin + behind));
  if (not_null) out += kNotNull;
  return out.append(create.substr(rest.begin + behind + (is_not_null ? kNotNull.size() : 0)));
}

std::vector<std::string> literals_in(std::string_view condition) {
  std::vector<std::string> out;
  std::size_t at = 0;
  const auto digit = [&](std::size_t i) {
    return i < condition.size() && std::isdigit(static_cast<unsigned char>(condition[i])) != 0;
  };
  while (at < condition.size()) {
    const char c = condition[at];
    if (c == '\'' || c == '"') {
      const std::size_t end = past_quoted(condition, at);
      if (c == '\'') out.push_back(unquoted(condition.substr(at, end - at)));
      at = end;
    } else if (digit(at) || (c == '-' && digit(at + 1))) {
      const std::size_t begin = at++;
      while (digit(at) || (at < condition.size() && condition[at] == '.')) ++at;
      out.emplace_back(condition.substr(begin, at - begin));
    } else if (c == ':') {
      while (at < condition.size() && (condition[at] == ':' || condition[at] == ' ' || is_word(condition[at]))) ++at;
      if (at < condition.size() && condition[at] == '(') at = past_parenthesis(condition, at);
    } else if (is_word(c)) {
      while (at < condition.size() && is_word(condition[at])) ++at;
    } else {
      ++at;
    }
  }
  return out;
}

}  // namespace bedplate::migrate
