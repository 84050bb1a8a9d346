#include "store/postgres/transaction.hpp"

#include <algorithm>
#include <charconv>

#include "store/postgres/result_source.hpp"
#include "store/violation.hpp"

namespace bedplate::store::postgres {
namespace {

std::uint64_t affected(PGresult* result) {
  const std::string_view text = PQcmdTuples(result);
  std::uint64_t rows = 0;
  std::from_chars(text.data(), text.data() + text.size(), rows);
  return std::string_view(PQcmdStatus(result)).starts_with("SELECT") ? 0 : rows;
}

Result<void> capture(const sql::Program& program, std::uint16_t statement, const PGresult* result, CapturedRows& rows) {
  sql::Program only;
  only.statements.push_back(program.statements[statement]);
  only.statements[0].children.clear();
  ResultSource source(only, result, nullptr);
  BP_TRY_VOID(source.open(0));
  for (;;) {
    BP_TRY(const Cell* cells, source.next(0));
    if (!cells) return {};
    BP_TRY_VOID(rows.add({cells, only.statements[0].columns.size()}));
  }
}

}  // namespace

// Many statements that are short each are as long together.
Result<void> PostgresTransaction::in_time() const {
  if (loop_.now() <= until_) return {};
  return failure(write_too_long_error());
}

Task<Result<void>> PostgresTransaction::run(const sql::Program& program, std::uint16_t statement,
                                            std::span<const std::span<const Cell>> runs, CapturedRows* rows,
                                            Outcome& outcome) {
  constexpr std::size_t kTogether = 256;
  for (std::size_t first = 0; first < runs.size(); first += kTogether) {
    const auto batch = runs.subspan(first, std::min(kTogether, runs.size() - first));
    Result<void> sent = in_time();
    if (!sent) co_return sent;
    for (const auto values : batch)
      if (sent) sent = connection_.run(program, statement, {values, principal_, now_});
    const auto exchange = co_await connection_.sync();
    outcome.failed = first;
    if (!sent) co_return sent;
    // Results of what came before in the same exchange (BEGIN) stand in front; after an error there are fewer.
    const auto wanted = std::ranges::count_if(exchange->commands, &Exchange::Command::wanted);
    const std::size_t before = static_cast<std::size_t>(wanted) - batch.size();
    if (exchange->error) {
      outcome.failed = first + (exchange->results.size() > before ? exchange->results.size() - before : 0);
      co_return failure(Error(*exchange->error));
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
      PGresult* result = exchange->results[exchange->results.size() - batch.size() + i].get();
      outcome.changed += affected(result);
      if (rows) BP_CO_TRY_VOID(capture(program, statement, result, *rows));
    }
  }
  co_return Result<void>{};
}

// One at a time: savepoints that nest by the hundred make every later statement slow.
Result<void> PostgresTransaction::guard() {
  if (std::exchange(guarded_, true)) BP_TRY_VOID(connection_.run_text("RELEASE guard"));
  return connection_.run_text("SAVEPOINT guard");
}

Task<Result<void>> PostgresTransaction::back_to_guard() {
  BP_CO_TRY_VOID(connection_.run_text("ROLLBACK TO guard"));
  const auto exchange = co_await connection_.sync();
  if (exchange->error) co_return failure(Error(*exchange->error));
  co_return Result<void>{};
}

Task<Result<void>> PostgresTransaction::read(const sql::Program& program, std::span<const Cell> values,
                                             rows::Recording& into) {
  BP_CO_TRY_VOID(in_time());
  BP_CO_TRY_VOID(connection_.run(program, 0, {values, principal_, now_}));
  const auto exchange = co_await connection_.sync();
  if (exchange->error) co_return failure(Error(*exchange->error));
  ResultSource source(program, exchange->results.back().get(), nullptr);
  co_return into.add(source);
}

}  // namespace bedplate::store::postgres
