// Ten thousand random reads: the engine's answer is the oracle's, byte by byte.
#include "oracle/oracle.hpp"

#include <cstdlib>
#include <gtest/gtest.h>

#include "oracle/random_query.hpp"
#include "oracle/world.hpp"

namespace bedplate::oracle {
namespace {

struct Tally {
  int compared = 0, refused = 0, unbound = 0, too_deep = 0, rows = 0, worlds = 0, grouped = 0, groups = 0;
};

std::string word(const std::optional<Reason>& reason) { return reason ? std::string(reason_word(*reason)) : "rows"; }

/// One read and how it is to be written.
struct Ask {
  EntityId entity = 0;
  std::string query;
  operation::Count count = operation::Count::kNone;
  Form form;
};

/// What is wrong with the engine's answer; empty if nothing. Counts into `tally` if given.
std::string disagreement(World& world, const operation::Principal& who, const Ask& ask, Tally* tally) {
  Tally ignored;
  Tally& counted = tally == nullptr ? ignored : *tally;
  const auto view = world.node.session().view(who);
  const auto bound = world.node.bind(world.node.model().entity(ask.entity).plural, ask.query, who, ask.count);
  if (!bound) {
    ++counted.unbound;
    return {};
  }
  const auto& operation = (*bound)->operation;
  Oracle oracle(world.node.model(), world.data, who, *view, testing_support::kNow);
  const Reply expected = oracle.answer(operation, ask.form);
  std::string body;
  const auto outcome = world.node.run(world.node.session().run_read(
      operation, who, {.options = ask.form.options, .max_rows = ask.form.max_rows}, body));
  // What nests deeper than SQLite's parser is refused, which is no answer to compare.
  if (!outcome && outcome.error().reason() == Reason::kLimitExceeded) {
    ++counted.too_deep;
    return {};
  }
  ++counted.compared;
  const auto refused = outcome ? std::nullopt : std::optional(outcome.error().reason());
  if (word(expected.refused) != word(refused))
    return "expected " + word(expected.refused) + ", got " + word(refused) + (outcome ? "" : outcome.error().cause());
  if (refused) {
    ++counted.refused;
    return {};
  }
  counted.rows += static_cast<int>(outcome->rows);
  if (operation.read.query.grouped) {
    ++counted.grouped;
    counted.groups += static_cast<int>(outcome->rows);
  }
  const auto told = [](const std::string& text, std::int64_t rows, bool more, std::int64_t total) {
    return text + " rows " + std::to_string(rows) + (more ? " and more" : "") + " of " + std::to_string(total);
  };
  const auto by_oracle = told(expected.body, expected.rows, expected.more, expected.total);
  const auto by_engine = told(body, outcome->rows, outcome->more, outcome->total);
  return by_oracle == by_engine ? "" : "expected " + by_oracle + "\ngot      " + by_engine;
}

/// The same disagreement with as few parameters as it needs.
Ask smallest(World& world, const operation::Principal& who, Ask ask) {
  for (std::size_t at = 0; at < ask.query.size();) {
    const std::size_t end = std::min(ask.query.find('&', at), ask.query.size());
    Ask less = ask;
    less.query.erase(at, std::min(end + 1, ask.query.size()) - at);
    if (disagreement(world, who, less, nullptr).empty())
      at = end + 1;
    else
      ask = less;
  }
  return ask;
}

bool compare(World& world, const operation::Principal& who, Tally& tally) {
  const auto view = world.node.session().view(who);
  const auto any = [&] { return static_cast<EntityId>(world.dice.below(world.node.model().entities.size())); };
  Ask ask{.entity = any()};
  for (int tries = 0; tries < 4 && view->denied(ask.entity, model::Verb::kRead); ++tries) ask.entity = any();
  ask.query = random_query(*view, ask.entity, world.dice);
  ask.count = world.dice.in(1, 4) ? operation::Count::kExact : operation::Count::kNone;
  ask.form = {.options = {.numbers_as_strings = world.dice.in(1, 5), .strip_nulls = world.dice.in(1, 5)},
              .max_rows = world.dice.in(1, 5) ? 3 : 0};
  if (disagreement(world, who, ask, &tally).empty()) return true;
  const Ask least = smallest(world, who, ask);
  ADD_FAILURE() << world.node.model().entity(ask.entity).plural << "?" << least.query << "\n"
                << disagreement(world, who, least, nullptr) << "\nas " << describe(who.identity()) << "\n"
                << world.sdl;
  return false;
}

int setting(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

// BEDPLATE_ORACLE_READS and BEDPLATE_ORACLE_SEED widen or repeat a run.
TEST(Oracle, TenThousandRandomReadsAreAnsweredByDefinition) {
  const int wanted = setting("BEDPLATE_ORACLE_READS", 10'000);
  const int first = setting("BEDPLATE_ORACLE_SEED", 1);
  Tally tally;
  for (int seed = first; tally.compared < wanted; ++seed) {
    World world(static_cast<std::uint64_t>(seed));
    ++tally.worlds;
    for (int caller = 0; caller < 10; ++caller) {
      const auto who = world.node.principal(random_identity(world.dice));
      for (int read = 0; read < 25; ++read) {
        ASSERT_TRUE(compare(world, *who, tally)) << "repeat with BEDPLATE_ORACLE_SEED=" << seed;
      }
    }
  }
  std::printf(
      "[   oracle ] %d reads over %d models: %d rows, %d refused, %d of groups (%d); %d did not bind, %d too deep\n",
      tally.compared, tally.worlds, tally.rows, tally.refused, tally.grouped, tally.groups, tally.unbound,
      tally.too_deep);
  EXPECT_GT(tally.rows, wanted / 2);
  EXPECT_GT(tally.grouped, wanted / 10);
  EXPECT_LT(tally.too_deep, wanted / 100);
  EXPECT_LT(tally.unbound, tally.compared / 2);
}

}  // namespace
}  // namespace bedplate::oracle
