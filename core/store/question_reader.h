// The short way to read a question: next card and every walk over a deck read one after the other, and a tree
// of JSON takes most of their time.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/question_fields.h"

namespace rehearse {

/// What question_from reads, for JSON as question_json writes it; nothing for any other, which may all the
/// same say a question.
std::optional<PlacedQuestion> read_question_json(QuestionId id, std::string_view fields_json);

}  // namespace rehearse
