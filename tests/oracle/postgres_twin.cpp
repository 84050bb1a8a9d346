#include "oracle/postgres_twin.hpp"

#include "sql/ddl.hpp"
#include "sql/insert.hpp"
#include "store/postgres/postgres_store.hpp"
#include "support/postgres.hpp"
#include "support/steps.hpp"

namespace bedplate::oracle {

using testing_support::must;

namespace {

std::unique_ptr<store::Store> open_database() {
  auto* const server = testing_support::PostgresServer::get();
  if (server == nullptr) std::abort();
  return must(store::open_postgres({.url = server->new_database()}), "store");
}

}  // namespace

PostgresTwin::PostgresTwin(const model::Model& model, const Data& data)
    : model_(model), loop_(must(net::Loop::create(), "loop")), store_(open_database()) {
  must(store_->run_script(tables()), "tables");
  fill(data);
  session_ = std::make_unique<engine::Session>(model_, must(store_->open_session(*loop_), "session"),
                                               sql::Dialect::kPostgres, options_, clock_, random_);
}

std::vector<std::string> PostgresTwin::tables() const {
  auto schema = schema::make_schema(model_);
  for (auto& table : schema.tables) table.foreign_keys.clear();
  return sql::create_schema(schema, sql::Dialect::kPostgres);
}

void PostgresTwin::fill(const Data& data) {
  const auto session = must(store_->open_session(*loop_), "session");
  const auto nobody = operation::Principals(model_).anonymous();
  for (std::size_t id = 0; id < data.rows.size(); ++id) {
    const auto& entity = model_.entities[id];
    plan::CreateTemplate plan;
    plan.entity = static_cast<EntityId>(id);
    for (std::size_t f = 0; f < entity.fields.size(); ++f)
      if (entity.fields[f].is_column()) plan.columns.push_back({.field = static_cast<FieldId>(f)});
    std::vector<std::vector<Cell>> rows;
    for (const Record& record : data.rows[id]) {
      auto& row = rows.emplace_back();
      for (const auto& column : plan.columns) row.push_back(record.cells[column.field]);
    }
    std::vector<testing_support::Step> steps;
    for (const auto& row : rows) steps.push_back({.statement = 0, .values = row});
    const auto program = sql::compile_create(plan, model_, sql::Dialect::kPostgres, id + 1);
    testing_support::Steps script(program, steps);
    must(run(session->write({script, *nobody})), entity.name);
  }
  must(store_->run_script(data.link_statements()), "links");
}

Result<engine::ReadOutcome> PostgresTwin::read(const operation::Operation& operation, const operation::Principal& who,
                                               const engine::ReplyForm& form, std::string& body) {
  return run(session_->run_read(operation, who, form, body));
}

template <class T>
T PostgresTwin::run(Task<T> task) {
  bool started = false;
  loop_->post([&] {
    started = true;
    task.start();
  });
  for (int turn = 0; !started || !task.done(); ++turn) {
    if (turn > 2000) must<void>(failure(Reason::kInternal, "the task does not end"), "PostgreSQL");
    loop_->run_turn(std::chrono::milliseconds(10));
  }
  return std::move(task).take();
}

}  // namespace bedplate::oracle
