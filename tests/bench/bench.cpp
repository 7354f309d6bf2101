// Prints a table: what, figure, limit, and how much of the limit was used. Exit 1 when one is over.
//   rehearse-bench                            what everyone waits for
//   rehearse-bench large [QUESTIONS ANSWERS]  a library after years of study: 20,000 and 1,000,000
//   rehearse-bench simulate [--learners N] [--quick] [--json]  what the method is worth
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

#include "tests/bench/bench.h"
#include "tests/bench/simulate/simulate.h"

namespace rehearse::bench {
namespace {

std::vector<Figure> measure_everything() {
  std::vector<Figure> figures = measure_memory();
  for (auto* measure : {measure_documents, measure_import, measure_log, measure_library, measure_recall,
                        measure_schedule, measure_search})
    for (Figure& figure : measure()) figures.push_back(std::move(figure));
  return figures;
}

int print(const std::vector<Figure>& figures) {
  std::printf("%-44s %13s %13s %8s  %s\n", "", "measured", "limit", "used", "the limit is");
  int over = 0;
  for (const Figure& figure : figures) {
    const double used = figure.measured / figure.limit;
    const char* unit = figure.unit.c_str();
    std::printf("%-44s %10.2f %s %10.2f %s %7.0f%%  %s\n", figure.name.c_str(), figure.measured, unit,
                figure.limit, unit, used * 100, figure.limit_is.c_str());
    over += used > 1;
  }
  std::printf("%zu figures, %d over their limit\n", figures.size(), over);
  return over > 0 ? 1 : 0;
}

}  // namespace
}  // namespace rehearse::bench

int main(int count, char** words) {
  using namespace rehearse::bench;
  const std::vector<std::string_view> arguments(words + 1, words + count);
  if (!arguments.empty() && arguments.front() == "simulate") return simulate(std::span(arguments).subspan(1));
  if (arguments.empty() || arguments.front() != "large") return print(measure_everything());
  const auto number = [&](std::size_t at, std::size_t otherwise) {
    return arguments.size() > at ? std::strtoull(words[at + 1], nullptr, 10) : otherwise;
  };
  return print(measure_large(number(1, 20'000), number(2, 1'000'000)));
}
