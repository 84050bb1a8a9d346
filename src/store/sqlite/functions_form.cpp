#include <array>

#include "sql/type_code.hpp"
#include "store/forms.hpp"
#include "store/sqlite/value_functions.hpp"

namespace bedplate::store::sqlite {
namespace {

Cell decode(std::span<const Cell> arguments, sql::Call& context) {
  std::array<char, kFormScratch> buffer;
  const auto cell = decode_form(arguments[2], sql::type_of_code(arguments[1].as_integer()),
                                static_cast<model::ColumnForm>(arguments[0].as_integer()), buffer);
  if (!cell || (cell->kind() != CellKind::kText && cell->kind() != CellKind::kBlob)) return cell.value_or(Cell::null());
  context.scratch.assign(cell->as_bytes());
  return cell->kind() == CellKind::kText ? Cell::text(context.scratch) : Cell::blob(context.scratch);
}

constexpr sql::Function kFunctions[] = {{"bp_decode", 3, decode}};

}  // namespace

std::span<const sql::Function> form_functions() { return kFunctions; }

}  // namespace bedplate::store::sqlite
