// The words that name the parts of a question.
#pragma once

#include <string>
#include <vector>

#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {

struct LabelWord {
  std::string word;
  Part part = Part::kAnswer;
};

/// Chinese words, Simplified and Traditional, longer ones first.
const std::vector<LabelWord>& label_words_that_begin_with(char32_t first);

/// In small letters, longer ones first.
const std::vector<LabelWord>& english_label_words();

/// Of all of them; English ones small and capital.
CharacterSet first_characters_of_labels();

}  // namespace rehearse
