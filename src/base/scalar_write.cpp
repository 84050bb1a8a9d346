#include <charconv>
#include <cmath>

#include "base/base64.hpp"
#include "base/date_time.hpp"
#include "base/scalar.hpp"

namespace bedplate {
namespace {

constexpr std::size_t kBuffer = 64;
static_assert(kBuffer > kMaxTimeText && kBuffer > Decimal::kMaxText);

// A value's characters and how JSON takes them: bare, in quotes as they are, or as a string to be escaped.
enum class Form : std::uint8_t { kBare, kQuoted, kEscaped };
struct Written {
  std::string_view text;
  Form form;
};

Written integer(char* buffer, std::int64_t value) {
  return {{buffer, std::to_chars(buffer, buffer + kBuffer, value).ptr}, Form::kBare};
}

Written real(char* buffer, double value) {
  if (!std::isfinite(value)) return {"null", Form::kBare};
  return {{buffer, std::to_chars(buffer, buffer + kBuffer, value).ptr}, Form::kBare};
}

// A Cell whose kind is not its type's, as existing databases have them.
Written as_it_is(char* buffer, Cell cell) {
  switch (cell.kind()) {
    case CellKind::kNull:
      return {"null", Form::kBare};
    case CellKind::kInteger:
      return integer(buffer, cell.as_integer());
    case CellKind::kReal:
      return real(buffer, cell.as_real());
    case CellKind::kText:
    case CellKind::kBlob:
      return {cell.as_bytes(), Form::kEscaped};
  }
  return {"null", Form::kBare};
}

Written decimal(char* buffer, const Type& type, Cell cell) {
  if (cell.kind() == CellKind::kInteger && type.precision <= 18)
    return {{buffer, Decimal::from_scaled(cell.as_integer(), type.scale).write(buffer)}, Form::kBare};
  const auto value = cell_decimal(type, cell);
  if (!value) return as_it_is(buffer, cell);
  return {{buffer, value->rescale_exact(type.scale).value_or(*value).write(buffer)}, Form::kBare};
}

Written shortest_fraction(std::string_view text) {
  if (text.contains('.')) {
    while (text.ends_with('0')) text.remove_suffix(1);
    if (text.ends_with('.')) text.remove_suffix(1);
  }
  return {text, Form::kEscaped};
}

Written write(char* buffer, const Type& type, Cell cell) {
  const bool is_integer = cell.kind() == CellKind::kInteger;
  const bool is_text = cell.kind() == CellKind::kText;
  if (cell.is_null()) return {"null", Form::kBare};
  if (type.list || type.scalar == Scalar::kJson)
    return is_text ? Written{cell.as_bytes(), Form::kBare} : as_it_is(buffer, cell);
  switch (type.scalar) {
    case Scalar::kDecimal:
      return decimal(buffer, type, cell);
    case Scalar::kBoolean:
      if (is_integer) return {cell.as_integer() != 0 ? "true" : "false", Form::kBare};
      break;
    case Scalar::kDateTime:
      if (is_integer) return {{buffer, write_date_time(buffer, cell.as_integer())}, Form::kQuoted};
      break;
    case Scalar::kDuration:
      if (is_integer) return {{buffer, write_duration(buffer, cell.as_integer())}, Form::kQuoted};
      break;
    case Scalar::kLocalDateTime:
    case Scalar::kTime:
      if (is_text) return shortest_fraction(cell.as_bytes());
      break;
    case Scalar::kUuid:
    case Scalar::kId:
      // Ids are strings in every protocol, also where a database keeps a number.
      if (is_integer) return {integer(buffer, cell.as_integer()).text, Form::kQuoted};
      break;
    default:
      break;
  }
  return as_it_is(buffer, cell);
}

bool is_bytes(const Type& type, Cell cell) {
  return cell.kind() == CellKind::kBlob ||
         (type.scalar == Scalar::kBytes && !type.list && cell.kind() == CellKind::kText);
}

void append(std::string& out, const Written& written) {
  switch (written.form) {
    case Form::kBare:
      out += written.text;
      return;
    case Form::kQuoted:
      out += '"';
      out += written.text;
      out += '"';
      return;
    case Form::kEscaped:
      append_json_string(out, written.text);
      return;
  }
}

void append_bytes(std::string& out, Cell cell) {
  out += '"';
  append_base64(out, cell.as_bytes());
  out += '"';
}

}  // namespace

void append_json(std::string& out, const Type& type, Cell cell) {
  if (is_bytes(type, cell)) return append_bytes(out, cell);
  char buffer[kBuffer];
  append(out, write(buffer, type, cell));
}

void append_json_exact(std::string& out, const Type& type, Cell cell) {
  if (is_bytes(type, cell)) return append_bytes(out, cell);
  char buffer[kBuffer];
  Written written = write(buffer, type, cell);
  const bool exact = !type.list && (type.scalar == Scalar::kDecimal || type.scalar == Scalar::kBigInt);
  if (exact && written.form == Form::kBare && !cell.is_null()) written.form = Form::kQuoted;
  append(out, written);
}

void append_text(std::string& out, const Type& type, Cell cell) {
  if (cell.is_null()) return;
  if (is_bytes(type, cell)) return append_base64(out, cell.as_bytes());
  char buffer[kBuffer];
  out += write(buffer, type, cell).text;
}

std::optional<Decimal> cell_decimal(const Type& type, Cell cell) {
  const bool decimal = type.scalar == Scalar::kDecimal;
  switch (cell.kind()) {
    case CellKind::kInteger:
      return Decimal::from_scaled(cell.as_integer(), decimal && type.precision <= 18 ? type.scale : 0);
    case CellKind::kReal:
      if (decimal) return Decimal::from_double(cell.as_real(), type.scale);
      if (const auto value = Decimal::from_double(cell.as_real(), Decimal::kMaxScale)) return value->normalized();
      return Decimal::from_double(cell.as_real(), 0);
    case CellKind::kText:
      return Decimal::parse(cell.as_bytes());
    default:
      return std::nullopt;
  }
}

}  // namespace bedplate
