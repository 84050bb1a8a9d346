#pragma once
// Node: everything below the protocols in one process: a model from SDL text, its SQLite file in a folder of its own,
// a loop and the engine's session. It counts the statements that its reads open. Time stands still at kNow and
// random bytes repeat, so that two nodes do the same. One thread; whatever fails aborts with a message.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/session.hpp"
#include "model/compile.hpp"
#include "net/loop.hpp"
#include "schema/schema.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::testing_support {

inline constexpr std::int64_t kNow = 1'767'225'600'000'000;  // 2026-01-01T00:00:00Z

class StandingClock final : public Clock {
 public:
  std::int64_t now() const override { return kNow; }
  std::int64_t monotonic() const override { return 0; }
};

class RepeatingRandom final : public Random {
 public:
  void fill(std::span<std::byte> bytes) override {
    for (std::byte& byte : bytes) byte = static_cast<std::byte>((state_ = state_ * 6364136223846793005u + 1) >> 56);
  }

 private:
  std::uint64_t state_ = 1;
};

/// Counts how often a statement is opened: once a run for a root, once a parent's row for a child.
class CountingSession final : public store::Session {
 public:
  CountingSession(std::unique_ptr<store::Session> inner, std::uint64_t& opened)
      : inner_(std::move(inner)), opened_(opened) {}

  Task<Result<void>> read(const store::Execution& execution, rows::Visitor& visitor) override {
    Counter counter(visitor, opened_);
    co_return co_await inner_->read(execution, counter);
  }
  Result<std::unique_ptr<store::RowStream>> stream(const store::Execution& execution) override {
    return inner_->stream(execution);
  }
  Task<Result<void>> write(const store::WriteExecution& execution) override {
    CountedScript script(execution.script, opened_);
    co_return co_await inner_->write({script, execution.principal, execution.now});
  }

 private:
  struct Counted final : rows::Source {
    Counted(rows::Source& counted, std::uint64_t& count) : source(counted), opened(count) {}
    Result<void> open(std::uint16_t statement) override {
      ++opened;
      return source.open(statement);
    }
    Result<const Cell*> next(std::uint16_t statement) override { return source.next(statement); }
    rows::Source& source;
    std::uint64_t& opened;
  };
  struct Counter final : rows::Visitor {
    Counter(rows::Visitor& counted, std::uint64_t& count) : visitor(counted), opened(count) {}
    Result<void> visit(rows::Source& source) override {
      Counted counted(source, opened);
      return visitor.visit(counted);
    }
    rows::Visitor& visitor;
    std::uint64_t& opened;
  };
  struct CountedTransaction final : store::Transaction {
    CountedTransaction(store::Transaction& counted, std::uint64_t& count) : inner(counted), opened(count) {}
    Task<Result<void>> run(const sql::Program& program, std::uint16_t statement,
                           std::span<const std::span<const Cell>> runs, store::CapturedRows* rows,
                           Outcome& outcome) override {
      opened += runs.size();
      co_return co_await inner.run(program, statement, runs, rows, outcome);
    }
    Result<void> settle() override { return inner.settle(); }
    Result<void> guard() override { return inner.guard(); }
    Task<Result<void>> back_to_guard() override { co_return co_await inner.back_to_guard(); }
    Task<Result<void>> read(const sql::Program& program, std::span<const Cell> values, rows::Recording& into) override {
      ++opened;
      co_return co_await inner.read(program, values, into);
    }
    store::Transaction& inner;
    std::uint64_t& opened;
  };
  struct CountedScript final : store::WriteScript {
    CountedScript(store::WriteScript& counted, std::uint64_t& count) : script(counted), opened(count) {}
    Task<Result<void>> run(store::Transaction& transaction) override {
      CountedTransaction counted(transaction, opened);
      co_return co_await script.run(counted);
    }
    store::WriteScript& script;
    std::uint64_t& opened;
  };

  std::unique_ptr<store::Session> inner_;
  std::uint64_t& opened_;
};

template <class T>
T must(Result<T> result, std::string_view what) {
  if (result) {
    if constexpr (std::is_void_v<T>)
      return;
    else
      return *std::move(result);
  }
  std::fprintf(stderr, "%.*s: %s (%s)\n", static_cast<int>(what.size()), what.data(), result.error().message().c_str(),
               result.error().cause().c_str());
  std::abort();
}

