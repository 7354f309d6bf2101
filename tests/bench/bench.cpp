// Prints a table: what, milliseconds, limit, and how much of the limit was used. Exit 1 when one is over.
#include <cstdio>

#include "tests/bench/bench.h"

int main() {
  using namespace rehearse::bench;
  std::vector<Figure> figures = measure_documents();
  for (auto* measure : {measure_import, measure_library})
    for (Figure& figure : measure()) figures.push_back(std::move(figure));
  std::printf("%-44s %10s %10s %8s  %s\n", "", "ms", "limit ms", "used", "the limit is");
  int over = 0;
  for (const Figure& figure : figures) {
    const double used = figure.milliseconds / figure.limit;
    std::printf("%-44s %10.2f %10.2f %7.0f%%  %s\n", figure.name.c_str(), figure.milliseconds, figure.limit,
                used * 100, figure.limit_is.c_str());
    over += used > 1;
  }
  std::printf("%zu figures, %d over their limit\n", figures.size(), over);
  return over > 0 ? 1 : 0;
}
