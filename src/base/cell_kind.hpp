#pragma once
// Which kind of Cell holds a value of a type: the table beside Scalar (type.hpp) as a function. Pure; on the path of
// every cell that a store reads.
#include "base/cell.hpp"
#include "base/type.hpp"

namespace bedplate {

constexpr CellKind cell_kind(const Type& type) {
  if (type.list) return CellKind::kText;
  switch (type.scalar) {
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kBoolean:
    case Scalar::kDateTime:
    case Scalar::kDuration:
      return CellKind::kInteger;
    case Scalar::kDecimal:
      return type.precision <= 18 ? CellKind::kInteger : CellKind::kText;
    case Scalar::kFloat:
      return CellKind::kReal;
    case Scalar::kBytes:
      return CellKind::kBlob;
    case Scalar::kId:
    case Scalar::kString:
    case Scalar::kLocalDateTime:
    case Scalar::kDate:
    case Scalar::kTime:
    case Scalar::kUuid:
    case Scalar::kJson:
    case Scalar::kEmail:
    case Scalar::kUrl:
    case Scalar::kFile:
    case Scalar::kEnum:
      return CellKind::kText;
  }
  return CellKind::kText;
}

}  // namespace bedplate
