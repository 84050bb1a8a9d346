#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include "middleware/coding.hpp"

namespace bedplate::middleware {
namespace {

constexpr int kZstdWindowMost = 23;  // 8 MiB: what the format asks of every decoder

class GzipDecoder final : public Decoder {
 public:
  GzipDecoder() { good_ = inflateInit2(&stream_, 15 + 16) == Z_OK; }
  ~GzipDecoder() override { inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;
  bool reset() override { return good_ && inflateReset(&stream_) == Z_OK; }

  Step step(std::string_view& in, std::span<char> room) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = static_cast<uInt>(room.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - stream_.avail_in);
    return {.written = room.size() - stream_.avail_out,
            .end = code == Z_STREAM_END,
            .wrong = code != Z_STREAM_END && code != Z_OK && code != Z_BUF_ERROR};
  }

 private:
  z_stream stream_{};
  bool good_ = false;
};

class BrotliDecoder final : public Decoder {
 public:
  BrotliDecoder() { (void)reset(); }
  ~BrotliDecoder() override { end(); }
  BrotliDecoder(const BrotliDecoder&) = delete;
  BrotliDecoder& operator=(const BrotliDecoder&) = delete;
  // The library can't begin anew with what it has.
  bool reset() override {
    end();
    state_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    return state_ != nullptr;
  }

  Step step(std::string_view& in, std::span<char> room) override {
    const auto* next = reinterpret_cast<const std::uint8_t*>(in.data());
    std::size_t left = in.size();
    auto* to = reinterpret_cast<std::uint8_t*>(room.data());
    std::size_t space = room.size();
    const auto code = BrotliDecoderDecompressStream(state_, &left, &next, &space, &to, nullptr);
    in.remove_prefix(in.size() - left);
    return {.written = room.size() - space,
            .end = code == BROTLI_DECODER_RESULT_SUCCESS,
            .wrong = code == BROTLI_DECODER_RESULT_ERROR};
  }

 private:
  void end() {
    if (state_) BrotliDecoderDestroyInstance(state_);
  }
  BrotliDecoderState* state_ = nullptr;
};

class ZstdDecoder final : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {
    if (context_) ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, kZstdWindowMost);
  }
  ~ZstdDecoder() override { ZSTD_freeDCtx(context_); }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;
  bool reset() override { return context_ && !ZSTD_isError(ZSTD_DCtx_reset(context_, ZSTD_reset_session_only)); }

  Step step(std::string_view& in, std::span<char> room) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{room.data(), room.size(), 0};
    const std::size_t left = ZSTD_decompressStream(context_, &to, &from);
    in.remove_prefix(from.pos);
    return {.written = to.pos, .end = left == 0, .wrong = ZSTD_isError(left) != 0};
  }

 private:
  ZSTD_DCtx* context_;
};

}  // namespace

std::unique_ptr<Decoder> make_decoder(Coding coding) {
  switch (coding) {
    case Coding::kGzip:
      return std::make_unique<GzipDecoder>();
    case Coding::kBrotli:
      return std::make_unique<BrotliDecoder>();
    case Coding::kZstd:
      return std::make_unique<ZstdDecoder>();
    case Coding::kIdentity:
      break;
  }
  return nullptr;
}

}  // namespace bedplate::middleware
