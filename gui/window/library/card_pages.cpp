#include "gui/window/library/card_pages.h"

#include <algorithm>
#include <utility>

namespace rehearse {
namespace {

constexpr std::size_t kPage = 16;       // rows read at once: so few that no frame takes long
constexpr std::size_t kPagesKept = 64;  // more than any window shows

}  // namespace

void CardPages::show(std::vector<CardId> cards) {
  cards_ = std::move(cards);
  forget();
}

const FoundCard& CardPages::at(std::size_t row) {
  const std::size_t number = row / kPage;
  if (pages_.size() >= kPagesKept && !pages_.contains(number)) forget();
  std::vector<FoundCard>& page = pages_[number];
  if (page.empty()) {
    const std::size_t begin = number * kPage;
    page = describe_(std::span(cards_).subspan(begin, std::min(kPage, cards_.size() - begin)));
    page.resize(kPage);  // what could not be read stays empty
  }
  return page[row % kPage];
}

}  // namespace rehearse
