#include "core/store/search_rows.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <set>

#include "core/store/card_state.h"
#include "core/store/mark_fields.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

constexpr const char* kDecks = "SELECT position, title, alive, id FROM deck ORDER BY position";
// As many cards as questions ever had, a few more than there are.
constexpr const char* kSize = "SELECT count(*), sum(length(cards)) FROM question";
// The columns that row_from takes.
constexpr const char* kAll =
    "SELECT q.position, q.kind, q.section, q.deck, q.alive, q.cards, q.shown, m.states, k.flag, k.tags,"
    " q.id, o.question FROM question q LEFT JOIN memory m ON m.question = q.position"
    " LEFT JOIN question_mark k ON k.id = q.id LEFT JOIN other_versions o ON o.question = q.id"
    " ORDER BY q.position";
constexpr const char* kOne =
    "SELECT q.position, q.kind, q.section, q.deck, q.alive, q.cards, q.shown, m.states, k.flag, k.tags,"
    " q.id, o.question FROM question q LEFT JOIN memory m ON m.question = q.position"
    " LEFT JOIN question_mark k ON k.id = q.id LEFT JOIN other_versions o ON o.question = q.id"
    " WHERE q.position = ?1";

std::uint32_t number_of(const std::string& name, std::map<std::string, std::uint32_t, std::less<>>& numbers,
                        std::vector<std::string>& names) {
  const auto [entry, is_new] = numbers.emplace(name, static_cast<std::uint32_t>(names.size()));
  if (is_new) names.push_back(name);
  return entry->second;
}

/// Puts `items` in the place of `count` ones from `begin` on.
template <class Item>
void put(std::vector<Item>& list, std::size_t begin, std::size_t count, const std::vector<Item>& items) {
  const auto first = list.begin() + static_cast<std::ptrdiff_t>(begin);
  const std::size_t same = std::min(count, items.size());
  const auto behind = std::copy_n(items.begin(), same, first);
  if (items.size() < count)
    list.erase(behind, first + static_cast<std::ptrdiff_t>(count));
  else
    list.insert(behind, items.begin() + static_cast<std::ptrdiff_t>(same), items.end());
}

/// Everything a search asks of one card; what state it is in stands in its status.
CardRow card_row(const CardState& state, CardKind kind, const Scheduler& scheduler, StudyDay today) {
  CardRow card = row_of(state.memory, scheduler);
  card.kind = kind;
  card.answers = static_cast<std::uint16_t>(
      std::min<std::uint32_t>(state.answers, std::numeric_limits<std::uint16_t>::max()));
  card.passed = static_cast<std::uint16_t>(state.tests.passed);
  card.failed = static_cast<std::uint16_t>(state.tests.failed);
  if (is_leech(state.memory)) card.status |= kCardLeech;
  if (state.is_suspended) card.status |= kCardSuspended;
  if (state.buried && *state.buried >= today) card.status |= kCardBuried;
  return card;
}

CardKind kind_of(std::uint16_t slot, QuestionKind question) {
  if (slot > 0) return CardKind::kPoint;
  return is_recalled_aloud(question) ? CardKind::kRecall : CardKind::kChoice;
}

}  // namespace

void SearchRows::follow(const ChangedRows& changed, const Scheduler& scheduler, StudyDay today) {
  table_.cards.decay = decay_of(scheduler);
  bool is_followed = is_whole_ && !changed.is_everything && today == today_;
  today_ = today;
  is_whole_ = false;
  is_followed = is_followed && (!changed.are_decks || follow_decks());
  for (const std::set<std::int64_t>* positions : {&changed.questions, &changed.remembered})
    for (const std::int64_t position : *positions)
      is_followed = is_followed && read_again(position, scheduler);
  if (!is_followed) read_all(scheduler);
  is_whole_ = true;
}

RowSet SearchRows::questions_at(const std::vector<std::int64_t>& positions) const {
  RowSet rows(positions_.size());
  std::size_t row = 0;
  for (const std::int64_t position : positions) {
    while (row < positions_.size() && positions_[row] < position) ++row;
    if (row == positions_.size()) break;
    if (positions_[row] == position) rows.insert(row);
  }
  return rows;
}

