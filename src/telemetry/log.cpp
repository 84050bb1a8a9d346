#include "telemetry/log.hpp"

#include <array>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "base/json_text.hpp"

namespace bedplate::telemetry {
namespace {

constexpr std::array<std::string_view, 4> kNames{"debug", "info", "warning", "error"};
constexpr std::array kSystemLevels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn, spdlog::level::err};

std::string time_text(std::int64_t microseconds) {
  const std::time_t seconds = microseconds / 1'000'000;
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(seconds), microseconds % 1'000'000 / 1'000);
}

// A JSON string, and DEL and the C1 controls (U+0080–U+009F) escaped too: a terminal obeys them.
void append_safe(std::string& out, std::string_view text) {
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

bool is_plain(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text)
    if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '=') return false;
  return true;
}

void append_text(std::string& line, const Field& field) {
  line.append(" ").append(field.key).append("=");
  if (is_plain(field.value)) {
    line.append(field.value);
  } else {
    append_safe(line, field.value);
  }
}

void append_json(std::string& line, const Field& field) {
  line.append(",\"").append(field.key).append("\":");
  if (field.number) {
    line.append(field.value);
  } else {
    append_safe(line, field.value);
  }
}

}  // namespace

struct Log::Sink {
  explicit Sink(std::FILE* file)
      : logger("", std::make_shared<spdlog::sinks::stdout_sink_base<spdlog::details::console_mutex>>(file)) {
    logger.set_pattern("%v");
    logger.set_level(spdlog::level::trace);
    logger.flush_on(spdlog::level::trace);
  }
  spdlog::logger logger;
};

Log::Log(const Clock& clock, Level level, Format format, std::FILE* file)
    : clock_(clock), level_(level), format_(format), sink_(std::make_unique<Sink>(file)) {}
Log::~Log() = default;

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  if (!enabled(level) || level == Level::kOff) return;
  const auto index = static_cast<std::size_t>(level);
  const std::string time = time_text(clock_.now());
  std::string line;
  if (format_ == Format::kJson) {
    line.append(R"({"time":")").append(time).append(R"(","level":")").append(kNames[index]).append(R"(","event":)");
    append_safe(line, event);
    for (const auto& field : fields) append_json(line, field);
    line += '}';
  } else {
    line.append(time).append(" ").append(kNames[index]).append(" ").append(event);
    for (const auto& field : fields) append_text(line, field);
  }
  sink_->logger.log(kSystemLevels[index], "{}", line);
}

}  // namespace bedplate::telemetry
