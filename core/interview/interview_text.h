// Marks and times of a mock interview as they are shown everywhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rehearse {

/// Such as 7.5: one decimal, and none where it is 0.
std::string marks_text(double marks);

/// Such as 2:41; the seconds are cut.
std::string clock_text(std::chrono::milliseconds time);

/// A seed for people: as in a report (report_json.h), without the zeros in front.
std::string short_seed(std::uint64_t seed);

}  // namespace rehearse
