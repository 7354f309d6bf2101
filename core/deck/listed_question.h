// A question as it stands in its deck.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/id.h"
#include "core/deck/question.h"
#include "core/deck/question_marks.h"

namespace rehearse {

struct ListedQuestion {
  std::size_t number = 0;  // in the deck, from 1
  QuestionId id;
  Question question;
  std::vector<PointId> points;  // ids of question.points, same order
  QuestionMarks marks;
};

}  // namespace rehearse
