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

namespace {

// libpq's own words about a URL that it cannot read quote it, with the password in it (threat 79).
Result<void> require_readable(const std::string& url) {
  char* quoting = nullptr;
  PQconninfoOption* const options = PQconninfoParse(url.c_str(), &quoting);
  PQfreemem(quoting);
  if (options == nullptr)
    return failure(Error(Reason::kInvalidConfiguration, "The database's URL cannot be read.")
                       .with_hint("Write postgres://user:password@host/database, and @ : / [ ] in a password as %40 "
                                  "%3A %2F %5B %5D."));
  PQconninfoFree(options);
  return {};
}

}  // namespace

Result<std::unique_ptr<Store>> open_postgres(PostgresOptions options) {
  BP_TRY_VOID(require_readable(options.url));
  BP_TRY_VOID(postgres::open_blocking(options));
  return std::make_unique<PostgresStore>(std::move(options));
}

}  // namespace bedplate::store
