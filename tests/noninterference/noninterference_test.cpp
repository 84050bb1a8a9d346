// Pairs of nodes whose databases differ only in what the caller may not see give the same status, headers, body and
// statement count, whatever is asked (threats 25–31).
#include <cstdlib>
#include <gtest/gtest.h>

#include "base/scalar.hpp"
#include "oracle/oracle.hpp"
#include "oracle/random_query.hpp"
#include "oracle/world.hpp"

namespace bedplate::oracle {
namespace {

using testing_support::Answer;
using testing_support::PrincipalPtr;
using testing_support::RestNode;

void copy_rows(const Data& from, Data& to) {
  to.rows = from.rows;
  to.links = from.links;
}

/// Changes a world's rows where one caller can't see it, step by step; what would show is taken back.
class Mutation {
 public:
  Mutation(World& world, Data& data, const operation::Principal& who, const access::AccessView& view)
      : world_(world), model_(world.node.model()), data_(data), who_(who), view_(view), seen_(seen()) {}

  /// How many changes stayed.
  int run(int steps) {
    int kept = 0;
    for (int i = 0; i < steps; ++i) {
      Data before;
      copy_rows(data_, before);
      if (step() && seen() == seen_)
        ++kept;
      else
        copy_rows(before, data_);
    }
    return kept;
  }

 private:
  std::string seen() { return Oracle(model_, data_, who_, view_, testing_support::kNow).everything_seen(); }

  bool step() {
    if (!data_.links.empty() && world_.dice.in(1, 5)) return relink();
    const auto all = world_of_rows();
    auto* const rows = world_.dice.one(all);
    if (rows->empty()) return false;
    const std::size_t at = world_.dice.below(rows->size());
    switch (world_.dice.below(8)) {
      case 0:
        rows->erase(rows->begin() + static_cast<std::ptrdiff_t>(at));
        return true;
      case 1: {
        Record twin = (*rows)[at];
        renumber(twin);
        rows->push_back(std::move(twin));
        return true;
      }
      default:
        return change((*rows)[at]);
    }
  }
  /// Takes a pair out of a join table.
  bool relink() {
    auto at = data_.links.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(world_.dice.below(data_.links.size())));
    auto& pairs = at->second;
    if (pairs.empty()) return false;
    pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(world_.dice.below(pairs.size())));
    return true;
  }
  std::vector<std::deque<Record>*> world_of_rows() {
    std::vector<std::deque<Record>*> all;
    for (auto& rows : data_.rows) all.push_back(&rows);
    return all;
  }
  void renumber(Record& record) {
    const auto& entity = model_.entity(record.entity);
    const auto number = next_++;
    for (const FieldId key : entity.key)
      record.cells[key] = entity.fields[key].type.scalar == Scalar::kId
                              ? Cell::text(data_.arena.copy("new" + std::to_string(number)))
                              : Cell::integer(number);
  }
  bool change(Record& record) {
    const auto& fields = model_.entity(record.entity).fields;
    const std::size_t f = world_.dice.below(fields.size());
    const auto& field = fields[f];
    if (!field.is_column() || field.in_key || field.relation != model::kNoField || field.tenant) return false;
    const Cell cell = random_cell(field.type, model_, world_.dice, data_.arena);
    if (cell == record.cells[f]) return false;
    record.cells[f] = cell;
    return true;
  }

  World& world_;
  const model::Model& model_;
  Data& data_;
  const operation::Principal& who_;
  const access::AccessView& view_;
  const std::string seen_;
  std::int64_t next_ = 1000;
};

std::string key_path(const model::Model& model, const Record& record) {
  std::string path;
  for (const FieldId key : model.entity(record.entity).key) {
    if (!path.empty()) path += ',';
    append_text(path, model.field(record.entity, key).type, record.cells[key]);
  }
  return path;
}

/// A request that may be anything: a list, a trash, an item that there is or is not, a sub-collection, with counts,
/// ranges, and fields that the caller may not name.
std::string random_request(World& world, const access::AccessView& view, const Data& changed) {
  Dice& dice = world.dice;
  const auto& model = world.node.model();
  const auto id = static_cast<EntityId>(dice.below(model.entities.size()));
  const auto& entity = model.entity(id);
  std::string text = std::string(dice.in(1, 12) ? "HEAD" : "GET") + " /api/" + entity.plural;
  const auto& rows = (dice.in(1, 2) ? changed : world.data).rows[id];
  EntityId of = id;
  if (entity.soft_delete() && dice.in(1, 4)) {
    text += "/$trash";
  } else if (dice.in(1, 3) && !rows.empty()) {
    text += "/" + key_path(model, rows[dice.below(rows.size())]);
    const auto& relation = dice.one(entity.fields);
    if (relation.kind == model::FieldKind::kToMany && dice.in(1, 2)) {
      text += "/" + relation.name;
      of = relation.target;
    }
  }
  if (dice.in(4, 5)) text += "?" + random_query(view, of, dice);
  if (dice.in(1, 20))
    text += (text.find('?') == std::string::npos ? "?" : "&") + dice.one(entity.fields).name + "=eq.1";
  if (dice.in(1, 20))
    text += (text.find('?') == std::string::npos ? "?" : "&") + std::string("order=") + dice.one(entity.fields).name;
  text += "\n";
  if (dice.in(1, 3)) text += "Prefer: count=exact\n";
  if (dice.in(1, 5)) text += "Range: " + std::to_string(dice.below(4)) + "-" + std::to_string(dice.below(8)) + "\n";
  if (dice.in(1, 6)) text += "Accept: application/vnd.pgrst.object+json\n";
  return text;
}

TEST(Noninterference, Threat025To031_RandomRequestsTellNoPairApart) {
  const char* wanted_text = std::getenv("BEDPLATE_PAIR_REQUESTS");
  const int wanted = wanted_text == nullptr ? 4'000 : std::atoi(wanted_text);
  int asked = 0, pairs = 0, changes = 0, fine = 0;
  for (std::uint64_t seed = 1; asked < wanted; ++seed) {
    World world(seed);
    for (int caller = 0; caller < 3; ++caller) {
      const auto who = world.node.principal(random_identity(world.dice));
      const auto view = world.node.session().view(*who);
      Data changed;
      copy_rows(world.data, changed);
      const int kept = Mutation(world, changed, *who, *view).run(60);
      if (kept == 0) continue;
      ++pairs;
      changes += kept;
      RestNode twin(world.sdl);
      World::fill(twin, changed);
      const auto twin_who = twin.principal(who->identity());
      for (int i = 0; i < 60; ++i, ++asked) {
        const auto request = random_request(world, *view, changed);
        const Answer one = world.node.answer(request, who);
        const Answer other = twin.answer(request, twin_who);
        if (one.status < 300) ++fine;
        ASSERT_EQ(one.status, other.status) << request << describe(who->identity()) << "\n" << world.sdl;
        ASSERT_EQ(one.body, other.body) << request << describe(who->identity()) << "\n" << world.sdl;
        ASSERT_EQ(one.headers, other.headers) << request << describe(who->identity()) << "\n" << world.sdl;
        ASSERT_EQ(one.opened, other.opened) << request << describe(who->identity()) << "\n" << world.sdl;
      }
    }
  }
  std::printf("[    pairs ] %d requests to %d pairs with %d hidden differences; %d answered with rows\n", asked, pairs,
              changes, fine);
  EXPECT_GT(fine, asked / 3);
}

}  // namespace
}  // namespace bedplate::oracle
