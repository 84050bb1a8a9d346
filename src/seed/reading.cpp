// How expressions read made-up rows, and what a row copies by them.
#include "base/scalar.hpp"
#include "seed/rows.hpp"

namespace bedplate::seed {
namespace {

const Image& image_of(expr::Row row) { return *static_cast<const Image*>(row); }

/// The value in the form of another type of the same kind: a Decimal of other digits.
Cell as_type(const Type& from, const Type& to, Cell value, Arena& arena) {
  if (value.is_null() || from.scalar != Scalar::kDecimal || from.list) return value;
  const auto number = cell_decimal(from, value);
  if (!number) return Cell::null();
  const auto rounded = number->rescale_half_even(to.scale);
  if (!rounded) return Cell::null();
  const auto cell = decimal_cell(to, *rounded, arena);
  return cell ? *cell : Cell::null();
}

}  // namespace

Cell Rows::field(expr::Row row, const expr::Node& node) const {
  const Image& image = image_of(row);
  const auto& field = tables_[image.step]->entity.fields[node.member];
  return field.computed != nullptr ? evaluate(*field.computed, image, scratch_) : image.cells[node.member];
}

expr::Row Rows::hop(expr::Row row, const expr::Node& node) const {
  const Image& image = image_of(row);
  const std::int64_t parent = image.parents[node.member];
  if (parent == Image::kNone) return nullptr;
  const auto target = plan_.place(tables_[image.step]->entity.fields[node.member].target);
  // A row that refers to itself is the one at hand.
  if (*target == image.step && static_cast<std::uint64_t>(parent) == image.index) return row;
  return scratch_.make<Image>(again(*target, static_cast<std::uint64_t>(parent), scratch_));
}

Cell Rows::evaluate(const expr::Node& node, const Image& image, Arena& arena) const {
  return expr::evaluate(node, {.rows = this, .row = &image, .enums = &ranks_, .now = settings_.now}, arena);
}

bool Rows::holds(const expr::Node& node, const Image& image) const {
  return expr::is_satisfied(node, {.rows = this, .row = &image, .enums = &ranks_, .now = settings_.now}, scratch_);
}

void Rows::copy(const Table& table, Image& image, Arena& arena) const {
  const auto& copies = table.conditions.copies;
  // Twice, for one that reads what another has copied.
  for (std::size_t round = 0; round < std::min<std::size_t>(copies.size(), 2); ++round)
    for (const auto& each : copies) {
      const auto& field = table.entity.fields[each.field];
      if (field.relation != model::kNoField) {
        if (copy_reference(field, *each.value, image)) image.cells[each.field] = evaluate(*each.value, image, arena);
        continue;
      }
      const Cell value = as_type(each.value->type, field.type, evaluate(*each.value, image, arena), arena);
      if (!value.is_null() || field.type.nullable) image.cells[each.field] = value;
    }
}

/// A key that another row holds too: what it leads to is the same.
bool Rows::copy_reference(const model::Field& field, const expr::Node& value, Image& image) const {
  if (value.op != expr::Op::kField) return false;
  const auto& from = model_.field(value.entity, value.member);
  const auto& relation = tables_[image.step]->entity.fields[field.relation];
  if (from.relation == model::kNoField || relation.foreign_key.size() != 1) return false;
  if (model_.field(value.entity, from.relation).target != relation.target) return false;
  const Image* row = row_of(*value.args[0], image);
  if (row == nullptr) return false;
  const std::int64_t parent = row->parents[from.relation];
  if (parent == Image::kNone && !field.type.nullable) return false;
  image.parents[field.relation] = parent;
  return true;
}

const Image* Rows::row_of(const expr::Node& node, const Image& image) const {
  if (node.op == expr::Op::kRow) return &image;
  if (node.op != expr::Op::kHop) return nullptr;
  const Image* from = row_of(*node.args[0], image);
  return from == nullptr ? nullptr : static_cast<const Image*>(hop(from, node));
}

}  // namespace bedplate::seed
