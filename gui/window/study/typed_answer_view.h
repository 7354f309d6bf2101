// A typed answer after the check: its text, and which parts of it gave which points away.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/study/sitting.h"

namespace rehearse {

struct TypedAnswerView {
  /// In order, none touching another of the same verdict. Bytes of the text.
  struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
    PointVerdict verdict = PointVerdict::kPartly;  // the best of the points that it tells of
  };
  std::string text;
  std::vector<Found> found;
  std::size_t recalled = 0;  // points
  std::size_t asked = 0;
};

TypedAnswerView typed_answer_view(const Card& card, const std::string& text,
                                  const std::vector<PointCoverage>& coverage);

}  // namespace rehearse
