// What kind of question it is, and its key in the form of that kind.
#pragma once

#include <optional>

#include "core/deck/question.h"

namespace rehearse {

/// Reads the key of a question that checks itself out of its answer or its stem, and sets its kind. `named`:
/// what the question or its section calls itself. Open and case questions are left as they are.
void set_key(Question& question, const std::optional<QuestionKind>& named);

}  // namespace rehearse
