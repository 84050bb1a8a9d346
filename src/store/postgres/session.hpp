#pragma once
// PostgresSession: a loop's connections. Reads share some, several under way on each; a write has one to itself and
// waits for one that is free. Loop's thread only.
#include <coroutine>
#include <deque>
#include <memory>
#include <vector>

#include "store/places.hpp"
#include "store/postgres/connection.hpp"
#include "store/postgres/streams.hpp"
#include "store/store.hpp"

namespace bedplate::store::postgres {

class PostgresSession final : public Session {
 public:
  static Result<std::unique_ptr<Session>> open(const PostgresOptions& options, net::Loop& loop);

  Task<Result<void>> read(const Execution& execution, rows::Visitor& visitor) override;
  Result<std::unique_ptr<RowStream>> stream(const Execution& execution) override { return streams_.open(execution); }
  Task<Result<void>> write(const WriteExecution& execution) override;

 private:
  PostgresSession(const PostgresOptions& options, net::Loop& loop);
  class Lease;

  Task<Result<Connection*>> reader();
  Task<Result<void>> run_once(Connection& connection, const WriteExecution& execution, net::TimePoint until);

  const PostgresOptions& options_;
  net::Loop& loop_;
  std::vector<std::unique_ptr<Connection>> readers_, writers_;
  std::vector<Connection*> free_writers_;
  std::deque<Lease*> waiting_;
  Streams streams_;
  Places reads_, writes_waiting_;
};

}  // namespace bedplate::store::postgres
