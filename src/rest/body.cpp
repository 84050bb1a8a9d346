#include "rest/body.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include "engine/new_row.hpp"
#include "expr/visit.hpp"
#include "rest/csv.hpp"
#include "rest/json_value.hpp"
#include "rest/parse_query.hpp"
#include "rest/references.hpp"

namespace bedplate::rest {
namespace {

constexpr std::size_t kMostWrong = 100;     // values that one error lists
constexpr std::size_t kMostMembers = 1000;  // of a form

/// Of a relation that stands where no nested write can.
Error no_nested(const model::Field& relation, const model::Entity& of) {
  Error error(Reason::kInvalidValue, "'" + relation.name + "' is a relation, and is not written by a value");
  if (relation.kind != model::FieldKind::kToOne || relation.foreign_key.size() != 1)
    return std::move(error).with_hint("rows below a row are written by POST and PATCH, as {\"" + relation.name +
                                      "\": {\"create\": [{…}]}}");
  return std::move(error).with_hint("send the key, '" + of.fields[relation.foreign_key[0]].name + "', or {\"" +
                                    relation.name + "\": {\"connect\": {…}}} by POST or PATCH of a row");
}

/// `{"$increment": 3}`.
const json::Node* increment_of(const json::Node& value) {
  const bool is = value.is_object() && value.children.size() == 1 && value.children[0].key == "$increment";
  return is ? &value.children[0] : nullptr;
}

/// What is wrong with a value, and the form that is wanted where that is known.
std::string with_form(const Error& error) {
  return error.hint().empty() ? error.message() : error.message() + ": " + error.hint();
}

class RowsParser {
 public:
  RowsParser(model::EntityId entity, const BodyOptions& options, Binding& binding)
      : entity_(entity),
        of_(binding.model().entity(entity)),
        options_(options),
        binding_(binding),
        named_(of_.fields.size()) {}

  Result<GivenRows> parse(const Body& body);

 private:
  Result<void> name_fields(const Body& body);
  Result<void> add_field(std::string_view name);
  Result<void> row(const json::Node& object, std::size_t number);
  Result<void> require_same_keys(const json::Node& object) const;
  const json::Node* member(const json::Node& object, std::size_t number) const;
  void cell(const json::Node& value, const model::Field& field, std::size_t number, std::vector<Cell>& cells);
  Result<Cell> value(const json::Node& value, const model::Field& field);
  void tell_constraints();
  void tell_constraint(const model::Field& field, std::size_t number, Cell cell);
  /// Only a number can be: in any other field the object is a value like any, or none.
  bool increments(const json::Node& value, model::FieldId field) const {
    return options_.verb == model::Verb::kUpdate && of_.fields[field].type.is_numeric() &&
           increment_of(value) != nullptr;
  }
  bool in_every_row(model::FieldId field) const {
    const auto* shown = binding_.view.field_shown(entity_, field);
    return shown != nullptr && expr::is_true(*shown);
  }
  bool is_key(model::FieldId field) const { return std::ranges::find(of_.key, field) != of_.key.end(); }
  std::string path(const model::Field& field, std::size_t number) const {
    if (!options_.paths.empty()) return std::string(options_.paths[number]) + "." + field.name;
    return (several_ ? "[" + std::to_string(number) + "]." : "") + field.name;
  }

