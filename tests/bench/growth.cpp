#include "tests/bench/growth.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/bench/self.h"

namespace rehearse::bench {
namespace {

struct Topic {
  const char* name;
  const char* of;
  std::array<std::size_t, 4> sizes;
};

constexpr std::array kTopics{
    Topic{"library", "cards", {1'000, 10'000, 100'000, 1'000'000}},
    Topic{"deck", "cards", {1'000, 10'000, 100'000, 1'000'000}},
    Topic{"document", "bytes", {10'000, 100'000, 1'000'000, 10'000'000}},
    Topic{"files", "files of 20 KB", {1, 10, 100, 1'000}},
    Topic{"fit", "answers", {1'000, 10'000, 100'000, 1'000'000}},
    Topic{"sync", "answers", {1'000, 10'000, 100'000, 1'000'000}},
};

struct Explained {
  std::string_view name, why;
};

/// From reading the code; no profile has shown it yet.
constexpr std::string_view kOutgrowsCaches =
    "answers come in the order of their days, each to the memory of some other question: a look-up each, "
    "and from 100,000 cards on what is looked up outgrows the processor's caches";
constexpr std::string_view kRandomPages =
    "ids are hashes and an answer may be about any card, so that a line falls on two pages of indexes "
    "anywhere: from 100,000 lines on nearly each has these to read, and a commit to write, for itself "
    "(a cache of a gigabyte takes a sixth off)";

/// Measured, but where it says that it was only read.
constexpr std::array kExplained{
    Explained{"write an answer's line, many at once", kRandomPages},
    Explained{"answers down to a new device", kRandomPages},
    Explained{"of them down: the client's merge", kRandomPages},
    Explained{"fold all answers again by SM-2", kOutgrowsCaches},
    Explained{"switch to FSRS-6", kOutgrowsCaches},
    Explained{"statistics of one deck, with its readiness over time", kOutgrowsCaches},
    Explained{"fit FSRS-6 to answers",
              "steps until nothing is gained, each a walk over the answers: 4 for the 1,000, "
              "19 for the 10,000, then 5 and 6"},
};

/// In a process of its own, which is small when it starts: its memory is a figure too.
std::vector<Figure> measure_beside(const Topic& topic, std::size_t size) {
  const std::string printed = output_of_self({"growth", topic.name, std::to_string(size), "--json"});
  std::vector<Figure> figures;
  for (const auto& figure : nlohmann::json::parse(printed))
    figures.push_back({figure.at("name"), figure.at("measured"), figure.at("limit"), figure.at("limit_is"),
                       figure.at("unit"), Role::kPromise, figure.at("shares")});
  return figures;
}

void add_size(const Topic& topic, std::size_t size, const std::vector<Figure>& figures,
              std::vector<GrowthRow>& rows, std::vector<Figure>& before) {
  if (rows.empty())
    for (const Figure& figure : figures) rows.push_back({figure.name, figure.unit, topic.of, {}, {}, {}});
  if (figures.size() != rows.size()) throw std::runtime_error("a size has other rows");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].sizes.empty())
      rows[i].exponents.push_back(growth_exponent(before[i], rows[i].sizes.back(), figures[i], size));
    rows[i].sizes.push_back(size);
    rows[i].measured.push_back(figures[i].measured);
  }
  before = figures;
}

bool is_marked(const GrowthRow& row) {
  for (const double exponent : row.exponents)
    if (exponent > kLinear) return true;
  return false;
}

}  // namespace

double growth_exponent(const Figure& smaller, std::size_t smaller_size, const Figure& larger,
                       std::size_t larger_size) {
  const double before = smaller.measured * static_cast<double>(smaller.shares);
  const double after = larger.measured * static_cast<double>(larger.shares);
  const double ms = larger.unit == "ms" ? after : larger.unit == "us" ? after / 1000 : kFeltMs;
  if (before <= 0 || after <= 0 || ms < kFeltMs) return 0;
  return std::log(after / before) /
         std::log(static_cast<double>(larger_size) / static_cast<double>(smaller_size));
}

std::string_view why_it_grows(std::string_view name) {
  for (const Explained& explained : kExplained)
    if (explained.name == name) return explained.why;
  return {};
}

std::vector<GrowthRow> measure_all_growth(std::size_t largest) {
  std::vector<GrowthRow> all;
  for (const Topic& topic : kTopics) {
    std::vector<GrowthRow> rows;
    std::vector<Figure> before;
    for (const std::size_t size : topic.sizes) {
      if (size > largest) continue;
      std::fprintf(stderr, "growth: %s, %zu %s\n", topic.name, size, topic.of);
      add_size(topic, size, measure_beside(topic, size), rows, before);
    }
    for (GrowthRow& row : rows) all.push_back(std::move(row));
  }
  return all;
}

int print_growth_table(const std::vector<GrowthRow>& rows) {
  std::string of;
  for (const GrowthRow& row : rows) {
    if (row.of != of) {
      of = row.of;
      std::printf("%-56s", of.c_str());
      for (const std::size_t size : row.sizes) std::printf(" %13zu", size);
      std::printf("  exponents\n");
    }
    std::printf("%-56s", row.name.c_str());
    for (const double measured : row.measured) std::printf(" %10.3f %-2s", measured, row.unit.c_str());
    for (const double exponent : row.exponents)
      std::printf(" %5.2f%s", exponent, exponent > kLinear ? "!" : " ");
    std::printf("\n");
    if (is_marked(row)) std::printf("  ! %s\n", std::string(why_it_grows(row.name)).c_str());
  }
  return 0;
}

int print_growth_json(const std::vector<GrowthRow>& rows) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const GrowthRow& row : rows)
    list.push_back({{"name", row.name},
                    {"unit", row.unit},
                    {"of", row.of},
                    {"sizes", row.sizes},
                    {"measured", row.measured},
                    {"exponents", row.exponents},
                    {"why", is_marked(row) ? std::string(why_it_grows(row.name)) : ""}});
  std::puts(list.dump(1).c_str());
  return 0;
}

}  // namespace rehearse::bench
