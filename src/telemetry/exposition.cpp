#include "telemetry/exposition.hpp"

#include <fmt/format.h>

namespace bedplate::telemetry {
namespace {

void append_label(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append("=\"");
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

}  // namespace

void Exposition::family(std::string_view name, std::string_view type, std::string_view help) {
  name_ = name;
  out_.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name);
  out_.append(" ").append(type).append("\n");
}

void Exposition::begin(std::string_view suffix, Labels labels, std::string_view bound) {
  out_.append(name_).append(suffix);
  if (labels.size() > 0 || !bound.empty()) {
    char between = '{';
    for (const auto& [name, value] : labels) {
      out_ += std::exchange(between, ',');
      append_label(out_, name, value);
    }
    if (!bound.empty()) {
      out_ += between;
      append_label(out_, "le", bound);
    }
    out_ += '}';
  }
  out_ += ' ';
}

void Exposition::sample(std::uint64_t value, Labels labels) {
  begin("", labels, "");
  out_.append(std::to_string(value)).append("\n");
}

void Exposition::seconds(double value, Labels labels) {
  begin("", labels, "");
  out_.append(fmt::format("{}", value)).append("\n");
}

void Exposition::histogram(std::span<const std::uint64_t> bounds, std::span<const std::uint64_t> counts,
                           std::uint64_t sum, double unit, Labels labels) {
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    below += counts[i];
    begin("_bucket", labels, i < bounds.size() ? fmt::format("{}", static_cast<double>(bounds[i]) / unit) : "+Inf");
    out_.append(std::to_string(below)).append("\n");
  }
  begin("_sum", labels, "");
  out_.append(fmt::format("{}", static_cast<double>(sum) / unit)).append("\n");
  begin("_count", labels, "");
  out_.append(std::to_string(below)).append("\n");
}

void Exposition::counter(std::string_view name, std::string_view help, std::uint64_t value) {
  family(name, "counter", help);
  sample(value);
}

void Exposition::gauge(std::string_view name, std::string_view help, std::uint64_t value) {
  family(name, "gauge", help);
  sample(value);
}

}  // namespace bedplate::telemetry
