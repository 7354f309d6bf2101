// Questions that check themselves: choice, true or false, fill in. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

/// Of a question of such a kind: true when its answer is typed, false when it is chosen. A choice whose
/// options the document lost is typed.
bool is_answered_by_typing(const Question& question);

/// What to choose from: the question's options, or 正确 and 错误 for true_false. Nothing when it is typed.
std::vector<Option> choices_of(const Question& question);

/// False when the document did not say what is right, or names an option that is not there.
bool has_usable_key(const Question& question);

/// Exactly the options of the key. `chosen`: one for each of choices_of().
bool is_right_choice(const Question& question, const std::vector<bool>& chosen);

/// Each blank of the key, in order, divided by a semicolon, narrow or wide; the same text but for case, width
/// and white space. A blank may have alternatives.
bool is_right_text(const Question& question, std::string_view typed);

}  // namespace rehearse
