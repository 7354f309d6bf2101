// Searching the library.
#include <algorithm>

#include "core/library_parts.h"
#include "core/search/parse_query.h"
#include "core/store/search_index.h"

namespace rehearse {

std::variant<std::vector<FoundCard>, QueryFault> Library::search(std::string_view text, LocalInstant now) {
  const auto parsed = parse_query(text);
  if (const auto* fault = std::get_if<QueryFault>(&parsed)) return *fault;
  SearchIndex index(parts_->database);
  index.catch_up();
  const SearchRows rows = read_search_rows(parts_->database, parts_->memory.scheduler());
  const auto find_text = [&](const TextTerm& term) {
    RowSet found(rows.positions.size());
    for (const std::int64_t position : index.find(term)) {
      const auto row = std::lower_bound(rows.positions.begin(), rows.positions.end(), position);
      if (row != rows.positions.end() && *row == position)
        found.insert(static_cast<std::size_t>(row - rows.positions.begin()));
    }
    return found;
  };
  std::vector<FoundCard> found;
  evaluate(std::get<SearchQuery>(parsed), rows.table, study_day(now), find_text)
      .for_each([&](std::size_t row) {
        const CardId card = rows.cards[row];
        const auto question = rows.table.cards.question[row];
        found.push_back({card, rows.table.cards.kind[row],
                         rows.table.questions.deck_titles[rows.table.questions.deck[question]],
                         read_stem(parts_->database, parts_->cards, card)});
      });
  return found;
}

}  // namespace rehearse
