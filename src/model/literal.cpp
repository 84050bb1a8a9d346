#include "model/literal.hpp"

#include <charconv>
#include <cmath>

#include "base/date_time.hpp"
#include "base/decimal.hpp"
#include "sdl/print.hpp"

namespace bedplate::model {

namespace {

using Made = std::expected<Cell, std::string>;
std::unexpected<std::string> no(std::string why) { return std::unexpected(std::move(why)); }

Made integer(std::string_view text, std::int64_t lowest, std::int64_t highest) {
  std::int64_t value = 0;
  const auto [stop, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || stop != text.data() + text.size()) return no("is not an integer");
  if (value < lowest || value > highest) return no("is out of range");
  return Cell::integer(value);
}

Made real(std::string_view text) {
  double value = 0;
  const auto [stop, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || stop != text.data() + text.size() || !std::isfinite(value)) return no("is not a number");
  return Cell::real(value);
}

Made decimal(std::string_view text, const Type& type, Arena& arena) {
  const auto value = Decimal::parse(text);
  if (!value) return no("is not a decimal number");
  if (!value->fits(type.precision, type.scale))
    return no("doesn't fit a Decimal(" + std::to_string(type.precision) + "," + std::to_string(type.scale) + ")");
  if (type.precision <= 18) return Cell::integer(*value->to_scaled(type.scale));
  return Cell::text(arena.copy(value->rescale_exact(type.scale)->to_text()));
}

/// Reads with `parse`, writes with `write` (null: the integer is the canonical form).
Made time_value(std::string_view text, Result<std::int64_t> (*parse)(std::string_view),
                char* (*write)(char*, std::int64_t), const char* expected, Arena& arena) {
  const auto value = parse(text);
  if (!value) return no(std::string("is not ") + expected);
  if (write == nullptr) return Cell::integer(*value);
  char buffer[kMaxTimeText];
  return Cell::text(arena.copy({buffer, write(buffer, *value)}));
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

Made from_string(const sdl::Value& literal, const Type& type, Arena& arena) {
  const auto text = literal.text;
  switch (type.scalar) {
    case Scalar::kUuid:
      if (!is_uuid(text)) return no("is not a UUID");
      return Cell::text(arena.copy(lower(text)));
    case Scalar::kDateTime:
      return time_value(text, parse_date_time, nullptr, "an instant of RFC 3339", arena);
    case Scalar::kLocalDateTime:
      return time_value(text, parse_local_date_time, write_local_date_time, "a date and time without a zone", arena);
    case Scalar::kDate:
      return time_value(text, parse_date, write_date, "a date (YYYY-MM-DD)", arena);
    case Scalar::kTime:
      return time_value(text, parse_time, write_time, "a time (HH:MM:SS)", arena);
    case Scalar::kDuration:
      return time_value(text, parse_duration, nullptr, "a duration (PT1H30M)", arena);
    case Scalar::kDecimal:
      return decimal(text, type, arena);
    case Scalar::kBigInt:
      return integer(text, INT64_MIN, INT64_MAX);
    case Scalar::kEmail:
      if (text.find('@') == std::string_view::npos || text.size() < 3) return no("is not an e-mail address");
      return Cell::text(arena.copy(text));
    case Scalar::kUrl:
      if (text.find(':') == std::string_view::npos) return no("is not an absolute URL");
      return Cell::text(arena.copy(text));
    case Scalar::kId:
    case Scalar::kString:
      return Cell::text(arena.copy(text));
    default:
      return no("is a string, and the field is " + std::string(scalar_name(type.scalar)));
  }
}

Made from_number(const sdl::Value& literal, const Type& type, Arena& arena) {
  switch (type.scalar) {
    case Scalar::kInt:
      return integer(literal.text, INT32_MIN, INT32_MAX);
    case Scalar::kBigInt:
      return integer(literal.text, INT64_MIN, INT64_MAX);
    case Scalar::kFloat:
      return real(literal.text);
    case Scalar::kDecimal:
      return decimal(literal.text, type, arena);
    case Scalar::kId:
      if (literal.kind == sdl::ValueKind::kInt) return Cell::text(arena.copy(literal.text));
      [[fallthrough]];
    default:
      return no("is a number, and the field is " + std::string(scalar_name(type.scalar)));
  }
}

Made from_word(const Model& model, const sdl::Value& literal, const Type& type) {
  if (type.scalar != Scalar::kEnum)
    return no("is an enum value, and the field is " + std::string(scalar_name(type.scalar)));
  for (const EnumValue& value : model.enums[type.enumeration].values)
    if (value.name == literal.text) return Cell::text(value.name);
  return no("is not a value of enum \"" + model.enums[type.enumeration].name + "\"");
}

/// The literal as JSON, iteratively: enum values become strings.
std::string json_of(const sdl::Value& literal) {
  struct Frame {
    const sdl::Value* value;
    std::size_t next;
  };
  std::string out;
  const auto quote = [&](std::string_view text) {
    out += '"';
    for (char c : text) {
      static constexpr char kHex[] = "0123456789abcdef";
      if (c == '"' || c == '\\')
        (out += '\\') += c;
      else if (static_cast<unsigned char>(c) < 0x20)
        ((out += "\\u00") += kHex[c >> 4]) += kHex[c & 15];
      else
        out += c;
    }
    out += '"';
  };
  std::vector<Frame> stack;
  const auto enter = [&](const sdl::Value& value) {
    using enum sdl::ValueKind;
    switch (value.kind) {
      case kList:
      case kObject:
        out += value.kind == kList ? '[' : '{';
        stack.push_back({&value, 0});
        break;
      case kString:
      case kEnum:
        quote(value.text);
        break;
      case kBool:
        out += value.boolean ? "true" : "false";
        break;
      case kInt:
      case kFloat:
        out += value.text;
        break;
      default:
        out += "null";
    }
  };
  enter(literal);
  while (!stack.empty()) {
    const sdl::Value& value = *stack.back().value;
    const std::size_t at = stack.back().next++;
    const bool list = value.kind == sdl::ValueKind::kList;
    if (at == (list ? value.items.size() : value.fields.size())) {
      out += list ? ']' : '}';
      stack.pop_back();
      continue;
    }
    if (at > 0) out += ',';
    if (!list) (quote(value.fields[at].name.text), out += ':');
    enter(list ? value.items[at] : value.fields[at].value);
  }
  return out;
}

Made from_list(const Model& model, const sdl::Value& literal, const Type& type, Arena& arena) {
  if (literal.kind != sdl::ValueKind::kList) return no("is not a list");
  Type item = type;
  item.list = false;
  if (type.scalar != Scalar::kJson)
    for (const auto& each : literal.items)
      if (const auto made = literal_cell(model, each, item, arena); !made)
        return no("holds " + sdl::print(each) + ", which " + made.error());
  return Cell::text(arena.copy(json_of(literal)));
}

}  // namespace

std::expected<Cell, std::string> literal_cell(const Model& model, const sdl::Value& literal, const Type& type,
                                              Arena& arena) {
  using enum sdl::ValueKind;
  if (type.list) return from_list(model, literal, type, arena);
  if (type.scalar == Scalar::kJson) return Cell::text(arena.copy(json_of(literal)));
  switch (literal.kind) {
    case kString:
      return from_string(literal, type, arena);
    case kInt:
    case kFloat:
      return from_number(literal, type, arena);
    case kEnum:
      return from_word(model, literal, type);
    case kBool:
      if (type.scalar == Scalar::kBoolean) return Cell::boolean(literal.boolean);
      return no("is a Boolean, and the field is " + std::string(scalar_name(type.scalar)));
    default:
      return no("is not a literal of a scalar");
  }
}

}  // namespace bedplate::model
