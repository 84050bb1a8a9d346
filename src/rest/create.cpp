#include "json/document.hpp"
#include "rest/api.hpp"
#include "rest/json_value.hpp"
#include "rest/negotiate.hpp"
#include "rest/route.hpp"

namespace bedplate::rest {
namespace {

Result<const json::Node*> parse_body(const http::Request& request, Arena& arena) {
  const auto type = request.header(http::HeaderName::kContentType);
  auto bare = type.substr(0, type.find(';'));
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  if (bare == "text/csv" || bare == "application/x-ndjson" || bare == "application/x-www-form-urlencoded")
    return failure(Reason::kNotServedYet, "bodies of '" + std::string(bare) + "' are not served yet");
  if (!bare.empty() && bare != "application/json" && bare != "application/vnd.pgrst.object+json")
    return failure(Error(Reason::kUnsupportedMediaType, "bodies of '" + std::string(bare) + "' are not read here")
                       .with_hint("send application/json"));
  BP_TRY(const json::Node* body, json::parse(request.body(), arena));
  if (body->is_array()) {
    if (body->children.size() != 1)
      return failure(Error(Reason::kNotServedYet, "inserting several rows at once is not served yet")
                         .with_hint("send one object a request"));
    body = &body->children[0];
  }
  if (!body->is_object())
    return failure(Error(Reason::kInvalidJson,
                         "the body is " + std::string(json::kind_name(body->kind)) + ", and a row is an object"));
  return body;
}

struct Given {
  std::vector<model::FieldId> fields;
  std::vector<std::uint16_t> slots;
};

/// The relation that a member names, if the caller may name it: a to-one that it may set, a list that it may see.
const model::Field* nameable_relation(std::string_view name, model::EntityId entity, const Binding& binding) {
  const auto& of = binding.model().entity(entity);
  const auto at = of.by_name.find(name);
  if (at == of.by_name.end() || !of.fields[at->second].is_relation()) return nullptr;
  const auto& field = of.fields[at->second];
  const bool to_one = field.kind == model::FieldKind::kToOne;
  const auto* allowed =
      to_one ? binding.view.create_field(entity, at->second) : binding.view.field_shown(entity, at->second);
  return allowed == nullptr ? nullptr : &field;
}

Error nested(const model::Field& relation, const model::Entity& of) {
  Error error(Reason::kNotServedYet, "nested writes ('" + relation.name + "') are not served yet");
  if (relation.kind != model::FieldKind::kToOne || relation.foreign_key.size() != 1) return error;
  return std::move(error).with_hint("send the key: '" + of.fields[relation.foreign_key[0]].name + "'");
}

/// Every member becomes a field and a slot; all wrong values are reported together.
Result<Given> parse_row(const json::Node& body, model::EntityId entity, Binding& binding) {
  Given given;
  std::vector<FieldError> wrong;
  const auto& of = binding.model().entity(entity);
  for (const auto& member : body.children) {
    if (const auto* relation = nameable_relation(member.key, entity, binding)) return failure(nested(*relation, of));
    BP_TRY(const auto writable, binding.view.writable(entity, member.key, model::Verb::kCreate));
    const auto& field = of.fields[writable.field()];
    auto cell = field_cell(binding.model(), field, member, binding.arena);
    if (!cell) {
      wrong.push_back({field.name, Reason::kInvalidValue, cell.error().message()});
      continue;
    }
    given.fields.push_back(writable.field());
    given.slots.push_back(binding.slot(*cell));
  }
  if (wrong.empty()) return given;
  Error error(Reason::kInvalidValue, wrong.size() == 1 ? wrong[0].path + ": " + wrong[0].message
                                                       : std::to_string(wrong.size()) + " fields are not valid");
  for (auto& field : wrong) error = std::move(error).with_field(std::move(field));
  return failure(std::move(error));
}

/// None for one who reads no row of it: not even what it may name is told then.
Result<std::optional<operation::Query>> parse_returning(const http::Request& request, model::EntityId entity,
                                                        const Options& options, Binding& binding) {
  BP_TRY(const QuerySyntax syntax, parse_query(request.query(), binding.arena, options.query));
  if (syntax.has_columns) return failure(Reason::kNotServedYet, "'columns' is not served yet");
  if (!syntax.filters.empty() || !syntax.orders.empty() || !syntax.limits.empty() || !syntax.offsets.empty())
    return failure(Error(Reason::kUnknownParameter, "an insert takes no filter, order, limit or offset")
                       .with_hint("only select applies, to what is returned"));
  if (binding.view.denied(entity, model::Verb::kRead)) return std::nullopt;
  BP_TRY(auto bound, bind_query(syntax, entity, {}, binding));
  bound.query.limit_slot.reset();
  return bound.query;
}

}  // namespace

Task<Result<void>> Api::create(Call& call, const Route& route) {
  Arena& arena = call.request.arena();
  BP_CO_TRY(const MediaType media, negotiate(call.request));
  BP_CO_TRY(const Preferences preferences, parse_preferences(call.request));
  BP_CO_TRY(const json::Node* body, parse_body(call.request, arena));
  Binding binding = this->binding(call);
  operation::Operation operation;
  operation.kind = operation::Operation::Kind::kCreate;
  operation.create.entity = route.entity;
  // What the caller may not create at all is refused before its fields are looked at.
  if (!call.view.denied(route.entity, model::Verb::kCreate)) {
    BP_CO_TRY(const Given given, parse_row(*body, route.entity, binding));
    operation.create.fields = arena.copy_array<model::FieldId>(std::span<const model::FieldId>(given.fields));
    operation.create.slots = arena.copy_array<std::uint16_t>(std::span<const std::uint16_t>(given.slots));
    const bool returning = preferences.returning == Preferences::Return::kRepresentation;
    BP_CO_TRY(operation.create.returning, parse_returning(call.request, route.entity, options_, binding));
    if (!returning) operation.create.returning.reset();
  }
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));

  const engine::ReplyForm form{
      .options = {.numbers_as_strings = preferences.numbers_as_strings, .strip_nulls = media.strip_nulls},
      .shape = media.singular ? render::JsonVisitor::Shape::kObject : render::JsonVisitor::Shape::kList};
  BP_CO_TRY(const auto outcome, co_await session_.run_create(operation, call.principal, form, arena, call.reply.body));
  call.reply.status = 201;
  std::string location = "/api";
  append_item_path(location, session_.model(), route.entity, outcome.key);
  call.reply.add_header("Location", location);
  if (!preferences.applied.empty()) call.reply.add_header("Preference-Applied", preferences.applied);
  if (outcome.readable) {
    call.reply.content_type = media.content_type;
  } else {
    call.reply.body.clear();
    call.reply.content_type = {};
  }
  co_return Result<void>{};
}

}  // namespace bedplate::rest
