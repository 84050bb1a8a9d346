// Values as PostgreSQL sends them (src/backend/utils/adt/*.c, the *_send functions).
#include <bit>
#include <cmath>

#include "base/date_time.hpp"
#include "base/json_text.hpp"
#include "store/forms.hpp"
#include "store/postgres/binary.hpp"
#include "store/postgres/codec.hpp"
#include "store/postgres/numeric.hpp"

namespace bedplate::store::postgres {
namespace {

std::unexpected<Error> mismatch(std::uint32_t oid, const Type& type) {
  return failure(
      Error(Reason::kDatabaseMismatch, "A stored value does not have its field's type.")
          .with_hint("Correct the stored rows or the field's type.")
          .caused_by("PostgreSQL type " + std::to_string(oid) + " for " + std::string(scalar_name(type.scalar))));
}

FormScratch room(std::string& scratch) {
  scratch.resize(kFormScratch);
  return FormScratch(scratch.data(), kFormScratch);
}
template <class Write>
Cell written(std::string& scratch, const Write& write) {
  scratch.resize(kFormScratch);
  scratch.resize(static_cast<std::size_t>(write(scratch.data()) - scratch.data()));
  return Cell::text(scratch);
}

bool fixed_size(std::uint32_t oid, std::size_t size) {
  switch (oid) {
    case kBoolOid:
      return size == 1;
    case kInt2Oid:
      return size == 2;
    case kInt4Oid:
    case kOidOid:
    case kFloat4Oid:
    case kDateOid:
      return size == 4;
    case kInt8Oid:
    case kFloat8Oid:
    case kTimeOid:
    case kTimestampOid:
    case kTimestampTzOid:
      return size == 8;
    case kIntervalOid:
    case kUuidOid:
      return size == 16;
    default:
      return true;
  }
}

Result<Cell> number_cell(const Decimal& number, const Type& type, std::uint32_t oid, std::string& scratch) {
  if (type.scalar == Scalar::kDecimal) return rounded_cell(number, type, room(scratch));
  if (type.scalar == Scalar::kFloat) return Cell::real(number.to_double());
  if (const auto integer = number.to_integer()) return Cell::integer(*integer);
  return mismatch(oid, type);
}

Result<Cell> integer_cell(std::int64_t value, const sql::Column& column, std::uint32_t oid, std::string& scratch) {
  if (column.form != model::ColumnForm::kCanonical)
    return decode_form(Cell::integer(value), column.type, column.form, room(scratch));
  if (column.type.scalar == Scalar::kDecimal || column.type.scalar == Scalar::kFloat)
    return number_cell(Decimal::from_integer(value), column.type, oid, scratch);
  if (!column.type.is_text()) return Cell::integer(value);
  return written(scratch, [&](char* out) { return std::to_chars(out, out + kFormScratch, value).ptr; });
}

Result<Cell> real_cell(double value, const sql::Column& column, std::uint32_t oid, std::string& scratch) {
  if (column.type.scalar == Scalar::kFloat) return Cell::real(value);
  if (column.type.scalar == Scalar::kDecimal || column.form != model::ColumnForm::kCanonical)
    return decode_form(Cell::real(value), column.type,
                       column.form == model::ColumnForm::kCanonical ? model::ColumnForm::kNumericReal : column.form,
                       room(scratch));
  return mismatch(oid, column.type);
}

Result<Cell> moment_cell(std::int64_t micros, const Type& type, std::uint32_t oid, std::string& scratch) {
  if (__builtin_add_overflow(micros, kEpochMicros, &micros)) return mismatch(oid, type);  // infinity is the largest
  if (micros < kMinDateTime || micros > kMaxDateTime) return mismatch(oid, type);
  if (type.scalar == Scalar::kLocalDateTime)
    return written(scratch, [&](char* out) { return write_local_date_time(out, micros); });
  return Cell::integer(micros);
}

Result<Cell> interval_cell(std::string_view bytes, const Type& type, std::uint32_t oid) {
  const auto days = get_big<std::int32_t>(bytes.data() + 8), months = get_big<std::int32_t>(bytes.data() + 12);
  std::int64_t micros = 0;
  if (months != 0 || __builtin_mul_overflow(std::int64_t{days}, kMicrosPerDay, &micros) ||
      __builtin_add_overflow(micros, get_big<std::int64_t>(bytes.data()), &micros))
    return mismatch(oid, type);
  return Cell::integer(micros);
}

Cell uuid_cell(std::string_view bytes, std::string& scratch) {
  static constexpr char kHex[] = "0123456789abcdef";
  scratch.clear();
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) scratch += '-';
    scratch += kHex[static_cast<unsigned char>(bytes[i]) >> 4];
    scratch += kHex[static_cast<unsigned char>(bytes[i]) & 15];
  }
  return Cell::text(scratch);
}

// The server writes jsonb with a blank after every comma and colon: JSON is told without, whatever the store.
Cell jsonb_cell(std::string_view text, std::string& scratch) {
  scratch.clear();
  scratch.reserve(text.size());
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' && !quoted) continue;
    if (text[i] == '"') quoted = !quoted;
    scratch += text[i];
    if (text[i] == '\\' && i + 1 < text.size()) scratch += text[++i];
  }
  return Cell::text(scratch);
}

Result<Cell> decode_array(std::uint32_t oid, std::string_view bytes, const Type& type, std::string& scratch);

