// A question that comes into the log for the first time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/store/question_fields.h"

namespace rehearse {

/// What it says and what it is called.
struct NewQuestion {
  PlacedQuestion question;
  QuestionId text_id;       // derived from its words, whatever it is called
  std::string fields_json;  // question_json(question)
};

/// What its row in the table says of it.
struct NewQuestionRow {
  QuestionId id, text_id;
  DeckId deck;
  std::string at;
  QuestionKind kind = QuestionKind::kOpen;
  std::string section;
  std::optional<double> marks;
  std::vector<CardId> cards;  // its own, then those of its points
};

}  // namespace rehearse
