// Prints a table: what, figure, limit, and how much of the limit was used. Exit 1 when one is over.
#include <cstdio>

#include "tests/bench/bench.h"

int main() {
  using namespace rehearse::bench;
  std::vector<Figure> figures = measure_memory();
  for (auto* measure : {measure_documents, measure_import, measure_library, measure_schedule})
    for (Figure& figure : measure()) figures.push_back(std::move(figure));
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