std::optional<FoundCard> SearchRows::describe(CardId id, CardPlace card) const {
  const std::size_t row = row_of(card.question);
  if (row == positions_.size()) return std::nullopt;
  const auto cards_end = cards_.begin() + static_cast<std::ptrdiff_t>(cards_begin_[row + 1]);
  const auto place =
      std::find(cards_.begin() + static_cast<std::ptrdiff_t>(cards_begin_[row]), cards_end, id);
  if (place == cards_end) return std::nullopt;
  const SearchQuestions& questions = table_.questions;
  FoundCard found;
  found.id = id;
  found.kind = kind_of(card.slot, questions.kind[row]);
  found.question = questions_[row];
  found.question_kind = questions.kind[row];
  found.deck = questions.deck_titles[questions.deck[row]];
  found.section = questions.section_titles[questions.section[row]];
  found.flag = questions.flag[row];
  add_state(found, static_cast<std::size_t>(place - cards_.begin()));
  return found;
}

void SearchRows::add_state(FoundCard& found, std::size_t row) const {
  const CardColumns& cards = table_.cards;
  const std::size_t question = cards.question[row];
  std::size_t first = row, end = row + 1;
  if (row == cards_begin_[question] && cards_begin_[question + 1] > end) {  // its points are what is asked
    first = end;
    end = cards_begin_[question + 1];
  }
  std::size_t soonest = first;
  for (std::size_t i = first; i < end; ++i) {
    const bool is_met = (cards.status[i] & kCardMet) != 0;
    const bool was_met = (cards.status[soonest] & kCardMet) != 0;
    if (is_met && (!was_met || cards.due_day[i] < cards.due_day[soonest])) soonest = i;
  }
  found.status = cards.status[soonest] | cards.status[row];
  found.due = day_from_number(cards.due_day[soonest]);
  found.interval_days = cards.interval_days[soonest];
}

std::vector<CardId> SearchRows::own_cards(const RowSet& questions) const {
  std::vector<CardId> cards;
  cards.reserve(questions.count());
  questions.for_each([&](std::size_t row) { cards.push_back(cards_[cards_begin_[row]]); });
  return cards;
}

std::vector<DeckContents> SearchRows::contents() const {
  const SearchQuestions& questions = table_.questions;
  std::vector<DeckContents> decks(decks_.size());
  std::map<std::uint64_t, std::size_t> places;  // of a deck's section among its sections
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    if (cards_begin_[i] == cards_begin_[i + 1]) continue;
    DeckContents& deck = decks[questions.deck[i]];
    ++deck.questions;
    const std::uint64_t key = std::uint64_t{questions.deck[i]} << 32 | questions.section[i];
    const auto [place, is_new] = places.emplace(key, deck.sections.size());
    if (is_new) deck.sections.push_back({questions.section_titles[questions.section[i]], 0});
    ++deck.sections[place->second].questions;
  }
  for (std::size_t i = 0; i < decks_.size(); ++i) {
    decks[i].id = decks_[i].id;
    decks[i].title = decks_[i].title;
  }
  std::erase_if(decks, [](const DeckContents& deck) { return deck.questions == 0; });
  std::stable_sort(decks.begin(), decks.end(),
                   [](const DeckContents& a, const DeckContents& b) { return a.title < b.title; });
  return decks;
}

std::vector<std::string> SearchRows::tags() const {
  const SearchQuestions& questions = table_.questions;
  std::set<std::string> tags;
  for (const std::uint32_t tag : questions.tag) tags.insert(questions.tag_names[tag]);
  return {tags.begin(), tags.end()};
}

std::vector<SearchRows::Deck> SearchRows::read_decks() const {
  std::vector<Deck> decks;
  Query query = database_.query(kDecks);
  while (query.step())
    decks.push_back({query.integer(0), query.text(1), query.integer(2) != 0, query.id<DeckId>(3)});
  return decks;
}

/// False when it is not enough to know of new ones.
bool SearchRows::follow_decks() {
  const std::vector<Deck> decks = read_decks();
  if (decks.size() < decks_.size() || !std::equal(decks_.begin(), decks_.end(), decks.begin())) return false;
  std::vector<std::string>& titles = table_.questions.deck_titles;
  const std::size_t known = decks_.size();
  if (decks.size() > known && titles.size() > known) return false;  // "" stands there
  for (std::size_t i = known; i < decks.size(); ++i) titles.push_back(decks[i].title);
  decks_ = decks;
  return true;
}

void SearchRows::read_all(const Scheduler& scheduler) {
  const double decay = table_.cards.decay;
  table_ = {};
  table_.cards.decay = decay;
  table_.questions.tags_begin.push_back(0);
  positions_.clear();
  questions_.clear();
  cards_begin_.assign(1, 0);
  cards_.clear();
  sections_.clear();
  tags_.clear();
  decks_ = read_decks();
  for (const Deck& deck : decks_) table_.questions.deck_titles.push_back(deck.title);
  reserve();
  Query query = database_.query(kAll);
  while (query.step()) append(row_from(query, scheduler));
}

