// Searching the library.
#include <iterator>

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

std::size_t Library::Parts::catch_up_index(std::size_t most) {
  SearchIndex index(database);
  if (is_index_behind) {
    not_indexed.merge(index.missing());
    is_index_behind = false;
  }
  const auto end = most < not_indexed.size()
                       ? std::next(not_indexed.begin(), static_cast<std::ptrdiff_t>(most))
                       : not_indexed.end();
  index.catch_up({not_indexed.begin(), end});
  not_indexed.erase(not_indexed.begin(), end);
  return not_indexed.size();
}

RowSet Library::Parts::find(const SearchQuery& query, StudyDay today) {
  follow_changes(today);
  const auto find_text = [&](const TextTerm& term) {
    catch_up_index();  // the first time in a library's life it takes a while: not for a query without words
    return search_rows.questions_at(SearchIndex(database).find(term));
  };
  return evaluate(query, search_rows.table(), today, find_text);
}

std::variant<std::vector<CardId>, QueryFault> Library::search(std::string_view text, LocalInstant now) {
  const auto parsed = parse_query(text);
  if (const auto* fault = std::get_if<QueryFault>(&parsed)) return *fault;
  const RowSet found = parts_->find(std::get<SearchQuery>(parsed), parts_->day_of(now));
  std::vector<CardId> cards;
  cards.reserve(found.count());
  found.for_each([&](std::size_t row) { cards.push_back(parts_->search_rows.card(row)); });
  return cards;
}

std::variant<std::vector<CardId>, QueryFault> Library::search_questions(std::string_view text,
                                                                        LocalInstant now) {
  const auto parsed = parse_query(text);
  if (const auto* fault = std::get_if<QueryFault>(&parsed)) return *fault;
  const RowSet found = parts_->find(std::get<SearchQuery>(parsed), parts_->day_of(now));
  return parts_->search_rows.own_cards(questions_of(found, parts_->search_rows.table()));
}

std::size_t Library::index_texts(std::size_t most, LocalInstant now) {
  parts_->follow_changes(parts_->day_of(now));
  return parts_->catch_up_index(most);
}

std::vector<DeckContents> Library::contents(LocalInstant now) {
  parts_->follow_changes(parts_->day_of(now));
  return parts_->search_rows.contents();
}

std::vector<std::string> Library::tags(LocalInstant now) {
  parts_->follow_changes(parts_->day_of(now));
  return parts_->search_rows.tags();
}

std::vector<FoundCard> Library::describe(std::span<const CardId> cards, LocalInstant now) {
  parts_->follow_changes(parts_->day_of(now));
  std::vector<FoundCard> described;
  for (const CardId& card : cards) {
    FoundCard& found = described.emplace_back();
    found.id = card;
    const auto place = parts_->cards.find(card);
    const auto known = place ? parts_->search_rows.describe(card, *place) : std::nullopt;
    if (!known) continue;
    found = *known;
    found.stem = read_stem(parts_->database, place->question);
  }
  return described;
}

}  // namespace rehearse
