#include "gui/window/welcome/welcome_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/welcome_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kButtonHeight = 52, kRow = 42, kDeckRow = 37, kBetween = 14, kPadding = 20;
constexpr float kLabelShare = 0.3f;
constexpr int kMostDays = 730;
constexpr int kFewestMinutes = 5, kMostMinutes = 240, kMinutesStep = 5;
constexpr std::array kQuickDays{7, 14, 30};

void take(WelcomeIntent& intent, WelcomeIntent asked) {
  if (!is_nothing(asked)) intent = asked;
}

float draw_title(Ui& ui, const Rect& inner, const Phrase& title) {
  draw_text_fitted(ui, Font::kLabel, {inner.x, inner.y, inner.width, ui.px(26)}, ui.theme.text, ui.tr(title));
  return inner.y + ui.px(34);
}

/// The learner's own document: one line and a button, which stand below the decks that are there already.
WelcomeIntent draw_own_document(Ui& ui, const Rect& inner, float& y) {
  const std::string_view pick = ui.tr(words::kWelcomePick), hint = ui.tr(words::kWelcomeOwn);
  const float height = ui.px(kControlHeight), gap = ui.px(14);
  const float width = std::min(inner.width * 0.5f, ui.fonts.width(Font::kDetail, pick) + ui.px(40));
  const float left = inner.width - width - gap;
  const float lines = paragraph_height(ui, Font::kDetail, left, hint);
  draw_paragraph(ui, Font::kDetail, inner.x, y + std::max(0.0f, std::round((height - lines) / 2)), left,
                 ui.theme.muted, hint);
  const bool picks = form_button(ui, "pick", {inner.right() - width, y, width, height}, pick);
  y += std::max(height, lines);
  return picks ? WelcomeIntent{PickDocument{}} : WelcomeIntent{};
}

WelcomeIntent draw_decks(Ui& ui, const WelcomeView& view, const Rect& column, float& y) {
  WelcomeIntent intent;
  Sheet sheet(ui, column, y, kPadding);
  float row_y = draw_title(ui, sheet.inner(), words::kWelcomeDecks);
  for (std::size_t i = 0; i < view.decks.size(); ++i, row_y += ui.px(kDeckRow)) {
    const OfferedDeck& deck = view.decks[i];
    const std::string label = ui.tr(words::kWelcomeDeck, {deck.title, std::to_string(deck.questions)});
    const Rect row{sheet.inner().x, row_y, sheet.inner().width, ui.px(kControlHeight)};
    if (toggle(ui, "deck " + std::to_string(i), row, label, deck.is_chosen)) intent = ToggleDeck{i};
  }
  row_y += ui.px(4);
  take(intent, draw_own_document(ui, sheet.inner(), row_y));
  y = sheet.close(row_y) + ui.px(kBetween);
  return intent;
}

/// The day, by single days or by leaps.
WelcomeIntent draw_interview(Ui& ui, const WelcomeView& view, const Rect& inner, float& y) {
  WelcomeIntent intent;
  const float label = std::round(inner.width * kLabelShare), height = ui.px(kControlHeight);
  draw_text_fitted(ui, Font::kDetail, {inner.x, y, label - ui.px(8), height}, ui.theme.text,
                   ui.tr(words::kWelcomeInterview));
  std::string value(ui.tr(words::kWelcomeNoDate));
  if (view.days_to_interview) {
    const std::string day = format_day(view.today + std::chrono::days{*view.days_to_interview});
    value = *view.days_to_interview == 0
                ? ui.tr(words::kWelcomeToday, {day})
                : ui.tr(words::kWelcomeDay, {day, std::to_string(*view.days_to_interview)});
  }
  const Rect right{inner.x + label, y, inner.width - label, height};
  if (const int steps = stepper(ui, "interview", right, value); steps != 0)
    intent = InterviewIn{std::clamp(view.days_to_interview.value_or(0) + steps, 0, kMostDays)};
  y += ui.px(kRow);
  const float gap = ui.px(8), width = (right.width - 3 * gap) / 4;
  float x = right.x;
  for (const int days : kQuickDays) {
    const std::string count = std::to_string(days);
    if (form_button(ui, "in " + count, {x, y, width, height}, ui.tr(words::kWelcomePlusDays, {count})))
      intent = InterviewIn{days};
    x += width + gap;
  }
  if (form_button(ui, "no date", {x, y, width, height}, ui.tr(words::kWelcomeClearDate)))
    intent = InterviewIn{std::nullopt};
  y += ui.px(kRow);
  return intent;
}

