#include "openapi/values.hpp"

#include <cctype>

namespace bedplate::openapi {
namespace {

using model::Constraint;
using model::Field;
using model::Model;

/// Scalars as JSON Schema has them: the type, and what else is said of it.
struct Form {
  std::string_view type;       ///< empty: any
  std::string_view text = {};  ///< what a number is besides: a text
  std::string_view format = {};
  std::string_view pattern = {};
};

Form form_of(Scalar scalar, Way way) {
  const std::string_view digits = way == Way::kGiven ? "string" : "";
  switch (scalar) {
    case Scalar::kInt:
      return {.type = "integer", .text = digits, .format = "int32"};
    case Scalar::kBigInt:
      return {.type = "integer", .text = "string", .format = "int64"};
    case Scalar::kFloat:
      return {.type = "number", .text = digits, .format = "double"};
    case Scalar::kDecimal:
      return {.type = "number", .text = "string"};
    case Scalar::kBoolean:
      return {.type = "boolean"};
    case Scalar::kDateTime:
      return {.type = "string", .format = "date-time"};
    case Scalar::kLocalDateTime:
      return {.type = "string", .pattern = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}"};
    case Scalar::kDate:
      return {.type = "string", .format = "date"};
    case Scalar::kTime:
      return {.type = "string", .pattern = "^\\d{2}:\\d{2}"};
    case Scalar::kDuration:
      return {.type = "string", .pattern = "^[-+]?P"};
    case Scalar::kUuid:
      return {.type = "string", .format = "uuid"};
    case Scalar::kUrl:
      return {.type = "string", .format = "uri"};
    case Scalar::kJson:
      return {.type = ""};
    default:
      return {.type = "string"};
  }
}

void write_types(json::Writer& out, const Form& form, bool nullable) {
  if (form.type.empty()) return;
  out.key("type");
  if (form.text.empty() && !nullable) return out.string(form.type);
  out.begin_array();
  out.string(form.type);
  if (!form.text.empty()) out.string(form.text);
  if (nullable) out.string("null");
  out.end_array();
}

/// What RE2 and JSON Schema's dialect (ECMA-262 with `u`) read alike; what is not is the API's alone to check.
bool is_common(std::string_view pattern) {
  constexpr std::string_view kEscaped = "dDwWsSnrt^$\\.*+?()[]{}|/";
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
    if (pattern[i] == '\\') {
      if (next == '\0' || kEscaped.find(next) == std::string_view::npos) return false;
      ++i;
    } else if ((pattern[i] == '(' && next == '?') || (pattern[i] == '[' && (next == '[' || next == ']')) ||
               (pattern[i] == '{' && std::isdigit(static_cast<unsigned char>(next)) == 0)) {
      return false;
    }
  }
  return true;
}

void write_count(json::Writer& out, std::string_view name, const std::optional<std::int64_t>& value) {
  if (!value) return;
  out.key(name);
  out.integer(*value);
}

/// Of one value; of a list, of each.
void write_limits(json::Writer& out, const Type& type, const Constraint& limits) {
  const bool number = type.scalar == Scalar::kInt || type.scalar == Scalar::kBigInt || type.scalar == Scalar::kFloat ||
                      type.scalar == Scalar::kDecimal;
  if (number && limits.min) {
    out.key("minimum");
    out.raw(*limits.min);
  }
  if (number && limits.max) {
    out.key("maximum");
    out.raw(*limits.max);
  }
  write_count(out, "minLength", limits.min_length);
  write_count(out, "maxLength", limits.max_length);
  if (!limits.pattern.empty() && is_common(limits.pattern)) out.member("pattern", "^(?:" + limits.pattern + ")$");
}

std::string enumeration(const Model& model, Components& components, std::uint16_t id) {
  const model::Enum& all = model.enums[id];
  return components.schema(all.name, [&] {
    return json_object([&](json::Writer& out) {
      out.member("type", "string");
      if (!all.description.empty()) out.member("description", all.description);
      out.key("enum");
      out.begin_array();
      for (const auto& value : all.values) out.string(value.name);
      out.end_array();
    });
  });
}

void write_type(const Model& model, Components& components, Type type, std::uint16_t embedded, Way way,
                const Constraint* limits, json::Writer& out);

std::string embedded_object(const Model& model, Components& components, std::uint16_t id, Way way) {
  const model::Embedded& of = model.embedded[id];
  return components.schema(of.name + (way == Way::kGiven ? ".Given" : ""), [&] {
    return json_object([&](json::Writer& out) {
      out.member("type", "object");
      if (!of.description.empty()) out.member("description", of.description);
      out.key("properties");
      out.begin_object();
      for (const auto& member : of.members) {
        out.key(member.name);
        out.begin_object();
        if (!member.description.empty()) out.member("description", member.description);
        write_type(model, components, member.type, member.embedded, way, nullptr, out);
        out.end_object();
      }
      out.end_object();
      out.key("additionalProperties");
      out.boolean(false);
    });
  });
}

/// A schema of its own by name; null beside it is a second one.
void write_named(json::Writer& out, const std::string& named, bool nullable) {
  out.key("anyOf");
  out.begin_array();
  out.raw(named);
  if (nullable) out.raw(R"({"type":"null"})");
  out.end_array();
}

void write_type(const Model& model, Components& components, Type type, std::uint16_t embedded, Way way,
                const Constraint* limits, json::Writer& out) {
  if (type.list) {
    write_types(out, {.type = "array"}, type.nullable);
    if (limits) {
      write_count(out, "minItems", limits->min_items);
      write_count(out, "maxItems", limits->max_items);
    }
    type.list = type.nullable = false;
    out.key("items");
    out.begin_object();
    write_type(model, components, type, embedded, way, limits, out);
    return out.end_object();
  }
  if (embedded != 0xffff) return write_named(out, embedded_object(model, components, embedded, way), type.nullable);
  if (type.scalar == Scalar::kEnum)
    return write_named(out, enumeration(model, components, type.enumeration), type.nullable);
  const Form form = form_of(type.scalar, way);
  write_types(out, form, type.nullable);
  if (!form.format.empty()) out.member("format", form.format);
  const bool own_pattern = limits && !limits->pattern.empty();
  if (!form.pattern.empty() && !own_pattern) out.member("pattern", form.pattern);
  if (type.scalar == Scalar::kBytes) out.member("contentEncoding", "base64");
  if (limits) write_limits(out, type, *limits);
}

}  // namespace

void write_value(const Model& model, Components& components, const Field& field, Way way, json::Writer& out) {
  if (!field.description.empty()) out.member("description", field.description);
  const Constraint* limits = way == Way::kGiven && field.constraint ? &*field.constraint : nullptr;
  write_type(model, components, field.type, field.embedded, way, limits, out);
  if (field.deprecated) {
    out.key("deprecated");
    out.boolean(true);
  }
}

}  // namespace bedplate::openapi
