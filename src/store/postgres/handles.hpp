#pragma once
// Owners of libpq's objects, and what is asked of PostgreSQL by every connection.
#include <libpq-fe.h>
#include <memory>

namespace bedplate::store::postgres {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

struct FinishConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using ConnectionHandle = std::unique_ptr<PGconn, FinishConnection>;

}  // namespace bedplate::store::postgres
