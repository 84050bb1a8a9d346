// The JSON reader and writer: no input may crash them, and what is accepted must come out as text that is accepted
// again and then stays the same.
#include "base/assert.hpp"
#include "json/document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bedplate;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = json::Document::parse(text, {.bytes = 1u << 16});
  if (!document) {
    BP_ASSERT(!document.error().message().empty());
    BP_ASSERT(document.error().position().offset <= size);
    return 0;
  }
  std::string once;
  json::append(once, document->root());
  const auto again = json::Document::parse(once);
  BP_ASSERT(again.has_value());
  std::string twice;
  json::append(twice, again->root());
  BP_ASSERT(once == twice);
  return 0;
}
