#include "store/sqlite/functions.hpp"

#include <array>

#include "store/sqlite/errors.hpp"
#include "store/sqlite/regex_function.hpp"
#include "store/sqlite/text_functions.hpp"
#include "store/sqlite/value_functions.hpp"

namespace bedplate::store::sqlite {
namespace {

constexpr int kPure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
constexpr int kMaxArguments = 16;

// What a registration carries; made per connection, freed with it.
template <class Table>
struct Registered {
  const Table* entry;
  std::string scratch;
  static void free(void* self) { delete static_cast<Registered*>(self); }
};

std::span<const Cell> arguments_of(std::array<Cell, kMaxArguments>& cells, int count, sqlite3_value** values) {
  BP_ASSERT(count <= kMaxArguments);
  for (int i = 0; i < count; ++i) cells[static_cast<std::size_t>(i)] = cell_of(values[i]);
  return {cells.data(), static_cast<std::size_t>(count)};
}

void call_function(sqlite3_context* context, int count, sqlite3_value** values) {
  auto& self = *static_cast<Registered<sql::Function>*>(sqlite3_user_data(context));
  std::array<Cell, kMaxArguments> cells;
  set_result(context, self.entry->call(arguments_of(cells, count, values), self.scratch));
}

void step_aggregate(sqlite3_context* context, int count, sqlite3_value** values) {
  auto& self = *static_cast<Registered<sql::Aggregate>*>(sqlite3_user_data(context));
  void* state = sqlite3_aggregate_context(context, static_cast<int>(self.entry->state_size));
  if (!state) return sqlite3_result_error_nomem(context);
  std::array<Cell, kMaxArguments> cells;
  self.entry->step(state, arguments_of(cells, count, values));
}

void finish_aggregate(sqlite3_context* context) {
  auto& self = *static_cast<Registered<sql::Aggregate>*>(sqlite3_user_data(context));
  set_result(context, self.entry->finish(sqlite3_aggregate_context(context, 0), self.scratch));
}

int compare_texts(void* entry, int a_size, const void* a, int b_size, const void* b) {
  return static_cast<const sql::Collation*>(entry)->compare(
      {static_cast<const char*>(a), static_cast<std::size_t>(a_size)},
      {static_cast<const char*>(b), static_cast<std::size_t>(b_size)});
}

Result<void> checked(sqlite3* database, int code) {
  if (code != SQLITE_OK) return failure(error_of(database, code));
  return {};
}

Result<void> add(sqlite3* database, const sql::Function& entry) {
  BP_ASSERT(entry.arity <= kMaxArguments);
  auto* registered = new Registered<sql::Function>{&entry, {}};
  return checked(database, sqlite3_create_function_v2(database, entry.name, entry.arity, kPure, registered,
                                                      call_function, nullptr, nullptr, registered->free));
}

Result<void> add(sqlite3* database, const sql::Aggregate& entry) {
  BP_ASSERT(entry.arity <= kMaxArguments);
  auto* registered = new Registered<sql::Aggregate>{&entry, {}};
  return checked(database, sqlite3_create_function_v2(database, entry.name, entry.arity, kPure, registered, nullptr,
                                                      step_aggregate, finish_aggregate, registered->free));
}

Result<void> add(sqlite3* database, const sql::Collation& entry) {
  return checked(database, sqlite3_create_collation_v2(database, entry.name, SQLITE_UTF8,
                                                       const_cast<sql::Collation*>(&entry), compare_texts, nullptr));
}

}  // namespace

Result<void> register_functions(sqlite3* database, const SqliteOptions& options) {
  for (const auto& entry : text_functions()) BP_TRY_VOID(add(database, entry));
  for (const auto& table : {value_functions(), json_functions(), form_functions()})
    for (const auto& entry : table) BP_TRY_VOID(add(database, entry));
  for (const auto& entry : value_aggregates()) BP_TRY_VOID(add(database, entry));
  for (const auto& entry : text_collations()) BP_TRY_VOID(add(database, entry));
  BP_TRY_VOID(checked(database, sqlite3_create_function_v2(database, "bp_regex", 3, kPure, nullptr, call_regex, nullptr,
                                                           nullptr, nullptr)));
  for (const auto& entry : options.functions) BP_TRY_VOID(add(database, entry));
  for (const auto& entry : options.aggregates) BP_TRY_VOID(add(database, entry));
  for (const auto& entry : options.collations) BP_TRY_VOID(add(database, entry));
  return {};
}

Cell cell_of(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return Cell::integer(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
      return Cell::real(sqlite3_value_double(value));
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
      return Cell::text({text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(value))});
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
      return Cell::blob({bytes ? bytes : "", static_cast<std::size_t>(sqlite3_value_bytes(value))});
    }
    default:
      return Cell::null();
  }
}

void set_result(sqlite3_context* context, Cell cell) {
  switch (cell.kind()) {
    case CellKind::kNull:
      return sqlite3_result_null(context);
    case CellKind::kInteger:
      return sqlite3_result_int64(context, cell.as_integer());
    case CellKind::kReal:
      return sqlite3_result_double(context, cell.as_real());
    case CellKind::kText:
      return sqlite3_result_text64(context, cell.as_bytes().data(), cell.as_bytes().size(), SQLITE_TRANSIENT,
                                   SQLITE_UTF8);
    case CellKind::kBlob:
      return sqlite3_result_blob64(context, cell.as_bytes().data(), cell.as_bytes().size(), SQLITE_TRANSIENT);
  }
}

}  // namespace bedplate::store::sqlite
