// What the lists of questions share: how their kind is called, and their options and key.
#pragma once

#include "core/deck/question.h"
#include "gui/commands/environment.h"

namespace rehearse {

Words kind_in_words(QuestionKind kind);

/// The options with the right ones ticked, or the key itself, one a line. Nothing when there are neither.
void print_key(const Environment& environment, const Question& question);

}  // namespace rehearse
