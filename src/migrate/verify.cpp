#include "migrate/verify.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "migrate/type_class.hpp"

namespace bedplate::migrate {
namespace {

using Kind = Difference::Kind;

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return "(" + out + ")";
}

template <class Items, class Name>
std::string nearest(std::string_view wanted, const Items& items, Name name) {
  std::vector<std::string_view> names;
  for (const auto& item : items) names.push_back(name(item));
  return std::string(did_you_mean(wanted, names));
}

// Table and column names of SQLite and, unquoted, of PostgreSQL: ours are written as the model says them; SQLite
// compares them without regard to ASCII case.
bool same_name(std::string_view a, std::string_view b, schema::Dialect dialect) {
  if (dialect == schema::Dialect::kPostgres) return a == b;
  const auto lower_ascii = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower_ascii, lower_ascii);
}

class Comparison {
 public:
  Comparison(schema::Dialect dialect, std::span<const store::FoundTable> found) : dialect_(dialect), found_(found) {}

  void table(const schema::Table& wanted) {
    table_ = &wanted;
    const auto at =
        std::ranges::find_if(found_, [&](const auto& each) { return same_name(each.name, wanted.name, dialect_); });
    if (at == found_.end()) return no_table(wanted);
    for (const schema::Column& each : wanted.columns) column(each, *at);
    key(wanted, *at);
  }
  std::vector<Difference> take() { return std::move(differences_); }

 private:
  void add(Kind kind, const schema::Column* at, std::string message, std::string hint) {
    differences_.push_back({kind, table_, at, std::move(message), std::move(hint)});
  }

  void no_table(const schema::Table& wanted) {
    const std::string near = nearest(wanted.name, found_, [](const auto& each) { return std::string_view(each.name); });
    add(Kind::kNoTable, nullptr, "there is no table '" + wanted.name + "'",
        near.empty() ? "create the table, or name the one to map with @entity(table:)"
                     : "if you mean '" + near + "', say @entity(table: \"" + near + "\")");
  }

  void column(const schema::Column& wanted, const store::FoundTable& found) {
    const auto at = std::ranges::find_if(found.columns,
                                         [&](const auto& each) { return same_name(each.name, wanted.name, dialect_); });
    const std::string place = "'" + table_->name + "." + wanted.name + "'";
    const std::string& storage = wanted.storage_in(dialect_);
    if (at == found.columns.end() && wanted.tokens)
      return add(Kind::kNoColumn, &wanted,
                 "there is no column " + place + " (" + storage + "), in which @search keeps tokens",
                 "start with --migrate, which adds and fills it, add it yourself, or leave @search out");
    if (at == found.columns.end()) {
      const std::string near =
          nearest(wanted.name, found.columns, [](const auto& each) { return std::string_view(each.name); });
      return add(Kind::kNoColumn, &wanted, "there is no column " + place + " (" + storage + ")",
                 near.empty() ? "add the column, or name the one to map with @column(name:)"
                              : "if you mean '" + near + "', say @column(name: \"" + near + "\")");
    }
    if (!can_hold(wanted, dialect_, at->declared_type))
      add(Kind::kType, &wanted,
          "column " + place + " is " + (at->declared_type.empty() ? "without a type" : at->declared_type) +
              ", the model needs " + storage,
          "change the field's type, or say how the column holds it with @column(type:)");
    // A key is never null, whatever SQLite's description says of it.
    if (wanted.not_null && !at->not_null && at->key_position == 0)
      add(Kind::kNullable, &wanted, "column " + place + " may be null, the model requires it",
          "drop the field's '!', or make the column NOT NULL");
  }

  void key(const schema::Table& wanted, const store::FoundTable& found) {
    std::vector<std::string> has;
    for (const auto& each : found.columns)
      if (each.key_position > 0) has.push_back(each.name);
    const bool equal = std::ranges::is_permutation(
        has, wanted.key, [&](const auto& a, const auto& b) { return same_name(a, b, dialect_); });
    if (equal) return;
    add(Kind::kKey, nullptr,
        "table '" + table_->name + "' has " + (has.empty() ? "no primary key" : "the primary key " + joined(has)) +
            ", the model's is " + joined(wanted.key),
        has.empty() ? "give the table that primary key" : "say @entity(key: …) with the fields of the table's key");
  }

  schema::Dialect dialect_;
  std::span<const store::FoundTable> found_;
  const schema::Table* table_ = nullptr;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> differences(const schema::Schema& schema, schema::Dialect dialect,
                                    std::span<const store::FoundTable> found) {
  Comparison comparison(dialect, found);
  for (const schema::Table& table : schema.tables) comparison.table(table);
  return comparison.take();
}

Error mismatch(std::span<const Difference> differences) {
  std::string lines;
  for (const Difference& each : differences)
    lines += (lines.empty() ? "" : "\n") + each.message + "\n  hint: " + each.hint;
  return Error(Reason::kDatabaseMismatch,
               "The database is not what the model maps: " + std::to_string(differences.size()) +
                   (differences.size() == 1 ? " difference." : " differences."))
      .with_detail(std::move(lines))
      .with_hint("Mend the schema file or the database; nothing was changed.");
}

}  // namespace bedplate::migrate
