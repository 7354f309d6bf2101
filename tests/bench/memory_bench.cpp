#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/base/file.h"
#include "tests/bench/bank.h"
#include "tests/bench/bench.h"
#include "tests/bench/peak_memory.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

constexpr double kMegabyte = 1e6;

Figure measure_parsing(const char* name, std::string_view text) {
  const test::Scratch scratch;
  const std::filesystem::path document = scratch / "bank.txt";
  if (write_file(document, text)) {
    const double limit = 8 * static_cast<double>(text.size()) / kMegabyte + 64;
    return {name, SmallParent().peak_memory_mb({"parse", document.string(), "--json"}), limit,
            "8 times the text and 64 MB", "MB"};
  }
  std::abort();
}

}  // namespace

std::vector<Figure> measure_memory() {
  const std::string bank = varied_bank(10'000'000);
  return {measure_parsing("memory of parse --json, a bank of 10 MB", bank),
          measure_parsing("memory of it as a site turned it round", mirrored(bank))};
}

}  // namespace rehearse::bench
