#include "core/store/card_index.h"

namespace rehearse {
namespace {

constexpr const char* kVersion = "PRAGMA data_version";
constexpr const char* kCards = "SELECT position, cards FROM question";

}  // namespace

std::optional<CardPlace> CardIndex::find(CardId card) {
  std::int64_t version = 0;
  {
    Query query = database_.query(kVersion);
    query.step();
    version = query.integer(0);
  }
  if (!known_ || version != version_) {
    version_ = version;
    known_.emplace();
    Query query = database_.query(kCards);
    while (query.step()) add(query.integer(0), query.ids<CardId>(1));
  }
  const auto found = known_->find(card);
  if (found == known_->end()) return std::nullopt;
  return found->second;
}

void CardIndex::add(std::int64_t question, const std::vector<CardId>& cards) {
  if (!known_) return;
  for (std::size_t slot = 0; slot < cards.size(); ++slot)
    known_->emplace(cards[slot], CardPlace{question, static_cast<std::uint16_t>(slot)});
}

}  // namespace rehearse
