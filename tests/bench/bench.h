// A benchmark measures one thing users wait for and sets it against a limit, so that a figure means the
// same on a fast machine, a slow one and a busy one.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"

namespace rehearse::bench {

enum class Role {
  kPromise,  // held against its limit
  kContext,  // what the machine or others did meanwhile: shown, never over a limit
};

struct Figure {
  std::string name;      // what was done, with its size; no two of one benchmark have the same
  double measured;       // of times the median of several runs
  double limit;          // in the same unit
  std::string limit_is;  // where the limit comes from
  std::string unit = "ms";
  Role role = Role::kPromise;
  std::size_t shares = 1;  // `measured` is the share of one where so many were done
};

/// The median of `runs` calls of `work`, in milliseconds.
template <class Work>
double median_ms(int runs, Work&& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

/// First of all: a process that has grown large would count with the one it starts.
std::vector<Figure> measure_memory();
std::vector<Figure> measure_documents();
std::vector<Figure> measure_library();
/// Of so many documents at once.
std::vector<Figure> measure_import(std::size_t documents);
std::vector<Figure> measure_log();
/// Of a library of its own with so many questions of five points and so many answers.
std::vector<Figure> measure_large(std::size_t questions, std::size_t answers);
/// Of the large library in `folder`, some of whose questions are marked for it.
void measure_library_search(const std::filesystem::path& folder, LocalInstant now,
                            std::vector<Figure>& figures);
std::vector<Figure> measure_recall();
std::vector<Figure> measure_schedule();
std::vector<Figure> measure_search();
/// Of rehearse-sync and clients on this computer: the part of this name, or all where it is empty.
std::vector<Figure> measure_sync(std::string_view part, std::size_t answers);

}  // namespace rehearse::bench
