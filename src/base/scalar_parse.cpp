#include <charconv>
#include <cmath>

#include "base/base64.hpp"
#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "base/text_cursor.hpp"

namespace bedplate {
namespace {

std::unexpected<Error> refuse(const Type& type, std::string_view text, std::string_view why, std::string_view hint) {
  const std::string_view name = type.list ? "list" : scalar_name(type.scalar);
  return failure(Error(Reason::kInvalidValue, quoted(text) + " is not a valid " + std::string(name))
                     .with_detail(std::string(why))
                     .with_hint(std::string(hint)));
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

std::string_view lower_ascii(std::string_view text, Arena& arena) {
  bool any = false;
  for (const char c : text) any |= c >= 'A' && c <= 'Z';
  if (!any) return text;
  char* out = static_cast<char*>(arena.allocate(text.size(), 1));
  for (std::size_t i = 0; i < text.size(); ++i)
    out[i] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
  return {out, text.size()};
}

template <class N>
Result<Cell> parse_integer(const Type& type, std::string_view text) {
  N value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range)
    return refuse(type, text, "it is out of range",
                  sizeof(N) == 4 ? "an Int is from -2147483648 to 2147483647; BigInt holds more"
                                 : "a BigInt is a signed 64-bit integer; Decimal holds more");
  if (error != std::errc() || end != text.data() + text.size())
    return refuse(type, text, "it is not a whole number", "write digits alone, for example 42 or -7");
  return Cell::integer(value);
}

Result<Cell> parse_float(const Type& type, std::string_view text) {
  constexpr std::string_view kHint = "write a finite number, for example 2.5 or -1e-3";
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) return refuse(type, text, "it is out of range", kHint);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return refuse(type, text, "it is not a finite number", kHint);
  return Cell::real(value);
}

Result<Cell> parse_decimal(const Type& type, std::string_view text, Arena& arena) {
  const auto value = Decimal::parse(text);
  if (!value)
    return refuse(
        type, text, "it is not a number of at most 38 digits",
        "write a decimal with at most " + std::to_string(type.scale) + " digits after the point, such as 12.50");
  return decimal_cell(type, *value, arena);
}

// A sanity check, not RFC 5322: whether the address exists only a mail can tell.
const char* wrong_with_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || text.rfind('@') != at) return "it must have one @";
  const std::string_view domain = text.substr(at + 1);
  if (at == 0 || at > 64 || domain.empty() || text.size() > 254) return "a part of it is empty or too long";
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || std::string_view("\"(),:;<>[]\\").contains(c))
      return "it has a character that an address must not have";
  if (domain.starts_with('.') || domain.ends_with('.') || domain.starts_with('-') || domain.contains(".."))
    return "its domain is malformed";
  return nullptr;
}

// Absolute, with an authority, so that `javascript:` and its like never become somebody's link.
const char* wrong_with_url(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return "it has no scheme";
  for (std::size_t i = 0; i < colon; ++i) {
    const char c = static_cast<char>(text[i] | 0x20);
    const bool letter = c >= 'a' && c <= 'z';
    if (!letter && (i == 0 || !(is_hex(text[i]) || std::string_view("+-.").contains(text[i]))))
      return "its scheme is malformed";
  }
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || std::string_view("\"<>\\^`{|}").contains(c))
      return "it has a character that must be percent-encoded";
  const std::string_view scheme = text.substr(0, colon);
  const std::string_view rest = text.substr(colon + 1);
  if (scheme == "mailto" || scheme == "tel" || scheme == "urn")
    return rest.empty() ? "nothing follows its scheme" : nullptr;
  if (!rest.starts_with("//") || rest.size() == 2 || std::string_view("/?#").contains(rest[2])) return "it has no host";
  return nullptr;
}

Result<Cell> parse_bytes(const Type& type, std::string_view text, Arena& arena) {
  char* out = static_cast<char*>(arena.allocate(base64_decoded_size(text.size()), 1));
  if (const auto size = decode_base64(text, out)) return Cell::blob({out, *size});
  if (const auto bytes = decode_base64url(text)) return Cell::blob(arena.copy(*bytes));
  return refuse(type, text, "it is not base64", "write the bytes in base64 (RFC 4648)");
}

