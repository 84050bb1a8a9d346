#pragma once
// What a run of `bedplate test` prints: for people as it goes, as JSON, as JUnit XML. Values.
#include <span>
#include <string>

#include "app/trial/trial_run.hpp"

namespace bedplate::app {

struct TrialTotals {
  std::size_t passed = 0, failed = 0;
  double seconds = 0;
};
TrialTotals totals_of(std::span<const TrialResult> results);

/// `Order          128 passed, 1 failed  0.2 s`
std::string type_line(const std::string& type, std::span<const TrialResult> results);
/// Name, what was expected, what came, and the line that repeats it.
std::string failure_text(const TrialResult& result, bool color);
/// `1204 passed, 1 failed in 2.1 s`; `seconds`: of the whole run.
std::string summary_line(std::span<const TrialResult> results, double seconds, bool color);

/// `{"passed", "failed", "seconds", "callers": [{"name", "id", "tenant", "roles"}], "trials": [{"type", "name",
/// "passed", "seconds", "expected", "answered", "body", "curl"}]}`
std::string results_json(std::span<const TrialResult> results, const std::deque<TrialCaller>& callers, double seconds);

/// The XML that Jenkins, GitLab and GitHub's actions read: a suite a type, a case a trial.
std::string results_junit(std::span<const TrialResult> results, double seconds);

}  // namespace bedplate::app
