#include "tests/bench/figures.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace rehearse::bench {

int print_table(const std::vector<Figure>& figures) {
  std::printf("%-44s %13s %13s %8s  %s\n", "", "measured", "limit", "used", "the limit is");
  int over = 0;
  for (const Figure& figure : figures) {
    const char* unit = figure.unit.c_str();
    std::printf("%-44s %10.2f %s ", figure.name.c_str(), figure.measured, unit);
    if (figure.role == Role::kContext) {
      std::printf("%13s %8s  %s\n", "", "", figure.limit_is.c_str());
      continue;
    }
    const double used = figure.measured / figure.limit;
    std::printf("%10.2f %s %7.0f%%  %s\n", figure.limit, unit, used * 100, figure.limit_is.c_str());
    over += used > 1;
  }
  std::printf("%zu figures, %d over their limit\n", figures.size(), over);
  return over > 0 ? 1 : 0;
}

int print_json(const std::vector<Figure>& figures) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Figure& figure : figures)
    list.push_back({{"name", figure.name},
                    {"measured", figure.measured},
                    {"limit", figure.limit},
                    {"unit", figure.unit},
                    {"limit_is", figure.limit_is},
                    {"role", figure.role == Role::kContext ? "context" : "promise"},
                    {"shares", figure.shares}});
  std::puts(list.dump(1).c_str());
  return 0;
}

}  // namespace rehearse::bench
