// What searches look at beside texts: every question and card as columns, kept in memory from one search to
// the next and brought up to date question by question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/row_set.h"
#include "core/base/time.h"
#include "core/deck/card.h"
#include "core/schedule/scheduler.h"
#include "core/search/found_card.h"
#include "core/search/search_table.h"
#include "core/store/card_index.h"
#include "core/store/database.h"
#include "core/store/projection_changes.h"

namespace rehearse {

/// A question that is gone keeps its row, without cards.
class SearchRows {
 public:
  explicit SearchRows(Database& database) : database_(database) {}

  /// Must be given every change since it was last called. `scheduler`: which made the states of the cards.
  /// Which cards are buried is said of `today`.
  void follow(const ChangedRows& changed, const Scheduler& scheduler, StudyDay today);

  const SearchTable& table() const { return table_; }
  /// Of a row of table().cards.
  CardId card(std::size_t row) const { return cards_[row]; }
  /// Of a row of table().questions.
  std::int64_t position(std::size_t row) const { return positions_[row]; }
  /// Rows of table().questions. `positions` ascend.
  RowSet questions_at(const std::vector<std::int64_t>& positions) const;

  /// What a list says of a card, but its stem. Nothing when it is gone. Precondition: it has this place.
  std::optional<FoundCard> describe(CardId id, CardPlace place) const;
  /// The own cards of questions. A question's first row is its own card.
  std::vector<CardId> own_cards(const RowSet& questions) const;

  /// Every deck that has a question, by title.
  std::vector<DeckContents> contents() const;
  /// Every tag that a question has, by name.
  std::vector<std::string> tags() const;

 private:
  struct Deck {
    std::int64_t position;
    std::string title;
    bool alive;
    DeckId id;

    friend bool operator==(const Deck&, const Deck&) = default;
  };
  struct Row {
    std::int64_t position;
    QuestionId id;
    QuestionKind kind;
    std::uint32_t deck, section;
    std::uint8_t flag;
    std::vector<std::uint32_t> tags;
    std::vector<CardId> ids;
    std::vector<CardRow> cards;  // without their question
  };

  /// What the card of a row is in; of a question's own card, what its points are in.
  void add_state(FoundCard& found, std::size_t row) const;
  std::vector<Deck> read_decks() const;
  bool follow_decks();
  void read_all(const Scheduler& scheduler);
  void reserve();
  bool read_again(std::int64_t position, const Scheduler& scheduler);
  Row row_from(const Query& query, const Scheduler& scheduler);
  void append(const Row& row);
  void replace(std::size_t question, const Row& row);
  std::size_t row_of(std::int64_t position) const;

  Database& database_;
  StudyDay today_{};
  bool is_whole_ = false;  // false: reading was broken off, or never begun
  SearchTable table_;
  std::vector<std::int64_t> positions_;  // of the questions, ascending
  std::vector<QuestionId> questions_;
  std::vector<std::size_t> cards_begin_;  // of each question's cards; one more than there are questions
  std::vector<CardId> cards_;
  std::vector<Deck> decks_;  // in the order of the table's titles; behind them stands "" for no deck
  std::map<std::string, std::uint32_t, std::less<>> sections_, tags_;
};

}  // namespace rehearse