/// A library is read once and stays: what vectors take as they grow would stay with it.
void SearchRows::reserve() {
  Query query = database_.query(kSize);
  query.step();
  const auto questions = static_cast<std::size_t>(query.integer(0));
  const auto cards = static_cast<std::size_t>(query.integer(1)) / CardId::kBytes;
  positions_.reserve(questions);
  questions_.reserve(questions);
  cards_begin_.reserve(questions + 1);
  cards_.reserve(cards);
  table_.questions.reserve(questions);
  table_.cards.reserve(cards);
}

/// False when its row cannot be put where it belongs.
bool SearchRows::read_again(std::int64_t position, const Scheduler& scheduler) {
  Query query = database_.query(kOne);
  if (!query.bind(position).step()) return false;
  const std::size_t question = row_of(position);
  if (question < positions_.size())
    replace(question, row_from(query, scheduler));
  else if (positions_.empty() || positions_.back() < position)
    append(row_from(query, scheduler));
  else
    return false;
  return true;
}

SearchRows::Row SearchRows::row_from(const Query& query, const Scheduler& scheduler) {
  SearchQuestions& questions = table_.questions;
  Row row{};
  row.position = query.integer(0);
  row.id = query.id<QuestionId>(10);
  row.kind = question_kind_from_word(query.text(1)).value_or(QuestionKind::kOpen);
  row.section = number_of(query.text(2), sections_, questions.section_titles);
  const auto deck =
      query.is_null(3) ? decks_.end() : std::find_if(decks_.begin(), decks_.end(), [&](const Deck& known) {
        return known.position == query.integer(3);
      });
  row.deck = static_cast<std::uint32_t>(deck - decks_.begin());
  if (row.deck == questions.deck_titles.size()) questions.deck_titles.emplace_back();
  row.flag = static_cast<std::uint8_t>(query.integer(8));
  for (const std::string& tag : tags_from_lines(query.bytes(9)))
    row.tags.push_back(number_of(tag, tags_, questions.tag_names));
  if (query.integer(4) == 0 || deck == decks_.end() || !deck->alive) return row;
  const std::vector<CardId> ids = query.ids<CardId>(5);
  for (const std::uint16_t slot : read_shown(query, 5, 6)) {
    row.ids.push_back(ids[slot]);
    row.cards.push_back(
        card_row(read_card_state(query.bytes(7), slot), kind_of(slot, row.kind), scheduler, today_));
    if (!query.is_null(11)) row.cards.back().status |= kCardContested;
  }
  return row;
}

void SearchRows::append(const Row& row) {
  SearchQuestions& questions = table_.questions;
  positions_.push_back(row.position);
  questions_.push_back(row.id);
  questions.kind.emplace_back();
  questions.deck.emplace_back();
  questions.section.emplace_back();
  questions.flag.emplace_back();
  questions.tags_begin.push_back(questions.tags_begin.back());
  cards_begin_.push_back(cards_begin_.back());
  replace(positions_.size() - 1, row);
}

void SearchRows::replace(std::size_t question, const Row& row) {
  SearchQuestions& questions = table_.questions;
  questions.kind[question] = row.kind;
  questions.deck[question] = row.deck;
  questions.section[question] = row.section;
  questions.flag[question] = row.flag;
  const std::size_t tags = questions.tags_begin[question];
  const std::size_t old_tags = questions.tags_begin[question + 1] - tags;
  put(questions.tag, tags, old_tags, row.tags);
  if (old_tags != row.tags.size())
    for (std::size_t i = question + 1; i < questions.tags_begin.size(); ++i)
      questions.tags_begin[i] += static_cast<std::uint32_t>(row.tags.size() - old_tags);
  const std::size_t begin = cards_begin_[question], old_count = cards_begin_[question + 1] - begin;
  put(cards_, begin, old_count, row.ids);
  if (old_count != row.cards.size()) {
    table_.cards.replace(begin, old_count, row.cards.size());
    for (std::size_t i = question + 1; i < cards_begin_.size(); ++i)
      cards_begin_[i] += row.cards.size() - old_count;
  }
  for (std::size_t i = 0; i < row.cards.size(); ++i) {
    CardRow card = row.cards[i];
    card.question = static_cast<std::uint32_t>(question);
    table_.cards.set(begin + i, card);
  }
}

/// positions_.size() when it has none.
std::size_t SearchRows::row_of(std::int64_t position) const {
  const auto found = std::lower_bound(positions_.begin(), positions_.end(), position);
  if (found == positions_.end() || *found != position) return positions_.size();
  return static_cast<std::size_t>(found - positions_.begin());
}

}  // namespace rehearse
