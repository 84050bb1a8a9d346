// Any bytes: the parser ends without a fault; what it accepts prints to text that reads back equal; validation and
// rendering of whatever it found end too.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sdl/equal.hpp"
#include "sdl/parser.hpp"
#include "sdl/print.hpp"
#include "sdl/render_json.hpp"
#include "sdl/render_sarif.hpp"
#include "sdl/validate.hpp"
#include "sdl/weigh.hpp"

namespace {

using namespace bedplate;

void require(bool holds) {
  if (!holds) std::abort();
}

void round_trip(std::string_view text) {
  const sdl::Limits limits{.bytes = 1u << 24, .tokens = 1u << 24, .aliases = 1u << 24};
  const auto document = sdl::parse_document(text, sdl::Limits{}, sdl::Mode::kBoth);
  if (!document) return;
  const auto again = sdl::parse_document(sdl::print(**document), limits, sdl::Mode::kBoth);
  require(again.has_value());
  require(sdl::equal(**document, **again));
  for (const auto* operation : (*document)->operations) (void)sdl::weigh(**document, *operation);
}

void report(std::string_view text) {
  const sdl::ParsedSchema schema = sdl::parse_schema(text, "f");
  auto found = schema.diagnostics;
  for (auto& one : sdl::validate_sdl(*schema.document, "f")) found.push_back(std::move(one));
  for (auto& one : sdl::check_types(*schema.document, "f")) found.push_back(std::move(one));
  for (const auto& one : found) require(one.position.offset <= text.size());
  const sdl::SourceText source{"f", text};
  require(found.empty() == sdl::render_human(found, {&source, 1}).empty());
  require(!sdl::render_json(found).empty() && !sdl::render_sarif(found, "t", "1").empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  round_trip(text);
  report(text);
  return 0;
}