WelcomeIntent draw_plan(Ui& ui, const WelcomeView& view, const Rect& column, float& y) {
  Sheet sheet(ui, column, y, kPadding);
  const Rect& inner = sheet.inner();
  float line = draw_title(ui, inner, words::kWelcomePlan);
  WelcomeIntent intent = draw_interview(ui, view, inner, line);
  const float label = std::round(inner.width * kLabelShare);
  draw_text_fitted(ui, Font::kDetail, {inner.x, line, label - ui.px(8), ui.px(kControlHeight)}, ui.theme.text,
                   ui.tr(words::kWelcomeMinutes));
  const int steps =
      stepper(ui, "minutes", {inner.x + label, line, inner.width - label, ui.px(kControlHeight)},
              ui.tr(words::kWelcomeMinutesValue, {std::to_string(view.minutes)}));
  if (steps != 0)
    intent = MinutesADay{std::clamp(view.minutes + kMinutesStep * steps, kFewestMinutes, kMostMinutes)};
  y = sheet.close(line + ui.px(kControlHeight)) + ui.px(kBetween);
  return intent;
}

WelcomeIntent draw_language_choice(Ui& ui, const PageFrame& frame) {
  WelcomeIntent intent;
  const float width = std::min(frame.body.width, ui.px(360)), height = ui.px(kButtonHeight);
  const float x = frame.body.x + (frame.body.width - width) / 2;
  float y = std::round(frame.body.y + std::max(0.0f, frame.body.height * 0.4f - ui.px(110)));
  draw_text_fitted(ui, Font::kStem, {x, y, width, ui.px(44)}, ui.theme.text, ui.tr(words::kWelcomeLanguage),
                   Align::kCentre);
  y += ui.px(64);
  if (quiet_button(ui, "chinese", {x, y, width, height}, ui.tr(words::kWelcomeChinese), "1"))
    intent = SpeakLanguage{Language::kChinese};
  y += height + ui.px(kBetween);
  if (quiet_button(ui, "english", {x, y, width, height}, ui.tr(words::kWelcomeEnglish), "2"))
    intent = SpeakLanguage{Language::kEnglish};
  return intent;
}

/// The title, and the other language at its right end.
WelcomeIntent draw_top(Ui& ui, const PageFrame& frame) {
  const std::array languages{ui.tr(words::kWelcomeChinese), ui.tr(words::kWelcomeEnglish)};
  const float width = std::min(ui.px(200), frame.heading.width * 0.4f);
  const Rect choice{frame.heading.right() - width, frame.heading.y + ui.px(4), width, ui.px(kControlHeight)};
  draw_text_fitted(
      ui, Font::kFigure,
      {frame.heading.x, frame.heading.y, frame.heading.width - width - ui.px(14), frame.heading.height},
      ui.theme.text, ui.tr(words::kWelcome));
  const auto chosen = segments(ui, "language", choice, languages, ui.language == Language::kChinese ? 0 : 1);
  if (!chosen) return {};
  return SpeakLanguage{*chosen == 0 ? Language::kChinese : Language::kEnglish};
}

}  // namespace

WelcomeIntent draw_welcome(Ui& ui, const WelcomeView& view) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  if (view.asks_language) return draw_language_choice(ui, frame);
  WelcomeIntent intent = draw_top(ui, frame);
  const Rect& body = frame.body;
  const float height = ui.px(kButtonHeight);
  const Rect button{body.x, body.bottom() - height, body.width, height};
  const Rect area{body.x, body.y, body.width, button.y - ui.px(10) - body.y};
  {
    ScrollRegion region(ui, "welcome", {ui.window.x, area.y, ui.window.width, area.height});
    float y = region.content_top() + ui.px(2);
    y +=
        draw_paragraph(ui, Font::kDetail, area.x, y, area.width, ui.theme.muted, ui.tr(words::kWelcomeWhat)) +
        ui.px(kBetween);
    take(intent, draw_decks(ui, view, area, y));
    take(intent, draw_plan(ui, view, area, y));
    region.set_content_bottom(y);
  }
  if (main_button(ui, "begin", button, ui.tr(words::kWelcomeStart), ui.tr(words::kKeyEnter)))
    intent = FinishWelcome{};
  key_hints(ui, frame.hints,
            {{"Esc", ui.tr(words::kWelcomeSkip), KeyPressed{Key::kEscape}},
             {"Ctrl+O", ui.tr(words::kImportDocuments), KeyPressed{Key::kO, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

WelcomeIntent welcome_key(const WelcomeView& view, const KeyPressed& press) {
  if (press == KeyPressed{Key::kEscape}) return SkipWelcome{};
  if (press.modifier != Modifier::kNone) return {};
  if (view.asks_language) {
    if (press.key == Key::kDigit1) return SpeakLanguage{Language::kChinese};
    if (press.key == Key::kDigit2) return SpeakLanguage{Language::kEnglish};
    return {};
  }
  if (press.key == Key::kEnter) return FinishWelcome{};
  const int digit = digit_of(press.key);
  if (digit >= 1 && digit <= static_cast<int>(view.decks.size()))
    return ToggleDeck{static_cast<std::size_t>(digit - 1)};
  return {};
}

}  // namespace rehearse
