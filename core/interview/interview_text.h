// Marks and times of a mock interview as they are shown everywhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rehearse {

/// Such as 7.5 or 1.25: quarters as they are, anything else with one decimal; no zeros behind the point.
std::string marks_text(double marks);

/// Such as 2:41; the seconds are cut.
std::string clock_text(std::chrono::milliseconds time);

/// A seed for people: as in a report (report_json.h), without the zeros in front.
std::string short_seed(std::uint64_t seed);

}  // namespace rehearse
