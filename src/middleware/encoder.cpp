#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include "middleware/coding.hpp"

namespace bedplate::middleware {
namespace {

constexpr int kGzipLevel = 1;
constexpr int kBrotliQuality = 1;
constexpr int kBrotliWindow = 18;  // 256 KiB, so that an encoder is small
constexpr int kZstdLevel = 1;
constexpr int kZstdWindow = 18;
constexpr std::size_t kEncodedRoom = 16 * 1024;

class GzipEncoder final : public Encoder {
 public:
  GzipEncoder() { good_ = deflateInit2(&stream_, kGzipLevel, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK; }
  ~GzipEncoder() override { deflateEnd(&stream_); }
  bool reset() override { return good_ && deflateReset(&stream_) == Z_OK; }
  bool append(std::string_view part, bool last, std::string& out) override {
    if (!good_) return false;
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    stream_.avail_in = static_cast<uInt>(part.size());
    while (true) {
      const std::size_t before = out.size();
      out.resize(before + kEncodedRoom);
      stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
      stream_.avail_out = kEncodedRoom;
      const int code = deflate(&stream_, last ? Z_FINISH : Z_SYNC_FLUSH);
      out.resize(out.size() - stream_.avail_out);
      if (code == Z_STREAM_ERROR) return false;
      if (last ? code == Z_STREAM_END : stream_.avail_out > 0) return true;
    }
  }

 private:
  z_stream stream_{};
  bool good_ = false;
};

class BrotliEncoder final : public Encoder {
 public:
  BrotliEncoder() { (void)reset(); }
  ~BrotliEncoder() override { end(); }
  // The library can't begin anew with what it has.
  bool reset() override {
    end();
    state_ = BrotliEncoderCreateInstance(nullptr, nullptr, nullptr);
    return state_ && BrotliEncoderSetParameter(state_, BROTLI_PARAM_QUALITY, kBrotliQuality) &&
           BrotliEncoderSetParameter(state_, BROTLI_PARAM_LGWIN, kBrotliWindow);
  }
  bool append(std::string_view part, bool last, std::string& out) override {
    if (!state_) return false;
    const auto* next = reinterpret_cast<const std::uint8_t*>(part.data());
    std::size_t left = part.size();
    const auto operation = last ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_FLUSH;
    do {
      std::size_t none = 0;
      if (!BrotliEncoderCompressStream(state_, operation, &left, &next, &none, nullptr, nullptr)) return false;
      std::size_t size = 0;
      const auto* bytes = BrotliEncoderTakeOutput(state_, &size);
      out.append(reinterpret_cast<const char*>(bytes), size);
    } while (left > 0 || BrotliEncoderHasMoreOutput(state_) || (last && !BrotliEncoderIsFinished(state_)));
    return true;
  }

 private:
  void end() {
    if (state_) BrotliEncoderDestroyInstance(state_);
  }
  BrotliEncoderState* state_ = nullptr;
};

class ZstdEncoder final : public Encoder {
 public:
  ZstdEncoder() : context_(ZSTD_createCCtx()) {
    if (!context_) return;
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, kZstdLevel);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_windowLog, kZstdWindow);
  }
  ~ZstdEncoder() override { ZSTD_freeCCtx(context_); }
  bool reset() override { return context_ && !ZSTD_isError(ZSTD_CCtx_reset(context_, ZSTD_reset_session_only)); }
  bool append(std::string_view part, bool last, std::string& out) override {
    if (!context_) return false;
    ZSTD_inBuffer from{part.data(), part.size(), 0};
    while (true) {
      const std::size_t before = out.size();
      out.resize(before + kEncodedRoom);
      ZSTD_outBuffer to{out.data() + before, kEncodedRoom, 0};
      const std::size_t left = ZSTD_compressStream2(context_, &to, &from, last ? ZSTD_e_end : ZSTD_e_flush);
      out.resize(before + to.pos);
      if (ZSTD_isError(left)) return false;
      if (left == 0) return true;
    }
  }

 private:
  ZSTD_CCtx* context_;
};

}  // namespace

std::unique_ptr<Encoder> make_encoder(Coding coding) {
  switch (coding) {
    case Coding::kGzip:
      return std::make_unique<GzipEncoder>();
    case Coding::kBrotli:
      return std::make_unique<BrotliEncoder>();
    case Coding::kZstd:
      return std::make_unique<ZstdEncoder>();
    case Coding::kIdentity:
      break;
  }
  return nullptr;
}

}  // namespace bedplate::middleware
