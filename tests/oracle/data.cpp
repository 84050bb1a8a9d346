#include "oracle/data.hpp"

#include "support/node.hpp"

namespace bedplate::oracle {

std::vector<std::string> Data::statements(const model::Model& model) const {
  std::vector<std::string> made;
  for (std::size_t id = 0; id < rows.size(); ++id) {
    const auto& entity = model.entity(static_cast<EntityId>(id));
    for (const Record& record : rows[id]) {
      std::string columns, values;
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        if (!entity.fields[f].is_column()) continue;
        columns += (columns.empty() ? "\"" : ", \"") + entity.fields[f].column + "\"";
        values += (values.empty() ? "" : ", ") + testing_support::sql_literal(record.cells[f]);
      }
      made.push_back("INSERT INTO \"" + entity.table + "\" (" + columns + ") VALUES (" + values + ")");
    }
  }
  for (auto& link : link_statements()) made.push_back(std::move(link));
  return made;
}

std::vector<std::string> Data::link_statements() const {
  std::vector<std::string> made;
  for (const auto& [table, pairs] : links)
    for (const auto& pair : pairs) {
      std::string columns, values;
      for (const auto& [column, cell] : pair) {
        columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
        values += (values.empty() ? "" : ", ") + testing_support::sql_literal(cell);
      }
      made.push_back("INSERT INTO \"" + table + "\" (" + columns + ") VALUES (" + values + ")");
    }
  return made;
}

}  // namespace bedplate::oracle
