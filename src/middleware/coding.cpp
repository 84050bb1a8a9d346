#include "middleware/coding.hpp"

#include <algorithm>
#include <array>

#include "http/header_name.hpp"
#include "http/syntax.hpp"

namespace bedplate::middleware {

using http::syntax::next_of;

namespace {

constexpr std::array<std::string_view, kCodings> kNames{"", "gzip", "br", "zstd"};

/// `0.7` in thousandths; what is no weight is none.
int weight(std::string_view parameters) {
  while (!parameters.empty()) {
    auto parameter = next_of(parameters, ';');
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    parameter.remove_prefix(2);
    if (parameter.empty() || (parameter[0] != '0' && parameter[0] != '1')) return 0;
    int thousandths = (parameter[0] - '0') * 1000;
    for (std::size_t i = 2, unit = 100; i < parameter.size() && unit > 0; ++i, unit /= 10)
      if (parameter[i] >= '0' && parameter[i] <= '9') thousandths += (parameter[i] - '0') * static_cast<int>(unit);
    return std::min(thousandths, 1000);
  }
  return 1000;
}

}  // namespace

std::string_view coding_name(Coding coding) { return kNames[static_cast<std::size_t>(coding)]; }

Result<AcceptedCoding> choose_coding(std::string_view accept_encoding) {
  constexpr int kNotNamed = -1;
  std::array<int, kCodings> weights{kNotNamed, kNotNamed, kNotNamed, kNotNamed};
  int others = kNotNamed;
  for (auto left = accept_encoding; !left.empty();) {
    auto item = next_of(left, ',');
    const auto name = next_of(item, ';');
    const int its = weight(item);
    if (name == "*") others = its;
    if (http::equals_ignoring_case(name, "identity")) weights[0] = its;
    for (std::size_t i = 1; i < kNames.size(); ++i)
      if (http::equals_ignoring_case(name, kNames[i]) || (i == 1 && http::equals_ignoring_case(name, "x-gzip")))
        weights[i] = its;
  }
  for (std::size_t i = 1; i < weights.size(); ++i)
    if (weights[i] == kNotNamed) weights[i] = std::max(others, 0);
  // Unless it is refused, what is as it is may always be sent.
  if (weights[0] == kNotNamed) weights[0] = others == 0 ? 0 : 1;
  Coding best = Coding::kIdentity;
  for (const Coding each : {Coding::kZstd, Coding::kBrotli, Coding::kGzip})
    if (const int its = weights[static_cast<std::size_t>(each)];
        its > 0 && (its > weights[static_cast<std::size_t>(best)] || (best == Coding::kIdentity && its == weights[0])))
      best = each;
  if (best == Coding::kIdentity && weights[0] == 0)
    return failure(Error(Reason::kNotAcceptable, "Accept-Encoding refuses every coding that there is")
                       .with_hint("allow gzip, br, zstd or identity"));
  return AcceptedCoding{best, weights[0] == 0};
}

Result<Coding> coding_named(std::string_view content_encoding) {
  const auto is = [&](std::string_view name) { return http::equals_ignoring_case(content_encoding, name); };
  if (content_encoding.empty() || is("identity")) return Coding::kIdentity;
  if (is("x-gzip")) return Coding::kGzip;
  for (std::size_t i = 1; i < kNames.size(); ++i)
    if (is(kNames[i])) return static_cast<Coding>(i);
  return failure(Error(Reason::kUnsupportedMediaType,
                       "the Content-Encoding '" + std::string(content_encoding) + "' is not read here")
                     .with_hint("send gzip, br or zstd, one alone, or the body as it is"));
}

}  // namespace bedplate::middleware
