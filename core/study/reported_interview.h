// The report of a mock interview with the words of the library, for people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/library.h"

namespace rehearse {

struct ReportedInterview {
  struct Question {
    std::string stem;                 // empty when it is no longer in the library
    std::vector<std::string> missed;  // cues of the missed points; one that is gone is left out
  };

  std::optional<OpId> op;  // nothing while it is not kept
  DeckId deck;
  std::string title;  // of the deck; empty when it is gone
  LocalInstant kept;
  StudyDay day;  // the learner's, then
  InterviewReport report;
  std::vector<Question> questions;  // of report.questions, same order
};

/// `op` and `title` are left to the caller.
ReportedInterview reported(const Library& library, DeckId deck, const InterviewReport& report,
                           LocalInstant kept);

}  // namespace rehearse
