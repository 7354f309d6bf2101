// A cursor as a client sends it, and the one that its bytes make.
#include <algorithm>
#include <cstring>

#include "core/store/op.h"
#include "sync/protocol/stream_cursor.h"
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rehearse;
  using fuzz::require;
  const std::string_view text = fuzz::as_bytes(data, size);
  if (const auto cursor = sync::parse_cursor(text)) {
    require(cursor->n >= 0 && cursor->n <= sync::kMostOfStream, "ops are counted from the begin");
    require(sync::to_text(*cursor) == text, "one cursor has one text");
    const sync::StreamCursor next = sync::behind(*cursor, op_id(text), {}, text.substr(0, 4));
    require(cursor->n == sync::kMostOfStream || sync::parse_cursor(sync::to_text(next)) == next,
            "what is written is read back");
  }
  sync::StreamCursor any;
  std::memcpy(&any.n, data, std::min(size, sizeof any.n));
  if (size > sizeof any.n)
    std::memcpy(&any.chain, data + sizeof any.n, std::min(size - sizeof any.n, sizeof any.chain));
  if (any.n > 0 && any.n <= sync::kMostOfStream)
    require(sync::parse_cursor(sync::to_text(any)) == any, "every cursor has a text");
  return 0;
}
