#include "core/interview/interview_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "core/interview/report_json.h"

namespace rehearse {

std::string marks_text(double marks) {
  std::array<char, 32> text{};
  // Half of an item with half marks, such as 2.5, would not add up to it in one decimal.
  const bool in_quarters = std::abs(marks * 4 - std::round(marks * 4)) < 1e-9;
  std::snprintf(text.data(), text.size(), in_quarters ? "%.2f" : "%.1f", marks);
  std::string written = text.data();
  written.resize(written.find_last_not_of('0') + 1);
  if (written.back() == '.') written.pop_back();
  return written;
}

std::string clock_text(std::chrono::milliseconds time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time).count();
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + (rest.size() == 1 ? ":0" : ":") + rest;
}

std::string short_seed(std::uint64_t seed) {
  const std::string whole = seed_text(seed);
  return whole.substr(std::min(whole.find_first_not_of('0'), whole.size() - 1));
}

}  // namespace rehearse
