#pragma once
// Content codings, both ways: gzip by zlib, br by libbrotli, zstd by libzstd, at the levels that cost least. Encoders
// and decoders hold no more than some hundred KiB and are used again after reset(). One loop.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace bedplate::middleware {

enum class Coding : std::uint8_t { kIdentity, kGzip, kBrotli, kZstd };
constexpr std::size_t kCodings = 4;

/// `gzip`, `br`, `zstd`; empty for identity.
std::string_view coding_name(Coding coding);

struct AcceptedCoding {
  Coding coding = Coding::kIdentity;
  bool must = false;  ///< what is not encoded is refused
};

/// What an Accept-Encoding field prefers (RFC 9110 section 12.5.3); of several alike the cheapest. NOT_ACCEPTABLE where
/// it refuses everything.
Result<AcceptedCoding> choose_coding(std::string_view accept_encoding);

/// Writes one body, in parts each of which can be read when it comes.
class Encoder {
 public:
  virtual ~Encoder() = default;
  /// Ready for another body.
  virtual bool reset() = 0;
  /// Appends what stands for `part`; `last` ends the body. False: memory ran out.
  virtual bool append(std::string_view part, bool last, std::string& out) = 0;
};
/// Null for identity, or when memory ran out.
std::unique_ptr<Encoder> make_encoder(Coding coding);

/// Reads one body.
class Decoder {
 public:
  virtual ~Decoder() = default;
  virtual bool reset() = 0;
  struct Step {
    std::size_t written = 0;
    bool end = false;    ///< of the body
    bool wrong = false;  ///< this is no such coding
  };
  /// Takes what it uses off the front of `in`, writes to `room`; room that is not filled wants more of `in`.
  virtual Step step(std::string_view& in, std::span<char> room) = 0;
};
/// Of a Content-Encoding; null for one that is not read here.
std::unique_ptr<Decoder> make_decoder(Coding coding);
/// The coding that a Content-Encoding names. UNSUPPORTED_MEDIA_TYPE: none of ours, or several.
Result<Coding> coding_named(std::string_view content_encoding);

}  // namespace bedplate::middleware
