// The decks with their sections, opened and closed: which rows are to be seen, and what each one finds.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/library.h"

namespace rehearse {

struct TreeRow {
  enum class Kind { kAll, kDeck, kSection, kDuplicates };
  enum class Branch { kNone, kClosed, kOpen };
  Kind kind = Kind::kAll;
  std::string title;
  std::size_t questions = 0;
  Branch branch = Branch::kNone;
  std::optional<DeckId> deck;
};

class DeckTree {
 public:
  /// What was open and where one was stays.
  void show(std::vector<DeckContents> decks);

  const std::vector<DeckContents>& decks() const { return decks_; }
  const std::vector<TreeRow>& rows() const { return rows_; }
  std::size_t place() const { return place_; }
  const TreeRow& row() const { return rows_[place_]; }

  /// A row behind the last one is the last one.
  void go_to(std::size_t row);
  void go_to(DeckId deck);
  /// Shows the sections of the deck at a row, or hides them.
  void toggle(std::size_t row);
  /// To the deck of a section, or closes the deck. False: neither.
  bool step_out();
  /// Opens the deck, or goes to its first section. False: neither.
  bool step_in();

  /// The search that finds what the row at place() stands for; empty for everything.
  std::string query() const;

 private:
  void lay_out();

  std::vector<DeckContents> decks_;
  std::set<DeckId> open_;
  std::vector<TreeRow> rows_{TreeRow{}};
  std::size_t place_ = 0;
};

}  // namespace rehearse
