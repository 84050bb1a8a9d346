#pragma once
// PostgresTransaction: the transaction of one write on a connection that it has to itself. Statements of one call
// travel together; each call is one round trip. Loop's thread only; on the stack of one run of a script.
#include "store/postgres/connection.hpp"
#include "store/store.hpp"

namespace bedplate::store::postgres {

class PostgresTransaction final : public Transaction {
 public:
  PostgresTransaction(Connection& connection, const operation::Principal& principal, std::int64_t now)
      : connection_(connection), principal_(principal), now_(now) {}

  Task<Result<void>> run(const sql::Program& program, std::uint16_t statement,
                         std::span<const std::span<const Cell>> runs, CapturedRows* rows, Outcome& outcome) override;
  Result<void> settle() override { return {}; }  // its error names the columns
  Result<void> guard() override;
  Task<Result<void>> back_to_guard() override;
  Task<Result<void>> read(const sql::Program& program, std::span<const Cell> values, rows::Recording& into) override;

 private:
  Connection& connection_;
  const operation::Principal& principal_;
  std::int64_t now_;
  bool guarded_ = false;
};

}  // namespace bedplate::store::postgres
