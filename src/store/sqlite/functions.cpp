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
  Budget& budget;
  sql::Call call;
  static void free(void* self) { delete static_cast<Registered*>(self); }
};

struct Arguments {
  std::array<Cell, kMaxArguments> cells;
  std::size_t count;
  std::size_t bytes = 0;

  Arguments(int how_many, sqlite3_value** values) : count(static_cast<std::size_t>(how_many)) {
    BP_ASSERT(how_many <= kMaxArguments);
    for (std::size_t i = 0; i < count; ++i) {
      cells[i] = cell_of(values[i]);
      if (cells[i].kind() == CellKind::kText || cells[i].kind() == CellKind::kBlob) bytes += cells[i].as_bytes().size();
    }
  }
  std::span<const Cell> span() const { return {cells.data(), count}; }
};

void call_function(sqlite3_context* context, int count, sqlite3_value** values) {
  auto& self = *static_cast<Registered<sql::Function>*>(sqlite3_user_data(context));
  const Arguments arguments(count, values);
  if (self.budget.spend(arguments.bytes)) return sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  const Cell result = self.entry->call(arguments.span(), self.call);
  // What was interrupted inside has no result.
  if (self.budget.end() != Budget::End::kNone) return sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  set_result(context, result);
}

void step_aggregate(sqlite3_context* context, int count, sqlite3_value** values) {
  auto& self = *static_cast<Registered<sql::Aggregate>*>(sqlite3_user_data(context));
  void* state = sqlite3_aggregate_context(context, static_cast<int>(self.entry->state_size));
  if (!state) return sqlite3_result_error_nomem(context);
  const Arguments arguments(count, values);
  if (self.budget.spend(arguments.bytes)) return sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  self.entry->step(state, arguments.span());
}

void finish_aggregate(sqlite3_context* context) {
  auto& self = *static_cast<Registered<sql::Aggregate>*>(sqlite3_user_data(context));
  const auto result = self.entry->finish(sqlite3_aggregate_context(context, 0), self.call.scratch);
  if (!result) return sqlite3_result_error(context, kOutOfRange, -1);
  set_result(context, *result);
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

template <class Table>
Registered<Table>* make_registered(Connection& connection, const Table& entry) {
  BP_ASSERT(entry.arity <= kMaxArguments);
  return new Registered<Table>{
      &entry, connection.budget(), {.json_texts = &connection.json_texts(), .interrupt = &connection.budget()}};
}

Result<void> add(Connection& connection, const sql::Function& entry) {
  sqlite3* const database = connection.handle();
  auto* registered = make_registered(connection, entry);
  return checked(database, sqlite3_create_function_v2(database, entry.name, entry.arity, kPure, registered,
                                                      call_function, nullptr, nullptr, registered->free));
}

Result<void> add(Connection& connection, const sql::Aggregate& entry) {
  sqlite3* const database = connection.handle();
  auto* registered = make_registered(connection, entry);
  return checked(database, sqlite3_create_function_v2(database, entry.name, entry.arity, kPure, registered, nullptr,
                                                      step_aggregate, finish_aggregate, registered->free));
}

Result<void> add(Connection& connection, const sql::Collation& entry) {
  return checked(connection.handle(),
                 sqlite3_create_collation_v2(connection.handle(), entry.name, SQLITE_UTF8,
                                             const_cast<sql::Collation*>(&entry), compare_texts, nullptr));
}

}  // namespace

Result<void> register_functions(Connection& connection, const SqliteOptions& options) {
  for (const auto& entry : text_functions()) BP_TRY_VOID(add(connection, entry));
  for (const auto& table : {value_functions(), json_functions(), form_functions()})
    for (const auto& entry : table) BP_TRY_VOID(add(connection, entry));
  for (const auto& entry : value_aggregates()) BP_TRY_VOID(add(connection, entry));
  for (const auto& entry : text_collations()) BP_TRY_VOID(add(connection, entry));
  BP_TRY_VOID(checked(connection.handle(),
                      sqlite3_create_function_v2(connection.handle(), "bp_regex", 3, kPure, &connection.budget(),
                                                 call_regex, nullptr, nullptr, nullptr)));
  for (const auto& entry : options.functions) BP_TRY_VOID(add(connection, entry));
  for (const auto& entry : options.aggregates) BP_TRY_VOID(add(connection, entry));
  for (const auto& entry : options.collations) BP_TRY_VOID(add(connection, entry));
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
