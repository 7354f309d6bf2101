// What a person can ask for in a mock interview, from setting it up to its report.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>

#include "core/interview/draw.h"
#include "gui/window/ui/scroll_wish.h"

namespace rehearse {

// Setting one up
struct PickInterviewDeck {
  std::size_t deck = 0;
};
struct ToggleInterviewSection {
  std::optional<std::size_t> section;  // nothing: all of them
};
struct AskForQuestions {
  std::size_t questions = 1;
};
struct PickInterviewKinds {
  DrawnKinds kinds = DrawnKinds::kSpoken;
};
struct DrawQuestionsAgain {};
struct StartInterview {};
struct ResumeInterview {};
struct ForgetInterview {};
struct SelectPastInterview {
  std::optional<std::size_t> row;
};
struct OpenPastInterview {
  std::size_t row = 0;
};

// Against the clock
struct AnswerDone {};
struct NothingToSay {};

// Marking
struct MarkItem {
  std::size_t item = 0;
  double share = 0;
};
struct TypeMarks {
  int digit = 0;
};
struct ShiftMarks {
  int halves = 0;
};
struct MoveMarking {
  int rows = 0;
};
struct ToggleMissed {
  std::optional<std::size_t> point;  // nothing: the one the cursor is on
};
struct EnterMarks {};    // full marks, or on to the next question
struct NextQuestion {};  // when all is marked, wherever the cursor is

// Leaving in the middle
struct AskToLeaveInterview {};
struct StayInInterview {};
struct KeepMarkedAndLeave {};
struct ThrowInterviewAway {};

// The report
struct SelectReportedQuestion {
  std::optional<std::size_t> question;
};
struct KeepReportAgain {};
struct SameQuestionsAgain {};
struct TakeReportBack {};
struct LeaveReport {};

using InterviewIntent =
    std::variant<std::monostate, PickInterviewDeck, ToggleInterviewSection, AskForQuestions,
                 PickInterviewKinds, DrawQuestionsAgain, StartInterview, ResumeInterview, ForgetInterview,
                 SelectPastInterview, OpenPastInterview, AnswerDone, NothingToSay, MarkItem, TypeMarks,
                 ShiftMarks, MoveMarking, ToggleMissed, EnterMarks, NextQuestion, AskToLeaveInterview,
                 StayInInterview, KeepMarkedAndLeave, ThrowInterviewAway, SelectReportedQuestion,
                 KeepReportAgain, SameQuestionsAgain, TakeReportBack, LeaveReport, ScrollPage>;

/// The first one, unless nothing was asked for by it.
inline InterviewIntent first_of(const InterviewIntent& intent, const InterviewIntent& otherwise) {
  return is_nothing(intent) ? otherwise : intent;
}

}  // namespace rehearse
