// Mock interviews in every state worth looking at: short and long texts, nothing and a lot.
#include "gui/window/interview/leaving_screen.h"
#include "gui/window/interview/marking_screen.h"
#include "gui/window/interview/question_screen.h"
#include "gui/window/interview/report_screen.h"
#include "gui/window/interview/setup_screen.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {
namespace {

using namespace std::chrono_literals;

SetupView setup_view(std::size_t sections, std::size_t past) {
  SetupView view;
  view.decks = {"系统设计面试", long_text()};
  view.deck = 1;
  for (std::size_t i = 0; i < sections; ++i)
    view.sections.push_back({i % 3 == 0 ? long_text() : "第 " + std::to_string(i) + " 章", i % 2 == 1});
  view.questions = 40;
  view.seed = "1a236a03a00ffff1";
  view.drawn = 40;
  view.marks = 412.5;
  view.limit = 3h + 12s;
  for (std::size_t i = 0; i < past; ++i) {
    view.past.push_back(
        {"2026-11-28", i % 2 == 0 ? long_text() : "", 1 + i, 100 - 12.3 * static_cast<double>(i)});
    view.trend.push_back({StudyDay{std::chrono::days{20000 + i}}, 100 - 12.3 * static_cast<double>(i)});
  }
  return view;
}

InterviewBarView bar() { return {long_text(), 11, 40}; }

AskedView asked_view(const std::string& stem, std::chrono::milliseconds spent) {
  AskedView view;
  view.bar = bar();
  view.section = long_text();
  view.marks = 12.5;
  view.stem = stem;
  view.limit = 3min;
  view.spent = spent;
  return view;
}

MarkingView marking_view(RubricSource source, std::size_t items, std::size_t points) {
  MarkingView view;
  view.bar = bar();
  view.limit = 3min;
  view.spent = 4min;
  view.section = "服务与投诉";
  view.stem = long_text();
  view.analysis = long_text();
  view.right_answer = points == 0 ? "A · B" : "";
  view.options = {"A. " + long_text(), "B. 短"};
  view.code = "for (;;) {\n  retry();\n}";
  if (points == 0) view.answer = long_text();
  for (std::size_t i = 0; i < points; ++i)
    view.points.push_back({"一致性（consistency）的代价", i % 2 ? "写入要等多数副本确认" : "", i == 1});
  view.source = source;
  for (std::size_t i = 0; i < items; ++i)
    view.items.push_back({i == 0 && source == RubricSource::kWhole ? "" : long_text(),
                          i == 1 ? long_text() : "", i == 2 ? 0 : 33.3,
                          i % 3 == 0 ? std::nullopt : std::optional(0.25 * static_cast<double>(i % 5))});
  view.marks = 33.3 * static_cast<double>(items);
  view.earned = 12.5;
  view.cursor_item = points > 3 ? items : 0;
  view.cursor_point = points > 3 ? 2 : 0;
  return view;
}

ReportView report_view(std::size_t questions, std::size_t trend) {
  ReportView view;
  view.title = questions % 2 == 0 ? "" : long_text();
  view.day = "2026-12-01";
  view.seed = "1a236a03a00ffff1";
  view.is_kept = questions != 3;
  view.total = questions == 1 ? 100 : 87.5;
  view.spent = 1h + 12s;
  view.limit = 40min;
  for (std::size_t i = 0; i < questions; ++i) {
    ReportView::Question question;
    question.stem = i % 4 == 3 ? "" : long_text();
    question.marks = 120;
    question.earned = 37.5 * static_cast<double>(i % 4);
    question.limit = 3min;
    question.spent = std::chrono::minutes{i};
    question.items = {{long_text(), 100, 37.5}, {"", 20, 0}};
    question.is_drilled = i % 2 == 1;
    question.is_drilled_whole = i % 4 == 1;
    question.missed = {"一", long_text()};
    view.questions.push_back(question);
    view.sections.push_back({i == 1 ? "" : long_text(), 120, 37.5});
  }
  if (questions > 2) view.selected = 1;
  if (questions == 40) view.drill_day = "2026-12-02";
  for (std::size_t i = 0; i < trend; ++i)
    view.trend.push_back({StudyDay{std::chrono::days{20000 + i}}, i % 2 == 0 ? 100 : 12.5});
  if (trend > 1) view.previous = 12.5;
  return view;
}

}  // namespace

std::vector<NamedScreen> interview_screens() {
  std::vector<NamedScreen> screens;
  const auto add_setup = [&](const std::string& name, const SetupView& view) {
    screens.push_back({"interview: " + name, [view](Ui& ui) {
                         const bool is_asked = !is_nothing(draw_interview_setup(ui, view, {}));
                         // A list that opens is an answer too.
                         const bool has_opened = ui.focus && !ui.focus->open_menu.empty();
                         if (has_opened) ui.focus->open_menu.clear();
                         return is_asked || has_opened;
                       }});
  };
  add_setup("no deck", {});
  add_setup("first setup", setup_view(0, 0));
  add_setup("setup with a past", setup_view(20, 6));
  SetupView broken_off = setup_view(2, 1);
  broken_off.broken_off = BrokenOffView{long_text(), 3, 40};
  add_setup("broken off", broken_off);
  SetupView only_written = setup_view(2, 2);
  only_written.drawn = 0;
  only_written.has_other_kinds = true;
  only_written.selected = 1;
  add_setup("nothing to ask aloud", only_written);

  const auto add_asked = [&](const std::string& name, const AskedView& view) {
    screens.push_back(
        {"interview: " + name, [view](Ui& ui) { return !is_nothing(draw_asked_question(ui, view, {})); }});
  };
  add_asked("asked", asked_view("什么是最终一致性？", 0ms));
  add_asked("time nearly up", asked_view(long_text() + long_text(), 170s));
  AskedView over = asked_view(long_text(), 75min);
  over.section.clear();
  over.options = {"A. " + long_text(), "B. " + long_text()};
  over.code = "while (true)\n  ;";
  add_asked("over time", over);

  for (const RubricSource source : {RubricSource::kCriteria, RubricSource::kPoints, RubricSource::kWhole})
    for (const std::size_t points : {0, 3, 12}) {
      const MarkingView view = marking_view(source, source == RubricSource::kWhole ? 1 : 6, points);
      screens.push_back({"interview: marking",
                         [view](Ui& ui) { return !is_nothing(draw_interview_marking(ui, view, {})); }});
    }
  MarkingView marked = marking_view(RubricSource::kCriteria, 3, 2);
  for (MarkingView::Item& item : marked.items) item.share = 1;
  screens.push_back({"interview: marked",
                     [marked](Ui& ui) { return !is_nothing(draw_interview_marking(ui, marked, {})); }});
  for (const std::size_t count : {0, 3}) {
    const LeavingView view{count, 66.7, count == 0};
    screens.push_back(
        {"interview: leaving", [view](Ui& ui) { return !is_nothing(draw_leaving_interview(ui, view)); }});
  }
  for (const auto& [questions, trend] :
       {std::pair<std::size_t, std::size_t>{1, 1}, {3, 0}, {4, 2}, {40, 20}}) {
    const ReportView view = report_view(questions, trend);
    screens.push_back({"interview: report of " + std::to_string(questions),
                       [view](Ui& ui) { return !is_nothing(draw_interview_report(ui, view, {})); }});
  }
  return screens;
}

}  // namespace rehearse::test
