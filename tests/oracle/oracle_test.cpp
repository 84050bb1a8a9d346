// Ten thousand random reads: the engine's answers on both stores are the oracle's, byte by byte.
#include "oracle/oracle.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <gtest/gtest.h>

#include "oracle/postgres_twin.hpp"
#include "oracle/random_query.hpp"
#include "oracle/world.hpp"

namespace bedplate::oracle {
namespace {

struct Tally {
  int compared = 0, refused = 0, unbound = 0, too_deep = 0, rows = 0, worlds = 0, grouped = 0, groups = 0, trashed = 0,
      on_both = 0;
};

std::string word(const std::optional<Reason>& reason) { return reason ? std::string(reason_word(*reason)) : "rows"; }

/// One read and how it is to be written.
struct Ask {
  EntityId entity = 0;
  bool trash = false;
  std::string query;
  operation::Count count = operation::Count::kNone;
  Form form;
};

/// A world on both stores.
struct Stage {
  explicit Stage(std::uint64_t seed) : world(seed), twin(world.node.model(), world.data) {}
  World world;
  PostgresTwin twin;
};

/// What is wrong with a store's answer to what a read should be; empty if nothing.
std::string difference(const Reply& expected, const Result<engine::ReadOutcome>& outcome, const std::string& body) {
  const auto refused = outcome ? std::nullopt : std::optional(outcome.error().reason());
  if (word(expected.refused) != word(refused))
    return "expected " + word(expected.refused) + ", got " + word(refused) + (outcome ? "" : outcome.error().cause());
  if (refused) return {};
  const auto told = [](const std::string& text, std::int64_t rows, bool more, std::int64_t total) {
    return text + " rows " + std::to_string(rows) + (more ? " and more" : "") + " of " + std::to_string(total);
  };
  const auto by_oracle = told(expected.body, expected.rows, expected.more, expected.total);
  const auto by_engine = told(body, outcome->rows, outcome->more, outcome->total);
  return by_oracle == by_engine ? "" : "expected " + by_oracle + "\ngot      " + by_engine;
}

void count(const Ask& ask, const operation::Operation& operation, const Result<engine::ReadOutcome>& outcome,
           Tally& tally) {
  ++tally.compared;
  if (!outcome) {
    ++tally.refused;
    return;
  }
  const int rows = static_cast<int>(outcome->rows);
  tally.rows += rows;
  if (ask.trash) tally.trashed += rows;
  if (!operation.read.query.grouped) return;
  ++tally.grouped;
  tally.groups += rows;
}

/// What the stores are known to answer each in its own way (docs/adr/0005-rules-in-sql.md): texts of JSON and of
/// Floats, and folding by regular expressions.
bool is_each_stores_own(std::string_view query) {
  return std::ranges::any_of(std::array{"doc::text", "ratio::text", "imatch"},
                             [&](std::string_view word) { return query.find(word) != query.npos; });
}

/// What is wrong with the engine's answers; empty if nothing. Counts into `tally` if given.
std::string disagreement(Stage& stage, const operation::Principal& who, const Ask& ask, Tally* tally) {
  World& world = stage.world;
  Tally ignored;
  Tally& counted = tally == nullptr ? ignored : *tally;
  const auto view = world.node.session().view(who);
  const auto bound = world.node.bind(world.node.model().entity(ask.entity).plural, ask.query, who, ask.count);
  if (!bound) {
    ++counted.unbound;
    return {};
  }
  auto& operation = (*bound)->operation;
  operation.read.query.trash = ask.trash;
  Oracle oracle(world.node.model(), world.data, who, *view, testing_support::kNow);
  const Reply expected = oracle.answer(operation, ask.form);
  const engine::ReplyForm form{.options = ask.form.options, .max_rows = ask.form.max_rows};
  std::string body;
  const auto outcome = world.node.run(world.node.session().run_read(operation, who, form, body));
  // What nests deeper than SQLite's parser is refused, which is no answer to compare.
  if (!outcome && outcome.error().reason() == Reason::kLimitExceeded) {
    ++counted.too_deep;
    return {};
  }
  count(ask, operation, outcome, counted);
  if (auto wrong = difference(expected, outcome, body); !wrong.empty()) return "on SQLite " + wrong;
  if (is_each_stores_own(ask.query)) return {};
  ++counted.on_both;
  std::string other_body;
  const auto other = stage.twin.read(operation, who, form, other_body);
  if (auto wrong = difference(expected, other, other_body); !wrong.empty()) return "on PostgreSQL " + wrong;
  return {};
}

/// The same disagreement with as few parameters as it needs.
Ask smallest(Stage& stage, const operation::Principal& who, Ask ask) {
  for (std::size_t at = 0; at < ask.query.size();) {
    const std::size_t end = std::min(ask.query.find('&', at), ask.query.size());
    Ask less = ask;
    less.query.erase(at, std::min(end + 1, ask.query.size()) - at);
    if (disagreement(stage, who, less, nullptr).empty())
      at = end + 1;
    else
      ask = less;
  }
  return ask;
}

bool compare(Stage& stage, const operation::Principal& who, Tally& tally) {
  World& world = stage.world;
  const auto view = world.node.session().view(who);
  const auto any = [&] { return static_cast<EntityId>(world.dice.below(world.node.model().entities.size())); };
  Ask ask{.entity = any()};
  for (int tries = 0; tries < 4 && view->denied(ask.entity, model::Verb::kRead); ++tries) ask.entity = any();
  ask.trash = world.node.model().entity(ask.entity).soft_delete() && world.dice.in(1, 3);
  ask.query = random_query(*view, ask.entity, world.dice);
  ask.count = world.dice.in(1, 4) ? operation::Count::kExact : operation::Count::kNone;
  ask.form = {.options = {.numbers_as_strings = world.dice.in(1, 5), .strip_nulls = world.dice.in(1, 5)},
              .max_rows = world.dice.in(1, 5) ? 3 : 0};
  if (disagreement(stage, who, ask, &tally).empty()) return true;
  const Ask least = smallest(stage, who, ask);
  ADD_FAILURE() << world.node.model().entity(ask.entity).plural << (ask.trash ? "/$trash?" : "?") << least.query << "\n"
                << disagreement(stage, who, least, nullptr) << "\nas " << describe(who.identity()) << "\n"
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
    Stage stage(static_cast<std::uint64_t>(seed));
    World& world = stage.world;
    ++tally.worlds;
    for (int caller = 0; caller < 10; ++caller) {
      const auto who = world.node.principal(random_identity(world.dice));
      for (int read = 0; read < 25; ++read) {
        ASSERT_TRUE(compare(stage, *who, tally)) << "repeat with BEDPLATE_ORACLE_SEED=" << seed;
      }
    }
  }
  std::printf(
      "[   oracle ] %d reads (%d of them on both stores) over %d models: %d rows, %d of them in the trash, %d refused, "
      "%d of groups (%d); %d did "
      "not "
      "bind, %d too deep\n",
      tally.compared, tally.on_both, tally.worlds, tally.rows, tally.trashed, tally.refused, tally.grouped,
      tally.groups, tally.unbound, tally.too_deep);
  EXPECT_GT(tally.rows, wanted / 2);
  EXPECT_GT(tally.grouped, wanted / 10);
  EXPECT_GT(tally.on_both, wanted / 2);
  EXPECT_GT(tally.trashed, wanted / 40);
  EXPECT_LT(tally.too_deep, wanted / 100);
  EXPECT_LT(tally.unbound, tally.compared / 2);
}

}  // namespace
}  // namespace bedplate::oracle
