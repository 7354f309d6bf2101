// A folder of many documents, brought in by the command as a user gives it.
#include <cstdlib>
#include <sstream>
#include <string>

#include "core/base/file.h"
#include "gui/commands/command.h"
#include "tests/bench/bank.h"
#include "tests/bench/bench.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kBytesEach = 20'000;

}  // namespace

std::vector<Figure> measure_import(std::size_t documents) {
  const test::Scratch scratch;
  const auto folder = scratch / "documents";
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < documents; ++i) {
    const std::string number = std::to_string(i);
    const std::string text = "题库" + number + "号\n" + varied_bank(kBytesEach, i);
    if (!write_file(folder / (number + ".txt"), text)) std::abort();
  }
  std::istringstream in;
  std::ostringstream out, err;
  const Environment environment{[] { return *parse_instant("2026-11-21T12:00:00+08:00"); },
                                [next = std::uint64_t{0}]() mutable { return ++next; },
                                scratch / "library",
                                {},
                                Language::kEnglish,
                                false,
                                false,
                                false,
                                in,
                                out,
                                err};
  const auto import = [&] {
    if (import_command(environment, {folder.string()}, Output::kText) != 0) std::abort();
  };
  return {{"import documents of 20 KB, " + std::to_string(documents) + " of them", median_ms(1, import), 5000,
           "the plan's limit for 1,000"}};
}

}  // namespace rehearse::bench
