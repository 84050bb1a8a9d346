#include "telemetry/log.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace bedplate::telemetry {
namespace {

struct FixedClock final : Clock {
  std::int64_t now() const override { return 1'700'000'000'123'456; }
  std::int64_t monotonic() const override { return 0; }
};

std::string logged(Format format, Level level, std::string_view value) {
  const FixedClock clock;
  std::FILE* const file = std::tmpfile();
  {
    Log log(clock, Level::kInfo, format, file);
    log.write(level, "request", {{"path", value}, {"status", 404}});
  }
  std::string text(static_cast<std::size_t>(std::ftell(file)), ' ');
  std::rewind(file);
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

TEST(Log, WritesALineOfTextOrJson) {
  EXPECT_EQ(logged(Format::kText, Level::kInfo, "/api"),
            "2023-11-14T22:13:20.123Z info request path=/api status=404\n");
  EXPECT_EQ(logged(Format::kJson, Level::kError, "/api"),
            R"({"time":"2023-11-14T22:13:20.123Z","level":"error","event":"request","path":"/api","status":404})"
            "\n");
  EXPECT_EQ(logged(Format::kText, Level::kDebug, "/api"), "");
}

TEST(Log, Threat078_InputCannotBeginALineOrColourATerminal) {
  constexpr std::string_view kEvil =
      "a\r\n2023 error forged=1\x1b[31m\x7f\xc2\x9b"
      "0m\xff";
  for (const auto format : {Format::kText, Format::kJson}) {
    const auto text = logged(format, Level::kInfo, kEvil);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
    for (const char* bad : {"\r", "\x1b", "\x7f", "\xc2\x9b", "\xff"}) EXPECT_EQ(text.find(bad), std::string::npos);
    for (const char* bad : {"\r", "\n", "\x1b", "\x7f", "\xc2\x9b", "\xff"})
      EXPECT_EQ(logged(format, Level::kInfo, std::string("a") + bad + "b").find(std::string(bad) + "b"),
                std::string::npos);
    EXPECT_NE(text.find(R"(a\r\n2023 error forged=1\u001b[31m\u007f\u009b0m)"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace bedplate::telemetry
