#include <re2/re2.h>

#include "base/decimal.hpp"
#include "model/arguments.hpp"
#include "model/expressions.hpp"
#include "model/literal.hpp"
#include "model/phases.hpp"
#include "model/scalars.hpp"
#include "sdl/print.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::model {

namespace {

constexpr std::string_view kFormats[]{"email", "url", "uuid", "date", "date-time", "time", "ipv4", "ipv6", "hostname"};

class ConstraintReader {
 public:
  ConstraintReader(Draft& draft, EntityId entity, const sdl::Directive& use)
      : draft_(draft), entity_(entity), use_(use), arguments_(&use) {
    made_.position = use.at;
    made_.text = written(use, draft.tree.source);
  }

  Constraint of_type() {
    for (const auto& argument : use_.arguments)
      if (argument.name.text != "expr")
        refuse(place_of(argument.name), "constraint-argument",
               "`" + std::string(argument.name.text) + "` constrains one field.", "Move it to the field.");
    if (!arguments_.has("expr") && use_.arguments.empty()) refuse_empty();
    read_expr();
    return std::move(made_);
  }

  Constraint of_field(const Field& field) {
    if (use_.arguments.empty()) refuse_empty();
    const bool text = field.type.is_text() && field.type.scalar != Scalar::kFile;
    made_.min_length = count("minLength", text, "text");
    made_.max_length = count("maxLength", text, "text");
    made_.min_items = count("minItems", field.type.list, "lists");
    made_.max_items = count("maxItems", field.type.list, "lists");
    ordered(made_.min_length, made_.max_length, "maxLength");
    ordered(made_.min_items, made_.max_items, "maxItems");
    read_bounds(field);
    read_pattern(text);
    read_format(text);
    read_expr();
    return std::move(made_);
  }

 private:
  void refuse(Place place, std::string code, std::string message, std::string hint) {
    draft_.error(place, std::move(code), std::move(message), std::move(hint));
  }
  void refuse_empty() {
    refuse(place_of(use_), "empty-constraint", "This @constraint demands nothing.",
           "Give it an argument, such as @constraint(min: 1), or remove it.");
  }

  std::optional<std::int64_t> count(std::string_view argument, bool fits, std::string_view what) {
    const auto value = arguments_.integer(argument);
    if (!value) return std::nullopt;
    const auto place = place_of(*arguments_.find(argument));
    if (!fits)
      refuse(place, "constraint-type", "`" + std::string(argument) + "` is for " + std::string(what) + ".",
             "Remove it, or change the field's type.");
    else if (*value < 0)
      refuse(place, "constraint-range", "`" + std::string(argument) + "` is not negative.", "Give 0 or more.");
    return value;
  }

  void ordered(std::optional<std::int64_t> low, std::optional<std::int64_t> high, std::string_view argument) {
    if (low && high && *low > *high)
      refuse(place_of(*arguments_.find(argument)), "constraint-range", "The lower bound is above the upper one.",
             "Nothing could satisfy it: exchange the two.");
  }

  /// As text in the field's own terms: decimal digits, or the canonical text of dates.
  std::optional<std::string> bound(std::string_view argument, const Field& field) {
    const auto* value = arguments_.find(argument);
    if (value == nullptr) return std::nullopt;
    const auto scalar = field.type.scalar;
    const bool comparable =
        field.type.is_numeric() ||
        (!field.type.list && (scalar == Scalar::kDate || scalar == Scalar::kTime || scalar == Scalar::kDateTime ||
                              scalar == Scalar::kLocalDateTime || scalar == Scalar::kDuration));
    if (!comparable) {
      refuse(place_of(*value), "constraint-type", "`" + std::string(argument) + "` is for numbers, dates and times.",
             field.type.is_text() ? "For text use minLength and maxLength." : "Remove it, or change the field's type.");
      return std::nullopt;
    }
    const auto cell = literal_cell(draft_.model, *value, field.type, *draft_.model.arena);
    if (!cell) {
      refuse(place_of(*value), "constraint-type", sdl::print(*value) + " " + cell.error() + ".",
             "Give a literal of type " + type_text(draft_.model, field.type) + ".");
      return std::nullopt;
    }
    if (field.type.is_numeric()) return std::string(value->text);
    return cell->kind() == CellKind::kInteger ? std::to_string(cell->as_integer()) : std::string(cell->as_bytes());
  }

