#include "gui/window/interview/setup_screen.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/interview/past_interviews.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kLabelWidth = 92;
constexpr float kBetweenRows = 14;
constexpr float kButtonHeight = 56;
constexpr float kLowWindow = 520;
constexpr float kPadding = 24;

/// A chip that is on or off. Returns its width; `is_clicked` is set.
float choice_chip(Ui& ui, const std::string& id, float x, float y, float widest, std::string_view text,
                  bool is_on, bool& is_clicked) {
  const float padding = ui.px(10), height = ui.px(28);
  const float width = std::min(widest, ui.fonts.width(Font::kSmall, text) + 2 * padding);
  const Rect rect{x, y, width, height};
  const Pointer pointer = click_area(ui, id, rect);
  fill(ui, rect, is_on ? ui.theme.accent_soft : ui.theme.card, kRowRadius);
  outline(ui, rect,
          is_on                       ? ui.theme.accent
          : pointer == Pointer::kAway ? ui.theme.border
                                      : ui.theme.faint,
          kRowRadius);
  draw_text_fitted(ui, Font::kSmall, {x + padding, y, width - 2 * padding, height},
                   is_on ? ui.theme.accent : ui.theme.muted, text);
  is_clicked = pointer == Pointer::kClicked;
  return width;
}

class Form {
 public:
  Form(Ui& ui, const SetupView& view, const Rect& area) : ui_(ui), view_(view), area_(area), y_(area.y) {}

  InterviewIntent draw() {
    deck();
    if (view_.sections.size() > 1) sections();
    count();
    kinds();
    drawn();
    return intent_;
  }
  float bottom() const { return y_; }

 private:
  Rect label(const Phrase& phrase) {
    const float height = ui_.px(kControlHeight), width = ui_.px(kLabelWidth);
    draw_text_fitted(ui_, Font::kDetail, {area_.x, y_, width - ui_.px(8), height}, ui_.theme.muted,
                     ui_.tr(phrase));
    return {area_.x + width, y_, area_.width - width, height};
  }
  void next_row(float height) { y_ += height + ui_.px(kBetweenRows); }

  void deck() {
    const Rect row = label(words::kInterviewDeck);
    if (const auto picked = dropdown(ui_, "deck", row, view_.decks, view_.deck))
      intent_ = PickInterviewDeck{*picked};
    next_row(row.height);
  }

  void sections() {
    const Rect row = label(words::kInterviewSections);
    const float gap = ui_.px(8), line = ui_.px(28);
    float x = row.x, y = row.y + (row.height - line) / 2;
    const auto add = [&](const std::string& id, std::string_view text, bool is_on,
                         const ToggleInterviewSection& wish) {
      const float wanted = std::min(row.width, ui_.fonts.width(Font::kSmall, text) + 2 * ui_.px(10));
      if (x > row.x && x + wanted > row.right()) {
        x = row.x;
        y += line + gap;
      }
      bool is_clicked = false;
      x += choice_chip(ui_, id, x, y, row.width, text, is_on, is_clicked) + gap;
      if (is_clicked) intent_ = wish;
    };
    const bool is_any_chosen =
        std::any_of(view_.sections.begin(), view_.sections.end(),
                    [](const SetupView::Section& section) { return section.is_chosen; });
    add("all sections", ui_.tr(words::kInterviewAllSections), !is_any_chosen, {});
    for (std::size_t i = 0; i < view_.sections.size(); ++i) {
      const SetupView::Section& section = view_.sections[i];
      add("section " + std::to_string(i),
          section.title.empty() ? ui_.tr(words::kInterviewNoSection) : std::string_view(section.title),
          section.is_chosen, {i});
    }
    next_row(y + line - row.y);
  }

  void count() {
    const Rect row = label(words::kInterviewCount);
    const Rect box{row.x, row.y, std::min(row.width, ui_.px(180)), row.height};
    const int steps = stepper(ui_, "count", box, std::to_string(view_.questions));
    const long wanted = std::clamp<long>(static_cast<long>(view_.questions) + steps, 1, kMostQuestionsAsked);
    if (steps != 0) intent_ = AskForQuestions{static_cast<std::size_t>(wanted)};
    next_row(row.height);
  }

