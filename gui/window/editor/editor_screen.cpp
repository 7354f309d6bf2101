#include "gui/window/editor/editor_screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kLabelHeight = 26;
constexpr float kFieldGap = 12;
constexpr float kNarrow = 520;  // of the column: two fields side by side have no room

constexpr std::array kKinds{std::pair{QuestionKind::kOpen, words::kLibraryOpen},
                            std::pair{QuestionKind::kSingle, words::kLibrarySingle},
                            std::pair{QuestionKind::kMultiple, words::kLibraryMultiple},
                            std::pair{QuestionKind::kTrueFalse, words::kLibraryTrueFalse},
                            std::pair{QuestionKind::kFill, words::kLibraryFill},
                            std::pair{QuestionKind::kCase, words::kLibraryCase}};

class Form {
 public:
  Form(Ui& ui, const EditorView& view, const Rect& column, float y, EditorIntent& intent)
      : ui_(ui), view_(view), draft_(*view.draft), column_(column), y_(y), intent_(intent) {}

  float bottom() const { return y_; }

  void label(const Rect& column, std::string_view words) {
    draw_text_fitted(ui_, Font::kSmall, {column.x, y_, column.width, ui_.px(kLabelHeight)}, ui_.theme.muted,
                     words);
  }

  void field(EditedField field, Phrase words, int fewest_rows) {
    label(column_, ui_.tr(words));
    y_ = draw_edited_text(ui_, id_of(field), draft_.field(field), {}, column_, y_ + ui_.px(kLabelHeight),
                          fewest_rows, intent_) +
         ui_.px(kFieldGap);
  }

  /// Fields of one line, side by side where there is room.
  void fields(std::initializer_list<std::pair<EditedField, Phrase>> fields) {
    if (column_.width < ui_.px(kNarrow)) {
      for (const auto& [one, words] : fields) field(one, words, 1);
      return;
    }
    const float gap = ui_.px(12), count = static_cast<float>(fields.size());
    Rect part = column_;
    part.width = (column_.width - gap * (count - 1)) / count;
    float end = y_;
    for (const auto& [one, words] : fields) {
      label(part, ui_.tr(words));
      end = std::max(end, draw_edited_text(ui_, id_of(one), draft_.field(one), {}, part,
                                           y_ + ui_.px(kLabelHeight), 1, intent_));
      part.x += part.width + gap;
    }
    y_ = end + ui_.px(kFieldGap);
  }

  void kind() {
    label(column_, ui_.tr(words::kEditorKind));
    std::array<std::string_view, kKinds.size()> names;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      names[i] = ui_.tr(kKinds[i].second);
      if (kKinds[i].first == draft_.kind()) chosen = i;
    }
    if (const auto other = segments(ui_, "kind", control(), names, chosen))
      intent_ = ChooseKind{kKinds[*other].first};
    y_ += ui_.px(kLabelHeight + kControlHeight + kFieldGap);
  }

  void flag() {
    label(column_, ui_.tr(words::kEditorFlag));
    const std::array<std::string_view, 8> names{
        ui_.tr(words::kEditorNoFlag), "1", "2", "3", "4", "5", "6", "7"};
    if (const auto other = segments(ui_, "flag", control(), names, static_cast<std::size_t>(draft_.flag())))
      intent_ = ChooseFlag{static_cast<int>(*other)};
    y_ += ui_.px(kLabelHeight + kControlHeight + kFieldGap);
  }

  void code() {
    if (view_.code.empty()) return;
    label(column_, ui_.tr(words::kEditorCode));
    y_ += ui_.px(kLabelHeight);
    y_ += draw_paragraph(ui_, Font::kCode, column_.x, y_, column_.width, ui_.theme.text, view_.code) +
          ui_.px(kFieldGap);
  }

  /// That there is something to choose between.
  void contested() {
    if (view_.contested == 0) return;
    const std::string_view choose = ui_.tr(words::kEditorLookAtVersions);
    const float width = ui_.fonts.width(Font::kDetail, choose) + ui_.px(32);
    const Rect line{column_.x, y_, column_.width, ui_.px(kControlHeight)};
    draw_text_fitted(ui_, Font::kDetail, {line.x, line.y, line.width - width - ui_.px(12), line.height},
                     ui_.theme.again.text,
                     ui_.tr(words::kEditorContestedMark, {std::to_string(view_.contested)}));
    if (form_button(ui_, "contested", {line.right() - width, line.y, width, line.height}, choose))
      intent_ = AskForHistory{};
    y_ += line.height + ui_.px(kFieldGap);
  }

  void points() {
    label(column_, ui_.tr(words::kEditorPoints));
    y_ = draw_edited_points(ui_, draft_, column_, y_ + ui_.px(kLabelHeight), intent_) + ui_.px(kFieldGap);
  }

 private:
  Rect control() const {
    return {column_.x, y_ + ui_.px(kLabelHeight), column_.width, ui_.px(kControlHeight)};
  }

  Ui& ui_;
  const EditorView& view_;
  const QuestionDraft& draft_;
  Rect column_;
  float y_;
  EditorIntent& intent_;
};

