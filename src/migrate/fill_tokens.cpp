#include "migrate/fill_tokens.hpp"

#include "search/analyser.hpp"
#include "sql/ddl.hpp"

namespace bedplate::migrate {
namespace {

constexpr std::string_view kRows = "500";  // of a transaction

class Filling {
 public:
  Filling(store::Store& store, const model::Entity& entity, const model::Field& tokens)
      : store_(store), entity_(entity), tokens_(tokens), analyser_(tokens.search_language) {}

  Result<std::size_t> run() {
    std::size_t filled = 0;
    std::string behind;  // a condition on the key
    for (;;) {
      BP_TRY(const auto rows, store_.query_system(select(behind), {}));
      if (rows.empty()) return filled;
      std::vector<std::string> script;
      for (const auto& row : rows) script.push_back(update(row));
      BP_TRY_VOID(store_.run_script(script));
      filled += rows.size();
      behind = " AND (" + keys(false) + ") > (" + values(rows.back()) + ")";
    }
  }

 private:
  /// Whatever a database has standard_conforming_strings at.
  std::string literal(std::string_view value) const {
    const bool escapes = store_.dialect() == schema::Dialect::kPostgres;
    std::string out = escapes ? "E'" : "'";
    for (const char c : value) out.append(c == '\'' || (escapes && c == '\\') ? 2 : 1, c);
    return out + "'";
  }
  std::string column(const model::Field& field) const { return sql::quoted_name(field.column); }
  std::string table() const { return sql::quoted_name(entity_.table); }
  std::string missing() const { return column(tokens_) + " IS NULL"; }

  /// With the table's name: to order by `key` alone would be to order by the text that is selected.
  std::string keys(bool as_text) const {
    std::string out;
    for (const auto key : entity_.key) {
      out += (out.empty() ? "" : ", ") + table() + "." + column(entity_.fields[key]);
      if (as_text && store_.dialect() == schema::Dialect::kPostgres) out += "::text";
    }
    return out;
  }
  std::string values(const std::vector<std::string>& row) const {
    std::string out;
    for (std::size_t i = 0; i < entity_.key.size(); ++i) out += (out.empty() ? "" : ", ") + literal(row[i]);
    return out;
  }

  /// By key, so that no row is looked at twice.
  std::string select(const std::string& behind) const {
    const std::string text = column(entity_.fields[tokens_.searched]);
    return "SELECT " + keys(true) + ", " + text + " FROM " + table() + " WHERE " + missing() + " AND " + text +
           " IS NOT NULL" + behind + " ORDER BY " + keys(false) + " LIMIT " + std::string(kRows);
  }

  /// Not of a row that somebody has written meanwhile.
  std::string update(const std::vector<std::string>& row) {
    return "UPDATE " + table() + " SET " + column(tokens_) + " = " + literal(analyser_.tokens(row.back())) +
           " WHERE (" + keys(false) + ") = (" + values(row) + ") AND " + missing();
  }

  store::Store& store_;
  const model::Entity& entity_;
  const model::Field& tokens_;
  search::Analyser analyser_;
};

}  // namespace

Result<std::vector<std::string>> fill_tokens(store::Store& store, const model::Model& model) {
  std::vector<std::string> sentences;
  for (const auto& entity : model.entities)
    for (const auto& field : entity.fields) {
      if (field.searched == model::kNoField) continue;
      BP_TRY(const std::size_t rows, Filling(store, entity, field).run());
      if (rows > 0)
        sentences.push_back("tokens of '" + entity.table + "." + entity.fields[field.searched].column + "' in " +
                            std::to_string(rows) + (rows == 1 ? " row" : " rows"));
    }
  return sentences;
}

}  // namespace bedplate::migrate
