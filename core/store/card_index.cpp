#include "core/store/card_index.h"

#include "core/deck/identity.h"

namespace rehearse {
namespace {

constexpr const char* kCards = "SELECT position, cards FROM question";

std::optional<CardPlace> place_in(const CardPlaces& cards, CardId card) {
  const auto found = cards.find(card);
  if (found == cards.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<CardPlace> CardIndex::find(CardId card) { return place_in(all(), card); }

const CardPlaces& CardIndex::all() {
  const std::int64_t version = database_.version_elsewhere();
  if (!known_ || version != version_ || database_.rollbacks() != rollbacks_) {
    version_ = version;
    rollbacks_ = database_.rollbacks();
    known_.emplace();
    Query query = database_.query(kCards);
    while (query.step()) add(query.integer(0), query.ids<CardId>(1));
  }
  return *known_;
}

void CardIndex::add(std::int64_t question, const std::vector<CardId>& cards) {
  if (!known_) return;
  for (std::size_t slot = 0; slot < cards.size(); ++slot)
    known_->emplace(cards[slot], CardPlace{question, static_cast<std::uint16_t>(slot)});
}

std::optional<CardPlace> CardFinder::find(CardId card) {
  const auto place = place_in(cards_, card);
  if (place && (last_ == nullptr || last_->first != place->question)) {
    last_ = &*points_.try_emplace(place->question).first;
    next_ = 0;
  }
  return place;
}

std::optional<CardPlace> CardFinder::find(PointId point) {
  for (std::size_t left = last_ == nullptr ? 0 : last_->second.size(); left > 0; --left) {
    if (next_ >= last_->second.size()) next_ = 0;
    const auto& [known, slot] = last_->second[next_++];
    if (known == point) return CardPlace{last_->first, slot};
  }
  const auto place = place_in(cards_, point_card_id(point));
  if (place && last_ != nullptr && last_->first == place->question)
    last_->second.emplace_back(point, place->slot);
  return place;
}

}  // namespace rehearse
