#include "config/finding.hpp"

namespace bedplate::config {

std::string Finding::text() const {
  std::string out = source;
  if (position.line != 0) out += ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
  out += ": " + message;
  if (!hint.empty()) out += "\n  hint: " + hint;
  return out;
}

}  // namespace bedplate::config
