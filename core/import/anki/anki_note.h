// One Anki note as a question: which field is what, and what its HTML and its cloze marks say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"
#include "core/import/anki/anki_collection.h"

namespace rehearse {

/// A text with {{c1::answer::hint}} in it: each becomes a blank, with its hint behind it.
struct ClozeText {
  std::string text;
  std::vector<std::string> answers;  // one per blank
};
ClozeText part_cloze(std::string_view text);

/// Fields are told by their names (Front, 正面, Answer, 解析 …), else by their order: the first asks, the
/// next one answers. What has no place of its own is kept in the analysis under its name. Nothing for a note
/// that asks nothing a text can ask (an image occlusion, an empty one); `problems` says so, and names every
/// picture and sound.
std::optional<Question> question_from_note(const AnkiNote& note, const AnkiNoteType& type,
                                           std::vector<Problem>& problems);

}  // namespace rehearse