  void kinds() {
    const Rect row = label(words::kInterviewKinds);
    const std::array<std::string_view, 2> names{ui_.tr(words::kInterviewSpoken),
                                                ui_.tr(words::kInterviewAllKinds)};
    const Rect box{row.x, row.y, std::min(row.width, ui_.px(260)), row.height};
    if (const auto picked = segments(ui_, "kinds", box, names, view_.kinds == DrawnKinds::kSpoken ? 0 : 1))
      intent_ = PickInterviewKinds{*picked == 0 ? DrawnKinds::kSpoken : DrawnKinds::kAll};
    next_row(row.height);
  }

  void drawn() {
    horizontal_line(ui_, area_.x, y_, area_.width);
    y_ += ui_.px(kBetweenRows);
    if (view_.drawn == 0) {
      y_ += draw_paragraph(
          ui_, Font::kDetail, area_.x, y_, area_.width, ui_.theme.hard.text,
          ui_.tr(view_.has_other_kinds ? words::kInterviewOnlyWritten : words::kInterviewNoQuestions));
      return;
    }
    const Rect row = label(words::kInterviewDrawn);
    const std::string_view again = ui_.tr(words::kInterviewDrawAgain);
    const float link = ui_.fonts.width(Font::kDetail, again) + ui_.px(8);
    if (link_button(ui_, "draw again", {row.right() - link, row.y, link, row.height}, again, Align::kRight))
      intent_ = DrawQuestionsAgain{};
    draw_text_fitted(ui_, Font::kDetailBold, {row.x, row.y, row.width - link - ui_.px(12), row.height},
                     ui_.theme.text, summary());
    y_ += row.height;
    draw_text_fitted(ui_, Font::kTiny, {row.x, y_, row.width, ui_.px(18)}, ui_.theme.faint,
                     ui_.tr(words::kInterviewSeed, {view_.seed}));
    y_ += ui_.px(18);
  }

  std::string summary() const {
    const Phrase& count = view_.drawn == 1 ? words::kInterviewOneQuestion : words::kInterviewQuestions;
    return ui_.tr(count, {std::to_string(view_.drawn)}) + " · " +
           ui_.tr(words::kInterviewMarks, {marks_text(view_.marks)}) + " · " +
           ui_.tr(words::kInterviewLimit, {clock_text(view_.limit)});
  }

  Ui& ui_;
  const SetupView& view_;
  Rect area_;
  float y_;
  InterviewIntent intent_;
};

/// An interview that the window was closed on.
InterviewIntent draw_broken_off(Ui& ui, const BrokenOffView& view, const Rect& column, float& y) {
  InterviewIntent intent;
  const float padding = ui.px(16);
  const std::string text = ui.tr(words::kInterviewBrokenOff, {view.title, std::to_string(view.position + 1),
                                                              std::to_string(view.length)});
  const float width = column.width - 2 * padding;
  const float text_height = paragraph_height(ui, Font::kDetail, width, text);
  const float link = ui.px(28);
  const Rect box{column.x, y, column.width, text_height + link + 1.8f * padding};
  fill(ui, box, ui.theme.accent_soft, kCardRadius);
  draw_paragraph(ui, Font::kDetail, box.x + padding, box.y + padding, width, ui.theme.text, text);
  const std::string_view forget = ui.tr(words::kInterviewForget);
  if (link_button(ui, "forget",
                  {box.x + padding, box.bottom() - padding * 0.6f - link,
                   ui.fonts.width(Font::kDetail, forget) + ui.px(8), link},
                  forget))
    intent = ForgetInterview{};
  y = box.bottom() + ui.px(16);
  return intent;
}

std::vector<KeyHint> hints_of(const Ui& ui, const SetupView& view) {
  std::vector<KeyHint> hints;
  if (view.drawn > 0) {
    hints.push_back({"←/→", ui.tr(words::kInterviewActCount)});
    hints.push_back({"Ctrl+R", ui.tr(words::kInterviewDrawAgain), KeyPressed{Key::kR, Modifier::kCtrl}});
  }
  if (!view.past.empty()) hints.push_back({"↑/↓", ui.tr(words::kInterviewActPast)});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  return hints;
}

