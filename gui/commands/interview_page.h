// What the terminal shows of a mock interview while it lasts.
#pragma once

#include <string>
#include <string_view>

#include "core/interview/marking_cursor.h"
#include "core/interview/mock_interview.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// Before the first question: how many come, and how long it takes. Lines of at most `columns` columns, as
/// on every page.
std::string ready_page(const MockInterview& interview, std::string_view deck, Language language,
                       std::size_t columns);

/// The question that is asked. Its answer is not there yet.
std::string asked_page(const MockInterview& interview, Language language, std::size_t columns);

/// The time that is left of the question, or by how much it is over, and the keys.
std::string countdown_line(const MockInterview& interview, LocalInstant now, Language language);

/// The question with its reference answer, and what the answer is marked by.
std::string marking_page(const MockInterview& interview, const MarkingCursor::Place& place, Language language,
                         std::size_t columns);

/// The keys while an answer is marked, in one line.
std::string marking_keys(const MockInterview& interview, const MarkingCursor::Place& place,
                         Language language);

/// One line for an answer that was marked.
std::string marked_line(const MockInterview& interview, Language language);

/// The keys when every question is marked.
std::string finished_keys(Language language);

/// Asked of those who leave in the middle: keep the questions that are marked, or not; leave at all, where
/// there are none.
std::string leaving_line(const InterviewReport& report, Language language);

}  // namespace rehearse
