// The study screen in the states that a card goes through besides being shown and ticked.
#include "core/base/text.h"
#include "gui/window/study/card_sheet.h"
#include "gui/window/study/study_screen.h"
#include "gui/window/study/summary_screen.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {
namespace {

using std::chrono::seconds;

const TextEditor& field_of(const std::string& text) {
  static const TextEditor empty(TextLines::kMany);
  static const TextEditor full(TextLines::kMany, long_text() + "\n" + long_text());
  return text.empty() ? empty : full;
}

/// What was typed covers the first point, a part of the second, and nothing of the third.
StudyView checked_answer() {
  StudyView view = card_with_points(3, PointState::kRecalled);
  view.points[1].state = PointState::kHint;
  view.points[2].state = PointState::kMissed;
  view.points[0].verdict = PointVerdict::kRecalled;
  view.points[1].verdict = PointVerdict::kPartly;
  view.points[2].verdict = PointVerdict::kMissed;
  view.points[0].found = {"热点数据", "去查数据库", long_text()};
  view.points[1].found = {"先把客户"};
  TypedAnswerView typed;
  typed.text = long_text();
  const std::size_t middle = line_break_offsets(typed.text)[40];
  typed.found = {{0, 12, PointVerdict::kPartly}, {12, middle, PointVerdict::kRecalled}};
  typed.recalled = 1;
  typed.asked = 3;
  view.typed = typed;
  view.answer = AnswerView{{}, {"说得出失效为什么难"}, {}};
  view.example = ExampleView{long_text(), nullptr};
  return view;
}

StudyView tables() {
  StudyView view = card_with_points(2, PointState::kShown);
  const std::string table =
      "| 隔离级别 | 脏读 | 不可重复读 | 说明 |\n|---|:-:|---|---|\n| 读未提交 | 有 | 有 | " + long_text() +
      " |\n| read committed | 无 | 有 | a\\|b |\n";
  const std::string code =
      "```\nif (x) {\n\treturn \"" + long_text() + "\";  // 很长\n}\n\n        深一层\n```";
  view.stem = "下面的表说明了什么？\n" + table;
  view.points[0].detail = "先看表：\n" + table + "再看：\n" + code;
  view.answer = AnswerView{{}, {}, code};
  view.example = ExampleView{};
  return view;
}

}  // namespace

std::vector<NamedStudyView> study_state_views() {
  std::vector<NamedStudyView> views;
  StudyView typing = card_with_points(4, PointState::kHidden);
  typing.can_type = true;
  typing.field = &field_of({});
  typing.clock = ClockView{seconds{65}, seconds{180}, true};
  views.push_back({"typing begins", typing});
  typing.field = &field_of("full");
  typing.points[0].hint = long_text();
  typing.points[1].hint = "有没有…";
  typing.clock->passed = seconds{200};
  views.push_back({"typing a long answer with hints", typing});

  views.push_back({"typed and checked", checked_answer()});
  StudyView nothing = checked_answer();
  nothing.typed->text.clear();
  nothing.typed->found.clear();
  nothing.example = ExampleView{};
  nothing.flag = 7;
  views.push_back({"nothing was typed", nothing});

  StudyView writing = card_with_points(2, PointState::kRecalled);
  writing.answer = AnswerView{{}, {}, long_text()};
  writing.example = ExampleView{{}, &field_of({})};
  views.push_back({"writing an example", writing});
  writing.example->field = &field_of("full");
  views.push_back({"changing a long example", writing});

  views.push_back({"tables and listings", tables()});

  StudyView late = card_with_points(3, PointState::kHidden);
  late.flag = 1;
  late.clock = ClockView{seconds{3600}, seconds{1800}, false};
  views.push_back({"long out of time", late});
  return views;
}

std::vector<NamedScreen> study_state_screens() {
  std::vector<NamedScreen> screens;
  for (const NamedStudyView& sample : study_state_views())
    screens.push_back(
        {sample.name, [view = sample.view](Ui& ui) { return !is_nothing(draw_study(ui, view, {})); }});
  for (const CardMenuView& menu : {CardMenuView{0, false, 0}, CardMenuView{5, true, 4}})
    screens.push_back({"card menu", [menu](Ui& ui) { return !is_nothing(draw_card_menu(ui, menu)); }});
  for (const ReasonView& reason :
       {ReasonView{{"its day has come", "到期了"}}, ReasonView{{long_text() + long_text(), ""}}})
    screens.push_back({"why this card", [reason](Ui& ui) { return !is_nothing(draw_reason(ui, reason)); }});

  const auto add_summary = [&](const char* name, const SittingSummary& summary) {
    screens.push_back({name, [summary](Ui& ui) { return !is_nothing(draw_summary(ui, summary, {})); }});
  };
  SittingSummary summary = full_summary();
  summary.is_time_up = true;
  summary.met = 12;
  summary.misses_waiting = 9;
  add_summary("summary with all next steps", summary);
  summary.waiting = 0;
  summary.beyond = 230;
  add_summary("summary with more beyond the day", summary);
  SittingSummary nothing_due;
  nothing_due.beyond = 17;
  add_summary("nothing due but more beyond", nothing_due);
  return screens;
}

}  // namespace rehearse::test
