// What the terminal shows of a card.
#pragma once

#include <string>

#include "core/base/words.h"
#include "core/study/sitting.h"

namespace rehearse {

/// How an open question is answered.
enum class AnswerBy { kSpeaking, kTyping };

/// The card being asked, as lines of at most `columns` terminal columns.
std::string card_page(const Sitting& sitting, AnswerBy answer_by, Language language, std::size_t columns);

/// What the check of a typed answer says of each point. Nothing for an answer that was not typed.
std::string coverage_lines(const Sitting& sitting, Language language, std::size_t columns);

/// "4 good"
const Words& grade_words(Quality quality);

/// One line for an answer that is about to be stored: its grade and when the card comes again.
std::string stored_line(const Sitting& sitting, int interval_days, Language language);

/// The keys, in one line.
std::string keys_line(const Sitting& sitting, AnswerBy answer_by, Language language);

}  // namespace rehearse
