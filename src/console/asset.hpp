#pragma once
// Asset: one file of the pages, with its encodings made when the program was built. The table is written by
// web/build.mjs and lives as long as the program; any thread.
#include <span>
#include <string_view>

namespace bedplate::console {

struct Asset {
  std::string_view path;  ///< as requested: `/docs`, `/docs/main-4JXQ2A7B.js`
  std::string_view content_type;
  std::string_view etag;  ///< of the plain form, with its quotes
  bool lasting = false;   ///< its path holds its hash: it never changes
  std::span<const unsigned char> plain, gzip, brotli;
};

std::span<const Asset> assets();

}  // namespace bedplate::console
