// One row: whose it is, what it refers to, its own values, and what it has to copy from elsewhere.
#include <algorithm>

#include "base/scalar.hpp"
#include "seed/rows.hpp"
#include "seed/value.hpp"

namespace bedplate::seed {
namespace {

constexpr unsigned kEvenly = 4;                  // attempts after which all rows are as likely to be referred to
constexpr unsigned kNoParent = 10, kRoots = 20;  // in a hundred rows
constexpr std::uint64_t kCallers = 20;           // where no type holds accounts
constexpr std::string_view kNoPassword = "*";    // the hash of no password

/// A key that is its row's number or a UUID, which needs no row to be told.
bool is_numbered(const model::Entity& entity) {
  return entity.key.size() == 1 && entity.fields[entity.key[0]].default_fn == model::DefaultFn::kSequence;
}
bool is_uuid(const model::Entity& entity) {
  return entity.key.size() == 1 && entity.fields[entity.key[0]].default_fn == model::DefaultFn::kUuid7;
}

Cell key_number(const Table& table, model::FieldId field, std::uint64_t index) {
  return Cell::integer(table.floor(field) + static_cast<std::int64_t>(index) + 1);
}

}  // namespace

std::uint64_t Rows::start(const Table& table, std::uint64_t index, unsigned attempt) const {
  return stir(stir(table.stream, index), attempt);
}

Image Rows::draw(const Table& table, std::uint64_t index, unsigned attempt, Arena& arena) const {
  const auto& entity = table.entity;
  Image image{table.step, index, arena.make_array<Cell>(entity.fields.size()),
              arena.make_array<std::int64_t>(entity.fields.size())};
  std::ranges::fill(image.parents, Image::kNone);
  const std::uint64_t number = start(table, index, attempt);
  if (entity.tenant != model::kNoField) image.cells[entity.tenant] = tenant_value(table, index, arena);
  refer(table, image, attempt, number, arena);
  const Persona persona =
      make_persona(Dice(stir(number, 1)), moment_of(Dice(stir(number, 2)), table.period, index), settings_.now);
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto id = static_cast<model::FieldId>(f);
    const RowContext row{.model = model_,
                         .persona = persona,
                         .index = index,
                         .before = table.present.rows,
                         .attempt = attempt,
                         .floor = table.floor(id),
                         .now = settings_.now};
    if (id == entity.version)
      image.cells[f] = Cell::integer(1);
    else if (table.recipes[f])
      image.cells[f] = own_value(table, id, row, number, arena);
  }
  copy(table, image, arena);
  for (std::size_t f = 0; f < entity.fields.size(); ++f) {
    const auto& field = entity.fields[f];
    if (field.searched == model::kNoField || image.cells[field.searched].is_null()) continue;
    image.cells[f] = Cell::text(arena.copy(table.analysers[f]->tokens(image.cells[field.searched].as_bytes())));
  }
  return image;
}

Image Rows::again(std::size_t step, std::uint64_t index, Arena& arena) const {
  return draw(*tables_[step], index, tables_[step]->attempts[index], arena);
}

std::int64_t Rows::choose(const Table& table, const Reference& reference, std::uint64_t index, unsigned attempt,
                          Dice& dice) const {
  if (!reference.target) return Image::kNone;
  const Table& target = *tables_[*reference.target];
  const bool self = &target == &table;
  if (!reference.required && dice.percent(self ? kRoots : kNoParent)) return Image::kNone;
  if (target.entity.tenant_root && table.entity.tenant != model::kNoField)
    return static_cast<std::int64_t>(index % plan_.tenants);
  const bool within = table.entity.tenant != model::kNoField && target.entity.tenant != model::kNoField;
  const std::uint64_t step = within ? plan_.tenants : 1;
  const std::uint64_t first = within ? index % step : 0;
  // A row of the same type stands before it, so that there are trees and no circles.
  const std::uint64_t end = self ? index : target.made();
  const std::uint64_t choices = end > first ? (end - first + step - 1) / step : 0;
  if (choices == 0) {
    // The first row refers to itself, if its key is known before the row.
    const bool known = is_numbered(table.entity) || is_uuid(table.entity);
    return self && reference.required && known ? static_cast<std::int64_t>(index) : Image::kNone;
  }
  if (reference.alone) return index < end ? static_cast<std::int64_t>(index) : Image::kNone;
  const std::uint64_t choice = attempt < kEvenly ? dice.skewed(choices) : dice.below(choices);
  return static_cast<std::int64_t>(first + choice * step);
}

