#include "app/seed/seed.hpp"

#include <charconv>

#include "app/commands/admin_request.hpp"
#include "app/node/control.hpp"
#include "app/node/database.hpp"
#include "app/seed/seed_lines.hpp"
#include "app/seed/seed_progress.hpp"
#include "base/date_time.hpp"
#include "migrate/prepare.hpp"

namespace bedplate::app {
namespace {

constexpr std::uint64_t kMostRows = 1'000'000'000;

Error bad_rows(const std::string& text) {
  return Error(Reason::kInvalidValue, "--rows does not take '" + text + "'")
      .with_hint("A number of rows in all, or some of each: --rows 1000, --rows customers=100,orders=1000.");
}

Result<std::uint64_t> count_of(std::string_view text, const std::string& whole) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || value > kMostRows) return failure(bad_rows(whole));
  return value;
}

Result<seed::Wanted> wanted_of(const std::vector<std::string>& rows) {
  seed::Wanted wanted;
  for (const auto& each : rows) {
    const auto equals = each.find('=');
    if (equals == std::string::npos && rows.size() > 1) return failure(bad_rows(each));
    if (equals == std::string::npos) {
      BP_TRY(wanted.total, count_of(each, each));
      continue;
    }
    BP_TRY(const auto count, count_of(std::string_view(each).substr(equals + 1), each));
    wanted.named.emplace_back(each.substr(0, equals), count);
  }
  return wanted;
}

Result<SeedRequest> request_of(const SeedOptions& options) {
  SeedRequest request{.wanted = {}, .seed = options.seed, .now = 0, .append = options.append};
  BP_TRY(request.wanted, wanted_of(options.rows));
  BP_TRY(request.now, parse_date_time(options.now.empty() ? kSeedNow : std::string_view(options.now)));
  return request;
}

/// By the owner if there is one, else by this process.
Result<SeedReport> seed_project(const Project& project, const SeedRequest& request, const SeedWatch& watch) {
  auto store = open_database(project.config, {.create = true, .loops = 1, .on_fatal = {}});
  if (store) {
    BP_TRY_VOID(migrate::prepare(**store, *project.model, project.schema, migrate::Changes::kNone));
    return seed_database(**store, *project.model, request, watch);
  }
  const std::string path = control_path(project.config.database);
  if (store.error().reason() != Reason::kDatabaseOwned || path.empty()) return failure(std::move(store).error());
  auto reply = ask_owner(path, seed_line(request), Patience::kEndless);
  // Nobody at the socket: what is said is who owns the database.
  if (!reply) return failure(std::move(store).error());
  BP_TRY(const auto line, checked_reply(*std::move(reply)));
  return parse_seed_report(line);
}

}  // namespace

int run_seed(const SeedOptions& options, const World& world) {
  const auto request = request_of(options);
  if (!request) return print_error(world, request.error()), kUsage;
  Flags flags;
  if (!options.database.empty()) flags["database.url"] = options.database;
  const auto project = load_project(options.directory, flags, world);
  if (!project) return kFailed;
  ProgressLine progress(world);
  const auto report = seed_project(*project, *request, [&](const SeedProgress& at) { progress.show(at); });
  progress.clear();
  if (!report) return print_error(world, report.error(), database_name(project->config.database)), kFailed;
  print(world.out, seed_summary(*report, request->seed, progress.elapsed()));
  for (const auto& remark : report->remarks) print(world.err, "note: " + remark + "\n");
  return kFine;
}

std::optional<Result<std::string>> answer_seed(std::string_view line, store::Store& store, const model::Model& model,
                                               const std::atomic<bool>* stop) {
  const auto request = parse_seed_line(line);
  if (!request) return std::nullopt;
  const auto report = seed_database(store, model, *request, [](const SeedProgress&) {}, stop);
  if (!report) return failure(Error(report.error()));
  return seed_report_line(*report);
}

}  // namespace bedplate::app
