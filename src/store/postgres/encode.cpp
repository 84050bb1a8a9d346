// Values as PostgreSQL takes them (src/backend/utils/adt/*.c, the *_recv functions).
#include <bit>
#include <limits>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "store/forms.hpp"
#include "store/postgres/binary.hpp"
#include "store/postgres/codec.hpp"
#include "store/postgres/numeric.hpp"

namespace bedplate::store::postgres {
namespace {

std::unexpected<Error> invalid(const Type& type) {
  return failure(
      Error(Reason::kInvalidValue, "A value is not a " + std::string(scalar_name(type.scalar)) + " that fits."));
}

std::uint32_t form_oid(const sql::Bind& bind) {
  switch (bind.form) {
    case model::ColumnForm::kNumericReal:
      return kFloat8Oid;
    case model::ColumnForm::kUnixSeconds:
    case model::ColumnForm::kUnixMillis:
      return kInt8Oid;
    default:
      return kTextOid;
  }
}

Result<void> encode_uuid(std::string& out, std::string_view text, const Type& type) {
  int digits = 0;
  unsigned byte = 0;
  for (const char c : text) {
    if (c == '-') continue;
    const int value = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (value < 0 || digits == 32) return invalid(type);
    byte = byte * 16 + static_cast<unsigned>(value);
    if (++digits % 2 == 0) {
      out += static_cast<char>(byte);
      byte = 0;
    }
  }
  if (digits != 32) return invalid(type);
  return {};
}

Result<void> encode_as(std::string& out, Cell cell, std::uint32_t oid, const Type& type) {
  switch (oid) {
    case kBoolOid:
      out += cell.as_integer() != 0 ? '\1' : '\0';
      return {};
    case kInt4Oid:
      if (cell.as_integer() < std::numeric_limits<std::int32_t>::min() ||
          cell.as_integer() > std::numeric_limits<std::int32_t>::max())
        return invalid(type);
      put_big(out, static_cast<std::int32_t>(cell.as_integer()));
      return {};
    case kInt8Oid:
      put_big(out, cell.as_integer());
      return {};
    case kFloat8Oid:
      put_big(out, std::bit_cast<std::uint64_t>(
                       cell.kind() == CellKind::kInteger ? static_cast<double>(cell.as_integer()) : cell.as_real()));
      return {};
    case kNumericOid: {
      const auto number = cell_decimal(type, cell);
      if (!number) return invalid(type);
      encode_numeric(out, *number);
      return {};
    }
    case kTimestampTzOid:
      put_big(out, cell.as_integer() - kEpochMicros);
      return {};
    case kTimestampOid: {
      BP_TRY(const auto micros, parse_local_date_time(cell.as_bytes()));
      put_big(out, micros - kEpochMicros);
      return {};
    }
    case kDateOid: {
      BP_TRY(const auto days, parse_date(cell.as_bytes()));
      put_big(out, static_cast<std::int32_t>(days - kEpochDays));
      return {};
    }
    case kTimeOid: {
      BP_TRY(const auto micros, parse_time(cell.as_bytes()));
      put_big(out, micros);
      return {};
    }
    case kIntervalOid:
      put_big(out, cell.as_integer());
      put_big(out, std::int32_t{0});
      put_big(out, std::int32_t{0});
      return {};
    case kUuidOid:
      return encode_uuid(out, cell.as_bytes(), type);
    case kJsonbOid:
      out += '\1';
      out += cell.as_bytes();
      return {};
    default:
      out += cell.as_bytes();
      return {};
  }
}

}  // namespace

std::uint32_t parameter_oid(const sql::Bind& bind) {
  if (bind.form != model::ColumnForm::kCanonical) return form_oid(bind);
  if (bind.type.list) return kJsonbOid;
  switch (bind.type.scalar) {
    case Scalar::kInt:
      return kInt4Oid;
    case Scalar::kBigInt:
      return kInt8Oid;
    case Scalar::kFloat:
      return kFloat8Oid;
    case Scalar::kDecimal:
      return kNumericOid;
    case Scalar::kBoolean:
      return kBoolOid;
    case Scalar::kDateTime:
      return kTimestampTzOid;
    case Scalar::kLocalDateTime:
      return kTimestampOid;
    case Scalar::kDate:
      return kDateOid;
    case Scalar::kTime:
      return kTimeOid;
    case Scalar::kDuration:
      return kIntervalOid;
    case Scalar::kUuid:
      return kUuidOid;
    case Scalar::kJson:
      return kJsonbOid;
    case Scalar::kBytes:
      return kByteaOid;
    default:
      return kTextOid;
  }
}

Result<void> encode(std::string& out, Cell canonical, const sql::Bind& bind) {
  if (bind.form == model::ColumnForm::kCanonical) return encode_as(out, canonical, parameter_oid(bind), bind.type);
  char scratch[kFormScratch];
  BP_TRY(const Cell stored, encode_form(canonical, bind.type, bind.form, scratch));
  return encode_as(out, stored, parameter_oid(bind), bind.type);
}

}  // namespace bedplate::store::postgres
