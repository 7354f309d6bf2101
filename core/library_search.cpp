// Searching the library.
#include "core/library_parts.h"
#include "core/search/evaluate.h"
#include "core/search/parse_query.h"
#include "core/store/search_index.h"

namespace rehearse {

void Library::Parts::follow_changes(StudyDay today) {
  const ChangedRows& changed = changes.unseen();
  is_index_behind = is_index_behind || changed.is_everything;
  not_indexed.insert(changed.questions.begin(), changed.questions.end());
  search_rows.follow(changed, memory.scheduler(), today);
  changes.seen();
}

void Library::Parts::catch_up_index() {
  SearchIndex index(database);
  if (is_index_behind)
    index.catch_up();
  else
    index.catch_up(not_indexed);
  is_index_behind = false;
  not_indexed.clear();
}

std::variant<std::vector<CardId>, QueryFault> Library::search(std::string_view text, LocalInstant now) {
  const auto parsed = parse_query(text);
  if (const auto* fault = std::get_if<QueryFault>(&parsed)) return *fault;
  const StudyDay today = study_day(now);
  parts_->follow_changes(today);
  parts_->catch_up_index();
  const SearchRows& rows = parts_->search_rows;
  const auto find_text = [&](const TextTerm& term) {
    return rows.questions_at(SearchIndex(parts_->database).find(term));
  };
  const RowSet found = evaluate(std::get<SearchQuery>(parsed), rows.table(), today, find_text);
  std::vector<CardId> cards;
  cards.reserve(found.count());
  found.for_each([&](std::size_t row) { cards.push_back(rows.card(row)); });
  return cards;
}

std::vector<FoundCard> Library::describe(std::span<const CardId> cards, LocalInstant now) {
  parts_->follow_changes(study_day(now));
  std::vector<FoundCard> described;
  for (const CardId& card : cards) {
    FoundCard& found = described.emplace_back();
    found.id = card;
    const auto place = parts_->cards.find(card);
    const auto heading = place ? parts_->search_rows.heading(*place) : std::nullopt;
    if (!heading) continue;
    found.kind = heading->kind;
    found.deck = heading->deck;
    found.stem = read_stem(parts_->database, parts_->cards, card);
  }
  return described;
}

}  // namespace rehearse
