#include "core/store/card_index.h"

#include <algorithm>

namespace rehearse {
namespace {

constexpr const char* kVersion = "PRAGMA data_version";
constexpr const char* kCards = "SELECT position, cards FROM question";

}  // namespace

std::optional<std::int64_t> CardIndex::question_of(CardId card) {
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
    while (query.step())
      for (const CardId& id : query.ids<CardId>(1)) known_->emplace_back(id, query.integer(0));
    std::sort(known_->begin(), known_->end());
  }
  const auto found = std::lower_bound(known_->begin(), known_->end(), Entry(card, 0));
  if (found == known_->end() || found->first != card) return std::nullopt;
  return found->second;
}

}  // namespace rehearse
