// Prints a table: what, figure, limit, and how much of the limit was used. Exit 1 when one is over.
//   rehearse-bench                            what everyone waits for
//   rehearse-bench large [QUESTIONS ANSWERS]  a library after years of study: 20,000 and 1,000,000
//   rehearse-bench growth [LARGEST]           how each of them grows: 1,000 to 1,000,000 cards, answers …
//   rehearse-bench growth TOPIC SIZE          one size of it: library, deck, document, files, fit, sync
//   rehearse-bench sync [PART [ANSWERS]]      a sync server and its clients: idle, pushes, tls, devices,
//                                             sealing, postgres, group, day, or laptop, which reads 1,000,000
//                                             answers
//   --json behind any of them                 [{"name","measured","limit","unit","limit_is","role","shares"}]
//   rehearse-bench simulate [--learners N] [--quick] [--json]  what the method is worth
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

#include "tests/bench/bench.h"
#include "tests/bench/figures.h"
#include "tests/bench/growth.h"
#include "tests/bench/simulate/simulate.h"

namespace rehearse::bench {
namespace {

std::vector<Figure> measure_everything() {
  std::vector<Figure> figures = measure_memory();
  const auto import = [] { return measure_import(1'000); };
  for (std::vector<Figure> (*measure)() : {measure_documents, +import, measure_log, measure_library,
                                           measure_recall, measure_schedule, measure_search})
    for (Figure& figure : measure()) figures.push_back(std::move(figure));
  return figures;
}

int tell_usage(std::FILE* to) {
  std::fputs(
      "usage: rehearse-bench [--json]\n"
      "       rehearse-bench large [QUESTIONS ANSWERS] [--json]\n"
      "       rehearse-bench growth [LARGEST] [--json]\n"
      "       rehearse-bench growth library | deck | document | files | fit | sync SIZE [--json]\n"
      "       rehearse-bench sync [idle | pushes | tls | devices | laptop | sealing | postgres | group | "
      "day\n"
      "                            [ANSWERS]] [--json]\n"
      "       rehearse-bench simulate [--learners N] [--quick] [--json]\n",
      to);
  return to == stdout ? 0 : 2;
}

}  // namespace
}  // namespace rehearse::bench

int main(int count, char** words) {
  using namespace rehearse::bench;
  std::vector<std::string_view> arguments(words + 1, words + count);
  if (!arguments.empty() && arguments.front() == "simulate") return simulate(std::span(arguments).subspan(1));
  if (!arguments.empty() && (arguments.front() == "--help" || arguments.front() == "-h"))
    return tell_usage(stdout);
  const bool as_json = !arguments.empty() && arguments.back() == "--json";
  if (as_json) arguments.pop_back();
  const auto number = [&](std::size_t at, std::size_t otherwise) {
    return arguments.size() > at ? std::strtoull(words[at + 1], nullptr, 10) : otherwise;
  };
  const auto is = [&](std::string_view word) { return !arguments.empty() && arguments.front() == word; };
  if (!arguments.empty() && !is("large") && !is("growth") && !is("sync")) return tell_usage(stderr);
  if (is("growth") && arguments.size() < 3) {
    const auto rows = measure_all_growth(number(1, 100'000'000));
    return as_json ? print_growth_json(rows) : print_growth_table(rows);
  }
  const std::vector<Figure> figures =
      is("growth")  ? measure_growth(arguments[1], number(2, 0))
      : is("sync")  ? measure_sync(arguments.size() > 1 ? arguments[1] : "", number(2, 1'000'000))
      : is("large") ? measure_large(number(1, 20'000), number(2, 1'000'000))
                    : measure_everything();
  return as_json ? print_json(figures) : print_table(figures);
}
