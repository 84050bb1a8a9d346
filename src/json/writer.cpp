#include "json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace bedplate::json {

void Writer::integer(std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), end});
}

void Writer::real(double value) {
  if (!std::isfinite(value)) return null();
  std::array<char, 40> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  raw({digits.data(), end});
}

}  // namespace bedplate::json
