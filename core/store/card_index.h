// Which question each card belongs to. A card has no row: its id stands in that of its question, so that an
// import writes none; this index is read when a card is first asked for by its id alone.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
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

class CardIndex {
 public:
  explicit CardIndex(Database& database) : database_(database) {}

  /// Nothing when no question has or had the card. Sees what this and other programs have written.
  std::optional<CardPlace> find(CardId card);

  /// To be called when this program has given a question more cards: all it has now, by slot.
  void add(std::int64_t question, const std::vector<CardId>& cards);
  /// To be called when it has made the tables anew.
  void forget() { known_.reset(); }

 private:
  Database& database_;
  std::int64_t version_ = 0;  // of the file, as other programs change it
  std::optional<std::unordered_map<CardId, CardPlace>> known_;
};

}  // namespace rehearse
