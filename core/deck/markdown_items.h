// What stands on one line inside a question of a Markdown deck: a key point, an option, a note.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse::markdown {

/// `**cue**: detail`, `**cue:** detail`, `cue: detail` or a cue alone.
struct PointLine {
  std::string cue;
  std::string_view detail;  // its first line, still escaped
};
PointLine point_in(std::string_view item);

enum class Tick { kEmpty, kTicked };

/// `[ ] A. text`, `[x] **name**. text` or `[x] text`.
struct OptionLine {
  Tick tick;
  std::optional<std::string> letter;
  std::string_view text;  // its first line, still escaped
};
/// Nothing when `item` does not begin with a box.
std::optional<OptionLine> option_in(std::string_view item);

/// The parts of `*a · b*`, which separators of both languages keep apart; none for any other line.
std::vector<std::string_view> note_parts(std::string_view line);

}  // namespace rehearse::markdown
