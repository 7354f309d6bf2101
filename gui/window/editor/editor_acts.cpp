// What the editor writes to the library.
#include "core/base/text.h"
#include "gui/window/editor/editor_page.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

/// Bytes of the text before the caret.
std::size_t caret_byte(const TextEditor& editor) {
  return to_utf8(editor.characters().substr(0, editor.caret().offset)).size();
}

}  // namespace

void EditorPage::tell_error(const Error& error) {
  const auto in = [&](Language language) {
    return filled(language, words::kEditorNotSaved, {error.what.in(language)});
  };
  desk_.tell(NoticeKind::kTrouble, {in(Language::kEnglish), in(Language::kChinese)});
}

bool EditorPage::save() {
  const Result<std::vector<QuestionEdit>> edits = draft_.edits();
  if (!edits) return tell_error(edits.error()), false;
  std::vector<OpId> ops;
  std::optional<Error> trouble;
  const auto keep = [&](const Result<OpId>& op) {
    if (op)
      ops.push_back(*op);
    else if (!trouble)
      trouble = op.error();
  };
  const bool is_written = desk_.attempt(words::kEditorNotSaved, [&] {
    Library::Batch batch(desk_.library());
    for (const QuestionEdit& edit : *edits)
      if (!trouble) keep(desk_.library().edit_question(question_, edit, desk_.now()));
    for (const MarkChange& change : draft_.mark_changes())
      if (!trouble) keep(desk_.library().mark_question(question_, change, desk_.now()));
    if (!trouble) batch.commit();
  });
  if (trouble) tell_error(*trouble);
  if (!is_written || trouble) return false;
  const std::size_t count = ops.size();
  history_.add(std::move(ops), count);
  draft_.forget_changes();
  refresh();
  return true;
}

void EditorPage::apply(const SaveQuestion&) {
  if (save()) desk_.tell(NoticeKind::kNews, in_both(words::kEditorSaved));
}

bool EditorPage::edit_points(const QuestionEdit& edit) {
  if (draft_.is_changed() && !save()) return false;
  const Result<OpId> op = desk_.library().edit_question(question_, edit, desk_.now());
  if (!op) return tell_error(op.error()), false;
  history_.add({*op}, 1);
  refresh();
  return true;
}

void EditorPage::apply(const InsertPoint& intent) {
  const std::string cue(words::kEditorNewPoint.in(desk_.language()));
  if (!edit_points(AddPoint{{cue, ""}, intent.at})) return;
  focus().set(cue_id(intent.at));
  // What is typed takes the place of the words that only hold it.
  draft_.points()[intent.at].cue.editor.take(KeyPressed{Key::kA, Modifier::kCtrl});
}

void EditorPage::apply(const CutPoint& intent) {
  const DraftPoint& point = draft_.points()[intent.point];
  const bool is_in_detail = focus().is_on(detail_id(intent.point));
  const auto parts = is_in_detail ? cut_in_detail(point.point(), caret_byte(point.detail.editor))
                                  : cut_in_cue(point.point(), caret_byte(point.cue.editor));
  if (!parts) return desk_.tell(NoticeKind::kNews, in_both(words::kEditorCutWhere));
  if (edit_points(SplitPoint{point.id, *parts})) focus().set(cue_id(intent.point + 1));
}

void EditorPage::apply(const JoinPoints& intent) {
  if (intent.point + 1 >= draft_.points().size())
    return desk_.tell(NoticeKind::kNews, in_both(words::kEditorNoNext));
  const MergePoints merge{{draft_.points()[intent.point].id, draft_.points()[intent.point + 1].id}, {}, {}};
  if (edit_points(merge)) focus().set(cue_id(intent.point));
}

void EditorPage::apply(const PlacePoint& intent) {
  if (edit_points(MovePoint{draft_.points()[intent.point].id, intent.to})) focus().set(cue_id(intent.to));
}

void EditorPage::apply(const DropPoint& intent) {
  if (!edit_points(RemovePoint{draft_.points()[intent.point].id})) return;
  const std::size_t left = draft_.points().size();
  focus().set(left == 0 ? id_of(EditedField::kStem) : cue_id(std::min(intent.point, left - 1)));
}

void EditorPage::apply(const ChooseVersion& intent) {
  // What is typed into the same field would write over what is chosen.
  if (draft_.is_changed() && !save()) return;
  const Result<OpId> op =
      desk_.library().choose_version(question_, intent.field, intent.version, desk_.now());
  if (!op) return tell_error(op.error());
  history_.add({*op}, 1);
  refresh();
  versions_focus_.clear();
  if (contested_.empty()) versions_.reset();
  desk_.tell(NoticeKind::kNews, in_both(words::kEditorChosen));
}

bool EditorPage::undo() {
  std::optional<std::size_t> changed;
  desk_.attempt(words::kNotUndone, [&] { changed = history_.undo(desk_.library(), desk_.now()); });
  if (!changed) return false;
  desk_.tell(NoticeKind::kNews, in_both(words::kEditorUndone));
  desk_.attempt(words::kNotRead, [&] { refresh(); });
  return true;
}

bool EditorPage::redo() {
  std::optional<std::size_t> changed;
  desk_.attempt(words::kNotUndone, [&] { changed = history_.redo(desk_.library(), desk_.now()); });
  if (!changed) return false;
  desk_.tell(NoticeKind::kNews, in_both(words::kEditorRedone));
  desk_.attempt(words::kNotRead, [&] { refresh(); });
  return true;
}

}  // namespace rehearse
