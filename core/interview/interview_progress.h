// A mock interview in the middle, to go on with after the program was closed or killed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"

namespace rehearse {

struct InterviewProgress {
  struct Turn {
    QuestionId question;
    std::vector<std::optional<double>> reached;  // of each rubric item, 0 to 1
    std::vector<bool> missed;                    // of each point
    std::chrono::milliseconds spent{0};
    bool is_answered = false;

    friend bool operator==(const Turn&, const Turn&) = default;
  };

  DeckId deck;
  std::uint64_t seed = 0;
  std::size_t position = 0;  // turn that is asked or marked; as many as there are: all are marked
  std::vector<Turn> turns;   // in the order asked

  friend bool operator==(const InterviewProgress&, const InterviewProgress&) = default;
};

/// One line of JSON.
std::string write_progress(const InterviewProgress& progress);

/// Nothing where it is not what write_progress() writes: there is no interview to go on with then.
std::optional<InterviewProgress> read_progress(std::string_view json);

}  // namespace rehearse
