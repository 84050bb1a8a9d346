#include "seed/value.hpp"

#include <algorithm>
#include <re2/re2.h>

#include "base/scalar.hpp"
#include "seed/text.hpp"

namespace bedplate::seed {
namespace {

using enum Meaning;

constexpr std::size_t kLongestText = 10'000;  // code points, where a constraint has no most
constexpr int kTries = 64;

std::string distinct_text(const Recipe& recipe, const RowContext& row, std::string text, std::size_t most, Dice& dice) {
  if (!recipe.distinct || (row.attempt == 0 && row.before == 0)) return text;
  const std::uint64_t number = row.attempt <= 1 && row.before == 0 ? 2 + dice.below(98)
                               : row.attempt <= 3                  ? row.before + row.index + 1
                                                                   : 1'000 + dice.below(1'000'000'000);
  const std::size_t digits = std::to_string(number).size() + 1;
  if (text.size() + digits > most) text = fitted(std::move(text), 0, most > digits ? most - digits : 0);
  return made_distinct(recipe.meaning, std::move(text), number);
}

std::string make_string(const Recipe& recipe, const RowContext& row, Dice& dice) {
  std::size_t least = 0, most = kLongestText;
  const model::Constraint* constraint = recipe.constraint;
  if (constraint != nullptr) {
    least = static_cast<std::size_t>(std::max<std::int64_t>(0, constraint->min_length.value_or(0)));
    most = static_cast<std::size_t>(std::max<std::int64_t>(0, constraint->max_length.value_or(kLongestText)));
  }
  const auto matches = [&](const std::string& text) {
    return constraint == nullptr || !constraint->regex || RE2::FullMatch(text, *constraint->regex);
  };
  std::string text = make_text(recipe.meaning, row.persona, row.index, dice);
  text = fitted(distinct_text(recipe, row, std::move(text), most, dice), least, std::max(least, most));
  for (int i = 0; i < kTries && recipe.pattern && !matches(text); ++i) {
    // More of what may stand ever more often, for a least length that the pattern does not say.
    const auto more = static_cast<unsigned>(i < 4 ? 0 : 2 * std::min<std::size_t>(least, 1000));
    text = fitted(recipe.pattern->make(dice, 6 + more), 0, most);
    if (code_points(text) < least) text.clear();
  }
  return text;
}

Cell text_cell(std::string_view text, Arena& arena) { return Cell::text(arena.copy(text)); }

Cell decimal_of(const Type& type, std::int64_t number, Arena& arena) {
  const int scale = std::min<int>(type.scale, 9);
  const auto cell = decimal_cell(type, Decimal::from_scaled(number, scale), arena);
  return cell ? *cell : Cell::null();
}

Cell make_json(const RowContext& row, Dice& dice, Arena& arena) {
  const std::string colour(dice.of(words::colours()));
  const std::string text = "{\"colour\":\"" + colour + "\",\"weight\":" + std::to_string(dice.between(20, 4000)) +
                           ",\"origin\":\"" + std::string(row.persona.town->code) + "\"}";
  return text_cell(text, arena);
}

Cell make_bytes(Dice& dice, Arena& arena) {
  std::string bytes;
  for (std::int64_t left = dice.between(8, 24); left > 0; --left) bytes += static_cast<char>(dice.below(256));
  return Cell::blob(arena.copy(bytes));
}

Cell make_enum(const Recipe& recipe, const RowContext& row, Dice& dice) {
  const auto& values = row.model.enums[recipe.type.enumeration].values;
  // Of a unique every value in its turn; else the first ones more often.
  const std::size_t at = recipe.distinct ? row.index % values.size() : dice.skewed(values.size());
  return Cell::text(values[at].name);
}

Cell make_flag(const Recipe& recipe, const RowContext& row, Dice& dice) {
  if (recipe.distinct) return Cell::boolean(row.index % 2 == 0);
  return Cell::boolean(dice.percent(recipe.meaning == kMostly ? 85 : recipe.meaning == kRarely ? 10 : 50));
}

Cell make_object(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena) {
  std::string text;
  for (const Recipe& member : recipe.members) {
    Dice own(stir(dice.next(), number_of(member.name)));
    if (own.percent(member.nulls)) continue;
    text += text.empty() ? '{' : ',';
    append_json_string(text, member.name);
    text += ':';
    Type type = member.type;
    type.list = member.list;
    append_json(text, type, make_value(member, row, own, arena));
  }
  return text_cell(text.empty() ? "{}" : text + '}', arena);
}

Cell make_one(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena) {
  if (recipe.embedded != 0xffff) return make_object(recipe, row, dice, arena);
  switch (recipe.type.scalar) {
    case Scalar::kInt:
    case Scalar::kBigInt:
      return Cell::integer(make_number(recipe, row, dice));
    case Scalar::kFloat:
      return Cell::real(static_cast<double>(make_number(recipe, row, dice)) / 100);
    case Scalar::kDecimal:
      return decimal_of(recipe.type, make_number(recipe, row, dice), arena);
    case Scalar::kBoolean:
      return make_flag(recipe, row, dice);
    case Scalar::kDateTime:
    case Scalar::kLocalDateTime:
    case Scalar::kDate:
    case Scalar::kTime:
    case Scalar::kDuration:
      return make_moment(recipe, row, dice, arena);
    case Scalar::kUuid:
    case Scalar::kFile:
      return make_uuid(row.persona.created, dice, arena);
    case Scalar::kJson:
      return make_json(row, dice, arena);
    case Scalar::kBytes:
      return make_bytes(dice, arena);
    case Scalar::kEnum:
      return make_enum(recipe, row, dice);
    case Scalar::kId:
    case Scalar::kString:
    case Scalar::kEmail:
    case Scalar::kUrl:
      return text_cell(make_string(recipe, row, dice), arena);
  }
  return Cell::null();
}

/// Items that differ, as far as some are found.
Cell make_list(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena) {
  std::int64_t least = 0, most = 4;
  if (recipe.constraint != nullptr) {
    least = std::max<std::int64_t>(0, recipe.constraint->min_items.value_or(0));
    most = std::max(least, recipe.constraint->max_items.value_or(std::max(most, least + 2)));
  }
  const std::int64_t wanted = dice.between(least, std::min(most, least + 4));
  std::vector<std::string> items;
  for (std::int64_t tries = 0; static_cast<std::int64_t>(items.size()) < wanted; ++tries) {
    std::string item;
    append_json(item, recipe.type, make_one(recipe, row, dice, arena));
    if (std::ranges::find(items, item) == items.end() || tries > 4 * wanted) items.push_back(std::move(item));
  }
  std::string text = "[";
  for (const auto& item : items) text += (text.size() > 1 ? "," : "") + item;
  return text_cell(text + "]", arena);
}

}  // namespace

Cell make_value(const Recipe& recipe, const RowContext& row, Dice& dice, Arena& arena) {
  return recipe.list ? make_list(recipe, row, dice, arena) : make_one(recipe, row, dice, arena);
}

}  // namespace bedplate::seed
