// A mock interview as the library keeps it.
#pragma once

#include "core/base/time.h"
#include "core/interview/report.h"

namespace rehearse {

struct KeptInterview {
  OpId op;  // for undo
  DeckId deck;
  LocalInstant kept;  // when
  StudyDay day;       // the learner's, then
  InterviewReport report;
};

}  // namespace rehearse
