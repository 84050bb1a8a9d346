#include "seed/uniques.hpp"

#include <bit>

namespace bedplate::seed {
namespace {

std::uint64_t number_of(Cell cell) {
  switch (cell.kind()) {
    case CellKind::kNull:
      return 0;
    case CellKind::kInteger:
      return static_cast<std::uint64_t>(cell.as_integer());
    case CellKind::kReal:
      return std::bit_cast<std::uint64_t>(cell.as_real());
    default:
      return seed::number_of(cell.as_bytes());
  }
}

bool is_generated(const model::Field& field) {
  return field.default_fn == model::DefaultFn::kSequence || field.default_fn == model::DefaultFn::kUuid7;
}

}  // namespace

Uniques::Uniques(const model::Entity& entity) {
  const auto add = [&](std::vector<model::FieldId> fields, bool within_tenant) {
    std::string names;
    for (const auto id : fields) names += (names.empty() ? "" : ", ") + entity.fields[id].name;
    if (within_tenant) fields.push_back(entity.tenant);
    uniques_.push_back({std::move(fields), std::move(names), {}});
  };
  if (entity.key.size() > 1 || !is_generated(entity.fields[entity.key[0]])) add(entity.key, false);
  for (const auto& index : entity.indexes)
    if (index.unique) add(index.fields, entity.tenant != model::kNoField && !index.global);
}

std::string Uniques::take(std::span<const Cell> row) {
  std::vector<std::uint64_t> hashes(uniques_.size());
  for (std::size_t i = 0; i < uniques_.size(); ++i) {
    std::uint64_t hash = i + 1;
    bool any_null = false;
    for (const auto field : uniques_[i].fields) {
      any_null = any_null || row[field].is_null();
      hash = stir(hash, number_of(row[field]));
    }
    if (any_null) continue;
    if (uniques_[i].taken.contains(hash)) return uniques_[i].names;
    hashes[i] = hash;
  }
  for (std::size_t i = 0; i < uniques_.size(); ++i)
    if (hashes[i] != 0) uniques_[i].taken.insert(hashes[i]);
  return {};
}

}  // namespace bedplate::seed
