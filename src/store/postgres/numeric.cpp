#include "store/postgres/numeric.hpp"

#include <algorithm>
#include <vector>

#include "store/postgres/binary.hpp"

namespace bedplate::store::postgres {
namespace {

constexpr std::uint16_t kNegative = 0x4000;
constexpr int kMaxGroups = 64;  // far beyond 38 digits

}  // namespace

std::optional<Decimal> decode_numeric(std::string_view bytes) {
  Reader reader(bytes);
  std::int16_t groups = 0, weight = 0, scale = 0;
  std::uint16_t sign = 0;
  if (!reader.read(groups) || !reader.read(weight) || !reader.read(sign) || !reader.read(scale)) return std::nullopt;
  if ((sign != 0 && sign != kNegative) || groups < 0 || groups > kMaxGroups || weight > kMaxGroups ||
      weight < -kMaxGroups || scale < 0)
    return std::nullopt;
  // Written out as text with all of its digits: zero groups on either side are left out in the binary form.
  std::string text = sign == kNegative ? "-" : "";
  std::int16_t group = 0;
  const auto append = [&](int digits) {
    const char four[] = {static_cast<char>('0' + digits / 1000), static_cast<char>('0' + digits / 100 % 10),
                         static_cast<char>('0' + digits / 10 % 10), static_cast<char>('0' + digits % 10)};
    text.append(four, 4);
  };
  const auto next = [&](int at) -> int {
    std::int16_t digits = 0;
    if (at < 0 || group >= groups) return 0;
    ++group;
    return reader.read(digits) && digits >= 0 && digits < 10000 ? digits : -1;
  };
  if (weight < 0) text += '0';
  for (int at = 0; at <= weight; ++at) {
    const int digits = next(at);
    if (digits < 0) return std::nullopt;
    append(digits);
  }
  if (scale > 0) {
    text += '.';
    const std::size_t end = text.size() + static_cast<std::size_t>(scale);
    for (int at = weight + 1; text.size() < end; ++at) {
      const int digits = next(at);
      if (digits < 0) return std::nullopt;
      append(digits);
    }
    text.resize(end);
  }
  return Decimal::parse(text);
}

void encode_numeric(std::string& out, const Decimal& number) {
  const std::size_t scale = static_cast<std::size_t>(number.scale());
  char buffer[Decimal::kMaxText];
  const std::string_view written(buffer, static_cast<std::size_t>(number.write(buffer) - buffer));
  std::string digits;
  for (const char c : written)
    if (c >= '0' && c <= '9') digits += c;
  const std::size_t whole = digits.size() - scale;
  digits.insert(0, (4 - whole % 4) % 4, '0');
  digits.append((4 - scale % 4) % 4, '0');
  int weight = static_cast<int>((whole + 3) / 4) - 1;
  std::vector<std::int16_t> groups;
  for (std::size_t i = 0; i < digits.size(); i += 4)
    groups.push_back(static_cast<std::int16_t>((digits[i] - '0') * 1000 + (digits[i + 1] - '0') * 100 +
                                               (digits[i + 2] - '0') * 10 + (digits[i + 3] - '0')));
  const auto first = std::find_if(groups.begin(), groups.end(), [](int group) { return group != 0; });
  weight -= static_cast<int>(first - groups.begin());
  groups.erase(groups.begin(), first);
  while (!groups.empty() && groups.back() == 0) groups.pop_back();
  if (groups.empty()) weight = 0;
  put_big(out, static_cast<std::int16_t>(groups.size()));
  put_big(out, static_cast<std::int16_t>(weight));
  put_big(out, static_cast<std::uint16_t>(number.is_negative() ? kNegative : 0));
  put_big(out, static_cast<std::int16_t>(scale));
  for (const auto group : groups) put_big(out, group);
}

}  // namespace bedplate::store::postgres