inline std::unique_ptr<model::Model> compile_model(std::string_view sdl) {
  auto compiled = model::compile(sdl, "schema.graphql");
  if (compiled.model == nullptr) {
    const sdl::SourceText source{"schema.graphql", sdl};
    std::fprintf(stderr, "%s\n%.*s\n", sdl::render_human(compiled.diagnostics, {&source, 1}).c_str(),
                 static_cast<int>(sdl.size()), sdl.data());
    std::abort();
  }
  return std::move(compiled.model);
}

/// A canonical cell as SQLite writes it.
inline std::string sql_literal(Cell cell) {
  switch (cell.kind()) {
    case CellKind::kNull:
      return "NULL";
    case CellKind::kInteger:
      return std::to_string(cell.as_integer());
    case CellKind::kReal: {
      char text[40];
      std::snprintf(text, sizeof text, "%.17e", cell.as_real());
      return text;
    }
    default:
      break;
  }
  std::string text = cell.kind() == CellKind::kBlob ? "X'" : "'";
  for (const char c : cell.as_bytes()) {
    if (cell.kind() == CellKind::kBlob) {
      constexpr std::string_view kHex = "0123456789abcdef";
      text += kHex[static_cast<unsigned char>(c) >> 4];
      text += kHex[static_cast<unsigned char>(c) & 15];
    } else {
      text += c;
      if (c == '\'') text += c;
    }
  }
  return text + "'";
}

class Node {
 public:
  /// `rows`: statements that fill the tables.
  explicit Node(std::string_view sdl, const std::vector<std::string>& rows = {}, const engine::Options& options = {})
      : model_(compile_model(sdl)),
        options_(options),
        loop_(must(net::Loop::create(), "loop")),
        store_(must(store::open_sqlite({.path = dir_ / "node.db"}), "store")),
        session_(*model_, std::make_unique<CountingSession>(must(store_->open_session(*loop_), "session"), opened_),
                 sql::Dialect::kSqlite, options_, clock_, random_),
        principals_(*model_) {
    must(store_->run_script(tables()), "tables");
    if (!rows.empty()) must(store_->run_script(rows), "rows");
  }

  const model::Model& model() const { return *model_; }
  engine::Session& session() { return session_; }
  net::Loop& loop() { return *loop_; }
  store::Store& store() { return *store_; }
  std::shared_ptr<const operation::Principal> principal(operation::Identity identity) const {
    return principals_.make(std::move(identity));
  }
  /// Statements opened since the node was made.
  std::uint64_t opened() const { return opened_; }
  model::EntityId entity(std::string_view name) const { return model_->entity_by_name.at(name); }

  /// Runs the task on the loop, in as many turns as it takes.
  template <class T>
  T run(Task<T> task) {
    bool started = false;
    loop_->post([&] {
      started = true;
      task.start();
    });
    for (int turn = 0; !started || !task.done(); ++turn) {
      if (turn > 2000) {
        std::fprintf(stderr, "the task does not end\n");
        std::abort();
      }
      loop_->run_turn(std::chrono::milliseconds(10));
    }
    return std::move(task).take();
  }

 private:
  /// Tables without constraints: a test may fill them as it likes.
  std::vector<std::string> tables() const {
    std::vector<std::string> made;
    for (const auto& table : schema::make_schema(*model_).tables) {
      std::string text = "CREATE TABLE \"" + table.name + "\" (";
      for (const auto& column : table.columns)
        text += "\"" + column.name + "\" " + column.storage_in(schema::Dialect::kSqlite) + ", ";
      text += "PRIMARY KEY (";
      for (std::size_t i = 0; i < table.key.size(); ++i) text += (i > 0 ? ", \"" : "\"") + table.key[i] + "\"";
      made.push_back(text + "))");
    }
    return made;
  }

  TempDir dir_;
  std::uint64_t opened_ = 0;
  StandingClock clock_;
  RepeatingRandom random_;
  std::unique_ptr<model::Model> model_;
  const engine::Options options_;
  std::unique_ptr<net::Loop> loop_;
  std::unique_ptr<store::Store> store_;
  engine::Session session_;
  operation::Principals principals_;
};

}  // namespace bedplate::testing_support
