#include "gui/window/editor/editor_page.h"

#include <utility>

#include "core/deck/identity.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {

void EditorPage::refresh() {
  const auto card = desk_.library().card(question_card_id(question_));
  is_there_ = card.has_value();
  if (!card) return;
  deck_ = card->deck_title;
  code_ = card->question.code;
  draft_.follow(*card, desk_.library().marks(question_));
  contested_ = desk_.library().other_versions(question_);
  if (versions_) versions_ = HistoryView{desk_.library().history(question_), contested_};
  if (!focus().is_anywhere()) focus().set(id_of(EditedField::kStem));
}

EditorView EditorPage::view() const {
  return {is_there_ ? &draft_ : nullptr, deck_, code_, contested_.size()};
}

/// The field that the keyboard is in.
std::string EditorPage::focused() const {
  const std::string& id = focus().current();
  return is_there_ && is_text(draft_, id) ? id : std::string();
}

bool EditorPage::is_typing() const { return is_leaving_ || versions_ || !focused().empty(); }

bool EditorPage::type(const Event& event) {
  const auto* press = std::get_if<KeyPressed>(&event);
  if (is_leaving_) {
    if (!press) return true;
    if (const auto chosen = leave_key(*press))
      answer_leaving(*chosen);
    else if (press->key == Key::kDown || press->key == Key::kUp)
      leave_focus_.take({Key::kTab, press->key == Key::kUp ? Modifier::kShift : Modifier::kNone});
    else
      leave_focus_.take(*press);
    return true;
  }
  if (versions_) {
    if (!press) return true;
    const bool is_on_button = versions_focus_.is_anywhere() && press->key != Key::kEscape;
    if (press->key == Key::kTab || is_on_button) {
      if (versions_focus_.take(*press)) return true;
    }
    if (press->key == Key::kEscape || press->key == Key::kEnter) versions_.reset();
    if (press->key == Key::kPageDown || press->key == Key::kDown)
      scroll_versions_ = {ScrollWish::To::kPage, 1};
    if (press->key == Key::kPageUp || press->key == Key::kUp) scroll_versions_ = {ScrollWish::To::kPage, -1};
    return true;
  }
  const std::string in = focused();
  if (press) {
    const EditorIntent intent = editor_key(view(), in, *press);
    if (!is_nothing(intent)) return apply(intent), true;
  }
  TextEditor& editor = text_of(draft_, in)->editor;
  const bool is_taken = editor.take(event);
  if (auto copied = editor.take_copied()) desk_.copy(*std::move(copied));
  return is_taken;
}

void EditorPage::press(const KeyPressed& press) { apply(editor_key(view(), "", press)); }

void EditorPage::draw(Ui& ui) {
  Focus* const focus = ui.focus;
  if (is_leaving_ || versions_) ui.focus = nullptr;
  const EditorIntent intent = draw_editor(ui, view());
  ui.focus = focus;
  apply(intent);
  if (versions_) {
    const ScrollWish scroll = std::exchange(scroll_versions_, {});
    const HistoryIntent wanted =
        draw_history(ui, versions_focus_, *versions_, desk_.now().utc_offset, scroll);
    if (std::holds_alternative<CloseHistory>(wanted)) versions_.reset();
    if (const auto* chosen = std::get_if<ChooseVersion>(&wanted)) apply(EditorIntent(*chosen));
  }
  if (!is_leaving_) return;
  if (const auto chosen = draw_leave_sheet(ui, leave_focus_)) answer_leaving(*chosen);
}

void EditorPage::apply(const EditorIntent& intent) {
  desk_.attempt(words::kEditorNotSaved,
                [&] { std::visit([this](const auto& wanted) { apply(wanted); }, intent); });
}

void EditorPage::apply(const PointInField& intent) {
  focus().set(intent.id);
  if (DraftText* text = text_of(draft_, intent.id)) text->editor.take(intent.pointed);
}

void EditorPage::apply(const AskForHistory&) {
  versions_ = HistoryView{desk_.library().history(question_), contested_};
  versions_focus_.clear();
}

void EditorPage::apply(const LeaveEditor&) {
  if (!is_there_ || !draft_.is_changed()) return desk_.close();
  is_leaving_ = true;
  leave_focus_.set("leave save");
}

void EditorPage::answer_leaving(Leaving leaving) {
  is_leaving_ = false;
  if (leaving == Leaving::kStay) return;
  if (leaving == Leaving::kSave && !save()) return;
  if (leaving == Leaving::kDrop) draft_.forget_changes();
  desk_.close();
}

std::vector<PaletteEntry> EditorPage::palette() {
  if (!is_there_) return {};
  return {{in_both(words::kEditorDeleteQuestion), "", [this] {
             const bool is_done = desk_.attempt(words::kEditorNotSaved, [this] {
               desk_.library().set_removed(question_, true, desk_.now());
               draft_.forget_changes();
             });
             if (!is_done) return;
             desk_.tell(NoticeKind::kNews, in_both(words::kEditorQuestionDeleted));
             desk_.close();
           }}};
}

std::vector<KeyLine> EditorPage::keys(Language) const {
  return {{"Ctrl+S", words::kActEditorSave},
          {"Tab", words::kActEditorNext},
          {"Alt+Enter", words::kActEditorAdd},
          {"Ctrl+Enter", words::kActEditorSplit},
          {"Ctrl+M", words::kActEditorMerge},
          {"Alt+↑/↓", words::kActEditorMove},
          {"Alt+Del", words::kActEditorDelete},
          {"Ctrl+H", words::kActEditorHistory},
          {"Esc", words::kActBack}};
}

}  // namespace rehearse
