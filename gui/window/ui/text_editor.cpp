#include "gui/window/ui/text_editor.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestSecret = 256;  // characters; a longer one may leave a copy behind

bool is_line_end(char32_t c) { return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_text(char32_t c) {
  const bool is_control = c < U' ' || (c >= 0x7F && c < 0xA0);
  const bool is_code_point = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
  return is_code_point && (!is_control || c == U'\t');
}

std::u32string_view without_last_line_ends(std::u32string_view text) {
  while (!text.empty() && is_line_end(text.back())) text.remove_suffix(1);
  return text;
}

std::u32string cleaned(std::u32string_view text, TextLines lines) {
  if (lines == TextLines::kOne) text = without_last_line_ends(text);
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n') continue;
    const bool is_blank = lines == TextLines::kOne && (is_line_end(text[i]) || text[i] == U'\t');
    if (is_blank)
      result += U' ';
    else if (is_line_end(text[i]))
      result += U'\n';
    else if (is_text(text[i]))
      result += text[i];
  }
  return result;
}

}  // namespace

TextEditor::TextEditor(TextLines lines, std::string_view text)
    : lines_(lines), text_(cleaned(to_utf32(text), lines)) {
  caret_ = {{text_.size(), RowSide::kBegin}, text_.size()};
  rows_.text_changed(text_, 0, 0, text_.size());
}

TextEditor TextEditor::secret() {
  TextEditor editor;
  editor.is_secret_ = true;
  // Grows as it is typed without leaving a copy behind.
  editor.text_.reserve(kLongestSecret);
  return editor;
}

void TextEditor::wipe() {
  text_.resize(text_.capacity());
  explicit_bzero(text_.data(), text_.size() * sizeof(char32_t));
  text_.clear();
  rows_ = {};
  rows_.text_changed(text_, 0, 0, 0);
  history_ = {};
  copied_.reset();
  set_caret({});
  ++revision_;
}

std::string TextEditor::text() const { return to_utf8(text_); }

TextRange TextEditor::selection() const {
  return {std::min(caret_.anchor, caret_.place.offset), std::max(caret_.anchor, caret_.place.offset)};
}

std::string TextEditor::selected_text() const {
  const TextRange range = selection();
  return to_utf8(std::u32string_view(text_).substr(range.begin, range.end - range.begin));
}

std::optional<std::string> TextEditor::take_copied() { return std::exchange(copied_, std::nullopt); }

bool TextEditor::take(const Event& event) {
  if (const auto* typed = std::get_if<CharacterTyped>(&event)) {
    insert(std::u32string_view(&typed->character, 1), TextAct::kTyped);
    return true;
  }
  if (const auto* pasted = std::get_if<TextPasted>(&event)) {
    insert(to_utf32(pasted->text), TextAct::kOther);
    return true;
  }
  const auto* press = std::get_if<KeyPressed>(&event);
  return press && take_key(*press);
}

void TextEditor::take(const TextPointed& pointed) {
  const std::size_t offset = character_boundary(text_, std::min(pointed.place.offset, text_.size()));
  const TextPlace place{offset, pointed.place.side};
  switch (pointed.gesture) {
    case TextPointed::Gesture::kPressed:
      drags_words_ = false;
      move_to(place, Selecting::kNo);
      return;
    case TextPointed::Gesture::kDoubleClicked:
      clicked_word_ = word_around(text_, place.offset);
      drags_words_ = true;
      move_to({clicked_word_.begin}, Selecting::kNo);
      move_to({clicked_word_.end}, Selecting::kYes);
      return;
    case TextPointed::Gesture::kDragged: break;
  }
  if (!drags_words_) return move_to(place, Selecting::kYes);
  const bool is_before = place.offset < clicked_word_.begin;
  const TextRange word = word_around(text_, place.offset);
  move_to({is_before ? clicked_word_.end : clicked_word_.begin}, Selecting::kNo);
  move_to({is_before ? word.begin : std::max(word.end, clicked_word_.end)}, Selecting::kYes);
}

bool TextEditor::copy() {
  if (selection().empty() || is_secret_) return false;
  copied_ = selected_text();
  return true;
}

// --- Changes ---

void TextEditor::insert(std::u32string_view characters, TextAct act) {
  const std::u32string wanted = cleaned(characters, lines_);
  if (!wanted.empty()) replace(selection(), wanted, act);
}

void TextEditor::erase(const TextRange& range, TextAct act) {
  if (!range.empty()) replace(range, {}, act);
}

void TextEditor::replace(const TextRange& range, std::u32string_view characters, TextAct act) {
  TextStep step;
  step.act = act;
  step.at = range.begin;
  step.before = caret_;
  if (!is_secret_) {
    step.removed = text_.substr(range.begin, range.end - range.begin);
    step.inserted = characters;
  }
  put(range.begin, range.end - range.begin, characters);
  // What came together may have become one character: an accent and the letter that was typed before it.
  const std::size_t end = character_boundary(text_, range.begin + characters.size());
  set_caret({{end, RowSide::kBegin}, end});
  step.after = caret_;
  if (!is_secret_) history_.add(std::move(step));
}

void TextEditor::put(std::size_t at, std::size_t removed, std::u32string_view inserted) {
  text_.replace(at, removed, inserted);
  rows_.text_changed(text_, at, removed, inserted.size());
  drags_words_ = false;
  ++revision_;
}

bool TextEditor::undo() {
  const TextStep* step = history_.undo();
  if (!step) return false;
  put(step->at, step->inserted.size(), step->removed);
  set_caret(step->before);
  return true;
}

bool TextEditor::redo() {
  const TextStep* step = history_.redo();
  if (!step) return false;
  put(step->at, step->removed.size(), step->inserted);
  set_caret(step->after);
  return true;
}

// --- The caret ---

void TextEditor::set_caret(const TextCaret& caret) {
  caret_ = caret;
  wanted_x_.reset();
  ++moves_;
}

void TextEditor::move_to(const TextPlace& place, Selecting selecting) {
  history_.end_run();
  set_caret({place, selecting == Selecting::kYes ? caret_.anchor : place.offset});
}

void TextEditor::move_rows(std::ptrdiff_t count, Selecting selecting) {
  const auto row = static_cast<std::ptrdiff_t>(rows_.row_of(caret_.place));
  const auto last = static_cast<std::ptrdiff_t>(rows_.count()) - 1;
  const float x = wanted_x_ ? *wanted_x_ : rows_.x_of(text_, caret_.place);
  if (row == 0 && count < 0) {
    move_to({}, selecting);
  } else if (row == last && count > 0) {
    move_to({text_.size()}, selecting);
  } else {
    const auto target = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(row + count, 0, last));
    move_to(rows_.place_at(text_, target, x), selecting);
  }
  wanted_x_ = x;
}

void TextEditor::move_sideways(Key key, Selecting selecting) {
  const TextRange selected = selection();
  if (selecting == Selecting::kNo && !selected.empty())  // the selection falls together at the key's side
    return move_to({key == Key::kLeft ? selected.begin : selected.end}, selecting);
  const std::size_t at = caret_.place.offset;
  move_to({key == Key::kLeft ? previous_character(text_, at) : next_character(text_, at)}, selecting);
}

}  // namespace rehearse
