#include "app/trial/report.hpp"

#include <fmt/format.h>

#include "json/writer.hpp"

namespace bedplate::app {

TrialTotals totals_of(std::span<const TrialResult> results) {
  TrialTotals totals;
  for (const auto& each : results) {
    ++(each.passed ? totals.passed : totals.failed);
    totals.seconds += each.seconds;
  }
  return totals;
}

std::string type_line(const std::string& type, std::span<const TrialResult> results) {
  const auto totals = totals_of(results);
  return fmt::format("  {:<24} {:>5} passed{}  {:.2f} s\n", type, totals.passed,
                     totals.failed == 0 ? std::string() : fmt::format(", {} failed", totals.failed), totals.seconds);
}

std::string failure_text(const TrialResult& result, bool color) {
  return fmt::format("\n{}FAILED{} {}\n  expected {}\n  answered {}\n  body     {}\n  {}\n", color ? "\x1b[1;31m" : "",
                     color ? "\x1b[0m" : "", result.name, result.expected, result.answered, result.body, result.curl);
}

std::string summary_line(std::span<const TrialResult> results, double seconds, bool color) {
  const auto totals = totals_of(results);
  const char* tone = totals.failed > 0 ? "\x1b[1;31m" : "\x1b[32m";
  return fmt::format("\n{}{} passed, {} failed in {:.1f} s{}\n", color ? tone : "", totals.passed, totals.failed,
                     seconds, color ? "\x1b[0m" : "");
}

std::string results_json(std::span<const TrialResult> results, const std::deque<TrialCaller>& callers, double seconds) {
  const auto totals = totals_of(results);
  std::string text;
  json::Writer out(text);
  out.begin_object();
  out.key("passed");
  out.integer(static_cast<std::int64_t>(totals.passed));
  out.key("failed");
  out.integer(static_cast<std::int64_t>(totals.failed));
  out.key("seconds");
  out.real(seconds);
  out.key("callers");
  out.begin_array();
  for (const auto& caller : callers) {
    out.begin_object();
    out.member("name", caller.name);
    if (!caller.who.id.empty()) out.member("id", caller.who.id);
    if (!caller.who.tenant.empty()) out.member("tenant", caller.who.tenant);
    out.key("roles");
    out.begin_array();
    for (const auto& role : caller.who.roles) out.string(role);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  out.key("trials");
  out.begin_array();
  for (const auto& each : results) {
    out.begin_object();
    out.member("type", each.type);
    out.member("name", each.name);
    out.key("passed");
    out.boolean(each.passed);
    out.key("seconds");
    out.real(each.seconds);
    if (!each.passed) {
      out.member("expected", each.expected);
      out.member("answered", each.answered);
      out.member("body", each.body);
      out.member("curl", each.curl);
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return text + "\n";
}

}  // namespace bedplate::app
