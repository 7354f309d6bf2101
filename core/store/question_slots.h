// Slots: the numbers by which a question's row and everything folded for it name its cards.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schedule/scheduler.h"
#include "core/statistics/answer_counts.h"
#include "core/store/answer_record.h"
#include "core/store/card_state.h"
#include "core/store/database.h"

namespace rehearse {

using Slots = std::vector<std::uint16_t>;
/// Pairs of a card and one that takes its answers as its own: README.md here, Lineage.
using Heirs = std::vector<std::pair<std::uint16_t, std::uint16_t>>;

/// The slots of the cards a question has now, its own card's first, from its columns `cards` and `shown`.
Slots read_shown(const Query& row, int cards_column, int shown_column);
/// The same from the values of these columns, into `slots`: for those who read many.
void read_shown(std::string_view cards, std::optional<std::string_view> shown, Slots& slots);

Heirs heirs_of(Database& database, std::int64_t question);
/// Of the questions that have any.
std::map<std::int64_t, Heirs> all_heirs(Database& database);

/// As a value of a row; NULL when there are none.
std::optional<std::string> write_heirs(const Heirs& heirs);
/// As a value of a row; NULL when it is every card in the order of the slots.
std::optional<std::string> write_shown(const Slots& shown, std::size_t cards);

/// The day that a record counts on: of a schedule the one its interval counts from.
StudyDay day_of(const AnswerRecord& record);

/// What statistics count of an answer that was given: by what `states`, of its question, were before it.
/// Reads its points for as long as `results` is not touched.
Review review_of(const std::vector<CardState>& states, const AnswerRecord& record,
                 std::vector<PointResult>& results);

/// The states of a question's cards after one more record. Of one op the worst result counts for a card,
/// once; what was done with a card is done with its heirs as well.
void fold_answer(std::vector<CardState>& states, const AnswerRecord& record, const Heirs& heirs,
                 const Scheduler& scheduler);

}  // namespace rehearse
