// A mock interview on a screen, with keys from a terminal or a pipe.
#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "core/interview/mock_interview.h"
#include "core/library.h"
#include "gui/commands/environment.h"
#include "gui/commands/interview_report.h"
#include "gui/commands/screen.h"

namespace rehearse {

/// Where the pages go: to standard output, and with --json beside it, where somebody looks.
struct Screen {
  std::ostream& out;
  int descriptor;
  bool is_terminal;

  std::size_t columns() const { return is_terminal ? terminal_columns(descriptor) : kPipeColumns; }
};

struct InterviewedDeck {
  DeckId id;
  std::string title;
};

/// Holds the interview until its report is kept or thrown away. Nothing: there is none. Throws StoreError for
/// a report that could not be kept and cannot be tried again.
std::optional<ReportedInterview> hold_interview(const Environment& environment, Screen screen,
                                                Library& library, const InterviewedDeck& deck,
                                                MockInterview& interview);

}  // namespace rehearse
