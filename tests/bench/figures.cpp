#include "tests/bench/figures.h"

#include <cstdio>

namespace rehearse::bench {

int print_table(const std::vector<Figure>& figures) {
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

}  // namespace rehearse::bench