void draw_form(Ui& ui, const EditorView& view, const PageFrame& frame, EditorIntent& intent) {
  ScrollRegion region(ui, "form", {ui.window.x, frame.body.y, ui.window.width, frame.body.height});
  Form form(ui, view, frame.body, region.content_top() + ui.px(2), intent);
  form.contested();
  const QuestionKind kind = view.draft->kind();
  form.field(EditedField::kStem, words::kEditorStem, 2);
  form.code();
  form.kind();
  const bool is_choice = kind == QuestionKind::kSingle || kind == QuestionKind::kMultiple;
  if (is_choice || !view.draft->field(EditedField::kOptions).editor.empty())
    form.field(EditedField::kOptions, words::kEditorOptions, 3);
  if (!is_recalled_aloud(kind)) form.field(EditedField::kKey, words::kEditorKey, 1);
  if (is_recalled_aloud(kind) || !view.draft->points().empty()) form.points();
  form.field(EditedField::kAnswer, words::kEditorAnswer, 2);
  form.field(EditedField::kCriteria, words::kEditorCriteria, 1);
  form.field(EditedField::kAnalysis, words::kEditorAnalysis, 1);
  form.fields({{EditedField::kSection, words::kEditorSection},
               {EditedField::kMarks, words::kEditorMarks},
               {EditedField::kTime, words::kEditorTime}});
  form.field(EditedField::kTags, words::kEditorTags, 1);
  form.flag();
  form.field(EditedField::kExample, words::kEditorExample, 2);
  region.set_content_bottom(form.bottom() + ui.px(24));
}

}  // namespace

float draw_edited_text(Ui& ui, const std::string& id, const DraftText& text, std::string_view placeholder,
                       const Rect& column, float y, int fewest_rows, EditorIntent& intent) {
  constexpr int kMostRows = 14;
  TextBoxLook look;
  look.placeholder = placeholder;
  look.font = Font::kDetail;
  const float height = text_box_height(ui, text.editor, column.width, {fewest_rows, kMostRows}, look.font);
  const DrawnTextBox drawn = draw_text_box(ui, id, {column.x, y, column.width, height}, text.editor, look);
  if (drawn.pointed) intent = PointInField{id, *drawn.pointed};
  return y + height;
}

EditorIntent draw_editor(Ui& ui, const EditorView& view) {
  EditorIntent intent;
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  if (view.draft == nullptr) {
    draw_heading(ui, frame, ui.tr(words::kEditorTitle));
    draw_empty_state(ui, frame.body, ui.tr(words::kEditorGone), ui.tr(words::kEditorGoneHint));
    key_hints(ui, frame.hints, {{"Esc", ui.tr(words::kActBack), KeyPressed{Key::kEscape}}});
    return intent;
  }
  const bool is_changed = view.draft->is_changed();
  const float button = std::min(ui.px(150), frame.heading.width * 0.3f);
  PageFrame left = frame;
  left.heading.width -= button + ui.px(12);
  const float title = draw_heading(ui, left, ui.tr(words::kEditorTitle)) + ui.px(14);
  const Rect save{frame.heading.right() - button, frame.heading.y + ui.px(3), button, ui.px(38)};
  if (title < left.heading.width)
    draw_text_fitted(ui, Font::kSmall,
                     {left.heading.x + title, save.y, left.heading.width - title, save.height},
                     ui.theme.muted, is_changed ? ui.tr(words::kEditorUnsaved) : std::string_view(view.deck),
                     Align::kRight);
  if (is_changed ? main_button(ui, "save", save, ui.tr(words::kLibrarySave), "Ctrl+S")
                 : quiet_button(ui, "save", save, ui.tr(words::kLibrarySave), "Ctrl+S"))
    intent = SaveQuestion{};
  draw_form(ui, view, frame, intent);
  key_hints(ui, frame.hints,
            {{"Ctrl+S", ui.tr(words::kActEditorSave), KeyPressed{Key::kS, Modifier::kCtrl}},
             {"Tab", ui.tr(words::kActEditorNext)},
             {"Esc", ui.tr(words::kActBack), KeyPressed{Key::kEscape}},
             {"Ctrl+H", ui.tr(words::kActEditorHistory), KeyPressed{Key::kH, Modifier::kCtrl}},
             {"Alt+↑/↓", ui.tr(words::kActEditorMove)},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

}  // namespace rehearse