// The element type of the arrays that hold lists of scalars; 0: none of them.
std::uint32_t element_oid(std::uint32_t array) {
  switch (array) {
    case 1000:
      return kBoolOid;
    case 1005:
      return kInt2Oid;
    case 1007:
      return kInt4Oid;
    case 1016:
      return kInt8Oid;
    case 1009:
    case 1015:
      return kTextOid;
    case 1021:
      return kFloat4Oid;
    case 1022:
      return kFloat8Oid;
    case 1231:
      return kNumericOid;
    case 2951:
      return kUuidOid;
    default:
      return 0;
  }
}

void append_element(std::string& out, std::uint32_t oid, Cell cell) {
  if (cell.kind() == CellKind::kText) return append_json_string(out, cell.as_bytes());
  char text[40];
  if (cell.kind() == CellKind::kReal)
    out.append(text, std::to_chars(text, text + sizeof text, cell.as_real()).ptr);
  else if (oid == kBoolOid)
    out += cell.as_integer() ? "true" : "false";
  else
    out.append(text, std::to_chars(text, text + sizeof text, cell.as_integer()).ptr);
}

// What an element of each type is read as, so that its JSON keeps every digit.
Type element_type(std::uint32_t oid) {
  switch (oid) {
    case kBoolOid:
      return {.scalar = Scalar::kBoolean};
    case kInt2Oid:
    case kInt4Oid:
    case kInt8Oid:
      return {.scalar = Scalar::kBigInt};
    case kFloat4Oid:
    case kFloat8Oid:
      return {.scalar = Scalar::kFloat};
    default:
      return {.scalar = Scalar::kString};
  }
}

Result<Cell> decode_array(std::uint32_t oid, std::string_view bytes, const Type& type, std::string& scratch) {
  Reader reader(bytes);
  std::int32_t dimensions = 0, flags = 0, count = 0, lower = 0;
  std::uint32_t element = 0;
  if (!reader.read(dimensions) || !reader.read(flags) || !reader.read(element)) return mismatch(oid, type);
  if (dimensions > 1) return mismatch(oid, type);
  if (dimensions == 1 && (!reader.read(count) || !reader.read(lower))) return mismatch(oid, type);
  scratch = "[";
  std::string element_scratch;
  for (std::int32_t i = 0; i < count; ++i) {
    std::string_view value;
    bool null = false;
    if (!reader.read_value(value, null)) return mismatch(oid, type);
    if (i > 0) scratch += ',';
    if (null) {
      scratch += "null";
    } else if (element == kNumericOid) {
      const auto number = decode_numeric(value);
      if (!number) return mismatch(oid, type);
      scratch += number->to_text();
    } else {
      BP_TRY(const Cell cell, decode(element, value, {element_type(element), {}}, element_scratch));
      append_element(scratch, element, cell);
    }
  }
  scratch += ']';
  return Cell::text(scratch);
}

}  // namespace

Result<Cell> decode(std::uint32_t oid, std::string_view bytes, const sql::Column& column, std::string& scratch) {
  const Type& type = column.type;
  if (!fixed_size(oid, bytes.size())) return mismatch(oid, type);
  switch (oid) {
    case kBoolOid:
      return Cell::boolean(bytes[0] != 0);
    case kInt2Oid:
      return integer_cell(get_big<std::int16_t>(bytes.data()), column, oid, scratch);
    case kInt4Oid:
      return integer_cell(get_big<std::int32_t>(bytes.data()), column, oid, scratch);
    case kOidOid:
      return integer_cell(get_big<std::uint32_t>(bytes.data()), column, oid, scratch);
    case kInt8Oid:
      return integer_cell(get_big<std::int64_t>(bytes.data()), column, oid, scratch);
    case kFloat4Oid:
      return real_cell(std::bit_cast<float>(get_big<std::uint32_t>(bytes.data())), column, oid, scratch);
    case kFloat8Oid:
      return real_cell(std::bit_cast<double>(get_big<std::uint64_t>(bytes.data())), column, oid, scratch);
    case kNumericOid:
      if (const auto number = decode_numeric(bytes)) return number_cell(*number, type, oid, scratch);
      return mismatch(oid, type);
    case kTimestampOid:
    case kTimestampTzOid:
      return moment_cell(get_big<std::int64_t>(bytes.data()), type, oid, scratch);
    case kDateOid: {
      const std::int64_t days = std::int64_t{get_big<std::int32_t>(bytes.data())} + kEpochDays;
      if (days < kMinDateTime / kMicrosPerDay || days > kMaxDateTime / kMicrosPerDay) return mismatch(oid, type);
      return written(scratch, [&](char* out) { return write_date(out, days); });
    }
    case kTimeOid:
      return written(scratch, [&](char* out) { return write_time(out, get_big<std::int64_t>(bytes.data())); });
    case kIntervalOid:
      return interval_cell(bytes, type, oid);
    case kUuidOid:
      return uuid_cell(bytes, scratch);
    case kByteaOid:
      return Cell::blob(bytes);
    case kJsonbOid:
      if (bytes.empty() || bytes[0] != 1) return mismatch(oid, type);
      return jsonb_cell(bytes.substr(1), scratch);
    default:
      break;
  }
  if (element_oid(oid) != 0) return decode_array(oid, bytes, type, scratch);
  // text and its kin, json, enums and domains of text
  if (column.form != model::ColumnForm::kCanonical)
    return decode_form(Cell::text(bytes), type, column.form, room(scratch));
  return Cell::text(bytes);
}

}  // namespace bedplate::store::postgres
