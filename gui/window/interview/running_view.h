// The views of a running interview, made from its session.
#pragma once

#include <string_view>

#include "core/interview/marking_cursor.h"
#include "gui/window/interview/interview_view.h"

namespace rehearse {

/// Precondition: a question is being answered.
AskedView asked_view(const MockInterview& interview, std::string_view deck, LocalInstant now);
/// Precondition: an answer is being marked.
MarkingView marking_view(const MockInterview& interview, const MarkingCursor::Place& place,
                         std::string_view deck, LocalInstant now);

}  // namespace rehearse
