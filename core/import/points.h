// The key points of an answer: what must be said, each with a cue to remember it by.
#pragma once

#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

/// Takes the reference answer as Question::answer holds it, paragraphs as lines. In this order of trust: list
/// marks, lines that head others, "X:" before a paragraph, the first sentence of each paragraph, and in a
/// single paragraph the sentences that open a subject. Announcements and closings are no points. A cue is a
/// heading, an item of one sentence, or the sentence that leads; the detail is the rest up to the next cue.
std::vector<KeyPoint> key_points(std::string_view answer);

}  // namespace rehearse
