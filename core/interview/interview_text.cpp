#include "core/interview/interview_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/interview/report_json.h"

namespace rehearse {

std::string marks_text(double marks) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", marks);
  std::string written = text.data();
  if (written.ends_with(".0")) written.resize(written.size() - 2);
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
