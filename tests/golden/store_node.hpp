#pragma once
// StoreNode: one model on a fresh database of either store with REST on it, without sockets. Tables come from our
// own DDL; every statement that the engine runs is recorded with its binds. Time stands still and random bytes
// repeat, so that both stores are asked the same. One thread; what cannot be set up aborts with a message.
#include <atomic>

#include "api/catalog.hpp"
#include "json/document.hpp"
#include "rest/api.hpp"
#include "sql/ddl.hpp"
#include "sql/insert.hpp"
#include "sql/system.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/local_exchange.hpp"
#include "support/node.hpp"
#include "support/postgres.hpp"

namespace bedplate::golden {

using testing_support::must;
using PrincipalPtr = std::shared_ptr<const operation::Principal>;

/// The statements of one request as a person reads them: a clause a line, then the binds that have values.
class Recorder {
 public:
  void add(const sql::Statement& statement, std::span<const Cell> slots);
  std::string take() { return std::move(text_); }
  /// How many there were, taken or not.
  std::size_t count() const { return count_; }

 private:
  std::string text_;
  std::size_t count_ = 0;
};

class RecordingSession final : public store::Session {
 public:
  RecordingSession(std::unique_ptr<store::Session> inner, Recorder& recorder)
      : inner_(std::move(inner)), recorder_(recorder) {}

  Task<Result<void>> read(const store::Execution& execution, rows::Visitor& visitor) override;
  Result<std::unique_ptr<store::RowStream>> stream(const store::Execution& execution) override;
  Task<Result<void>> write(const store::WriteExecution& execution) override;

 private:
  void all(const sql::Program& program, std::span<const Cell> slots);

  std::unique_ptr<store::Session> inner_;
  Recorder& recorder_;
};

struct Answer {
  int status = 0;
  std::string headers, body;
};

class StoreNode {
 public:
  StoreNode(std::string_view sdl, sql::Dialect dialect, const engine::Options& options = {});

  const model::Model& model() const { return *model_; }
  /// Empty tables, keys from 1, sessions and randomness from their beginning. PostgreSQL alone: a new file is as fast.
  void restart();
  store::Store& store() { return *store_; }
  PrincipalPtr principal(operation::Identity identity) const { return principals_.make(std::move(identity)); }
  /// `text`: a request as LocalExchange takes it.
  Answer answer(std::string_view text, const PrincipalPtr& who);
  /// The same request `count` times at once.
  std::vector<Answer> answers_at_once(std::string_view text, const PrincipalPtr& who, std::size_t count);
  /// What the requests since the last call ran.
  std::string statements() { return recorder_.take(); }
  /// How many statements were run since the node was made.
  std::size_t statement_count() const { return recorder_.count(); }
  /// Rows given as `{"Type": [{"field": value, …}, …], …}`, past the rules and in that order.
  void fill(std::string_view rows);
  std::vector<std::vector<std::string>> query(std::string_view text);
  /// The reason's word, or `ok`.
  std::string script(const std::string& statement);

 private:
  void open_sessions();
  void insert(model::EntityId entity, const json::Node& row);
  template <class T>
  T run(Task<T> task);

  testing_support::TempDir dir_;
  testing_support::StandingClock clock_;
  testing_support::RepeatingRandom random_;
  const engine::Options options_;
  rest::Options rest_options_;
  std::unique_ptr<model::Model> model_;
  std::unique_ptr<net::Loop> loop_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::Session> filling_;
  Recorder recorder_;
  std::unique_ptr<engine::Session> session_;
  std::unique_ptr<api::Catalog> catalog_;
  operation::Principals principals_;
  PrincipalPtr asks_;
  std::unique_ptr<rest::Api> api_;
};

}  // namespace bedplate::golden