  model::EntityId entity_;
  const model::Entity& of_;
  const BodyOptions& options_;
  Binding& binding_;
  bool several_ = false;
  bool text_ = false;
  std::vector<std::string_view> names_;
  std::vector<char> named_;  // by field
  std::vector<operation::Assignment> fields_;
  std::vector<std::span<const Cell>> rows_;
  std::vector<std::span<const bool>> given_;
  std::vector<FieldError> wrong_;
};

Result<GivenRows> RowsParser::parse(const Body& body) {
  several_ = body.objects.size() > 1;
  text_ = body.text;
  BP_TRY_VOID(name_fields(body));
  for (std::size_t i = 0; i < body.objects.size() && wrong_.size() < kMostWrong; ++i)
    BP_TRY_VOID(row(body.objects[i], i));
  if (!wrong_.empty()) {
    tell_constraints();
    Error error(Reason::kInvalidValue, wrong_.size() == 1 ? wrong_[0].path + ": " + wrong_[0].message
                                                          : std::to_string(wrong_.size()) + " fields are not valid");
    for (auto& field : wrong_) error = std::move(error).with_field(std::move(field));
    return failure(std::move(error));
  }
  Arena& arena = binding_.arena;
  return GivenRows{.fields = arena.copy_array<operation::Assignment>(std::span<const operation::Assignment>(fields_)),
                   .rows = arena.copy_array<std::span<const Cell>>(std::span<const std::span<const Cell>>(rows_)),
                   .given = arena.copy_array<std::span<const bool>>(std::span<const std::span<const bool>>(given_))};
}

Result<void> RowsParser::name_fields(const Body& body) {
  if (options_.has_columns) {
    for (const auto name : options_.columns) BP_TRY_VOID(add_field(name));
    for (std::size_t i = 0; options_.verb == model::Verb::kUpdate && i < fields_.size(); ++i)
      for (const auto& object : body.objects)
        if (const auto* value = object.find(names_[i]); value != nullptr && increments(*value, fields_[i].field)) {
          fields_[i].increment = true;
          break;
        }
    return {};
  }
  if (body.objects.empty()) return {};
  for (const auto& each : body.objects[0].children) {
    const auto at = of_.by_name.find(each.key);
    if (options_.keys_first && at != of_.by_name.end() && is_key(at->second)) continue;
    BP_TRY_VOID(add_field(each.key));
    fields_.back().increment = increments(each, fields_.back().field);
  }
  return {};
}

Result<void> RowsParser::add_field(std::string_view name) {
  if (const auto* relation = nameable_relation(name, entity_, options_.verb, binding_))
    return failure(no_nested(*relation, of_));
  const auto at = of_.by_name.find(name);
  if (at != of_.by_name.end() && std::exchange(named_[at->second], true))
    return failure(Error(Reason::kInvalidQuery, "columns names '" + std::string(name) + "' twice"));
  names_.push_back(name);
  if (at != of_.by_name.end() && std::ranges::find(options_.locators, at->second) != options_.locators.end() &&
      binding_.view.readable(entity_, at->second)) {
    fields_.push_back({.field = at->second});
    return {};
  }
  BP_TRY(const auto writable, binding_.view.writable(entity_, name, options_.verb));
  fields_.push_back({.field = writable.field()});
  return {};
}

/// Members mostly stand where they are named: of many, each would be looked for among all.
const json::Node* RowsParser::member(const json::Node& object, std::size_t number) const {
  const std::size_t at = number + (options_.keys_first ? of_.key.size() : 0);
  const bool here = at < object.children.size() && object.children[at].key == names_[number];
  return here ? &object.children[at] : object.find(names_[number]);
}

Result<void> RowsParser::require_same_keys(const json::Node& object) const {
  const std::size_t keys = options_.keys_first ? of_.key.size() : 0;
  const bool same = object.children.size() == names_.size() + keys &&
                    std::ranges::all_of(std::views::iota(std::size_t{0}, names_.size()),
                                        [&](std::size_t i) { return member(object, i) != nullptr; });
  if (same) return {};
  return failure(Error(Reason::kInvalidJson, "All object keys must match")
                     .with_hint("send the same members in each object, or name those that count by ?columns="));
}

Result<void> RowsParser::row(const json::Node& object, std::size_t number) {
  if (!options_.has_columns) BP_TRY_VOID(require_same_keys(object));
  std::vector<Cell> cells;
  if (options_.keys_first) {
    for (const auto id : of_.key) {
      const auto& key = of_.fields[id];
      const auto* value = object.find(key.name);
      if (value == nullptr)
        return failure(Error(Reason::kInvalidJson, path(key, number) + ": each object must hold its key")
                           .with_hint("or send one object, and name the rows by a filter"));
      cell(*value, key, number, cells);
    }
  }
  std::vector<char> given;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const auto& field = of_.fields[fields_[i].field];
    const auto* value = member(object, i);
    given.push_back(value != nullptr || !options_.missing_default);
    if (value == nullptr) {
      cells.push_back(Cell::null());
      continue;
    }
    const auto* increment = increments(*value, fields_[i].field) ? increment_of(*value) : nullptr;
    // A sum's limits would tell what is there.
    const auto id = fields_[i].field;
    if (increment != nullptr && !in_every_row(id)) {
      wrong_.push_back({path(field, number), Reason::kInvalidValue,
                        "only what one may read in every row can be incremented: send the value"});
      cells.push_back(Cell::null());
      continue;
    }
    if (fields_[i].increment != (increment != nullptr)) {
      wrong_.push_back({path(field, number), Reason::kInvalidValue, "$increment must be in each object or in none"});
      cells.push_back(Cell::null());
      continue;
    }
    cell(increment != nullptr ? *increment : *value, field, number, cells);
  }
  rows_.emplace_back(binding_.arena.copy_array<Cell>(std::span<const Cell>(cells)));
  if (options_.missing_default && options_.has_columns) {
    auto flags = binding_.arena.make_array<bool>(given.size());
    std::ranges::copy(given, flags.begin());
    given_.emplace_back(flags);
  }
  return {};
}

void RowsParser::cell(const json::Node& value, const model::Field& field, std::size_t number,
                      std::vector<Cell>& cells) {
  auto made = this->value(value, field);
  if (!made) wrong_.push_back({path(field, number), Reason::kInvalidValue, with_form(made.error())});
  cells.push_back(made ? *made : Cell::null());
}

Result<Cell> RowsParser::value(const json::Node& value, const model::Field& field) {
  return text_ ? text_cell(binding_.model(), field, value, binding_.arena) : body_cell(value, field, binding_);
}

// The engine asks the same of rows whose values are all of their types; here it is told along with those that are not.
void RowsParser::tell_constraints() {
  if (binding_.references != nullptr) return;  // a batch's rows hold placeholders
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::size_t keys = rows_[i].size() - fields_.size();
    for (std::size_t f = 0; f < fields_.size() && wrong_.size() < kMostWrong; ++f) {
      const bool is_given = given_.empty() || given_[i][f];
      if (is_given && !fields_[f].increment) tell_constraint(of_.fields[fields_[f].field], i, rows_[i][keys + f]);
    }
  }
}

