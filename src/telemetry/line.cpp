#include "telemetry/line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/json_text.hpp"

namespace bedplate::telemetry {
namespace {

constexpr std::array<std::string_view, 4> kNames{"debug", "info", "warning", "error"};

bool is_safe(char c) { return c >= ' ' && c < 0x7f && c != '"' && c != '\\'; }
bool is_plain(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_safe(c) && c != ' ' && c != '='; });
}

// A JSON string, and DEL and the C1 controls (U+0080–U+009F) escaped too: a terminal obeys them.
void append_safe(std::string& out, std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_safe)) {
    out.append(1, '"').append(text).append(1, '"');
    return;
  }
  std::string quoted;
  append_json_string(quoted, text);
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    const auto byte = static_cast<unsigned char>(quoted[i]);
    const auto next = i + 1 < quoted.size() ? static_cast<unsigned char>(quoted[i + 1]) : 0;
    if (byte == 0x7f) {
      out += "\\u007f";
    } else if (byte == 0xc2 && next >= 0x80 && next <= 0x9f) {
      out += fmt::format("\\u{:04x}", next);
      ++i;
    } else {
      out += quoted[i];
    }
  }
}

}  // namespace

std::string_view TimeText::of(std::int64_t microseconds) {
  const std::int64_t second = microseconds / 1'000'000;
  if (second != second_) {
    second_ = second;
    fmt::format_to_n(text_, sizeof text_, "{:%Y-%m-%dT%H:%M:%S}.", fmt::gmtime(static_cast<std::time_t>(second)));
    text_[23] = 'Z';
  }
  const auto thousandths = static_cast<int>(microseconds % 1'000'000 / 1'000);
  text_[20] = static_cast<char>('0' + thousandths / 100);
  text_[21] = static_cast<char>('0' + thousandths / 10 % 10);
  text_[22] = static_cast<char>('0' + thousandths % 10);
  return {text_, 24};
}

Line::Line(std::string& out, Format format, std::string_view time, Level level, std::string_view event)
    : out_(out), format_(format) {
  const auto name = kNames[static_cast<std::size_t>(level)];
  if (format_ == Format::kJson) {
    out_.append(R"({"time":")").append(time).append(R"(","level":")").append(name).append(R"(","event":)");
    append_safe(out_, event);
  } else {
    out_.append(time).append(" ").append(name).append(" ").append(event);
  }
}

void Line::key(std::string_view key) {
  if (format_ == Format::kJson) {
    out_.append(",\"").append(key).append("\":");
  } else {
    out_.append(" ").append(key).append("=");
  }
}

Line& Line::field(std::string_view name, std::string_view value) {
  key(name);
  if (format_ == Format::kText && is_plain(value)) {
    out_.append(value);
  } else {
    append_safe(out_, value);
  }
  return *this;
}

Line& Line::field(std::string_view name, std::int64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return number(name, {digits, end});
}

Line& Line::number(std::string_view name, std::string_view digits) {
  key(name);
  out_.append(digits);
  return *this;
}

void Line::end() {
  if (format_ == Format::kJson) out_ += '}';
}

}  // namespace bedplate::telemetry
