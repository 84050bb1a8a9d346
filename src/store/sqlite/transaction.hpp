#pragma once
// SqliteTransaction: the transaction of one write on the writer's connection and thread. Never suspends: whatever it
// returns is done. On the stack of one run of a script.
#include "store/program_cache.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/prepared.hpp"
#include "store/store.hpp"

namespace bedplate::store::sqlite {

class SqliteTransaction final : public Transaction {
 public:
  /// `session` tells apart the programs of several sessions in `programs`.
  SqliteTransaction(Connection& connection, ProgramCache<PreparedProgram>& programs, std::uint64_t session,
                    const operation::Principal& principal, std::int64_t now)
      : connection_(connection), programs_(programs), session_(session), principal_(principal), now_(now) {}

  Task<Result<void>> run(const sql::Program& program, std::uint16_t statement,
                         std::span<const std::span<const Cell>> runs, CapturedRows* rows, Outcome& outcome) override;
  Result<void> settle() override { return connection_.no_foreign_keys_outstanding(); }
  // SQLite undoes what failed, statement by statement.
  Result<void> guard() override { return {}; }
  Task<Result<void>> back_to_guard() override { co_return Result<void>{}; }
  Task<Result<void>> read(const sql::Program& program, std::span<const Cell> values, rows::Recording& into) override;

 private:
  Result<void> run_now(const sql::Program& program, std::uint16_t statement, std::span<const Cell> values,
                       CapturedRows* rows, Outcome& outcome);

  Connection& connection_;
  ProgramCache<PreparedProgram>& programs_;
  std::uint64_t session_;
  const operation::Principal& principal_;
  std::int64_t now_;
};

}  // namespace bedplate::store::sqlite
