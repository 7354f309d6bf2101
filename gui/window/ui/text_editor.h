// A text being typed: what every field of the window edits. In 32-bit characters: Dear ImGui's own field
// (1.86, 1.90) wraps nothing and turns every character above U+FFFF into U+FFFD. Knows no ImGui: events come
// in, text_box draws what it holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gui/window/platform/events.h"
#include "gui/window/ui/text_history.h"
#include "gui/window/ui/text_rows.h"

namespace rehearse {

enum class TextLines { kOne, kMany };

/// What the pointer did in the text. A text box says it, the editor takes it.
struct TextPointed {
  enum class Gesture { kPressed, kDragged, kDoubleClicked };
  Gesture gesture = Gesture::kPressed;
  TextPlace place;
};

class TextEditor {
 public:
  /// The caret stands at the end of `text` (UTF-8). Line ends become \n, or blanks where there is one line;
  /// other control characters are left out.
  explicit TextEditor(TextLines lines = TextLines::kOne, std::string_view text = {});
  /// Of one line, for a password: keeps no steps to take back and gives nothing to copy.
  static TextEditor secret();

  /// True when the event was for the editor: a character, a paste, or a key that edits or moves the caret.
  /// Left to the screen: Esc, Tab, Ctrl+Enter; with one line also Enter, Up, Down and the page keys; Ctrl+C
  /// and Ctrl+X with nothing selected; Ctrl+Z and Ctrl+Y with nothing to take back or do again.
  bool take(const Event& event);
  void take(const TextPointed& pointed);
  /// What Ctrl+C or Ctrl+X took since the last call, in UTF-8: for the clipboard.
  std::optional<std::string> take_copied();
  /// Empties it, with what could be taken back, and overwrites the memory that held any of it.
  void wipe();

  /// UTF-8.
  std::string text() const;
  std::string selected_text() const;
  bool empty() const { return text_.empty(); }
  TextLines lines() const { return lines_; }
  /// Goes up with every change of the text, and with every change of the text or the caret.
  std::size_t revision() const { return revision_; }
  std::size_t moves() const { return moves_; }

  std::u32string_view characters() const { return text_; }
  TextPlace caret() const { return caret_.place; }
  TextRange selection() const;

  const TextRows& rows() const { return rows_; }
  /// How the text is wrapped and how many rows are seen at once is a matter of the box that shows it: drawing
  /// sets it, the text stays as it is.
  void lay_out(TextFit fit) const { rows_.fit(text_, std::move(fit)); }
  void set_rows_of_page(std::size_t count) const { rows_of_page_ = count; }

 private:
  enum class Selecting { kNo, kYes };

  bool take_key(const KeyPressed& press);
  bool take_moving_key(Key key, Selecting selecting);
  bool take_editing_key(Key key);
  bool take_ctrl_key(Key key);
  bool take_ctrl_moving_key(Key key, Selecting selecting);
  bool copy();
  bool undo();
  bool redo();

  void move_to(const TextPlace& place, Selecting selecting);
  void move_rows(std::ptrdiff_t count, Selecting selecting);
  void move_sideways(Key key, Selecting selecting);
  void erase(const TextRange& range, TextAct act);
  void insert(std::u32string_view characters, TextAct act);
  void replace(const TextRange& range, std::u32string_view characters, TextAct act);
  void put(std::size_t at, std::size_t removed, std::u32string_view inserted);
  void set_caret(const TextCaret& caret);

  TextLines lines_;
  bool is_secret_ = false;
  std::u32string text_;
  TextCaret caret_;
  std::optional<float> wanted_x_;  // of a walk over rows, some of which are shorter
  TextRange clicked_word_;         // what a drag goes on from, word by word
  bool drags_words_ = false;
  TextHistory history_;
  std::optional<std::string> copied_;
  std::size_t revision_ = 0;
  std::size_t moves_ = 0;
  mutable TextRows rows_;
  mutable std::size_t rows_of_page_ = 10;
};

}  // namespace rehearse
