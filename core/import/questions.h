// From drafts to questions: later answers find their questions, options and keys leave the text, kinds are
// told.
#pragma once

#include <string_view>
#include <vector>

#include "core/deck/document.h"
#include "core/import/outline.h"
#include "core/import/repair.h"

namespace rehearse {

/// Gives every later answer to the question of the same section and number. What fits nowhere is reported.
void match_later_answers(Outline& outline, const RepairedText& text, LineEnds ends,
                         std::vector<Problem>& problems);

/// Where a document has no answer labels at all, the answer is what follows the question's first lines.
void part_unlabelled_answers(Outline& outline);

/// The question a draft means, key points left out. What had to be guessed is
/// added to `problems`.
Question make_question(const DraftQuestion& draft, const Outline& outline, LineEnds ends,
                       const RepairedText& text, std::vector<Problem>& problems);

}  // namespace rehearse
