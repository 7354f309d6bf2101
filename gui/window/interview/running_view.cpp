#include "gui/window/interview/running_view.h"

namespace rehearse {
namespace {

InterviewBarView bar_of(const MockInterview& interview, std::string_view deck) {
  return {std::string(deck), interview.position(), interview.length()};
}

std::vector<std::string> options_of(const Question& question) {
  std::vector<std::string> options;
  for (const Option& option : question.options) options.push_back(option.letter + ". " + option.text);
  return options;
}

std::string key_of(const Question& question) {
  std::string key;
  for (const std::string& part : question.answer_key) key += (key.empty() ? "" : " · ") + part;
  return key;
}

}  // namespace

AskedView asked_view(const MockInterview& interview, std::string_view deck, LocalInstant now) {
  const Question& question = interview.question().question;
  AskedView view;
  view.bar = bar_of(interview, deck);
  view.section = question.section;
  view.marks = interview.asked().rubric.marks;
  view.stem = question.stem;
  view.code = question.code;
  view.options = options_of(question);
  view.limit = interview.asked().limit;
  view.spent = interview.spent(now);
  return view;
}

MarkingView marking_view(const MockInterview& interview, const MarkingCursor::Place& place,
                         std::string_view deck, LocalInstant now) {
  const Question& question = interview.question().question;
  const Rubric& rubric = interview.asked().rubric;
  MarkingView view;
  view.bar = bar_of(interview, deck);
  view.limit = interview.asked().limit;
  view.spent = interview.spent(now);
  view.section = question.section;
  view.stem = question.stem;
  view.code = question.code;
  view.options = options_of(question);
  view.right_answer = key_of(question);
  if (question.points.empty()) view.answer = question.answer;
  view.analysis = question.analysis;
  if (asks_for_points(interview))
    for (std::size_t i = 0; i < question.points.size(); ++i)
      view.points.push_back({question.points[i].cue, question.points[i].detail, interview.is_missed(i)});
  view.source = rubric.source;
  for (std::size_t i = 0; i < rubric.items.size(); ++i) {
    const bool is_point = rubric.source == RubricSource::kPoints;
    view.items.push_back({is_point ? question.points[i].cue : rubric.items[i].text,
                          is_point ? question.points[i].detail : std::string(), rubric.items[i].marks,
                          interview.reached(i)});
  }
  view.marks = rubric.marks;
  view.earned = interview.earned();
  view.cursor_item = place.item;
  view.cursor_point = place.point;
  return view;
}

}  // namespace rehearse