  void read_bounds(const Field& field) {
    made_.min = bound("min", field);
    made_.max = bound("max", field);
    if (!made_.min || !made_.max) return;
    const auto low = Decimal::parse(*made_.min), high = Decimal::parse(*made_.max);
    if (low && high ? *low > *high : !low && !high && *made_.min > *made_.max)
      refuse(place_of(*arguments_.find("max")), "constraint-range", "The lower bound is above the upper one.",
             "Nothing could satisfy it: exchange the two.");
  }

  void read_pattern(bool text) {
    const auto pattern = arguments_.text("pattern");
    if (!pattern) return;
    const auto place = place_of(*arguments_.find("pattern"));
    if (!text)
      return refuse(place, "constraint-type", "`pattern` is for text.", "Remove it, or change the field's type.");
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    auto compiled = std::make_shared<const RE2>(re2::StringPiece(pattern->data(), pattern->size()), options);
    if (!compiled->ok())
      return refuse(place, "bad-pattern", "The pattern is not a regular expression of RE2: " + compiled->error() + ".",
                    "RE2 knows no look-around and no back references.");
    made_.pattern = *pattern;
    made_.regex = std::move(compiled);
  }

  void read_format(bool text) {
    const auto format = arguments_.text("format");
    if (!format) return;
    const auto place = place_of(*arguments_.find("format"));
    if (!text)
      return refuse(place, "constraint-type", "`format` is for text.", "Remove it, or change the field's type.");
    if (std::ranges::find(kFormats, *format) == std::end(kFormats))
      return refuse(place, "unknown-format", "There is no format \"" + std::string(*format) + "\".",
                    "Known are email, url, uuid, date, date-time, time, ipv4, ipv6 and hostname." +
                        sdl::did_you_mean(*format, kFormats));
    made_.format = *format;
  }

  void read_expr() {
    const auto* text = arguments_.find("expr");
    if (text == nullptr || text->kind != sdl::ValueKind::kString) return;
    made_.expr = compile_condition(draft_, *text, {.entity = entity_, .may_read_auth = false, .what = "A constraint"});
  }

  Draft& draft_;
  EntityId entity_;
  const sdl::Directive& use_;
  Arguments arguments_;
  Constraint made_;
};

void read_of_field(Draft& draft, EntityId id, FieldId field_id) {
  Field& field = draft.model.entities[id].fields[field_id];
  for (const auto& use : draft.definition(id, field_id)->directives) {
    if (use.name.text != "constraint") continue;
    if (field.kind != FieldKind::kStored)
      draft.error(place_of(use), "constraint-on-other", "\"" + field.name + "\" is not a stored scalar.",
                  "Constrain the stored fields, or write @constraint(expr:) on the type.");
    else if (field.constraint)
      draft.error(place_of(use), "second-constraint", "\"" + field.name + "\" has a @constraint already.",
                  "Put all arguments into one @constraint.");
    else
      field.constraint = ConstraintReader(draft, id, use).of_field(field);
  }
}

}  // namespace

void read_constraints(Draft& draft) {
  for (std::size_t id = 0; id < draft.definitions.size(); ++id) {
    const auto entity_id = static_cast<EntityId>(id);
    for (const auto* use : draft.entity_types[id]->directives)
      if (use->name.text == "constraint")
        draft.model.entities[id].constraints.push_back(ConstraintReader(draft, entity_id, *use).of_type());
    for (std::size_t field = 0; field < draft.definitions[id].size(); ++field)
      if (draft.definitions[id][field] != nullptr) read_of_field(draft, entity_id, static_cast<FieldId>(field));
  }
}

}  // namespace bedplate::model
