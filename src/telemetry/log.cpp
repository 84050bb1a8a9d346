#include "telemetry/log.hpp"

#include <array>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace bedplate::telemetry {
namespace {

constexpr std::array kSystemLevels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn, spdlog::level::err};

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
  TimeText time;
  std::string text;
  Line line(text, format_, time.of(clock_.now()), level, event);
  for (const auto& field : fields) {
    if (field.number) {
      line.number(field.key, field.value);
    } else {
      line.field(field.key, field.value);
    }
  }
  line.end();
  sink_->logger.log(kSystemLevels[static_cast<std::size_t>(level)], "{}", text);
}

void Log::write_lines(std::string_view lines) { sink_->logger.log(spdlog::level::info, "{}", lines); }

}  // namespace bedplate::telemetry