// Forms that a writer of date_time.hpp makes canonical text of.
template <class Writer>
Result<Cell> canonical(Result<std::int64_t> value, Writer writer, Arena& arena) {
  BP_TRY(const std::int64_t number, std::move(value));
  char buffer[kMaxTimeText];
  return Cell::text(arena.copy({buffer, writer(buffer, number)}));
}

Result<Cell> as_integer(Result<std::int64_t> value) {
  BP_TRY(const std::int64_t number, std::move(value));
  return Cell::integer(number);
}

Result<Cell> parse_json(const Type& type, std::string_view text) {
  if (!valid_json(text)) return refuse(type, text, "it is not JSON, or nested too deep", "write one JSON value");
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (type.list && text[first] != '[') return refuse(type, text, "it is not an array", "write a JSON array");
  return Cell::text(text);
}

}  // namespace

Result<Cell> parse_scalar(const Type& type, std::string_view text, Arena& arena) {
  if (!valid_utf8(text)) return refuse(type, "(bytes)", "it is not UTF-8, or has a NUL in it", "send UTF-8 text");
  if (type.list) return parse_json(type, text);
  switch (type.scalar) {
    case Scalar::kInt:
      return parse_integer<std::int32_t>(type, text);
    case Scalar::kBigInt:
      return parse_integer<std::int64_t>(type, text);
    case Scalar::kFloat:
      return parse_float(type, text);
    case Scalar::kDecimal:
      return parse_decimal(type, text, arena);
    case Scalar::kBoolean:
      if (text == "true" || text == "false") return Cell::boolean(text == "true");
      return refuse(type, text, "it is neither true nor false", "write true or false");
    case Scalar::kDateTime:
      return as_integer(parse_date_time(text));
    case Scalar::kDuration:
      return as_integer(parse_duration(text));
    case Scalar::kLocalDateTime:
      return canonical(parse_local_date_time(text), write_local_date_time, arena);
    case Scalar::kTime:
      return canonical(parse_time(text), write_time, arena);
    case Scalar::kDate:
      BP_TRY_VOID(parse_date(text));
      return Cell::text(text);
    case Scalar::kUuid:
      if (is_uuid(text)) return Cell::text(lower_ascii(text, arena));
      return refuse(type, text, "a UUID is 32 hexadecimal digits in groups of 8-4-4-4-12",
                    "for example 0190f5c0-7b1e-7c4a-9d2e-3f1a5b6c7d8e");
    case Scalar::kId:
      return Cell::text(is_uuid(text) ? lower_ascii(text, arena) : text);
    case Scalar::kJson:
      return parse_json(type, text);
    case Scalar::kBytes:
      return parse_bytes(type, text, arena);
    case Scalar::kEmail:
      if (const char* wrong = wrong_with_email(text)) return refuse(type, text, wrong, "for example ada@example.org");
      return Cell::text(text);
    case Scalar::kUrl:
      if (const char* wrong = wrong_with_url(text))
        return refuse(type, text, wrong, "for example https://example.org/a");
      return Cell::text(text);
    case Scalar::kString:
    case Scalar::kFile:
    case Scalar::kEnum:
      return Cell::text(text);
  }
  return Cell::text(text);
}

Result<Cell> decimal_cell(const Type& type, const Decimal& value, Arena& arena) {
  const auto exact = value.rescale_exact(type.scale);
  if (!exact || exact->digits() > type.precision) {
    char buffer[Decimal::kMaxText];
    const bool fraction = value.normalized().scale() > type.scale;
    return refuse(type, {buffer, value.write(buffer)},
                  fraction ? "it has more digits after the point than the field keeps" : "it is too big for the field",
                  "write a decimal with at most " + std::to_string(type.scale) + " digits after the point, " +
                      std::to_string(type.precision) + " in all");
  }
  if (type.precision <= 18) return Cell::integer(static_cast<std::int64_t>(exact->coefficient()));
  char buffer[Decimal::kMaxText];
  return Cell::text(arena.copy({buffer, exact->write(buffer)}));
}

}  // namespace bedplate
