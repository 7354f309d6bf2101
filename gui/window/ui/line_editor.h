// A line of text being typed. In 32-bit characters: Dear ImGui's own field (1.86, 1.90) turns every
// character above U+FFFF into U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gui/window/platform/events.h"

namespace rehearse {

class LineEditor {
 public:
  LineEditor() = default;
  /// The caret stands at the end of `text` (UTF-8).
  explicit LineEditor(std::string_view text);

  /// True when the event was for the editor: a character, a paste, or a key that edits. Ctrl+Z takes back
  /// what was typed; in an empty line it is somebody else's.
  bool take(const Event& event);

  /// UTF-8, and the caret's byte offset in it.
  std::string text() const;
  std::size_t caret_offset() const;

 private:
  bool take_key(const KeyPressed& press);
  void insert(std::u32string_view text);

  std::u32string text_;
  std::size_t caret_ = 0;
};

}  // namespace rehearse
