// The words of a page as a browser sets them in lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/import/formats/markdown_writer.h"

namespace rehearse {

/// Blanks of the source fold into one; a line of Chinese goes on in the next without any. Underlined blanks
/// are a gap to write in.
class HtmlWords {
 public:
  explicit HtmlWords(MarkdownWriter& writer) : writer_(writer) {}

  /// Text of an element, with the blanks of the source.
  void text(std::string_view text);
  /// What stands for something that is no text, such as a picture.
  void word(std::string_view word);

  /// The last word is still open: what comes next touches it.
  bool touches_last_word() const { return blank_ == Blank::kNone && !writer_.at_line_start(); }
  /// A line ends or something else stands here: blanks before it do not count.
  void drop_blank() { blank_ = Blank::kNone; }

  void open_underline() { underlined_.emplace(); }
  void close_underline();

  /// Words go there, too, or there alone; null: only into the lines.
  void copy_to(std::string* text) { copy_ = text; }
  void divert_to(std::string* text) { diverted_ = text; }

 private:
  enum class Blank { kNone, kBlank, kLineEnd };  // seen, not yet written

  void add(std::string& text, std::string_view word) const;

  MarkdownWriter& writer_;
  Blank blank_ = Blank::kNone;
  std::optional<std::string> underlined_;  // its blanks, as long as there is nothing else in it
  std::string* copy_ = nullptr;
  std::string* diverted_ = nullptr;
};

}  // namespace rehearse
