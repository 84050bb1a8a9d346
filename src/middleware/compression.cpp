#include "middleware/compression.hpp"

#include <utility>

namespace bedplate::middleware {
namespace {

constexpr std::size_t kSpareEncoders = 4;  // of a coding
constexpr std::size_t kKeptScratch = 256 * 1024;
constexpr std::size_t kDecodedRoom = 16 * 1024;

using http::HeaderName;

Error not_as_named() {
  return Error(Reason::kMalformedRequest, "the body is not what its Content-Encoding says, or not whole");
}

/// Several fields are one list.
std::string joined(const http::Request& request) {
  std::string all;
  for (const auto& field : request.headers())
    if (field.known == HeaderName::kAcceptEncoding) all.append(all.empty() ? "" : ",").append(field.value);
  return all;
}

}  // namespace

bool EncodedParts::encode(http::Reply& reply, bool last) {
  if (!encoder_) return true;
  scratch_.clear();
  if (!encoder_->append(reply.body, last, scratch_)) return false;
  reply.body.swap(scratch_);
  return true;
}

Result<AcceptedCoding> Compression::accepted(const http::Request& request) {
  if (!request.has(HeaderName::kAcceptEncoding)) return AcceptedCoding{};
  const auto first = request.header(HeaderName::kAcceptEncoding);
  std::size_t fields = 0;
  for (const auto& field : request.headers()) fields += field.known == HeaderName::kAcceptEncoding;
  if (fields > 1) return choose_coding(joined(request));
  if (chosen_ && asked_ == first) return *chosen_;
  BP_TRY(const auto made, choose_coding(first));
  asked_ = first;
  chosen_ = made;
  return made;
}

void Compression::encode(AcceptedCoding accepted, http::Reply& reply) {
  if (reply.body.empty() || !encodes(accepted, reply.body.size())) return;
  auto encoder = take(accepted.coding);
  if (!encoder) return;
  scratch_.clear();
  if (encoder->append(reply.body, true, scratch_) && (accepted.must || scratch_.size() < reply.body.size())) {
    reply.add_header("Content-Encoding", coding_name(accepted.coding));
    reply.body.swap(scratch_);
  }
  if (scratch_.capacity() > kKeptScratch) scratch_ = {};
  give_back(accepted.coding, std::move(encoder));
}

EncodedParts Compression::begin(AcceptedCoding accepted, http::Reply& reply) {
  EncodedParts made;
  made.encoder_ = take(accepted.coding);
  made.coding_ = accepted.coding;
  if (made.encoder_) reply.add_header("Content-Encoding", coding_name(accepted.coding));
  return made;
}

void Compression::give_back(EncodedParts parts) {
  if (parts.encoder_) give_back(parts.coding_, std::move(parts.encoder_));
}

std::unique_ptr<Encoder> Compression::take(Coding coding) {
  auto& spare = encoders_[static_cast<std::size_t>(coding)];
  if (spare.empty()) return make_encoder(coding);
  auto encoder = std::move(spare.back());
  spare.pop_back();
  return encoder->reset() ? std::move(encoder) : nullptr;
}

void Compression::give_back(Coding coding, std::unique_ptr<Encoder> encoder) {
  auto& spare = encoders_[static_cast<std::size_t>(coding)];
  if (spare.size() < kSpareEncoders) spare.push_back(std::move(encoder));
}

Result<void> Compression::decode(std::size_t most, http::Request& request, http::Reply& reply) {
  if (!request.has(HeaderName::kContentEncoding)) return {};
  auto coding = coding_named(request.header(HeaderName::kContentEncoding));
  // What would be read (RFC 9110 section 12.5.3); it must outlive the problem that is written next.
  if (!coding) {
    reply.add_standing_header("Accept-Encoding", "gzip, br, zstd");
    return std::unexpected(std::move(coding).error());
  }
  if (*coding == Coding::kIdentity || request.body().empty()) return {};
  auto& decoder = decoders_[static_cast<std::size_t>(*coding)];
  if (!decoder) decoder = make_decoder(*coding);
  if (!decoder || !decoder->reset()) return failure(Reason::kOverloaded, "memory ran out");
  scratch_.clear();
  const auto decoded = decode_whole(*decoder, request.body(), most, scratch_);
  if (decoded) request.set_body(request.arena().copy(scratch_));
  if (scratch_.capacity() > kKeptScratch) scratch_ = {};
  return decoded;
}

Result<void> decode_whole(Decoder& decoder, std::string_view in, std::size_t most, std::string& out) {
  std::array<char, kDecodedRoom> room;
  const std::size_t before = out.size();
  while (true) {
    const auto step = decoder.step(in, room);
    if (step.wrong) return failure(not_as_named());
    if (out.size() - before + step.written > most)
      return failure(Error(Reason::kPayloadTooLarge,
                           "the body is larger than " + std::to_string(most) + " bytes when it is decoded")
                         .with_hint("send fewer rows in a request"));
    out.append(room.data(), step.written);
    if (step.end) return in.empty() ? Result<void>{} : failure(not_as_named());
    if (in.empty() && step.written < room.size()) return failure(not_as_named());
  }
}

}  // namespace bedplate::middleware
