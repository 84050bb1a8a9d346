#include "golden/store_node.hpp"

#include "base/scalar.hpp"
#include "engine/cursor_keys.hpp"
#include "rest/json_value.hpp"
#include "schema/schema.hpp"
#include "support/steps.hpp"

namespace bedplate::golden {
namespace {

/// A line for each clause; only our own text is in a statement, so that words in it are keywords.
std::string in_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    for (const std::string_view word :
         {" FROM ", " LEFT JOIN ", " JOIN ", " WHERE ", " AND ", " ORDER BY ", " LIMIT ", " VALUES ", " RETURNING "}) {
      if (!text.starts_with(word)) continue;
      out += "\n ";
      out += word;
      text.remove_prefix(word.size());
      break;
    }
    if (text.empty()) break;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

std::string written(const Type& type, Cell cell) {
  std::string out;
  append_json(out, type, cell);
  return out;
}

std::unique_ptr<store::Store> open_store(sql::Dialect dialect, const testing_support::TempDir& dir) {
  if (dialect == sql::Dialect::kSqlite) return must(store::open_sqlite({.path = dir / "node.db"}), "store");
  auto* const server = testing_support::PostgresServer::get();
  if (server == nullptr) std::abort();
  return must(store::open_postgres({.url = server->new_database()}), "store");
}

}  // namespace

void Recorder::add(const sql::Statement& statement, std::span<const Cell> slots) {
  if (statement.text.empty()) return;
  ++count_;
  text_ += in_lines(statement.text);
  text_ += ";\n";
  for (std::size_t i = 0; i < statement.binds.size(); ++i) {
    const auto& bind = statement.binds[i];
    text_ += "-- " + std::to_string(i + 1) + ": ";
    switch (bind.kind) {
      case sql::Bind::Kind::kSlot:
        text_ += bind.index < slots.size() ? written(bind.type, slots[bind.index]) : "the new key";
        break;
      case sql::Bind::Kind::kConstant:
        text_ += "constant " + written(bind.type, bind.constant);
        break;
      case sql::Bind::Kind::kFact:
        text_ += "fact " + std::to_string(bind.index);
        break;
      case sql::Bind::Kind::kNow:
        text_ += "now()";
        break;
      case sql::Bind::Kind::kParent:
        text_ += "the parent's column " + std::to_string(bind.index + 1);
        break;
    }
    text_ += '\n';
  }
}

void RecordingSession::all(const sql::Program& program, std::span<const Cell> slots) {
  for (const auto& statement : program.statements) recorder_.add(statement, slots);
}

Task<Result<void>> RecordingSession::read(const store::Execution& execution, rows::Visitor& visitor) {
  all(execution.program, execution.values);
  co_return co_await inner_->read(execution, visitor);
}

Result<std::unique_ptr<store::RowStream>> RecordingSession::stream(const store::Execution& execution) {
  all(execution.program, execution.values);
  return inner_->stream(execution);
}

namespace {

class RecordingTransaction final : public store::Transaction {
 public:
  RecordingTransaction(store::Transaction& inner, Recorder& recorder) : inner_(inner), recorder_(recorder) {}
  Task<Result<void>> run(const sql::Program& program, std::uint16_t statement,
                         std::span<const std::span<const Cell>> runs, store::CapturedRows* rows,
                         Outcome& outcome) override {
    for (const auto values : runs) recorder_.add(program.statements[statement], values);
    co_return co_await inner_.run(program, statement, runs, rows, outcome);
  }
  Result<void> settle() override { return inner_.settle(); }
  Result<void> guard() override { return inner_.guard(); }
  Task<Result<void>> back_to_guard() override { co_return co_await inner_.back_to_guard(); }
  Task<Result<void>> read(const sql::Program& program, std::span<const Cell> values, rows::Recording& into) override {
    for (const auto& statement : program.statements) recorder_.add(statement, values);
    co_return co_await inner_.read(program, values, into);
  }

 private:
  store::Transaction& inner_;
  Recorder& recorder_;
};

class RecordingScript final : public store::WriteScript {
 public:
  RecordingScript(store::WriteScript& inner, Recorder& recorder) : inner_(inner), recorder_(recorder) {}
  Task<Result<void>> run(store::Transaction& transaction) override {
    RecordingTransaction recording(transaction, recorder_);
    co_return co_await inner_.run(recording);
  }

