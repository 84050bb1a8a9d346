#include "migrate/rebuild.hpp"

#include "sql/ddl.hpp"
#include "sql/ddl_check.hpp"

namespace bedplate::migrate {

Result<std::vector<std::string>> rebuild_table(store::Store& store, const store::FoundTable& table,
                                               const FoundConstraints& found, std::string_view create) {
  const std::string name = sql::quoted_name(table.name);
  const std::string next_name = "bp_next_" + table.name;
  const std::string next = sql::quoted_name(next_name);
  const std::string astray = "SELECT count(*) FROM pragma_foreign_key_check(" + sql::quoted_text(table.name) + ")";
  BP_TRY(const auto before, store.query_system(astray, {}));
  // What is generated is generated anew.
  BP_TRY(const auto stored,
         store.query_system(
             "SELECT name FROM pragma_table_xinfo(" + sql::quoted_text(table.name) + ") WHERE hidden = 0", {}));
  std::string columns;
  for (const auto& row : stored) columns += (columns.empty() ? "" : ", ") + sql::quoted_name(row[0]);

  std::vector<std::string> out;
  const std::string head = "CREATE TABLE " + name;
  out.push_back("CREATE TABLE " + next + std::string(create.substr(head.size())));
  out.push_back("INSERT INTO " + next + " (" + columns + ") SELECT " + columns + " FROM " + name);
  if (create.find(" AUTOINCREMENT") != std::string_view::npos) {
    // Numbers given out once stay so, also those of rows that were deleted.
    out.push_back("DELETE FROM sqlite_sequence WHERE name = " + sql::quoted_text(next_name));
    out.push_back("INSERT INTO sqlite_sequence (name, seq) SELECT " + sql::quoted_text(next_name) +
                  ", seq FROM sqlite_sequence WHERE name = " + sql::quoted_text(table.name));
  }
  out.push_back("DROP TABLE " + name);
  out.push_back("ALTER TABLE " + next + " RENAME TO " + name);
  out.insert(out.end(), found.extras.begin(), found.extras.end());
  out.emplace_back("CREATE TEMP TABLE bp_rebuilt (astray INTEGER CONSTRAINT rebuilt_references CHECK (astray = " +
                   before[0][0] + "))");
  out.push_back("INSERT INTO bp_rebuilt " + astray);
  out.emplace_back("DROP TABLE temp.bp_rebuilt");
  return out;
}

}  // namespace bedplate::migrate
