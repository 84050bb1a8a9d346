#include "app/commands/row_reader.hpp"

#include "api/catalog.hpp"
#include "engine/session.hpp"
#include "rest/route.hpp"
#include "rest/verdicts.hpp"

namespace bedplate::app {
Result<RowAnswers> ask_row(const model::Model& model, store::Store& store, const std::string& resource,
                           const std::string& key, const operation::Principal& principal,
                           std::span<const expr::Node* const> questions, const World& world) {
  const api::Catalog catalog(model);
  Arena arena;
  const std::string path = "/" + resource + "/" + key;  // the route's key points into it
  const access::AccessView caller(model, principal.facts());
  const rest::CallerNames names(caller);
  BP_TRY(const auto route, rest::parse_route(path, catalog, names, arena));
  if (!names.readable(route.entity)) return RowAnswers{};
  BP_TRY(const auto loop, net::Loop::create());
  BP_TRY(auto opened, store.open_session(*loop));
  const engine::Options options;
  engine::Session session(model, std::move(opened), store.dialect(), options, world.clock, world.random);

  const auto view = session.view(principal);
  std::vector<Cell> values;
  rest::Binding binding{.catalog = catalog, .view = *view, .arena = arena, .values = values, .limits = {}};
  auto operation = rest::read_verdicts(route.entity, route.key, questions, binding);
  if (!operation) return RowAnswers{};
  operation->values = arena.copy_array<Cell>(std::span<const Cell>(values));
  std::string row;
  const engine::ReplyForm form{.shape = render::JsonVisitor::Shape::kObject,
                               .body = !questions.empty()};  // outlives the task, which starts on the loop
  auto task = session.run_read(*operation, principal, form, row);
  loop->post([&task] { task.start(); });
  while (!task.done()) loop->run_turn(std::chrono::seconds(1));
  auto outcome = std::move(task).take();
  if (outcome) {
    if (outcome->rows == 0) return RowAnswers{};
    BP_TRY(auto answers, rest::parse_verdicts(row, arena));
    return RowAnswers{.readable = true, .answers = std::move(answers)};
  }
  const Reason reason = outcome.error().reason();
  if (reason == Reason::kForbidden || reason == Reason::kUnauthenticated) return RowAnswers{};
  return failure(std::move(outcome).error());
}

}  // namespace bedplate::app
