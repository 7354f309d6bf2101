// A packed body, and what is in it.
#include "sync/protocol/body.h"
#include "sync/protocol/limits.h"
#include "tests/fuzz/message.h"
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rehearse;
  using fuzz::require;
  constexpr std::size_t kSmallRoom = 1000;
  const std::string_view packed = fuzz::as_bytes(data, size);
  const auto text = sync::unpack_body(packed, sync::kMostBodyBytes);
  const auto small = sync::unpack_body(packed, kSmallRoom);
  require(!small || (text == small && small->size() <= kSmallRoom), "no more than there is room for");
  if (!text) return 0;
  require(text->size() <= sync::kMostBodyBytes, "a body is within its limit");
  require(small.has_value() == (text->size() <= kSmallRoom), "what there is room for is unpacked");
  require(sync::unpack_body(sync::pack_body(*text), sync::kMostBodyBytes) == text,
          "what is packed comes back");
  fuzz::check_message(*text);
  return 0;
}
