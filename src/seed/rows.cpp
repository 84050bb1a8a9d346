#include "seed/rows.hpp"

#include <algorithm>

namespace bedplate::seed {
namespace {

constexpr unsigned kMostAttempts = 250;
constexpr unsigned kRuleAttempts = 60;   // after them a row stands that no @allow lets anybody create
constexpr std::uint64_t kHopeless = 20;  // such rows at first, and a type's rules are not tried any more
constexpr std::int64_t kHistory = 730 * std::int64_t{86'400} * 1'000'000;  // from the first row to the last
constexpr std::uint64_t kLinks = 5;

/// The time before `now`, a part of it for each depth: what refers comes after what it refers to.
Period period_of(const Plan& plan, const Plan::Step& step, std::int64_t now) {
  const std::int64_t part = kHistory / plan.depths;
  const std::int64_t first = now - kHistory + part * step.depth;
  return {first, first + part, std::max<std::uint64_t>(step.rows, 1)};
}

}  // namespace

Rows::Rows(const model::Model& model, Plan plan, const Settings& settings, std::vector<Present> present)
    : model_(model), plan_(std::move(plan)), settings_(settings), ranks_(model) {
  present.resize(plan_.steps.size());
  // Rows that are added are not those that were made before.
  std::uint64_t state = settings.seed;
  for (const auto& each : present)
    if (each.rows > 0) state = stir(state, each.rows);
  for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
    auto& table = *tables_.emplace_back(std::make_unique<Table>(model, plan_, i, std::move(present[i])));
    table.stream = stir(state, number_of(table.entity.name));
    table.period = period_of(plan_, plan_.steps[i], settings.now);
    if (table.entity.tenant_root) root_ = i;
  }
}

Result<std::optional<Image>> Rows::next(std::size_t step, Arena& arena) {
  Table& table = *tables_[step];
  const std::uint64_t index = table.made();
  if (index == plan_.steps[step].rows) return std::nullopt;
  std::string why;
  for (unsigned attempt = 0; attempt < kMostAttempts; ++attempt) {
    scratch_.reset();
    const Image image = draw(table, index, attempt, arena);
    for (const auto& reference : table.references)
      if (reference.required && image.parents[reference.relation] == Image::kNone)
        return failure(exhausted(table, "there is no row for '" + table.entity.fields[reference.relation].name + "'"));
    if (why = find_broken(table, image); !why.empty()) continue;
    const bool allowed = table.rules_off || is_allowed(table, image);
    if (!allowed && attempt < kRuleAttempts) continue;
    if (const auto taken = table.uniques.take(image.cells); !taken.empty()) {
      why = "no further values of (" + taken + ") were found that no row has";
      continue;
    }
    if (!allowed) ++table.misses;
    table.rules_off = table.rules_off || (table.misses >= kHopeless && table.misses * 2 > index);
    table.attempts.push_back(static_cast<std::uint8_t>(attempt));
    return image;
  }
  if (plan_.steps[step].exact || index == 0) return failure(exhausted(table, why));
  plan_.steps[step].rows = index;
  return std::nullopt;
}

std::string Rows::find_broken(const Table& table, const Image& image) const {
  for (const auto& constraint : table.conditions.constraints)
    if (!holds(*constraint.node, image))
      return "no further values were found for which `" + std::string(constraint.text) + "` is true";
  return {};
}

bool Rows::is_allowed(const Table& table, const Image& image) const {
  const auto& conditions = table.conditions;
  for (const auto* denial : conditions.denials)
    if (holds(*denial, image)) return false;
  if (conditions.ways.empty()) return true;
  return std::ranges::any_of(conditions.ways, [&](const auto& way) {
    return std::ranges::all_of(way, [&](const auto* node) { return holds(*node, image); });
  });
}

Error Rows::exhausted(const Table& table, const std::string& why) const {
  return Error(Reason::kConstraintViolation,
               "row " + std::to_string(table.made() + 1) + " of " + table.entity.plural + " cannot be made: " + why)
      .with_hint("Ask for fewer of them (--rows " + table.entity.plural + "=" + std::to_string(table.made()) +
                 "), or for more rows of what they refer to.");
}

std::span<const Cell> Rows::key_of(std::size_t step, std::uint64_t row, Arena& arena) const {
  return key_cells(*tables_[step], row, arena);
}

Cell Rows::tenant_of(std::size_t step, std::uint64_t row, Arena& arena) const {
  const Table& table = *tables_[step];
  return table.entity.tenant == model::kNoField ? Cell::null() : tenant_value(table, row, arena);
}

std::vector<std::uint64_t> Rows::links(std::size_t near, std::uint64_t row, std::size_t far,
                                       std::string_view relation) const {
  const Table& from = *tables_[near];
  const Table& to = *tables_[far];
  Dice dice(stir(stir(from.stream, number_of(relation)), row));
  const bool within = from.entity.tenant != model::kNoField && to.entity.tenant != model::kNoField;
  const std::uint64_t step = within ? plan_.tenants : 1;
  const std::uint64_t first = within ? row % step : 0;
  const std::uint64_t choices = to.made() > first ? (to.made() - first + step - 1) / step : 0;
  std::vector<std::uint64_t> made;
  for (std::uint64_t left = std::min(dice.skewed(kLinks), choices); left > 0; --left) {
    const std::uint64_t other = first + dice.skewed(choices) * step;
    if (std::ranges::find(made, other) == made.end()) made.push_back(other);
  }
  return made;
}

std::vector<std::string> Rows::remarks() const {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const Table& table = *tables_[i];
    for (const auto text : table.conditions.unseen)
      made.push_back(table.entity.plural + ": the constraint `" + std::string(text) +
                     "` reads lists of other rows and was not looked at");
    if (table.misses > 0)
      made.push_back(table.entity.plural + ": rows were made that no @allow lets anybody create" +
                     (table.rules_off ? "; none was found that one does" : ""));
  }
  return made;
}

}  // namespace bedplate::seed
