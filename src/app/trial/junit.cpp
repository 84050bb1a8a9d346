// JUnit's XML as Jenkins' xUnit schema has it: testsuites, a testsuite with its counts, testcase, failure.
#include <algorithm>
#include <fmt/format.h>

#include "app/trial/report.hpp"
#include "base/utf8.hpp"

namespace bedplate::app {
namespace {

/// As an attribute or as text: XML 1.0 has no control characters but three, however they are written, and no U+FFFE and
/// U+FFFF; bytes that are no UTF-8 would make the whole file none.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '&')
      out += "&amp;";
    else if (text[i] == '<')
      out += "&lt;";
    else if (text[i] == '>')
      out += "&gt;";
    else if (text[i] == '"')
      out += "&quot;";
    else if (text[i] == '\n' || text[i] == '\t' || text[i] == '\r')
      out += fmt::format("&#{};", byte);
    else if (byte < 0x20 || text.substr(i).starts_with("\xef\xbf\xbe") || text.substr(i).starts_with("\xef\xbf\xbf"))
      out += "?", i += byte < 0x20 ? 0 : 2;
    else
      out += text[i];
  }
  return valid_utf8(out) ? out : std::string("(no text)");
}

std::string case_xml(const TrialResult& result) {
  std::string text = fmt::format(R"(    <testcase classname="bedplate.{}" name="{}" time="{:.4f}")",
                                 escaped(result.type), escaped(result.name), result.seconds);
  if (result.passed) return text + "/>\n";
  const std::string detail =
      fmt::format("expected {}\nanswered {}\n{}\n{}", result.expected, result.answered, result.body, result.curl);
  return text + fmt::format(
                    ">\n      <failure message=\"expected {}; answered {}\" type=\"contract\">{}</failure>\n"
                    "    </testcase>\n",
                    escaped(result.expected), escaped(result.answered), escaped(detail));
}

std::string counts(std::string_view name, std::span<const TrialResult> results, double seconds) {
  const auto totals = totals_of(results);
  return fmt::format(R"(name="{}" tests="{}" failures="{}" errors="0" time="{:.3f}")", escaped(name), results.size(),
                     totals.failed, seconds);
}

}  // namespace

std::string results_junit(std::span<const TrialResult> results, double seconds) {
  // Repeats come last in a run, and belong to their type's suite all the same.
  std::vector<std::pair<std::string_view, std::vector<TrialResult>>> suites;
  for (const auto& each : results) {
    auto at = std::ranges::find(suites, each.type, [](const auto& suite) { return suite.first; });
    if (at == suites.end()) at = suites.insert(at, {each.type, {}});
    at->second.push_back(each);
  }
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " + counts("bedplate test", results, seconds) + ">\n";
  for (const auto& [type, suite] : suites) {
    text += "  <testsuite " + counts(type, suite, totals_of(suite).seconds) + ">\n";
    for (const auto& each : suite) text += case_xml(each);
    text += "  </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

}  // namespace bedplate::app
