// One question with its points as a form.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "gui/window/editor/editor_intent.h"
#include "gui/window/editor/question_draft.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct EditorView {
  const QuestionDraft* draft = nullptr;  // nothing: the question is gone
  std::string deck;
  std::string code;           // a listing of the stem: shown, and not edited here
  std::size_t contested = 0;  // fields of which machines say different things
};

EditorIntent draw_editor(Ui& ui, const EditorView& view);
/// The points of the form: a part of draw_editor. Returns where they end.
float draw_edited_points(Ui& ui, const QuestionDraft& draft, const Rect& column, float y,
                         EditorIntent& intent);
/// A text of the form as high as it needs to be. Returns where it ends.
float draw_edited_text(Ui& ui, const std::string& id, const DraftText& text, std::string_view placeholder,
                       const Rect& column, float y, int fewest_rows, EditorIntent& intent);

/// The text that a field of this id edits; null for another id.
DraftText* text_of(QuestionDraft& draft, std::string_view id);
bool is_text(const QuestionDraft& draft, std::string_view id);
std::string id_of(EditedField field);
std::string cue_id(std::size_t point);
std::string detail_id(std::size_t point);
/// The point whose cue or detail this is.
std::optional<std::size_t> point_of(std::string_view id);

/// `in`: the field that the keyboard is in; may be empty.
EditorIntent editor_key(const EditorView& view, std::string_view in, const KeyPressed& press);

}  // namespace rehearse
