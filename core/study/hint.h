// What may be told of a key point before it is shown. Pure.
#pragma once

#include <string>

#include "core/deck/question.h"

namespace rehearse {

/// After so many hints: the cue, where a detail is left to be recalled; else the cue's beginning, a quarter
/// more each time and never the end of it. Nothing for none.
std::string hint_of(const KeyPoint& point, int hints);

}  // namespace rehearse
