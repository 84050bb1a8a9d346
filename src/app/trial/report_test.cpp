#include "app/trial/report.hpp"

#include <gtest/gtest.h>

namespace bedplate::app {
namespace {

std::vector<TrialResult> results() {
  return {{.type = "Order", .name = "Order.list as STAFF", .passed = true, .seconds = 0.25},
          {.type = "Order",
           .name = "Order.value of \"name\": <&>",
           .seconds = 0.5,
           .expected = "400: it may not",
           .answered = "201",
           .body = std::string("a\nb\x01\xef\xbf\xbf]]>"),
           .curl = "curl 'x'"},
          {.type = "Item", .name = "Item.get", .passed = true, .seconds = 0.25},
          {.type = "Order", .name = "Order.repeat", .passed = true, .seconds = 0.25}};
}

TEST(Report, JunitHasASuiteATypeAndEscapesWhatXmlCannotSay) {
  EXPECT_EQ(results_junit(results(), 1), R"XML(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bedplate test" tests="4" failures="1" errors="0" time="1.000">
  <testsuite name="Order" tests="3" failures="1" errors="0" time="1.000">
    <testcase classname="bedplate.Order" name="Order.list as STAFF" time="0.2500"/>
    <testcase classname="bedplate.Order" name="Order.value of &quot;name&quot;: &lt;&amp;&gt;" time="0.5000">
      <failure message="expected 400: it may not; answered 201" type="contract">expected 400: it may not&#10;answered 201&#10;a&#10;b??]]&gt;&#10;curl 'x'</failure>
    </testcase>
    <testcase classname="bedplate.Order" name="Order.repeat" time="0.2500"/>
  </testsuite>
  <testsuite name="Item" tests="1" failures="0" errors="0" time="0.250">
    <testcase classname="bedplate.Item" name="Item.get" time="0.2500"/>
  </testsuite>
</testsuites>
)XML");
}

TEST(Report, ABodyThatIsNoTextIsLeftOutOfJunit) {
  std::vector<TrialResult> all{{.type = "Order", .name = "Order.list", .body = "\xff"}};
  EXPECT_NE(results_junit(all, 0).find("(no text)"), std::string::npos);
}

TEST(Report, AFailureIsToldWithTheLineThatRepeatsIt) {
  EXPECT_EQ(failure_text(results()[1], false).substr(0, 75),
            "\nFAILED Order.value of \"name\": <&>\n  expected 400: it may not\n  answered 20");
  EXPECT_EQ(summary_line(results(), 1.25, false), "\n3 passed, 1 failed in 1.2 s\n");
}

}  // namespace
}  // namespace bedplate::app
