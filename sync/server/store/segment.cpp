#include "sync/server/store/segment.h"

#include <zstd.h>

#include <array>
#include <memory>
#include <new>

#include "core/store/op.h"
#include "sync/protocol/body.h"
#include "sync/server/store/stored_instant.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {
namespace {

constexpr int kLevel = 9;  // 19 takes ten times as long for a twentieth less
constexpr std::uint64_t kFormat = 1;
constexpr unsigned kBitsOfGroup = 7, kMoreFollow = 0x80, kLastShift = 63;

// Side by side the numbers of a column hardly differ.
constexpr std::array kColumns = {&SealedOp::device, &SealedOp::counter, &SealedOp::admitted_ms,
                                 &SealedOp::author, &SealedOp::pushed_by};

void put(std::string& text, std::uint64_t number) {
  for (; number >= kMoreFollow; number >>= kBitsOfGroup) text += static_cast<char>(number | kMoreFollow);
  text += static_cast<char>(number);
}

std::uint64_t zigzag(std::uint64_t difference) {
  return difference << 1 ^ (difference >> kLastShift != 0 ? ~std::uint64_t{0} : 0);
}
std::uint64_t from_zigzag(std::uint64_t number) {
  return number >> 1 ^ ((number & 1) != 0 ? ~std::uint64_t{0} : 0);
}

/// Reads on behind what it has read. Behind a fault everything is zero.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : rest_(text) {}

  std::uint64_t next() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift <= kLastShift; shift += kBitsOfGroup) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      number |= std::uint64_t{byte & ~kMoreFollow} << shift;
      if ((byte & kMoreFollow) == 0) return number;
    }
    is_good_ = false;
    rest_ = {};
    return 0;
  }
  bool is_good() const { return is_good_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool is_good_ = true;
};

}  // namespace

std::string pack_ops(const std::vector<SealedOp>& ops) {
  std::string text;
  put(text, kFormat);
  put(text, ops.size());
  for (const auto column : kColumns) {
    std::uint64_t before = 0;
    for (const SealedOp& op : ops) {
      const auto number = static_cast<std::uint64_t>(op.*column);
      put(text, zigzag(number - before));
      before = number;
    }
  }
  for (const SealedOp& op : ops) put(text, op.line.size());
  for (const SealedOp& op : ops) text += op.line;

  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), packed.data(), packed.size(), text.data(), text.size());
  if (ZSTD_isError(size)) throw std::bad_alloc();  // the room is enough: nothing else can fail
  packed.resize(size);
  return packed;
}

std::optional<std::vector<SealedOp>> unpack_ops(std::string_view packed) {
  const auto text = unpack_body(packed, kMostUnpackedBytes);
  if (!text) return std::nullopt;
  Numbers numbers(*text);
  if (numbers.next() != kFormat) return std::nullopt;
  const std::uint64_t count = numbers.next();
  if (count == 0 || count > kMostSegmentOps) return std::nullopt;
  std::vector<SealedOp> ops(count);
  for (const auto column : kColumns) {
    std::uint64_t before = 0;
    for (SealedOp& op : ops) {
      before += from_zigzag(numbers.next());
      op.*column = static_cast<std::int64_t>(before);
    }
  }
  std::vector<std::uint64_t> sizes(count);
  for (std::uint64_t& size : sizes) size = numbers.next();
  std::string_view lines = numbers.rest();
  for (std::size_t i = 0; i < count; ++i) {
    if (sizes[i] > lines.size()) return std::nullopt;
    ops[i].line = lines.substr(0, sizes[i]);
    lines.remove_prefix(sizes[i]);
  }
  if (!numbers.is_good() || !lines.empty()) return std::nullopt;
  return ops;
}

StreamCursor behind(const StreamCursor& before, const SealedOp& op) {
  return behind(before, op_id(op.line), instant(op.admitted_ms), author_name(op.author));
}

}  // namespace rehearse::sync
