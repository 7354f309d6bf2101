// What kind of question it is, and its stem, options and key in the form of that kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"
#include "core/deck/question.h"

namespace rehearse {

/// Something that was guessed: a Problem without its place.
struct Doubt {
  std::string code;
  Words message;
};

/// Sets stem, options, key and kind of a question whose answer and analysis stand there as written. `named`:
/// what the question or its section calls itself. `written`: the stem with its options, its lines and its
/// markup. A key moves out of the answer or the stem; a missing one stays empty.
std::vector<Doubt> read_stem(Question& question, std::optional<QuestionKind> named, std::string_view written);

/// The same for a question whose stem and options stand apart already.
std::vector<Doubt> read_key(Question& question, std::optional<QuestionKind> named);

}  // namespace rehearse
