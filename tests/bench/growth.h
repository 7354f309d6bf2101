// How what everyone waits for grows with what there is: each row at four sizes, and between neighbouring
// sizes the exponent x of size^x. 1 is linear; what grows faster is marked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/bench.h"

namespace rehearse::bench {

/// Above this a row is marked. Ten times the size in 14 times the time: caches that no longer hold it.
inline constexpr double kLinear = 1.15;
/// And only where all of it takes as long as this: nobody waits for less, and what it costs whatever the size
/// weighs more.
inline constexpr double kFeltMs = 1;

struct GrowthRow {
  std::string name;
  std::string unit;
  std::string of;  // what the sizes count: cards, bytes …
  std::vector<std::size_t> sizes;
  std::vector<double> measured;   // for each size
  std::vector<double> exponents;  // between it and the size before, of all that was done; one fewer
};

/// Of `measured` between two sizes; 0 where the larger is over in less than kFeltMs. `shares`: how many each
/// figure is the share of one of.
double growth_exponent(const Figure& smaller, std::size_t smaller_size, const Figure& larger,
                       std::size_t larger_size);

/// What is known of why the row of this name grows faster; empty when nothing is.
std::string_view why_it_grows(std::string_view name);

/// The rows of a topic at one size. Throws std::invalid_argument when there is no such topic.
std::vector<Figure> measure_growth(std::string_view topic, std::size_t size);

/// Every topic at each of its sizes but those above `largest`, each in a process of its own.
std::vector<GrowthRow> measure_all_growth(std::size_t largest);

int print_growth_table(const std::vector<GrowthRow>& rows);
/// [{"name","unit","of","sizes","measured","exponents","why"}]
int print_growth_json(const std::vector<GrowthRow>& rows);

}  // namespace rehearse::bench