void Rows::refer(const Table& table, Image& image, unsigned attempt, std::uint64_t number, Arena& arena) const {
  for (const auto& reference : table.references) {
    Dice dice(stir(number, reference.name));
    const std::int64_t parent = choose(table, reference, image.index, attempt, dice);
    image.parents[reference.relation] = parent;
    if (parent == Image::kNone) continue;
    const auto key = key_cells(*tables_[*reference.target], static_cast<std::uint64_t>(parent), arena);
    for (std::size_t i = 0; i < key.size(); ++i)
      if (reference.foreign_key[i] != table.entity.tenant) image.cells[reference.foreign_key[i]] = key[i];
  }
}

Cell Rows::own_value(const Table& table, model::FieldId id, const RowContext& row, std::uint64_t number,
                     Arena& arena) const {
  const auto& field = table.entity.fields[id];
  const Recipe& recipe = *table.recipes[id];
  Dice dice(stir(number, number_of(field.name)));
  if (field.default_fn == model::DefaultFn::kSequence) return key_number(table, id, row.index);
  if (field.default_fn == model::DefaultFn::kUuid7) {
    // The key's own dice, so that it can be told without the row.
    Dice key(stir(number, 3));
    return make_uuid(row.persona.created, id == table.entity.key[0] ? key : dice, arena);
  }
  if (field.default_fn == model::DefaultFn::kAuthId) return account(table, field, dice, arena);
  if (!table.entity.user_password_hash.empty() && field.name == table.entity.user_password_hash)
    return Cell::text(kNoPassword);
  if (dice.percent(recipe.nulls)) return Cell::null();
  return make_value(recipe, row, dice, arena);
}

/// Somebody who could have made the row: an account, else one of a few names.
Cell Rows::account(const Table& table, const model::Field& field, Dice& dice, Arena& arena) const {
  if (table.accounts && *table.accounts < table.step && tables_[*table.accounts]->made() > 0) {
    const Table& accounts = *tables_[*table.accounts];
    const auto& key = accounts.entity.fields[accounts.entity.key[0]];
    if (key.type.is_text() == field.type.is_text()) return key_cells(accounts, dice.skewed(accounts.made()), arena)[0];
  }
  const std::uint64_t who = dice.skewed(kCallers);
  if (!field.type.is_text()) return Cell::integer(static_cast<std::int64_t>(who) + 1);
  Dice same(stir(settings_.seed, who));
  if (field.type.scalar == Scalar::kUuid) return make_uuid(table.period.first, same, arena);
  const auto names = words::given_names();
  return Cell::text(arena.copy(words::plain_letters(names[who * 3 % names.size()])));
}

Cell Rows::tenant_value(const Table& table, std::uint64_t index, Arena& arena) const {
  const std::uint64_t tenant = index % plan_.tenants;
  if (table.entity.tenant_root) return key_cells(table, index, arena)[0];
  if (root_ && tables_[*root_]->made() > tenant) return key_cells(*tables_[*root_], tenant, arena)[0];
  const auto& field = table.entity.fields[table.entity.tenant];
  if (!field.type.is_text()) return Cell::integer(static_cast<std::int64_t>(tenant) + 1);
  Dice dice(stir(settings_.seed, tenant));
  if (field.type.scalar == Scalar::kUuid) return make_uuid(settings_.now, dice, arena);
  return Cell::text(arena.copy("tenant-" + std::to_string(tenant + 1)));
}

std::span<const Cell> Rows::key_cells(const Table& table, std::uint64_t index, Arena& arena) const {
  const auto& entity = table.entity;
  const unsigned attempt = index < table.made() ? table.attempts[index] : 0;
  auto key = arena.make_array<Cell>(entity.key.size());
  if (is_numbered(entity)) {
    key[0] = key_number(table, entity.key[0], index);
  } else if (is_uuid(entity)) {
    const std::uint64_t number = start(table, index, attempt);
    Dice dice(stir(number, 3));
    key[0] = make_uuid(moment_of(Dice(stir(number, 2)), table.period, index), dice, arena);
  } else {
    const Image image = draw(table, index, attempt, arena);
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = image.cells[entity.key[i]];
  }
  return key;
}

}  // namespace bedplate::seed
