// Numbered lists that stand around the questions and speak to the reader: 注意事项, how to contribute.
#pragma once

#include "core/import/outline.h"

namespace rehearse {

/// Takes out what was read as questions and is none: statements without options or answers, above the place
/// where the numbers begin anew or in a section whose title says so.
void drop_instructions(Outline& outline);

}  // namespace rehearse
