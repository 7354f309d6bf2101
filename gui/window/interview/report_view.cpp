#include "gui/window/interview/report_view.h"

#include <algorithm>

#include "core/interview/interview_text.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestTrend = 20;

ReportView::Section& section_of(ReportView& view, const std::string& title) {
  for (ReportView::Section& section : view.sections)
    if (section.title == title) return section;
  view.sections.push_back({title, 0, 0});
  return view.sections.back();
}

ReportView::Question question_of(const QuestionResult& result, const ReportedInterview::Question& words) {
  ReportView::Question question;
  question.stem = words.stem;
  question.marks = result.marks;
  question.earned = result.earned;
  question.limit = result.limit;
  question.spent = result.spent;
  for (const MarkedItem& item : result.items) question.items.push_back({item.text, item.marks, item.earned});
  question.is_drilled = result.drill != DrillNeed::kNothing;
  question.is_drilled_whole = result.drill == DrillNeed::kQuestion;
  question.missed = words.missed;
  return question;
}

}  // namespace

std::vector<TrendPoint> totals_of(const std::vector<KeptInterview>& kept, DeckId deck,
                                  std::optional<Instant> up_to) {
  std::vector<TrendPoint> totals;
  for (const KeptInterview& one : kept) {
    if (one.deck != deck || (up_to && one.kept.at > *up_to)) continue;
    totals.push_back({one.day, one.report.total()});
    if (totals.size() == kLongestTrend) break;
  }
  std::reverse(totals.begin(), totals.end());
  return totals;
}

ReportView report_view(const Library& library, const ReportedInterview& reported,
                       const std::vector<KeptInterview>& kept, LocalInstant now) {
  ReportView view;
  view.title = reported.title;
  view.day = format_day(reported.day);
  view.seed = short_seed(reported.report.seed);
  view.is_kept = reported.op.has_value();
  view.total = reported.report.total();
  for (std::size_t i = 0; i < reported.report.questions.size(); ++i) {
    const QuestionResult& result = reported.report.questions[i];
    view.spent += result.spent;
    view.limit += result.limit;
    view.questions.push_back(question_of(result, reported.questions[i]));
    const auto question = library.question(result.question);
    ReportView::Section& section = section_of(view, question ? question->question.section : std::string());
    section.marks += result.marks;
    section.earned += result.earned;
  }
  const StudyDay drilled = drill_day(reported.day);
  if (drilled != drill_day(library.day_of(now))) view.drill_day = format_day(drilled);
  if (view.is_kept) {
    view.trend = totals_of(kept, reported.deck, reported.kept.at);
    if (view.trend.size() > 1) view.previous = view.trend[view.trend.size() - 2].total;
  }
  return view;
}

}  // namespace rehearse
