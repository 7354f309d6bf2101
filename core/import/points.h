// The key points of an answer: what must be said, each with a cue to remember it by.
#pragma once

#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

/// Takes the reference answer as Question::answer holds it, paragraphs as lines. In this order of trust: list
/// marks and table rows, lines that head others, "X:" before a paragraph, the first sentence of each
/// paragraph, and in a single paragraph the sentences that open a subject (prose_points.h). Of two levels the
/// one that says what to do; lines of a listing only where there is no prose. Announcements and closings are
/// no points. A cue is a heading, an item of one sentence, or the sentence that leads; the detail is the rest
/// up to the next cue. Linear in the length.
std::vector<KeyPoint> key_points(std::string_view answer);

struct KeyPointsAndMarks {
  std::vector<KeyPoint> points;
  bool are_marked = false;  // false: every line of the answer is prose
};
/// The same, and whether marks told them apart.
KeyPointsAndMarks key_points_and_marks(std::string_view answer);

}  // namespace rehearse