/// What Enter and the one big button do.
struct MainAction {
  Phrase words = words::kInterviewBegin;
  InterviewIntent intent;
};
MainAction main_action(const SetupView& view) {
  if (view.selected) return {words::kInterviewActOpen, OpenPastInterview{*view.selected}};
  if (view.broken_off) return {words::kInterviewGoOn, ResumeInterview{}};
  if (view.drawn > 0) return {words::kInterviewBegin, StartInterview{}};
  return {};
}

InterviewIntent shifted_count(const SetupView& view, int step) {
  const long wanted = std::clamp<long>(static_cast<long>(view.questions) + step, 1, kMostQuestionsAsked);
  return AskForQuestions{static_cast<std::size_t>(wanted)};
}

InterviewIntent moved_selection(const SetupView& view, int step) {
  if (view.past.empty()) return {};
  if (!view.selected) return step > 0 ? InterviewIntent{SelectPastInterview{0}} : InterviewIntent{};
  if (step < 0 && *view.selected == 0) return SelectPastInterview{std::nullopt};
  const std::size_t row = step < 0 ? *view.selected - 1 : std::min(*view.selected + 1, view.past.size() - 1);
  return SelectPastInterview{row};
}

}  // namespace

InterviewIntent draw_interview_setup(Ui& ui, const SetupView& view, const ScrollWish& scroll) {
  PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPlaceInterview));
  InterviewIntent intent;
  if (view.decks.empty()) {
    draw_empty_state(ui, frame.body, ui.tr(words::kInterviewNoDeck), ui.tr(words::kInterviewNoDeckHint));
  } else {
    const float squeeze = ui.window.height < ui.px(kLowWindow) ? 0.8f : 1.0f;
    const float button_height = std::round(ui.px(kButtonHeight) * squeeze);
    const Rect button{frame.body.x, frame.hints.y - ui.px(10) * squeeze - button_height, frame.body.width,
                      button_height};
    {
      ScrollRegion region(ui, "setup",
                          {ui.window.x, frame.body.y, ui.window.width, button.y - ui.px(12) - frame.body.y});
      float y = region.content_top() + ui.px(4);
      if (view.broken_off) intent = first_of(intent, draw_broken_off(ui, *view.broken_off, frame.body, y));
      {
        Sheet sheet(ui, frame.body, y, kPadding);
        Form form(ui, view, sheet.inner());
        intent = first_of(form.draw(), intent);
        y = sheet.close(form.bottom());
      }
      y += ui.px(10);
      y += draw_paragraph(ui, Font::kSmall, frame.body.x, y, frame.body.width, ui.theme.muted,
                          ui.tr(words::kInterviewHow));
      const DrawnPast past = draw_past_interviews(ui, view, frame.body, y + ui.px(18));
      intent = first_of(intent, past.intent);
      region.set_content_bottom(past.bottom + ui.px(10));
      if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
      if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
      if (scroll.to == ScrollWish::To::kNewest && view.selected)
        region.bring_into_view(past.selected.y - ui.px(8), past.selected.bottom() + ui.px(8));
    }
    const MainAction action = main_action(view);
    if (!is_nothing(action.intent) &&
        main_button(ui, "start", button, ui.tr(action.words), ui.tr(words::kKeyEnter)))
      intent = action.intent;
  }
  key_hints(ui, frame.hints, hints_of(ui, view));
  return intent;
}

InterviewIntent interview_setup_key(const SetupView& view, const KeyPressed& press) {
  if (press == KeyPressed{Key::kR, Modifier::kCtrl}) return DrawQuestionsAgain{};
  if (press.modifier != Modifier::kNone || view.decks.empty()) return {};
  if (const int digit = digit_of(press.key); digit > 0)
    return AskForQuestions{static_cast<std::size_t>(digit)};
  switch (press.key) {
    case Key::kEnter: return main_action(view).intent;
    case Key::kEscape: return SelectPastInterview{std::nullopt};
    case Key::kLeft: return shifted_count(view, -1);
    case Key::kRight: return shifted_count(view, +1);
    case Key::kUp: return moved_selection(view, -1);
    case Key::kDown: return moved_selection(view, +1);
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace rehearse
