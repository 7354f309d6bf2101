// What a reader was unsure of, told briefly: the same sentence once, with all the places it holds for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

struct ProblemGroup {
  std::string code;
  Words message;
  Words places;  // of the first few, as the file shows them, else "line 27:4, 30:1 …"; may be empty
  std::size_t count = 0;  // how often it was said
};

/// In the order in which each sentence was said first.
std::vector<ProblemGroup> grouped(const std::vector<Problem>& problems);

/// Where, what and how often, in one line.
Words line_of(const ProblemGroup& group);

}  // namespace rehearse
