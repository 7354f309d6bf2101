#include "gui/window/rescue/rescue_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/rescue_words.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

using Stage = RescueView::Stage;

constexpr float kButtonHeight = 52, kBetween = 14, kPadding = 20;

std::string_view title_of(const Ui& ui, const RescueView& view) {
  switch (view.stage) {
    case Stage::kMended: return ui.tr(view.was_damaged ? words::kRescueMended : words::kRescueNothing);
    case Stage::kFailed: return ui.tr(words::kRescueNotMended);
    case Stage::kLooking:
    case Stage::kAsking:
    case Stage::kMending: break;
  }
  return ui.tr(words::kRescue);
}

std::string contents_of(const Ui& ui, const LibraryContents& contents) {
  const std::string decks = std::to_string(contents.decks), questions = std::to_string(contents.questions);
  if (!contents.newest_answer) return ui.tr(words::kSettingsNoAnswers, {decks, questions});
  return ui.tr(words::kSettingsContents,
               {decks, questions, std::to_string(contents.answers), format_day(*contents.newest_answer)});
}

/// One paragraph after the other.
class Paragraphs {
 public:
  Paragraphs(Ui& ui, const Rect& column, float y) : ui_(ui), column_(column), y_(y) {}

  void add(Font font, ImU32 colour, std::string_view text) {
    y_ += draw_paragraph(ui_, font, column_.x, y_, column_.width, colour, text) + ui_.px(10);
  }
  float end() const { return y_ - ui_.px(10); }

 private:
  Ui& ui_;
  Rect column_;
  float y_;
};

void draw_steps(Ui& ui, const RescueView& view, const Rect& column, float& y) {
  Sheet sheet(ui, column, y, kPadding);
  Paragraphs steps(ui, sheet.inner(), sheet.inner().y);
  steps.add(Font::kLabel, ui.theme.text, ui.tr(words::kRescueSteps));
  steps.add(Font::kDetail, ui.theme.text,
            view.backup ? ui.tr(words::kRescueFrom, {*view.backup, contents_of(ui, view.contents)})
                        : std::string(ui.tr(words::kRescueNew)));
  steps.add(Font::kDetail, ui.theme.text, ui.tr(words::kRescueLater));
  steps.add(Font::kDetail, ui.theme.text, ui.tr(words::kRescueKept, {view.damaged_folder}));
  steps.add(Font::kSmall, ui.theme.muted, ui.tr(words::kRescueSync));
  y = sheet.close(steps.end()) + ui.px(kBetween);
}

std::string outcome_of(const Ui& ui, const RescueView& view) {
  const std::string records = std::to_string(view.brought_in);
  if (!view.was_damaged) return std::string(ui.tr(words::kRescueSound));
  if (!view.backup) return ui.tr(words::kRescueMendedNew, {records});
  if (view.brought_in == 0) return ui.tr(words::kRescueMendedOnly, {*view.backup});
  return ui.tr(words::kRescueMendedFrom, {*view.backup, records});
}

void draw_mended(Ui& ui, const RescueView& view, const Rect& column, float& y) {
  Sheet sheet(ui, column, y, kPadding);
  Paragraphs said(ui, sheet.inner(), sheet.inner().y);
  said.add(Font::kBody, ui.theme.text, outcome_of(ui, view));
  if (view.was_damaged) said.add(Font::kSmall, ui.theme.muted, ui.tr(words::kRescueSync));
  y = sheet.close(said.end()) + ui.px(kBetween);
}

void draw_words(Ui& ui, const RescueView& view, const Rect& column, float& y) {
  if (view.stage == Stage::kMended) return draw_mended(ui, view, column, y);
  Paragraphs said(ui, column, y);
  if (view.stage == Stage::kFailed)
    said.add(Font::kBody, ui.theme.again.text, view.trouble.in(ui.language));
  else
    said.add(Font::kBody, ui.theme.text, ui.tr(words::kRescueWhat, {view.library_folder}));
  y = said.end() + ui.px(kBetween);
  if (view.stage == Stage::kAsking || view.stage == Stage::kFailed) return draw_steps(ui, view, column, y);
  Paragraphs work(ui, column, y);
  work.add(Font::kLabel, ui.theme.accent,
           ui.tr(view.stage == Stage::kLooking ? words::kRescueLooking : words::kRescueMending));
  y = work.end();
}

/// From the lower end of `body` up; the rest of it is left.
RescueIntent draw_buttons(Ui& ui, const RescueView& view, Rect& body) {
  const float height = ui.px(kButtonHeight), gap = ui.px(10);
  const auto take_row = [&] {
    body.height -= height + gap;
    return Rect{body.x, body.bottom() + gap, body.width, height};
  };
  RescueIntent intent;
  if (view.stage == Stage::kMended) {
    if (main_button(ui, "open", take_row(), ui.tr(words::kRescueOpen), ui.tr(words::kKeyEnter)))
      intent = OpenMended{};
    return intent;
  }
  if (view.stage == Stage::kMending) return intent;
  if (quiet_button(ui, "leave", take_row(), ui.tr(words::kRescueLeave), "Esc")) intent = LeaveDamaged{};
  if (view.stage == Stage::kLooking) return intent;
  const Phrase& act = view.stage == Stage::kFailed ? words::kRescueAgain : words::kRescueMend;
  if (main_button(ui, "mend", take_row(), ui.tr(act), ui.tr(words::kKeyEnter))) intent = MendLibrary{};
  return intent;
}

}  // namespace

RescueIntent draw_rescue(Ui& ui, const RescueView& view) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, title_of(ui, view));
  Rect body = frame.body;
  const RescueIntent intent = draw_buttons(ui, view, body);
  ScrollRegion region(ui, "rescue", {ui.window.x, body.y, ui.window.width, std::max(0.0f, body.height)});
  float y = region.content_top() + ui.px(2);
  draw_words(ui, view, body, y);
  region.set_content_bottom(y);
  return intent;
}

RescueIntent rescue_key(const RescueView& view, const KeyPressed& press) {
  const bool is_asked = view.stage == Stage::kAsking || view.stage == Stage::kFailed;
  if (press == KeyPressed{Key::kEnter} && is_asked) return MendLibrary{};
  if (press == KeyPressed{Key::kEnter} && view.stage == Stage::kMended) return OpenMended{};
  const bool leaves = press == KeyPressed{Key::kEscape} || press == KeyPressed{Key::kQ, Modifier::kCtrl};
  if (leaves && view.stage != Stage::kMending && view.stage != Stage::kMended) return LeaveDamaged{};
  return {};
}

}  // namespace rehearse
