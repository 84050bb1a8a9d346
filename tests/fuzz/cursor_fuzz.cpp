// Cursors as a client may send them. A text opens only where sealing what it holds makes the same text again; what it
// holds is read as cells of any types, and what was read is written the same.
// links: base crypto operation/cursor.cpp
#include <cstdlib>

#include "base/base64.hpp"
#include "operation/cursor.hpp"

namespace {

using namespace bedplate;

const operation::CursorKeys& keys() {
  static const operation::CursorKeys made = [] {
    std::vector<crypto::SecretBytes> all;
    all.emplace_back("new");
    all.emplace_back("old");
    return operation::CursorKeys(std::move(all));
  }();
  return made;
}

/// The bytes as a place of columns whose types they begin with.
void read_place(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::size_t count = std::min<std::size_t>(static_cast<std::uint8_t>(bytes[0]) % 8, bytes.size() - 1);
  std::vector<Type> types;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[1 + i]);
    types.push_back({.scalar = static_cast<Scalar>(byte % 19),
                     .list = byte > 200,
                     .precision = static_cast<std::uint8_t>(byte % 38 + 1)});
  }
  bytes.remove_prefix(1 + count);
  Arena arena;
  const auto cells = operation::parse_place(bytes, types, arena);
  if (!cells) return;
  std::string again;
  for (const Cell cell : *cells) operation::append_place(again, cell);
  if (again != bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  read_place(input);
  const std::size_t half = size / 2;
  const auto context = input.substr(0, half), text = input.substr(half);
  if (const auto place = keys().open(context, text); place && keys().seal(context, *place) != text) std::abort();
  // What was sealed opens again, in its own context alone.
  const std::string sealed = keys().seal(context, text);
  const auto opened = keys().open(context, sealed);
  if (!opened || *opened != text) std::abort();
  if (keys().open(std::string(context) + "x", sealed)) std::abort();
  return 0;
}