 private:
  store::WriteScript& inner_;
  Recorder& recorder_;
};

}  // namespace

Task<Result<void>> RecordingSession::write(const store::WriteExecution& execution) {
  RecordingScript script(execution.script, recorder_);
  co_return co_await inner_->write({script, execution.principal, execution.now});
}

StoreNode::StoreNode(std::string_view sdl, sql::Dialect dialect, const engine::Options& options)
    : options_(options),
      rest_options_{.explain_denials = options.explain_denials},
      model_(testing_support::compile_model(sdl)),
      loop_(must(net::Loop::create(), "loop")),
      store_(open_store(dialect, dir_)),
      catalog_(std::make_unique<api::Catalog>(*model_)),
      principals_(*model_) {
  must(store_->run_script(sql::create_system_tables(dialect)), "system tables");
  must(store_->run_script(sql::create_schema(schema::make_schema(*model_), dialect)), "tables");
  rest_options_.cursors = must(engine::open_cursor_keys(*store_, random_), "cursor keys");
  open_sessions();
}

void StoreNode::open_sessions() {
  api_.reset();
  random_ = {};
  filling_ = must(store_->open_session(*loop_), "session");
  session_ = std::make_unique<engine::Session>(
      *model_, std::make_unique<RecordingSession>(must(store_->open_session(*loop_), "session"), recorder_),
      store_->dialect(), options_, clock_, random_);
  api_ = std::make_unique<rest::Api>(
      *session_, *catalog_, [this](http::Request&) { return Result<PrincipalPtr>(asks_); }, rest_options_);
}

void StoreNode::restart() {
  std::string tables = sql::system_table("bp_idempotency", store_->dialect());
  for (const auto& table : schema::make_schema(*model_).tables) tables += ", " + sql::quoted_name(table.name);
  const std::string statement =
      "TRUNCATE " + tables + ", " + sql::system_table("bp_history", sql::Dialect::kPostgres) + " RESTART IDENTITY";
  must(store_->run_script({&statement, 1}), "truncate");
  open_sessions();
}

Answer StoreNode::answer(std::string_view text, const PrincipalPtr& who) {
  asks_ = who;
  test::LocalExchange exchange(*loop_, text);
  if (!exchange.run(*api_)) return {.status = -1, .headers = {}, .body = std::string(text)};
  return {.status = exchange.reply().status, .headers = exchange.reply().headers(), .body = exchange.reply().body};
}

std::vector<Answer> StoreNode::answers_at_once(std::string_view text, const PrincipalPtr& who, std::size_t count) {
  asks_ = who;
  std::vector<std::unique_ptr<test::LocalExchange>> exchanges;
  for (std::size_t i = 0; i < count; ++i) {
    exchanges.push_back(std::make_unique<test::LocalExchange>(*loop_, text));
    exchanges.back()->begin(*api_);
  }
  std::vector<Answer> made;
  for (auto& exchange : exchanges) {
    for (int turn = 0; turn < 1000 && !exchange->finished(); ++turn) loop_->run_turn(std::chrono::milliseconds(10));
    if (!exchange->finished()) must<void>(failure(Reason::kInternal, "no answer"), text);
    made.push_back({exchange->reply().status, exchange->reply().headers(), exchange->reply().body});
  }
  return made;
}

template <class T>
T StoreNode::run(Task<T> task) {
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

void StoreNode::fill(std::string_view rows) {
  const auto document = must(json::Document::parse(rows), "rows");
  for (const auto& type : document->children) {
    const auto entity = model_->entity_by_name.find(type.key);
    if (entity == model_->entity_by_name.end()) {
      std::fprintf(stderr, "rows: there is no type %.*s\n", static_cast<int>(type.key.size()), type.key.data());
      std::abort();
    }
    for (const auto& row : type.children) insert(entity->second, row);
    const auto& of = model_->entity(entity->second);
    const auto& key = of.fields[of.key[0]];
    // SQLite numbers on from the largest key by itself.
    if (store_->dialect() == sql::Dialect::kPostgres && key.default_fn == model::DefaultFn::kSequence)
      query("SELECT setval(pg_get_serial_sequence('" + of.table + "', '" + key.column + "'), (SELECT max(" +
            key.column + ") FROM " + of.table + "))");
  }
}

void StoreNode::insert(model::EntityId entity, const json::Node& row) {
  static std::atomic<std::uint64_t> programs{1'000'000'000};
  Arena arena;
  std::vector<Cell> cells;
  plan::CreateTemplate plan;
  plan.entity = entity;
  const auto& of = model_->entity(entity);
  for (const auto& member : row.children) {
    const auto* field = of.find(member.key);
    if (field == nullptr || !field->is_column()) {
      std::fprintf(stderr, "rows: %s has no column '%.*s'\n", of.name.c_str(), static_cast<int>(member.key.size()),
                   member.key.data());
      std::abort();
    }
    plan.columns.push_back({.field = of.by_name.at(member.key), .cell = static_cast<std::uint16_t>(cells.size())});
    cells.push_back(must(rest::field_cell(*model_, *field, member, arena), of.name + "." + field->name));
  }
  const auto program = sql::compile_create(plan, *model_, store_->dialect(), ++programs);
  const testing_support::Step step{.statement = 0, .values = cells};
  testing_support::Steps script(program, {&step, 1});
  const auto anonymous = principals_.anonymous();
  must(run(filling_->write({script, *anonymous})), of.name);
}

std::vector<std::vector<std::string>> StoreNode::query(std::string_view text) {
  return must(store_->query_system(text, {}), text);
}

std::string StoreNode::script(const std::string& statement) {
  const auto done = store_->run_script({&statement, 1});
  return done ? "ok" : std::string(reason_word(done.error().reason()));
}

}  // namespace bedplate::golden
