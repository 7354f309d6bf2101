#include "core/store/asked_deck.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "core/store/card_state.h"
#include "core/store/question_fields.h"
#include "core/store/question_slots.h"
#include "core/store/settings.h"

namespace rehearse {
namespace {

constexpr const char* kPosition = "SELECT position FROM deck WHERE id = ?1";
constexpr const char* kCountQuestions = "SELECT count(*) FROM question WHERE deck = ?1";
// In the order of an index: to sort the ids of all that stand in one place, SQLite copies every row.
constexpr const char* kQueue =
    "SELECT at, position, cards, shown, kind, section, marks FROM question"
    " WHERE deck = ?1 AND alive ORDER BY at";
constexpr const char* kQueueByIds =
    "SELECT at, position, cards, shown, kind, section, marks FROM question"
    " WHERE deck = ?1 AND alive ORDER BY at, id";
constexpr const char* kStatesFrom =
    "SELECT question, states FROM memory WHERE question >= ?1 ORDER BY question";
constexpr const char* kSpent = "SELECT spent_ms FROM study_day WHERE day = ?1";

/// What is remembered, question by question: a deck's questions mostly stand in the order of their positions,
/// so that walking on is cheaper than looking each one up.
class StatesInTurn {
 public:
  explicit StatesInTurn(Database& database) : database_(database) {}

  /// Of the question at `position`; nothing where it was never met. Valid until the next call.
  std::string_view of(std::int64_t position) {
    constexpr std::int64_t kNear = 16;
    if (!row_ || position < at_ || position > at_ + kNear) {
      row_.reset();
      row_.reset(new Query(database_.query(kStatesFrom)));
      row_->bind(position);
      next();
    }
    while (at_ < position) next();
    return at_ == position ? row_->bytes(1) : std::string_view();
  }

 private:
  void next() { at_ = row_->step() ? row_->integer(0) : std::numeric_limits<std::int64_t>::max(); }

  Database& database_;
  std::unique_ptr<Query> row_;
  std::int64_t at_ = 0;
};

/// The index of each title among those of the deck; a title that has not come yet is added to them.
class SectionIndex {
 public:
  explicit SectionIndex(std::vector<std::string>& titles) : titles_(titles) {}

  std::uint16_t index_of(std::string_view title) {
    // Questions of a section stand side by side.
    if (latest_ < titles_.size() && titles_[latest_] == title) return latest_;
    const auto known = indices_.find(title);
    if (known != indices_.end()) return latest_ = known->second;
    latest_ = static_cast<std::uint16_t>(titles_.size());
    indices_.emplace(titles_.emplace_back(title), latest_);
    return latest_;
  }

 private:
  std::vector<std::string>& titles_;
  std::map<std::string, std::uint16_t, std::less<>> indices_;
  std::uint16_t latest_ = 0;
};

/// The questions of a deck with their cards, by the columns of kQueue.
class AskedRows {
 public:
  AskedRows(Database& database, DeckId deck, StudyDay today)
      : database_(database), today_(today), states_(database) {
    Query query = database.query(kPosition);
    if (query.bind(deck).step()) deck_ = query.integer(0);
  }

  /// `empty` with its questions and cards.
  AskedDeck read(const AskedDeck& empty) {
    std::optional<AskedDeck> asked = read(kQueue, Ties::kGiveUp, empty);
    if (!asked) asked = read(kQueueByIds, Ties::kAreInOrder, empty);
    std::vector<Held>& held = asked->deck.held;
    if (std::all_of(held.begin(), held.end(), [](Held one) { return one == Held::kNo; })) held.clear();
    return std::move(*asked);
  }

 private:
  /// What to do with two questions in one place, of which the ids decide: two machines have put them there.
  enum class Ties { kGiveUp, kAreInOrder };

  std::optional<AskedDeck> read(const char* sql, Ties ties, AskedDeck asked) {
    const std::size_t count = this->count();
    reserve_questions(asked, count);
    SectionIndex sections(asked.sections);
    std::string place;
    Query row = database_.query(sql);
    row.bind(deck_);
    for (bool is_first = true; row.step(); is_first = false) {
      if (ties == Ties::kGiveUp && !is_first && row.bytes(0) == place) return std::nullopt;
      place = row.bytes(0);
      if (asked.deck.questions.size() == kSample) reserve_cards(asked, asked.cards.size() * count / kSample);
      add(row, sections, asked);
    }
    return asked;
  }

  std::size_t count() {
    Query query = database_.query(kCountQuestions);
    query.bind(deck_).step();
    return static_cast<std::size_t>(query.integer(0));
  }

  static void reserve_questions(AskedDeck& asked, std::size_t count) {
    asked.deck.questions.reserve(count);
    asked.positions.reserve(count);
  }

  /// `count`: what they are if all questions have as many as the first ones.
  static void reserve_cards(AskedDeck& asked, std::size_t count) {
    count += count / 8;
    asked.deck.memories.reserve(count);
    asked.deck.held.reserve(count);
    asked.cards.reserve(count);
    asked.slots.reserve(count);
  }

  void add(const Query& row, SectionIndex& sections, AskedDeck& asked) {
    StudyDeck& deck = asked.deck;
    StudyQuestion& question = deck.questions.emplace_back();
    question.kind = kind_of_own_card(question_kind_from_word(row.bytes(4)).value_or(QuestionKind::kOpen));
    question.section = sections.index_of(row.bytes(5));
    question.marks = static_cast<float>(row.real(6));
    question.first_slot = static_cast<std::uint32_t>(deck.memories.size());
    asked.positions.push_back(row.integer(1));
    const std::string_view cards = row.bytes(2), states = states_.of(row.integer(1));
    read_shown(cards, row.is_null(3) ? std::nullopt : std::optional(row.bytes(3)), slots_);
    bool met = false, met_before = false;
    bool is_whole = false;
    std::size_t reviewed = 0;
    for (const std::uint16_t slot : slots_) {
      const CardState state = read_card_state(states, slot);
      met = met || state.memory.met;
      met_before = met_before || (state.memory.met && state.first < today_);
      // A whole answer names the points as well, and is one card.
      if (state.named && *state.named >= today_ && !is_whole) {
        ++reviewed;
        is_whole = deck.memories.size() == question.first_slot;
      }
      deck.held.push_back(state.held_on(today_));
      deck.memories.push_back(state.memory);
      asked.slots.push_back(slot);
      CardId& card = asked.cards.emplace_back();
      std::memcpy(card.bytes.data(), cards.data() + slot * CardId::kBytes, CardId::kBytes);
    }
    question.points = static_cast<std::uint16_t>(deck.memories.size() - question.first_slot - 1);
    if (met && !met_before) ++deck.met_today;
    if (met_before) deck.reviewed_today += reviewed;
  }

  static constexpr std::size_t kSample = 64;  // questions

  Database& database_;
  StudyDay today_;
  StatesInTurn states_;
  std::int64_t deck_ = 0;
  Slots slots_;
};

}  // namespace

AskedDeck read_asked_deck(Database& database, const DeckRow& row, const Scheduler& scheduler,
                          StudyDay today) {
  AskedDeck asked;
  StudyDeck& deck = asked.deck;
  deck.scheduler = scheduler;
  deck.interview = row.interview;
  deck.interview_since = row.interview_since;
  apply(read_study_settings(database, kLibraryTarget), deck);
  apply(read_study_settings(database, target(row.id)), deck);
  Query spent = database.query(kSpent);
  if (spent.bind(day_number(today)).step())
    deck.spent_today =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::milliseconds{spent.integer(0)});
  return AskedRows(database, row.id, today).read(asked);
}

}  // namespace rehearse
