#pragma once
// Compression: bodies in the codings of middleware/coding.hpp, for the handlers of one loop. Keeps encoders, decoders
// and a buffer for the next body, so that one usually costs no memory of its own.
#include <array>
#include <optional>
#include <vector>

#include "http/message.hpp"
#include "middleware/coding.hpp"

namespace bedplate::middleware {

/// One reply in parts.
class EncodedParts {
 public:
  /// Replaces the reply's body, the next part, by what stands for it. False: memory ran out.
  bool encode(http::Reply& reply, bool last);

 private:
  friend class Compression;
  std::unique_ptr<Encoder> encoder_;
  Coding coding_ = Coding::kIdentity;
  std::string scratch_;
};

class Compression {
 public:
  static constexpr std::size_t kSmallest = 1024;                 ///< what is shorter is sent as it is
  static constexpr std::size_t kLargest = std::size_t{2} << 20;  ///< of a whole reply: more would hold up the loop

  /// What the reply may be written in. NOT_ACCEPTABLE.
  Result<AcceptedCoding> accepted(const http::Request& request);
  /// Whether a whole reply with such a body is encoded, unless that makes it no shorter.
  static bool encodes(AcceptedCoding accepted, std::size_t size) {
    return accepted.coding != Coding::kIdentity && (accepted.must || (size >= kSmallest && size <= kLargest));
  }
  /// Encodes a whole reply where that is worth it, and tells caches.
  void encode(AcceptedCoding accepted, http::Reply& reply);
  /// The same of a reply in parts, before its head is sent; begin() adds the head's fields.
  EncodedParts begin(AcceptedCoding accepted, http::Reply& reply);
  void give_back(EncodedParts parts);

  /// Replaces a body that has a Content-Encoding by what it stands for, at most `most` bytes, in the request's arena.
  /// UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, MALFORMED_REQUEST.
  Result<void> decode(std::size_t most, http::Request& request, http::Reply& reply);

 private:
  std::unique_ptr<Encoder> take(Coding coding);
  void give_back(Coding coding, std::unique_ptr<Encoder> encoder);

  std::array<std::vector<std::unique_ptr<Encoder>>, kCodings> encoders_;
  std::array<std::unique_ptr<Decoder>, kCodings> decoders_;
  std::string scratch_;
  std::string asked_;  // the Accept-Encoding of last time: clients send the same one again and again
  std::optional<AcceptedCoding> chosen_;
};

/// Appends to `out` all that `in`, a whole body, stands for. PAYLOAD_TOO_LARGE beyond `most` bytes, MALFORMED_REQUEST.
Result<void> decode_whole(Decoder& decoder, std::string_view in, std::size_t most, std::string& out);

}  // namespace bedplate::middleware
