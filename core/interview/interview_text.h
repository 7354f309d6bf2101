// Marks and times of a mock interview as they are shown everywhere.
#pragma once

#include <chrono>
#include <string>

namespace rehearse {

/// Such as 7.5: one decimal, and none where it is 0.
std::string marks_text(double marks);

/// Such as 2:41; the seconds are cut.
std::string clock_text(std::chrono::milliseconds time);

}  // namespace rehearse
