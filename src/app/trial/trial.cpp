#include "app/trial/trial.hpp"

#include <fstream>

#include "app/project/project.hpp"
#include "app/trial/matrix.hpp"
#include "app/trial/report.hpp"
#include "app/trial/scratch_node.hpp"

namespace bedplate::app {
namespace {

using Try = void (*)(TrialRun& run, model::EntityId entity);
constexpr Try kTrials[] = {try_reads,   try_relations, try_creates, try_updates, try_deletes,
                           try_filters, try_values,    try_upserts, try_trash};

double seconds_since(std::int64_t began, const World& world) {
  return static_cast<double>(world.clock.monotonic() - began) / 1e6;
}

/// With a line of those that came of it; `before`: how many results there were.
void tell(const TrialRun& run, const std::string& what, std::size_t before, const TrialOptions& options,
          const World& world) {
  const auto own = std::span(run.results()).subspan(before);
  if (own.empty() || options.json) return;
  print(world.out, type_line(what, own));
  std::fflush(world.out);
}

/// Every type, with a line as soon as it is through.
void run_all(TrialRun& run, const TrialOptions& options, const World& world) {
  for (std::size_t id = 0; id < run.model.entities.size() && !run.gone(); ++id) {
    const std::size_t before = run.results().size();
    for (const Try each : kTrials) each(run, static_cast<model::EntityId>(id));
    tell(run, run.model.entities[id].name, before, options, world);
  }
  const std::size_t before = run.results().size();
  for (std::size_t id = 0; id < run.model.entities.size(); ++id) try_repeats(run, static_cast<model::EntityId>(id));
  tell(run, "repeated writes", before, options, world);
}

Result<void> write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (file) return {};
  return failure(Error(Reason::kInvalidConfiguration, "cannot be written").with_hint("Is its folder there?"));
}

std::string opening(const model::Model& model, const std::deque<TrialCaller>& callers, std::uint64_t seed) {
  std::string names;
  for (const auto& caller : callers) names += (names.empty() ? "" : ", ") + caller.name;
  return std::to_string(model.entities.size()) + (model.entities.size() == 1 ? " type" : " types") + ", rows of seed " +
         std::to_string(seed) + ", as " + names + "\n\n";
}

/// Prints what came of it; whether all is well.
bool report(const TrialRun& run, const TrialOptions& options, double seconds, const World& world) {
  const auto& results = run.results();
  if (options.json) {
    print(world.out, results_json(results, run.callers, seconds));
  } else {
    for (const auto& each : results)
      if (!each.passed) print(world.out, failure_text(each, world.color_out));
    print(world.out, summary_line(results, seconds, world.color_out));
  }
  bool fine = totals_of(results).failed == 0;
  if (!options.junit.empty())
    if (const auto written = write_file(options.junit, results_junit(results, seconds)); !written)
      print_error(world, written.error(), options.junit), fine = false;
  if (run.gone()) {
    print_error(world, *run.gone(), "the server");
    return false;
  }
  if (results.empty()) {
    print_error(world, Error(Reason::kInvalidValue, options.filter.empty()
                                                        ? "the model has nothing to ask for"
                                                        : "no test has '" + options.filter + "' in its name"));
    return false;
  }
  return fine;
}

Result<bool> test(const TrialOptions& options, const World& world) {
  const std::int64_t began = world.clock.monotonic();
  auto project = load_schema(options.directory, world);
  if (!project) return false;
  const model::Model& model = *project->model;  // lives as long as the node
  BP_TRY(const auto data, make_trial_data(model, options.seed, kScratchNow));
  auto callers = choose_callers(model, *data, kScratchNow);
  if (options.matrix) return print(world.out, matrix_text(model, callers)), true;
  BP_TRY(const auto node, ScratchNode::open(std::move(project), world, [&](store::Store& store) {
           return write_trial_data(store, model, *data);
         }));
  for (auto& caller : callers)
    if (!caller.anonymous()) {
      BP_TRY(const auto token, node->token(caller.who));
      caller.authorization = "Authorization: Bearer " + token;
    }
  TrialClient client(node->origin());
  TrialRun run(model, *data, callers, client, options.seed, options.filter, world.clock);
  if (!options.json) print(world.out, opening(model, callers, options.seed));
  run_all(run, options, world);
  const bool fine = report(run, options, seconds_since(began, world), world);
  if (options.keep && !run.gone()) {
    print(world.err, "The node stays at " + node->origin() + "/api until Ctrl-C.\n");
    std::fflush(nullptr);
    node->wait();
  }
  return fine;
}

}  // namespace

int run_test(const TrialOptions& options, const World& world) {
  const auto fine = test(options, world);
  if (!fine) return print_error(world, fine.error()), kFailed;
  return *fine ? kFine : kFailed;
}

}  // namespace bedplate::app
