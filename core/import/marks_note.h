// What a bracket behind a question says to whoever sits the paper.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rehearse {

/// (10分) (本题满分20分) (15分，3分钟) (限时2分钟) (5 marks)
struct MarksNote {
  std::size_t length = 0;  // bytes, brackets included
  std::optional<double> marks;
};

/// The bracket at the start of `text`, when it speaks of marks and time alone.
std::optional<MarksNote> marks_note(std::string_view text);

}  // namespace rehearse