void RowsParser::tell_constraint(const model::Field& field, std::size_t number, Cell cell) {
  const bool missing = cell.is_null();
  if (missing && field.type.nullable) return;
  auto violated =
      missing ? std::string("a value is required") : engine::constraint_violated(binding_.model(), field, cell);
  if (violated.empty()) return;
  std::string at = path(field, number);
  if (std::ranges::find(wrong_, at, &FieldError::path) != wrong_.end()) return;
  wrong_.push_back(
      {std::move(at), missing ? Reason::kNotNullViolation : Reason::kConstraintViolation, std::move(violated)});
}

Result<void> require_object(const json::Node& node, std::string_view where) {
  if (node.is_object()) return {};
  return failure(Error(Reason::kInvalidJson, std::string(where) + " is " + std::string(json::kind_name(node.kind)) +
                                                 ", and a row is an object"));
}

/// The same error with the place in `text` where it was found; of one line the byte too.
Error placed_in(std::string_view text, const Error& error) {
  const Position at = error.position();
  if (at.line == 0) return error;
  std::string message = error.message();
  if (message.ends_with('.')) message.pop_back();
  message += " (line " + std::to_string(at.line) + ", column " + std::to_string(at.column);
  if (!text.contains('\n')) message += ", byte " + std::to_string(at.offset);
  return Error(error.reason(), message + ").").with_detail(error.detail()).with_hint(error.hint()).at(at);
}

Result<Body> parse_json(std::string_view text, Arena& arena) {
  const auto body = json::parse(text, arena);
  if (!body) return failure(placed_in(text, body.error()));
  return body_of(**body);
}

/// What curl sends of -d '{"a": 1}' without a header: JSON that says it is a form.
bool is_json_in_form(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Result<Body> parse_ndjson(std::string_view text, Arena& arena) {
  std::vector<json::Node> rows;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string where = "line " + std::to_string(number);
    const auto node = json::parse(line, arena);
    if (!node)
      return failure(
          Error(node.error().reason(), where + ": " + node.error().message()).with_hint(node.error().hint()));
    BP_TRY_VOID(require_object(**node, where));
    rows.push_back(**node);
  }
  return Body{.array = true, .objects = arena.copy_array<json::Node>(std::span<const json::Node>(rows))};
}

