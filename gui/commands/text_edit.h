// From the words typed behind `edit` to what they change.
#pragma once

#include "core/base/result.h"
#include "core/deck/question_edit.h"
#include "gui/commands/command.h"

namespace rehearse {

/// What would be stored and never asked is refused: a key where the answer is said aloud, options where there
/// is no choice, a letter that no option has. 正确 and 错误 may be typed as any word that says so.
Result<ChangeText> text_change(const TextArguments& arguments, const Question& question);

}  // namespace rehearse
