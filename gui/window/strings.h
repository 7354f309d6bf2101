// Every word the window shows, in Simplified Chinese and in English.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/base/words.h"

namespace rehearse {

constexpr Language other(Language language) {
  return language == Language::kChinese ? Language::kEnglish : Language::kChinese;
}

enum class Text {
  // Today
  kToday,
  kAllDecks,
  kDue,
  kNew,
  kMinutes,
  kStart,
  kNothingDue,
  kNothingDueHint,
  kNoDecks,
  kNoDecksHint,
  kInterviewIn,
  kInterviewTomorrow,
  kInterviewToday,
  kStreak,
  kDeckQuestions,
  kDeckQuestion,
  kDoneToday,
  // Study
  kPoints,
  kShownOf,
  kRecalledCount,
  kRevealHint,
  kPointOf,
  kFirstMeeting,
  kTimesAnswered,
  kFirstMeetingAdvice,
  kMarks,
  kMark,
  kTimeLimit,
  kSeconds,
  kReferenceAnswer,
  kAnalysis,
  kCriteria,
  kRevealAnswer,
  kChooseOne,
  kChooseSeveral,
  kTrueOrFalse,
  kFillIn,
  kRight,
  kWrong,
  kRightAnswer,
  kTrue,
  kFalse,
  kSeveralBlanks,
  kNoKey,
  kCheck,
  kGrade0,
  kGrade1,
  kGrade2,
  kGrade3,
  kGrade4,
  kGrade5,
  kDays,
  kDay,
  kSameDay,
  // Summary
  kSessionDone,
  kMinutesUp,
  kStudied,
  kPointsRecalled,
  kDueTomorrow,
  kWeakest,
  kNoWeak,
  kBackToToday,
  // Import
  kImportTitle,
  kImportFiles,
  kImportQuestions,
  kImportProblems,
  kImportWillDo,
  kImportMoreQuestions,
  kImportMoreFiles,
  kImportLeftOut,
  kImportKeep,
  kImportReading,
  kImportKeeping,
  kImportCancel,
  kImportStop,
  kStemWithKind,
  // What a key does, in the line at the bottom and in the list under F1
  kKeysTitle,
  kActReveal,
  kActRevealAll,
  kActTick,
  kActTickOrder,
  kActOverride,
  kActGrade,
  kActReadNext,
  kActUndo,
  kActIntervals,
  kActLeave,
  kActChoose,
  kActScroll,
  kActKeep,
  kActCancel,
  kActPick,
  kActStart,
  kActTheme,
  kActLanguage,
  kActZoom,
  kActQuit,
  kActKeys,
  kActClose,
  kKeySpace,
  kKeyEnter,
  // Notices
  kAnswerNotSaved,
  kNotUndone,
  kNothingToUndo,
  kImported,
  kImportedDecks,
  kImportedAnswers,
  kImportedKept,
  kImportedProblems,
  kImportedStopped,
  kImportBusy,
  kMoreLines,
  kNotImported,
  kNotRead,
  kClockBehind,
  kNoChineseFont,
  kTextCount,  // how many there are; not a text
};

std::string_view text_of(Language language, Text text);

/// The text with each {} replaced by the next of `values`.
std::string filled(Language language, Text text, std::initializer_list<std::string_view> values);

/// The same in both languages, for what stays on the screen when the language changes.
Words in_both(Text text, std::initializer_list<std::string_view> values);

}  // namespace rehearse