Result<Body> parse_form(std::string_view text, Arena& arena) {
  if (is_json_in_form(text))
    return failure(Error(Reason::kUnsupportedMediaType, "the body is JSON, and its Content-Type says that it is a form")
                       .with_hint("send -H 'Content-Type: application/json'"));
  std::vector<json::Node> members;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const auto pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    BP_TRY(const auto key, decode_component(pair.substr(0, equals), true, arena));
    BP_TRY(const auto value, decode_component(pair.substr(std::min(equals + 1, pair.size())), true, arena));
    if (std::ranges::find(members, key, &json::Node::key) != members.end())
      return failure(Reason::kMalformedRequest, "the form gives '" + std::string(key) + "' twice");
    if (members.size() == kMostMembers)
      return failure(Reason::kLimitExceeded, "the form has more than " + std::to_string(kMostMembers) + " members");
    members.push_back({.kind = json::Kind::kString, .key = key, .text = value});
  }
  const json::Node object{.kind = json::Kind::kObject,
                          .children = arena.copy_array<json::Node>(std::span<const json::Node>(members))};
  return Body{.text = true, .objects = arena.copy_array<json::Node>(std::span(&object, 1))};
}

}  // namespace

Result<Cell> body_cell(const json::Node& value, const model::Field& field, Binding& binding) {
  if (binding.references == nullptr || !value.is_string() || !References::is_one(value.text))
    return field_cell(binding.model(), field, value, binding.arena);
  BP_TRY(const auto named, binding.references->value(value.text, field.type));
  if (!named.literal) return named.placeholder;
  json::Node literal = value;
  literal.text = named.text;
  return field_cell(binding.model(), field, literal, binding.arena);
}

Result<Body> body_of(const json::Node& body) {
  Body made{.array = body.is_array(),
            .objects = body.is_array() ? std::span<const json::Node>(body.children) : std::span(&body, 1)};
  for (const auto& each : made.objects)
    BP_TRY_VOID(require_object(each, body.is_array() ? "a row of the body" : "the body"));
  return made;
}

Result<Body> parse_body(const http::Request& request, Arena& arena) {
  const auto type = request.header(http::HeaderName::kContentType);
  auto bare = type.substr(0, type.find(';'));
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  const bool posts = request.method() == http::Method::kPost;
  if (posts && bare == "text/csv") {
    BP_TRY(const auto rows, parse_csv(request.body(), arena));
    return Body{.array = true, .text = true, .objects = rows};
  }
  if (posts && (bare == "application/x-ndjson" || bare == "application/jsonl"))
    return parse_ndjson(request.body(), arena);
  if (bare == "application/x-www-form-urlencoded") return parse_form(request.body(), arena);
  if (!bare.empty() && bare != "application/json" && bare != "application/vnd.pgrst.object+json")
    return failure(Error(Reason::kUnsupportedMediaType, "bodies of '" + std::string(bare) + "' are not read here")
                       .with_hint("send application/json"));
  return parse_json(request.body(), arena);
}

const model::Field* nameable_relation(std::string_view name, model::EntityId entity, model::Verb verb,
                                      const Binding& binding) {
  const auto& of = binding.model().entity(entity);
  const auto at = of.by_name.find(name);
  if (at == of.by_name.end() || !of.fields[at->second].is_relation()) return nullptr;
  const auto& field = of.fields[at->second];
  const bool to_one = field.kind == model::FieldKind::kToOne;
  const auto* allowed =
      to_one ? binding.view.written_field(entity, at->second, verb) : binding.view.field_shown(entity, at->second);
  return allowed == nullptr ? nullptr : &field;
}

Result<GivenRows> parse_rows(const Body& body, model::EntityId entity, const BodyOptions& options, Binding& binding) {
  return RowsParser(entity, options, binding).parse(body);
}

}  // namespace bedplate::rest
