#include "sync/protocol/body.h"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <new>

namespace rehearse::sync {
namespace {

constexpr int kLevel = 3;       // 27 bytes an op; 19 takes thirty times as long for 21
constexpr int kWindowLog = 23;  // 8 MiB
constexpr std::size_t kStep = 64 * 1024;

}  // namespace

std::string pack_body(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), kLevel);
  if (ZSTD_isError(size)) throw std::bad_alloc();  // the room is enough: nothing else can fail
  packed.resize(size);
  return packed;
}

std::optional<std::string> unpack_body(std::string_view packed, std::size_t most) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLog);
  std::string text;
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  for (std::size_t left = 1; left > 0;) {
    const std::size_t before = text.size(), read_before = in.pos;
    text.resize(std::min(before + kStep, most + 1));  // one more than may be tells that there is more
    ZSTD_outBuffer out{text.data() + before, text.size() - before, 0};
    left = ZSTD_decompressStream(context.get(), &out, &in);
    text.resize(before + out.pos);
    const bool stands_still = out.pos == 0 && in.pos == read_before;
    if (ZSTD_isError(left) || text.size() > most || (left > 0 && stands_still)) return std::nullopt;
  }
  if (in.pos != in.size) return std::nullopt;  // a second frame
  return text;
}

}  // namespace rehearse::sync
