// The study screen's view: plain data, made from a Sitting, drawn by draw_study().
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/deck/question.h"
#include "core/schedule/quality.h"
#include "core/study/sitting.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

/// How a card is asked and answered.
enum class AskedAs {
  kPoints,  // said aloud, point by point
  kWhole,   // said aloud, but the document gave no points: the answer is one block
  kChoice,
  kFill,
};
enum class Meeting { kFirst, kAgain };
enum class PointState { kHidden, kNext, kShown, kRecalled, kHint, kMissed };
enum class Verdict { kOpen, kRight, kWrong, kNoKey };

struct PointView {
  std::size_t index = 0;  // among the question's points
  PointState state = PointState::kHidden;
  std::string cue;  // empty while hidden: what is not on the screen cannot be read
  std::string detail;
};

enum class ChoiceState {
  kOpen,
  kChosen,
  kRight,       // chosen, and in the key
  kWrong,       // chosen, and not in the key
  kOverlooked,  // in the key, and not chosen
};
struct ChoiceView {
  std::string letter;
  std::string text;
  ChoiceState state = ChoiceState::kOpen;
};

struct GradeView {
  Quality suggested = Quality::kBlackout;
  Quality chosen = Quality::kBlackout;
  bool is_own = false;                     // chosen by the learner against the suggestion
  std::optional<std::array<int, 6>> days;  // until the next time, for each grade; when asked for
};

/// What may be read once the answer is on the screen.
struct AnswerView {
  std::string text;  // the reference answer, where there are no points that say it
  std::vector<std::string> criteria;
  std::string analysis;
};

struct StudyView {
  std::string deck_title;
  std::size_t position = 0;  // answered so far
  std::size_t length = 0;
  SittingCounts counts;

  AskedAs asked_as = AskedAs::kPoints;
  QuestionKind kind = QuestionKind::kOpen;
  Meeting meeting = Meeting::kAgain;
  std::size_t times_answered = 0;
  std::string section;
  std::string stem;
  std::string code;
  std::optional<double> marks;
  std::optional<std::chrono::seconds> time_limit;

  std::vector<PointView> points;  // a point card has one
  std::size_t points_of_question = 0;
  std::optional<std::size_t> asked_point;  // of a point card

  std::vector<ChoiceView> choices;
  const TextEditor* typed = nullptr;  // of a fill card; must outlive the view
  std::size_t blanks = 0;             // to be typed, on a fill card
  Verdict verdict = Verdict::kOpen;
  std::string right_answer;  // after checking

  std::optional<AnswerView> answer;  // nothing while it is hidden
  std::optional<GradeView> grade;    // nothing while there is nothing to grade yet
};

/// A new question that was only read so far: there is nothing to be graded on yet, it just goes on.
bool is_only_read(const StudyView& view);

/// The sitting's card without anything the learner should not see yet. `typed` is what is typed into a fill
/// card; `days` are the intervals, when asked for.
StudyView study_view(const Sitting& sitting, const TextEditor& typed, std::optional<std::array<int, 6>> days);

}  // namespace rehearse
