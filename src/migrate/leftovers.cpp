#include "migrate/leftovers.hpp"

#include <algorithm>

namespace bedplate::migrate {
namespace {

/// The only new column of a like type, which may be the same under another name.
const schema::Column* successor(const schema::Table& before, const schema::Table& after, const schema::Column& gone) {
  const schema::Column* found = nullptr;
  for (const auto& each : after.columns) {
    if (before.find(each.name) != nullptr || each.tokens || each.type.scalar != gone.type.scalar) continue;
    if (found != nullptr) return nullptr;
    found = &each;
  }
  return found;
}

}  // namespace

std::vector<std::string> leftovers(const schema::Schema& before, const schema::Schema& after) {
  std::vector<std::string> out;
  for (const auto& table : before.tables) {
    const schema::Table* now = after.find(table.name);
    if (now == nullptr) {
      out.push_back("table '" + table.name + "' is no longer in the schema; it stays in the database with its rows");
      continue;
    }
    for (const auto& column : table.columns) {
      if (now->find(column.name) != nullptr || column.tokens) continue;
      std::string sentence = "column '" + table.name + "." + column.name +
                             "' is no longer in the schema; it stays in the database with its values";
      if (const auto* next = successor(table, *now, column))
        sentence += "\n    if '" + next->name +
                    "' is its new name: take the new field out, save, and put it back with "
                    "@renamedFrom(name: …)";
      out.push_back(std::move(sentence));
    }
  }
  return out;
}

}  // namespace bedplate::migrate
