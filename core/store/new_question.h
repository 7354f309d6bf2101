// A question that comes into the log for the first time.
#pragma once

#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/store/question_fields.h"

namespace rehearse {

struct NewQuestion {
  PlacedQuestion question;
  QuestionId text_id;         // derived from its words, whatever it is called
  std::vector<CardId> cards;  // its own, then those of its points
  std::string fields_json;    // question_json(question)
};

}  // namespace rehearse
