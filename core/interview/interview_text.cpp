#include "core/interview/interview_text.h"

#include <array>
#include <cstdio>

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

}  // namespace rehearse
