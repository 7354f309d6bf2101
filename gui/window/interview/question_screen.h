// A question of a mock interview against the clock.
#pragma once

#include <chrono>

#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class Haste { kNone, kSoon, kOver };
/// Soon: a fifth of the time is left.
Haste haste_of(std::chrono::seconds limit, std::chrono::milliseconds spent);

/// What is left, rounded up, so that the whole time stands there at the start and 0:00 when it is over; then
/// by how much it is over: +0:12.
std::string countdown_text(std::chrono::seconds limit, std::chrono::milliseconds spent);

InterviewIntent draw_asked_question(Ui& ui, const AskedView& view, const ScrollWish& scroll);
InterviewIntent asked_question_key(const KeyPressed& press);

}  // namespace rehearse
