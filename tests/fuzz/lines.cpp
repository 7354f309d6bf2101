// The lines of a request and of a reply.
#include "tests/fuzz/message.h"
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rehearse::fuzz::check_message(rehearse::fuzz::as_bytes(data, size));
  return 0;
}
