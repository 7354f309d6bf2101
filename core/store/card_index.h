// Which question each card belongs to. A card has no row: its id stands in that of its question, so that an
// import writes none; this index is read when a card is first asked for by its id alone.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"

namespace rehearse {

class CardIndex {
 public:
  explicit CardIndex(Database& database) : database_(database) {}

  /// The position of the question's row; nothing when no question has the card. Sees what this and other
  /// programs have written.
  std::optional<std::int64_t> question_of(CardId card);

  /// To be called when this program has changed a question's cards.
  void forget() { known_.reset(); }

 private:
  using Entry = std::pair<CardId, std::int64_t>;

  Database& database_;
  std::int64_t version_ = 0;                 // of the file, as other programs change it
  std::optional<std::vector<Entry>> known_;  // sorted
};

}  // namespace rehearse
