// The part of a long list of cards that is looked at: read from the library page by page.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "core/library.h"

namespace rehearse {

class CardPages {
 public:
  /// What a list says of these cards, one for each.
  using Describe = std::function<std::vector<FoundCard>(std::span<const CardId>)>;

  explicit CardPages(Describe describe) : describe_(std::move(describe)) {}

  /// Another list.
  void show(std::vector<CardId> cards);
  /// The same list, read anew.
  void forget() { pages_.clear(); }

  const std::vector<CardId>& cards() const { return cards_; }
  /// Precondition: row < cards().size(). Until the next call.
  const FoundCard& at(std::size_t row);

 private:
  Describe describe_;
  std::vector<CardId> cards_;
  std::map<std::size_t, std::vector<FoundCard>> pages_;  // by number
};

}  // namespace rehearse
