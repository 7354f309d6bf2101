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
#include "gui/window/study/formatted_text.h"
#include "gui/window/study/typed_answer_view.h"
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
  FormattedText detail;
  std::string hint;                     // what was told of it, while it is hidden
  std::optional<PointVerdict> verdict;  // of a typed answer
  std::vector<std::string> found;       // the pieces of the typed answer that gave it away
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
  FormattedText text;  // the reference answer, where there are no points that say it
  std::vector<std::string> criteria;
  FormattedText analysis;
};

/// The learner's own example, under an answer that may be read.
struct ExampleView {
  FormattedText text;
  const TextEditor* field = nullptr;  // while it is written
};

/// How long the learner has been thinking about the answer.
struct ClockView {
  std::chrono::seconds passed{0};
  std::chrono::seconds limit{0};
  bool is_running = true;  // until the whole answer is shown, or checked
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
  FormattedText stem;
  std::size_t stem_length = 0;  // code points
  FormattedText code;
  std::optional<double> marks;
  std::optional<std::chrono::seconds> time_limit;
  std::optional<ClockView> clock;  // of a whole question that was met before
  int flag = 0;                    // 0: none

  std::vector<PointView> points;  // a point card has one
  std::size_t points_of_question = 0;
  std::optional<std::size_t> asked_point;  // of a point card

  std::vector<ChoiceView> choices;
  bool can_type = false;                 // an answer that is not checked yet
  const TextEditor* field = nullptr;     // what is typed into, or was on a fill card
  std::optional<TypedAnswerView> typed;  // an answer that was typed and checked
  std::size_t blanks = 0;                // to be typed, on a fill card
  Verdict verdict = Verdict::kOpen;
  std::string right_answer;  // after checking

  std::optional<AnswerView> answer;    // nothing while it is hidden
  std::optional<ExampleView> example;  // the same
  std::optional<GradeView> grade;      // nothing while there is nothing to grade yet
};

/// A new question that was only read so far: there is nothing to be graded on yet, it just goes on.
bool is_only_read(const StudyView& view);

/// True while an answer to a recall or point card is being typed.
bool is_typing_answer(const StudyView& view);
/// True while a text of several lines has the keyboard: such an answer, or the example.
bool is_writing(const StudyView& view);

/// What a view shows besides the sitting's card.
struct StudyExtras {
  const TextEditor* field = nullptr;          // of the answer
  const TextEditor* example_field = nullptr;  // while the example is written
  QuestionMarks marks;                        // of the card's question
  std::optional<ClockView> clock;
  std::optional<std::array<int, 6>> days;  // the intervals, when asked for
};

/// The sitting's card without anything the learner should not see yet. The fields must outlive the view.
StudyView study_view(const Sitting& sitting, const StudyExtras& extras);

}  // namespace rehearse
