// Tables with commas or tabs, and Anki's text export.
#include "tests/fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return rehearse::fuzz::read_twice(rehearse::fuzz::as_bytes(data, size), "table.csv");
}
