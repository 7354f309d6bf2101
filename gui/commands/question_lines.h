// What the lists of questions share: how their kind is called, their options and key, the learner's marks.
#pragma once

#include "core/deck/question.h"
#include "core/deck/question_marks.h"
#include "gui/commands/environment.h"

namespace rehearse {

Words kind_in_words(QuestionKind kind);

/// The options with the right ones ticked, or the key itself, one a line. Nothing when there are neither.
void print_key(const Environment& environment, const Question& question);

/// Flag and tags in one line, the example below. Nothing of what there is not.
void print_marks(const Environment& environment, const QuestionMarks& marks);

}  // namespace rehearse
