// Bodies of CSV: no input may crash the reader, and what is accepted, written again with every field in quotes, must be
// read as the same rows.
// links: json rest/csv.cpp
#include "base/assert.hpp"
#include "rest/csv.hpp"

namespace {

using namespace bedplate;

void append_field(std::string& out, std::string_view text, bool null) {
  if (null) return;
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string written(std::span<const json::Node> rows) {
  std::string out;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    const auto& row = rows[i == 0 ? 0 : i - 1];
    for (std::size_t k = 0; k < row.children.size(); ++k) {
      if (k > 0) out += ',';
      const auto& field = row.children[k];
      append_field(out, i == 0 ? field.key : field.text, i > 0 && field.is_null());
    }
    // A line of one null would be an empty one, which is skipped.
    if (i > 0 && row.children.size() == 1 && row.children[0].is_null()) out += "NULL";
    out += "\r\n";
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Arena arena;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto rows = rest::parse_csv(text, arena);
  if (!rows) {
    BP_ASSERT(!rows.error().message().empty());
    return 0;
  }
  if (rows->empty()) return 0;
  const std::string once = written(*rows);
  const auto again = rest::parse_csv(once, arena);
  BP_ASSERT(again.has_value());
  BP_ASSERT(again->size() == rows->size());
  BP_ASSERT(written(*again) == once);
  return 0;
}
