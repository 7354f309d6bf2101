#include "gui/window/interview/report_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/interview/report_parts.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kLowWindow = 520;

std::vector<KeyHint> hints_of(const Ui& ui, const ReportView& view) {
  std::vector<KeyHint> hints{{"↑/↓", ui.tr(words::kInterviewActItems)}};
  if (view.is_kept)
    hints.push_back({"Ctrl+Z", ui.tr(words::kInterviewActTakeBack), KeyPressed{Key::kZ, Modifier::kCtrl}});
  hints.push_back({"Esc", ui.tr(words::kActBack), KeyPressed{Key::kEscape}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  return hints;
}

InterviewIntent draw_actions(Ui& ui, const ReportView& view, const Rect& row) {
  const float gap = ui.px(kGap);
  const float quiet = std::round((row.width - gap) * 0.42f);
  const Rect left{row.x, row.y, quiet, row.height};
  const Rect right{row.x + quiet + gap, row.y, row.width - quiet - gap, row.height};
  const std::string_view enter = ui.tr(words::kKeyEnter);
  InterviewIntent intent;
  if (quiet_button(ui, "same questions", left, ui.tr(words::kInterviewSameQuestions), "Ctrl+R"))
    intent = SameQuestionsAgain{};
  if (!view.is_kept) {
    if (main_button(ui, "keep", right, ui.tr(words::kInterviewKeepAgain), enter)) intent = KeepReportAgain{};
  } else if (main_button(ui, "another", right, ui.tr(words::kInterviewNewOne), enter)) {
    intent = LeaveReport{};
  }
  return intent;
}

}  // namespace

InterviewIntent draw_interview_report(Ui& ui, const ReportView& view, const ScrollWish& scroll) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  const std::string note = view.is_kept ? view.day : std::string(ui.tr(words::kInterviewNotKept));
  draw_heading(ui, frame,
               view.title.empty() ? ui.tr(words::kInterviewDeckGone) : std::string_view(view.title), note);
  const float squeeze = ui.window.height < ui.px(kLowWindow) ? 0.8f : 1.0f;
  const float button_height = std::round(ui.px(52) * squeeze);
  const Rect row{frame.body.x, frame.hints.y - ui.px(10) * squeeze - button_height, frame.body.width,
                 button_height};
  InterviewIntent intent;
  {
    ScrollRegion region(ui, "report",
                        {ui.window.x, frame.body.y, ui.window.width, row.y - ui.px(12) - frame.body.y});
    float y = region.content_top() + ui.px(4);
    draw_report_total(ui, view, frame.body, y);
    const DrawnQuestions questions = draw_report_questions(ui, view, frame.body, y);
    intent = questions.intent;
    draw_report_drill(ui, view, frame.body, y);
    draw_report_sections(ui, view, frame.body, y);
    if (view.is_kept)
      y += draw_paragraph(ui, Font::kTiny, frame.body.x, y, frame.body.width, ui.theme.faint,
                          ui.tr(words::kInterviewSeed, {view.seed}));
    region.set_content_bottom(y);
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
    if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
    if (scroll.to == ScrollWish::To::kNewest && questions.selected.height > 0)
      region.bring_into_view(questions.selected.y - ui.px(8), questions.selected.bottom() + ui.px(8));
  }
  intent = first_of(draw_actions(ui, view, row), intent);
  key_hints(ui, frame.hints, hints_of(ui, view));
  return intent;
}

InterviewIntent interview_report_key(const ReportView& view, const KeyPressed& press) {
  if (press == KeyPressed{Key::kR, Modifier::kCtrl}) return SameQuestionsAgain{};
  if (press.modifier != Modifier::kNone) return {};
  const std::size_t count = view.questions.size();
  switch (press.key) {
    case Key::kEnter:
      return view.is_kept ? InterviewIntent{LeaveReport{}} : InterviewIntent{KeepReportAgain{}};
    case Key::kEscape: return LeaveReport{};
    case Key::kDown:
      if (count == 0) return {};
      return SelectReportedQuestion{view.selected ? std::min(*view.selected + 1, count - 1) : 0};
    case Key::kUp:
      if (!view.selected) return {};
      return SelectReportedQuestion{*view.selected > 0 ? std::optional(*view.selected - 1) : std::nullopt};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace rehearse
