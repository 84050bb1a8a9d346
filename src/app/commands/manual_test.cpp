#include "app/commands/manual.hpp"

#include <gtest/gtest.h>

namespace bedplate::app {
namespace {

CommandTable one_command(std::string what, std::string footer) {
  const Argument help{.names = {"-h", "--help"},
                      .value = {},
                      .what = "Print help",
                      .choices = {},
                      .required = false,
                      .offer = Offer::kNothing};
  return {
      {.words = {}, .what = "A program.", .options = {help}, .positionals = {}, .footer = {}},
      {.words = {"run"}, .what = std::move(what), .options = {help}, .positionals = {}, .footer = std::move(footer)}};
}

bool holds(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

TEST(Manual, WhatRoffWouldReadIsEscaped) {
  const auto page = manual_page(one_command(R"(.dots, \back, 'quotes', `ticks`, ~, ^, a-b)", ""), "1", "2026-11-23");
  EXPECT_TRUE(holds(page, R"(\&.dots, \eback, \(aqquotes\(aq, \(gaticks\(ga, \(ti, \(ha, a\-b.)")) << page;
}

TEST(Manual, WhatIsNotAsciiGoesByItsCodePoint) {
  EXPECT_TRUE(holds(manual_page(one_command("é … 😀", ""), "1", "2026-11-23"), R"(\[u00E9] \[u2026] \[u1F600].)"));
}

TEST(Manual, ExamplesKeepTheirLinesAndRemarksFlow) {
  const auto page = manual_page(one_command("Run", "Examples:\n  bedplate run a\n  bedplate run b\n\nOne.\nTwo.\n"),
                                "1", "2026-11-23");
  EXPECT_TRUE(holds(page, ".PP\n.EX\nbedplate run a\nbedplate run b\n.EE\n.PP\nOne.\nTwo.\n")) << page;
}

TEST(Manual, OptionsAreListedWithTheirNames) {
  EXPECT_TRUE(
      holds(manual_page(one_command("Run", ""), "1", "2026-11-23"), ".TP\n\\fB\\-h, \\-\\-help\\fR\nPrint help.\n"));
}

}  // namespace
}  // namespace bedplate::app
