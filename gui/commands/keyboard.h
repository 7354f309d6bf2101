// Keys from a terminal one at a time, or from a pipe.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace rehearse {

enum class KeyKind {
  kCharacter,  // any printable one, the blank too
  kEnter,
  kBackspace,
  kLeft,
  kRight,
  kUp,
  kDown,
  kGrade,  // Alt with a digit
  kUndo,   // Ctrl+Z
  kEscape,
  kEnd,  // end of input, or the terminal has gone
};

struct KeyPress {
  KeyKind kind = KeyKind::kEnd;
  std::string text;  // the UTF-8 of a character
  int digit = -1;    // of kGrade, and of a character that is one
};

class Keyboard {
 public:
  enum class Source { kTerminal, kPipe };

  /// Reads from the file descriptor. A terminal gives each key at once and unechoed until destruction.
  Keyboard(int descriptor, Source source);
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  KeyPress next();
  /// Waits for at most so long. True when next() has something to say at once, if only that the input ended.
  bool comes_within(std::chrono::milliseconds time) const;

 private:
  struct SavedTerminal;

  std::optional<unsigned char> read_byte();
  void skip_line_feed();
  bool more_follows() const;
  KeyPress read_escape();
  KeyPress read_character(unsigned char first);

  int descriptor_;
  Source source_;
  std::optional<unsigned char> pushed_back_;
  std::unique_ptr<SavedTerminal> saved_;
};

}  // namespace rehearse
