// The keys with which an answer of a mock interview is marked in a terminal.
#pragma once

#include "core/interview/marking_cursor.h"
#include "gui/commands/keyboard.h"

namespace rehearse {

/// Does what the key asks for; keys without a meaning change nothing.
MarkingCursor::Wish press_while_marking(MarkingCursor& cursor, const KeyPress& key);

}  // namespace rehearse
