// Which question each card belongs to. A card has no row: its id stands in that of its question, so that an
// import writes none; this index is read when a card is first asked for by its id alone.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"

namespace rehearse {

/// Where a card stands: its question's row, and its place among all cards that question ever had. Neither
/// changes before the tables are made anew.
struct CardPlace {
  std::int64_t question = 0;  // position
  std::uint16_t slot = 0;     // 0: the question's own card

  friend auto operator<=>(const CardPlace&, const CardPlace&) = default;
};

using CardPlaces = std::unordered_map<CardId, CardPlace>;

class CardIndex {
 public:
  explicit CardIndex(Database& database) : database_(database) {}

  /// Nothing when no question has or had the card. Sees what this and other programs have written.
  std::optional<CardPlace> find(CardId card);
  /// Every card. Until it is asked again, or told of other cards.
  const CardPlaces& all();

  /// To be called when this program has given a question more cards: all it has now, by slot.
  void add(std::int64_t question, const std::vector<CardId>& cards);
  /// To be called when it has made the tables anew.
  void forget() { known_.reset(); }

 private:
  Database& database_;
  std::int64_t version_ = 0;  // of the file, as other programs change it
  std::int64_t rollbacks_ = 0;
  std::optional<CardPlaces> known_;
};

/// Looks up many cards while nothing is written to their questions, in a transaction.
class CardFinder {
 public:
  explicit CardFinder(CardIndex& index) : cards_(index.all()) {}

  std::optional<CardPlace> find(CardId card);
  /// The card of a point; fast when it is of the question whose card was found last.
  std::optional<CardPlace> find(PointId point);

 private:
  /// The points of one question that were looked for. The id of a point's card is a hash over the point's.
  using Points = std::vector<std::pair<PointId, std::uint16_t>>;  // and slots

  const CardPlaces& cards_;
  std::unordered_map<std::int64_t, Points> points_;        // by question
  std::pair<const std::int64_t, Points>* last_ = nullptr;  // the question that was found last
  std::size_t next_ = 0;  // of its points: they are asked for in the same order each time
};

}  // namespace rehearse
