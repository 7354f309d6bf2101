// Prints a table: what, figure, limit, and how much of the limit was used. Exit 1 when one is over.
//   rehearse-bench                            what everyone waits for
//   rehearse-bench large [QUESTIONS ANSWERS]  a library after years of study: 20,000 and 1,000,000
//   rehearse-bench growth                     the same of 1,000, 10,000 and 100,000 cards side by side
//   rehearse-bench sync [PART [ANSWERS]]      a sync server and its clients: idle, pushes, tls, devices,
//                                             sealing, postgres, group, day, or laptop, which reads 1,000,000
//                                             answers
//   --json behind any of them                 [{"name","measured","limit","unit","limit_is"}]
//   rehearse-bench simulate [--learners N] [--quick] [--json]  what the method is worth
#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "tests/bench/bench.h"
#include "tests/bench/figures.h"
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

void print_json(const std::vector<Figure>& figures) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Figure& figure : figures)
    list.push_back({{"name", figure.name},
                    {"measured", figure.measured},
                    {"limit", figure.limit},
                    {"unit", figure.unit},
                    {"limit_is", figure.limit_is}});
  std::puts(list.dump(1).c_str());
}

/// Six cards to a question of five points, fifty answers to each.
int print_growth() {
  constexpr std::array<std::size_t, 3> kQuestions{167, 1'667, 16'667};
  std::array<std::vector<Figure>, kQuestions.size()> sizes;
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = measure_large(kQuestions[i], 50 * kQuestions[i]);
  std::printf("%-44s %13s %13s %13s\n", "", "1,000 cards", "10,000 cards", "100,000 cards");
  for (std::size_t row = 0; row < sizes.front().size(); ++row) {
    std::printf("%-44s", sizes.front()[row].name.c_str());
    for (const std::vector<Figure>& figures : sizes)
      std::printf(" %10.3f %s", figures[row].measured, figures[row].unit.c_str());
    std::printf("\n");
  }
  return 0;
}

}  // namespace
}  // namespace rehearse::bench

int main(int count, char** words) {
  using namespace rehearse::bench;
  std::vector<std::string_view> arguments(words + 1, words + count);
  if (!arguments.empty() && arguments.front() == "simulate") return simulate(std::span(arguments).subspan(1));
  const bool as_json = !arguments.empty() && arguments.back() == "--json";
  if (as_json) arguments.pop_back();
  if (!arguments.empty() && arguments.front() == "growth") return print_growth();
  const auto number = [&](std::size_t at, std::size_t otherwise) {
    return arguments.size() > at ? std::strtoull(words[at + 1], nullptr, 10) : otherwise;
  };
  const bool is_large = !arguments.empty() && arguments.front() == "large";
  const bool is_sync = !arguments.empty() && arguments.front() == "sync";
  const std::vector<Figure> figures =
      is_sync    ? measure_sync(arguments.size() > 1 ? arguments[1] : "", number(2, 1'000'000))
      : is_large ? measure_large(number(1, 20'000), number(2, 1'000'000))
                 : measure_everything();
  if (!as_json) return print_table(figures);
  print_json(figures);
  return 0;
}
