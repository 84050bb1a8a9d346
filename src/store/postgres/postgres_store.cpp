#include "store/postgres/postgres_store.hpp"

#include "store/postgres/errors.hpp"
#include "store/postgres/session.hpp"
#include "store/postgres/system.hpp"

namespace bedplate::store {
namespace {

class PostgresStore final : public Store {
 public:
  explicit PostgresStore(PostgresOptions options) : options_(std::move(options)) {}

  sql::Dialect dialect() const override { return sql::Dialect::kPostgres; }
  Result<std::unique_ptr<Session>> open_session(net::Loop& loop) override {
    return postgres::PostgresSession::open(options_, loop);
  }
  Result<std::vector<FoundTable>> describe() override {
    BP_TRY(const auto connection, postgres::open_blocking(options_));
    return postgres::describe_tables(connection.get());
  }
  Result<void> run_script(std::span<const std::string> statements) override {
    BP_TRY(const auto connection, postgres::open_blocking(options_));
    return postgres::run_transaction(connection.get(), statements);
  }
  Result<std::vector<std::vector<std::string>>> query_system(std::string_view text,
                                                             std::span<const Cell> binds) override {
    BP_TRY(const auto connection, postgres::open_blocking(options_));
    return postgres::query_rows(connection.get(), text, binds);
  }

 private:
  const PostgresOptions options_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_postgres(PostgresOptions options) {
  BP_TRY_VOID(postgres::open_blocking(options));
  return std::make_unique<PostgresStore>(std::move(options));
}

}  // namespace bedplate::store
