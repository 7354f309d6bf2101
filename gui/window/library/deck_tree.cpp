#include "gui/window/library/deck_tree.h"

#include <algorithm>
#include <utility>

#include "core/search/query.h"

namespace rehearse {
namespace {

std::string term(NameField field, const std::string& title) {
  SearchQuery query;
  query.what = NameTerm{field, {{title}}};
  return to_text(query);
}

}  // namespace

void DeckTree::show(std::vector<DeckContents> decks) {
  const TreeRow before = row();
  decks_ = std::move(decks);
  lay_out();
  const auto same = std::find_if(rows_.begin(), rows_.end(), [&](const TreeRow& now) {
    return now.kind == before.kind && now.deck == before.deck && now.title == before.title;
  });
  place_ = same == rows_.end() ? 0 : static_cast<std::size_t>(same - rows_.begin());
}

void DeckTree::lay_out() {
  using Kind = TreeRow::Kind;
  using Branch = TreeRow::Branch;
  rows_.clear();
  std::size_t all = 0;
  for (const DeckContents& deck : decks_) all += deck.questions;
  rows_.push_back({Kind::kAll, "", all, Branch::kNone, std::nullopt});
  for (const DeckContents& deck : decks_) {
    const bool has_sections =
        std::any_of(deck.sections.begin(), deck.sections.end(),
                    [](const ListedSection& section) { return !section.title.empty(); });
    const bool is_open = has_sections && open_.contains(deck.id);
    rows_.push_back({Kind::kDeck, deck.title, deck.questions,
                     !has_sections ? Branch::kNone
                     : is_open     ? Branch::kOpen
                                   : Branch::kClosed,
                     deck.id});
    if (!is_open) continue;
    for (const ListedSection& section : deck.sections)
      if (!section.title.empty())  // nothing finds questions without one
        rows_.push_back({Kind::kSection, section.title, section.questions, Branch::kNone, deck.id});
  }
  rows_.push_back({Kind::kDuplicates, "", 0, Branch::kNone, std::nullopt});
}

void DeckTree::go_to(std::size_t row) { place_ = std::min(row, rows_.size() - 1); }

void DeckTree::go_to(DeckId deck) {
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].deck == deck) return go_to(i);
}

void DeckTree::toggle(std::size_t row) {
  if (row >= rows_.size() || rows_[row].branch == TreeRow::Branch::kNone) return;
  const DeckId deck = *rows_[row].deck;
  if (open_.erase(deck) == 0) open_.insert(deck);
  const std::optional<DeckId> was_in = rows_[place_].deck;
  lay_out();
  if (was_in == deck)
    go_to(deck);
  else
    show(std::exchange(decks_, {}));
}

bool DeckTree::step_out() {
  if (row().kind == TreeRow::Kind::kSection) return go_to(*row().deck), true;
  if (row().branch != TreeRow::Branch::kOpen) return false;
  toggle(place_);
  return true;
}

bool DeckTree::step_in() {
  if (row().branch == TreeRow::Branch::kClosed) return toggle(place_), true;
  if (row().branch != TreeRow::Branch::kOpen) return false;
  go_to(place_ + 1);
  return true;
}

std::string DeckTree::query() const {
  switch (row().kind) {
    case TreeRow::Kind::kAll:
    case TreeRow::Kind::kDuplicates: return "";
    case TreeRow::Kind::kDeck: return term(NameField::kDeck, row().title);
    case TreeRow::Kind::kSection: break;
  }
  const auto deck = std::find_if(decks_.begin(), decks_.end(),
                                 [&](const DeckContents& known) { return known.id == row().deck; });
  return term(NameField::kDeck, deck->title) + " " + term(NameField::kSection, row().title);
}

}  // namespace rehearse
