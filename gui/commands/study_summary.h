// What the terminal says before the first card of a sitting and after the last.
#pragma once

#include <chrono>
#include <string>

#include "core/schedule/study_choice.h"
#include "core/study/sitting.h"

namespace rehearse {

/// What was learned, what comes tomorrow, the weakest answers, what still waits. Nothing when nothing was
/// studied.
std::string summary_page(const SittingSummary& summary, Language language, std::size_t columns);

/// Said after the last card: why it was the last, and what the next key does.
std::string finished_page(const SittingSummary& summary, Language language);

/// Said first when the newest answer lies `days` ahead of this computer's clock.
std::string clock_line(std::chrono::days days, Language language);

/// Said instead of a card when nothing is due, or nothing fits what was chosen.
std::string nothing_due_line(bool library_is_empty, const StudyChoice& choice, Language language);

}  // namespace rehearse
