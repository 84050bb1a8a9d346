#pragma once
// PostgresTransaction: the transaction of one write on a connection that it has to itself. Statements of one call
// travel together; each call is one round trip. Loop's thread only; on the stack of one run of a script.
#include "store/postgres/connection.hpp"
#include "store/store.hpp"

namespace bedplate::store::postgres {

class PostgresTransaction final : public Transaction {
 public:
  /// From `until` on no statement begins.
  PostgresTransaction(Connection& connection, const operation::Principal& principal, std::int64_t now,
                      const net::Loop& loop, net::TimePoint until)
      : connection_(connection), principal_(principal), now_(now), loop_(loop), until_(until) {}

  Task<Result<void>> run(const sql::Program& program, std::uint16_t statement,
                         std::span<const std::span<const Cell>> runs, CapturedRows* rows, Outcome& outcome) override;
  Result<void> settle() override { return {}; }  // its error names the columns
  Result<void> guard() override;
  Task<Result<void>> back_to_guard() override;
  Task<Result<void>> read(const sql::Program& program, std::span<const Cell> values, rows::Recording& into) override;

 private:
  Result<void> in_time() const;

  Connection& connection_;
  const operation::Principal& principal_;
  std::int64_t now_;
  const net::Loop& loop_;
  const net::TimePoint until_;
  bool guarded_ = false;
};

}  // namespace bedplate::store::postgres
