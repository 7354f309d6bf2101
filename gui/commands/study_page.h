// What the terminal shows of a study sitting.
#pragma once

#include <string>

#include "core/study/sitting.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// The card being asked, as lines of at most `columns` terminal columns.
std::string card_page(const Sitting& sitting, Language language, std::size_t columns);

/// One line for an answer that is about to be stored: its grade and when the card comes again.
std::string stored_line(const Sitting& sitting, int interval_days, Language language);

/// What was learned, what comes tomorrow, the weakest answers. Nothing when nothing was studied.
std::string summary_page(const SittingSummary& summary, Language language, std::size_t columns);

/// Said after the last card: what the next key does.
std::string finished_line(Language language);

/// Said first when the newest answer lies `days` ahead of this computer's clock.
std::string clock_line(std::chrono::days days, Language language);

/// Said instead of a card when nothing is due.
std::string nothing_due_line(bool library_is_empty, Language language);

/// The keys, in one line.
std::string keys_line(const Sitting& sitting, Language language);

}  // namespace rehearse
