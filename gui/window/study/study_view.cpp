#include "gui/window/study/study_view.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {
namespace {

AskedAs asked_as(const Sitting& sitting) {
  const Card& card = sitting.card();
  if (card.kind == CardKind::kChoice) return sitting.is_typed() ? AskedAs::kFill : AskedAs::kChoice;
  return card.question.points.empty() ? AskedAs::kWhole : AskedAs::kPoints;
}

PointState state_of(const PointProgress& progress) {
  if (!progress.shown) return PointState::kHidden;
  if (!progress.tick) return PointState::kShown;
  switch (*progress.tick) {
    case PointResult::kRecalled: return PointState::kRecalled;
    case PointResult::kHint: return PointState::kHint;
    case PointResult::kMissed: return PointState::kMissed;
  }
  return PointState::kShown;
}

std::vector<PointView> point_views(const Sitting& sitting) {
  const Card& card = sitting.card();
  std::vector<PointView> views;
  bool next_is_marked = false;
  for (std::size_t i = 0; i < sitting.points().size(); ++i) {
    if (card.asked && *card.asked != i) continue;
    PointView view;
    view.index = i;
    view.state = state_of(sitting.points()[i]);
    if (view.state != PointState::kHidden) {
      view.cue = card.question.points[i].cue;
      view.detail = card.question.points[i].detail;
    } else {
      view.hint = sitting.hint(i);
      if (!next_is_marked) view.state = PointState::kNext;
      next_is_marked = true;
    }
    if (!sitting.coverage().empty()) {
      view.verdict = sitting.coverage()[i].verdict;
      for (const SourceSpan& span : sitting.coverage()[i].matched)
        view.found.push_back(sitting.typed_answer().substr(span.begin, span.end - span.begin));
    }
    views.push_back(std::move(view));
  }
  return views;
}

bool is_in_key(const Question& question, const Option& option) {
  for (const std::string& key : question.answer_key)
    if (key == option.letter || key == option.text) return true;
  return false;
}

std::vector<ChoiceView> choice_views(const Sitting& sitting) {
  const std::vector<Option> options = sitting.choices();
  std::vector<ChoiceView> views;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool chosen = i < sitting.chosen().size() && sitting.chosen()[i];
    ChoiceState state = chosen ? ChoiceState::kChosen : ChoiceState::kOpen;
    if (sitting.is_checked() && sitting.has_key()) {
      if (is_in_key(sitting.card().question, options[i]))
        state = chosen ? ChoiceState::kRight : ChoiceState::kOverlooked;
      else if (chosen)
        state = ChoiceState::kWrong;
    }
    views.push_back({options[i].letter, options[i].text, state});
  }
  return views;
}

/// Letters with commas; blanks as they are typed, the alternatives of one with slashes.
std::string key_text(const Sitting& sitting) {
  std::string text;
  for (const std::string& part : sitting.card().question.answer_key) {
    if (!text.empty()) text += sitting.is_typed() ? "; " : ", ";
    for (const char c : part) text += c == ';' ? std::string(" /") : std::string(1, c);
  }
  return text;
}

}  // namespace

bool is_only_read(const StudyView& view) {
  if (view.meeting != Meeting::kFirst || !view.grade || view.grade->is_own) return false;
  return std::none_of(view.points.begin(), view.points.end(), [](const PointView& point) {
    return point.state == PointState::kRecalled || point.state == PointState::kHint ||
           point.state == PointState::kMissed;
  });
}

bool is_typing_answer(const StudyView& view) { return view.field && view.asked_as == AskedAs::kPoints; }

bool is_writing(const StudyView& view) {
  return is_typing_answer(view) || (view.example && view.example->field);
}

StudyView study_view(const Sitting& sitting, const StudyExtras& extras) {
  const Card& card = sitting.card();
  const Question& question = card.question;
  StudyView view;
  view.deck_title = card.deck_title;
  view.position = sitting.position();
  view.length = sitting.length();
  view.counts = sitting.counts();
  view.asked_as = asked_as(sitting);
  view.kind = question.kind;
  view.meeting = sitting.is_first_meeting() ? Meeting::kFirst : Meeting::kAgain;
  view.times_answered = card.times_answered;
  view.section = question.section;
  view.stem = question.stem;
  view.stem_length = length_in_code_points(question.stem);
  view.code = FormattedText::listing(question.code);
  view.marks = question.marks;
  view.time_limit = question.time_limit;
  view.clock = extras.clock;
  view.flag = extras.marks.flag;
  view.can_type = sitting.can_type() && !sitting.is_checked();
  view.points_of_question = question.points.size();
  view.asked_point = card.asked;

  bool is_open_book = false;
  switch (view.asked_as) {
    case AskedAs::kPoints:
      view.points = point_views(sitting);
      // A point card must not give the other points away: its question keeps its notes to itself.
      is_open_book = !card.asked && sitting.all_points_shown();
      if (!sitting.is_checked()) view.field = extras.field;
      if (!sitting.coverage().empty())
        view.typed = typed_answer_view(card, sitting.typed_answer(), sitting.coverage());
      break;
    case AskedAs::kWhole: is_open_book = sitting.all_points_shown(); break;
    case AskedAs::kChoice: view.choices = choice_views(sitting); [[fallthrough]];
    case AskedAs::kFill:
      view.field = sitting.is_typed() ? extras.field : nullptr;
      view.blanks = sitting.is_typed() ? question.answer_key.size() : 0;
      is_open_book = sitting.is_checked();
      if (sitting.is_checked()) {
        view.verdict = !sitting.has_key()   ? Verdict::kNoKey
                       : sitting.is_right() ? Verdict::kRight
                                            : Verdict::kWrong;
        view.right_answer = key_text(sitting);
      }
      break;
  }
  if (is_open_book) {
    const bool points_say_it = view.asked_as == AskedAs::kPoints;
    view.answer =
        AnswerView{points_say_it ? std::string() : question.answer, question.criteria, question.analysis};
  }
  const bool is_shown = view.asked_as == AskedAs::kPoints ? sitting.all_points_shown() : is_open_book;
  if (is_shown) view.example = ExampleView{extras.marks.example, extras.example_field};
  const bool checks_itself = view.asked_as == AskedAs::kChoice || view.asked_as == AskedAs::kFill;
  if (!checks_itself || sitting.is_checked())
    view.grade =
        GradeView{sitting.suggested_grade(), sitting.grade_to_give(), sitting.is_overridden(), extras.days};
  return view;
}

}  // namespace rehearse
