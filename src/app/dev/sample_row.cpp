#include "app/dev/sample_row.hpp"

#include <algorithm>

#include "json/writer.hpp"

namespace bedplate::app {
namespace {

std::string sample_text(const model::Field& field) {
  std::string text = "An example";
  if (!field.constraint) return text;
  const auto shortest = static_cast<std::size_t>(field.constraint->min_length.value_or(0));
  const auto longest = static_cast<std::size_t>(std::max<std::int64_t>(0, field.constraint->max_length.value_or(200)));
  if (text.size() < shortest) text.append(shortest - text.size(), '.');
  return text.substr(0, std::max(shortest, std::min(longest, text.size())));
}

std::string sample_number(const model::Field& field) {
  if (!field.constraint) return "1";
  if (field.constraint->min) return *field.constraint->min;
  return field.constraint->max.value_or("1");
}

/// The value as JSON; empty: none can be made up.
std::string sample_value(const model::Model& model, const model::Field& field) {
  if (field.type.list) return "[]";
  if (field.constraint && (!field.constraint->pattern.empty() || field.constraint->expr)) return {};
  std::string out;
  switch (field.type.scalar) {
    case Scalar::kString:
      append_json_string(out, sample_text(field));
      return out;
    case Scalar::kEmail:
      return "\"ada@example.com\"";
    case Scalar::kUrl:
      return "\"https://example.com/\"";
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kFloat:
    case Scalar::kDecimal:
      return sample_number(field);
    case Scalar::kBoolean:
      return "true";
    case Scalar::kDateTime:
      return "\"2026-01-31T12:00:00Z\"";
    case Scalar::kLocalDateTime:
      return "\"2026-01-31T12:00:00\"";
    case Scalar::kDate:
      return "\"2026-01-31\"";
    case Scalar::kTime:
      return "\"12:00:00\"";
    case Scalar::kDuration:
      return "\"PT1H\"";
    case Scalar::kEnum:
      return "\"" + model.enums[field.type.enumeration].values.front().name + "\"";
    case Scalar::kJson:
      return "{}";
    default:
      return {};
  }
}

}  // namespace

std::string sample_row(const model::Model& model, model::EntityId entity) {
  std::string text;
  json::Writer out(text);
  out.begin_object();
  for (const model::Field& field : model.entity(entity).fields) {
    if (!field.is_column() || field.type.nullable || field.read_only || field.hidden) continue;
    if (field.default_fn != model::DefaultFn::kNone) continue;
    const std::string value = field.relation != model::kNoField || field.kind == model::FieldKind::kEmbedded
                                  ? ""
                                  : sample_value(model, field);
    if (value.empty()) return {};
    out.key(field.name);
    out.raw(value);
  }
  out.end_object();
  return text == "{}" ? std::string() : text;
}

}  // namespace bedplate::app
