// GET /api/$access?operation=UPDATE&resource=orders&id=7: what the caller itself may do, and in development which
// rule decides; with an id, of that row. A row that it may not read is 404, as everywhere.
#include "access/explain.hpp"

#include "rest/api.hpp"
#include "rest/read.hpp"
#include "rest/verdicts.hpp"

namespace bedplate::rest {
namespace {

struct Question {
  std::string_view operation = "READ", resource, id;
};

Result<Question> parse_question(std::string_view query, Arena& arena) {
  Question asked;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    const auto raw = equals < pair.size() ? pair.substr(equals + 1) : std::string_view{};
    if (name == "id") {
      asked.id = raw;  // decoded with its path, where a literal comma separates
      continue;
    }
    BP_TRY(const auto value, decode_component(raw, true, arena));
    if (name == "operation") {
      asked.operation = value;
    } else if (name == "resource") {
      asked.resource = value;
    } else {
      return failure(Error(Reason::kUnknownParameter, "'" + std::string(name) + "' is no parameter of $access")
                         .with_hint("there are operation, resource and id"));
    }
  }
  if (asked.resource.empty())
    return failure(Error(Reason::kInvalidQuery, "$access needs a resource")
                       .with_hint("for example /api/$access?operation=UPDATE&resource=orders&id=7"));
  return asked;
}

Result<model::Verb> parse_verb(std::string_view word) {
  if (const auto verb = model::verb_by_name(word)) return *verb;
  return failure(Error(Reason::kInvalidQuery, "'" + std::string(word) + "' is no operation")
                     .with_hint("there are READ, CREATE, UPDATE, DELETE and PURGE"));
}

}  // namespace

Task<Result<void>> Api::explain(Call& call) {
  Arena& arena = call.request.arena();
  BP_CO_TRY(const Question asked, parse_question(call.request.query(), arena));
  BP_CO_TRY(const auto verb, parse_verb(asked.operation));
  const CallerNames names(call.view);
  BP_CO_TRY(const auto entity, catalog_.resource(asked.resource, &names));
  auto explanation = access::explain(call.view, entity, verb, arena);
  if (!asked.id.empty()) {
    BP_CO_TRY(const Route route,
              parse_route(arena.copy("/" + session_.model().entity(entity).plural + "/" + std::string(asked.id)),
                          catalog_, names, arena));
    const auto questions = access::questions(explanation);
    Binding binding = this->binding(call);
    BP_CO_TRY(auto operation, read_verdicts(entity, route.key, questions, binding));
    operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
    const engine::ReplyForm form{.shape = render::JsonVisitor::Shape::kObject,
                                 .body = !questions.empty(),
                                 .cancel = call.request.left(),
                                 .caller = &call.caller};
    std::string row;
    BP_CO_TRY(const auto outcome, co_await session_.run_read(operation, call.principal, form, row));
    if (outcome.rows == 0)
      co_return failure(Reason::kNotFound, "there is no such row in " + session_.model().entity(entity).plural);
    BP_CO_TRY(const auto answers, parse_verdicts(row, arena));
    access::answer(explanation, session_.model(), answers);
  }
  call.reply.body = access::explanation_json(explanation, session_.model(), options_.explain_denials);
  co_return Result<void>{};
}

}  // namespace bedplate::rest
