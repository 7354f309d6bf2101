// Language, theme, text size and font, with a sample of what they do.
#include <array>

#include "gui/window/settings/form.h"
#include "gui/window/settings/settings_sheets.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kChoiceWidth = 300;
constexpr float kStepperWidth = 220;

constexpr std::array<std::optional<Language>, 3> kLanguages{std::nullopt, Language::kChinese,
                                                            Language::kEnglish};
constexpr std::array kThemes{ThemeChoice::kSystem, ThemeChoice::kLight, ThemeChoice::kDark};

template <class Values, class Value>
std::size_t place_in(const Values& values, const Value& value) {
  std::size_t place = 0;
  while (place + 1 < values.size() && values[place] != value) ++place;
  return place;
}

void draw_sample(Ui& ui, FormSheet& sheet) {
  sheet.gap(4);
  const float padding = ui.px(16);
  const Rect& inner = sheet.inner();
  const float width = inner.width - 2 * padding;
  const std::string_view stem = ui.tr(words::kSettingsSampleStem), text = ui.tr(words::kSettingsSampleText);
  const float stem_height = paragraph_height(ui, Font::kStem, width, stem, kHeadingLine);
  const float text_height = paragraph_height(ui, Font::kBody, width, text);
  const float height = stem_height + text_height + 2 * padding + ui.px(8);
  const Rect box = sheet.line(height / ui.px(1));
  fill(ui, box, ui.theme.background, kRowRadius);
  outline(ui, box, ui.theme.border, kRowRadius);
  draw_paragraph(ui, Font::kStem, box.x + padding, box.y + padding, width, ui.theme.text, stem, kHeadingLine);
  draw_paragraph(ui, Font::kBody, box.x + padding, box.y + padding + stem_height + ui.px(8), width,
                 ui.theme.text, text);
}

}  // namespace

void draw_look_sheet(const SheetPen& pen, const LookView& view) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsLook));
  const std::array<std::string_view, 3> languages{ui.tr(words::kSettingsSystem), "中文", "English"};
  if (const auto chosen = segments(ui, "language", sheet.row(ui.tr(words::kSettingsLanguage), kChoiceWidth),
                                   languages, place_in(kLanguages, view.language)))
    pen.intent = ChooseLanguage{kLanguages[*chosen]};
  const std::array themes{ui.tr(words::kSettingsSystem), ui.tr(words::kSettingsLight),
                          ui.tr(words::kSettingsDark)};
  if (const auto chosen = segments(ui, "theme", sheet.row(ui.tr(words::kSettingsTheme), kChoiceWidth), themes,
                                   place_in(kThemes, view.theme)))
    pen.intent = ChooseTheme{kThemes[*chosen]};
  if (const int steps = stepper(ui, "text size", sheet.row(ui.tr(words::kSettingsTextSize), kStepperWidth),
                                std::to_string(view.text_size) + "%"))
    pen.intent = StepSetting{SteppedSetting::kTextSize, steps};
  if (view.fonts.size() > 1) {
    const std::string& family = view.fonts[view.font];
    if (const int steps = stepper(ui, "font", sheet.row(ui.tr(words::kSettingsFont), kChoiceWidth),
                                  family.empty() ? ui.tr(words::kSettingsFontByItself) : family))
      pen.intent = StepSetting{SteppedSetting::kFont, steps};
  }
  draw_sample(ui, sheet);
}

}  // namespace rehearse
