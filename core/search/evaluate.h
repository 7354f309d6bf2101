// Which cards a query finds.
#pragma once

#include <functional>

#include "core/base/row_set.h"
#include "core/base/time.h"
#include "core/search/query.h"
#include "core/search/search_table.h"

namespace rehearse {

/// The questions (rows of SearchQuestions) of which a text has the term: by the index, and by reading where
/// that is needed (core/search/text_match.h).
using TextLookup = std::function<RowSet(const TextTerm&)>;

/// Rows of `table.cards`. A card has no ease under FSRS and no difficulty under SM-2. A card never answered
/// has no interval, day, ease, stability, difficulty or chance of recall: no prop: finds it but reps and
/// lapses. Due are cards that were answered, whose day has come and that are neither suspended nor buried.
/// With = and != numbers that are no whole ones are compared by their hundredths. `find_text` is called once
/// for each text term.
RowSet evaluate(const SearchQuery& query, const SearchTable& table, StudyDay today,
                const TextLookup& find_text);

/// The questions of these cards.
RowSet questions_of(const RowSet& cards, const SearchTable& table);

}  // namespace rehearse
