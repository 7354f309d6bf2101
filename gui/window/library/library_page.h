// Every deck, section and question, found by a search or by looking through.
#pragma once

#include <memory>
#include <optional>

#include "gui/window/library/acts_sheet.h"
#include "gui/window/library/bulk_work.h"
#include "gui/window/library/card_pages.h"
#include "gui/window/library/deck_sheet.h"
#include "gui/window/library/duplicates.h"
#include "gui/window/library/library_screen.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {

class LibraryPage : public Page {
 public:
  explicit LibraryPage(Desk& desk);

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  std::vector<PaletteEntry> palette() override;
  bool is_typing() const override;
  bool type(const Event& event) override;
  bool undo() override;
  bool redo() override;
  /// The rest of the cards would stay as they are.
  const Phrase* reason_to_stay() const override { return work_ ? &words::kStillBusy : nullptr; }
  std::optional<std::chrono::milliseconds> next_tick() const override;
  Redraw tick() override;

  /// For tests.
  const ListSelection& list() const { return list_; }
  const CardPages& pages() const { return pages_; }
  const SearchBox& search_box() const { return search_; }

 private:
  void apply(const LibraryIntent& intent);
  void apply(std::monostate) {}
  void apply(const GoToNode& intent);
  void apply(const ToggleNode& intent);
  void apply(const StepIntoNode&);
  void apply(const StepOutOfNode&);
  void apply(const GoToTree&);
  void apply(const GoToList&);
  void apply(const GoToSearch&);
  void apply(const PointInSearch& intent) { search_.take(intent.pointed); }
  void apply(const TakeSuggestion& intent);
  void apply(const GoToRow& intent);
  void apply(const MarkAllRows&) { list_.mark_all(); }
  void apply(const MarkNoRows&);
  void apply(const OpenRow& intent);
  void apply(const ListAnother& intent);
  void apply(const AskForActs&);
  void apply(const AskForDeckOptions&);

  LibraryView view() const;
  bool take_in_search(const Event& event);
  void show_node();
  /// Lists what the search finds; a query that is none leaves the list as it was. A search for words waits
  /// until all texts are indexed.
  void find();
  bool must_wait_for_texts(const std::string& query) const;
  void index_part();
  void list(std::vector<CardId> cards);
  std::vector<CardId> chosen() const;
  void carry_out(const ChosenAct& act);
  void carry_out_part();
  void tell_done(const BulkWork& work);
  void compare_part();
  void serve_sheets();
  void export_deck(const DeckSheet::Export& wanted);

  Desk& desk_;
  DeckTree tree_;
  SearchBox search_;
  ListOf lists_ = ListOf::kQuestions;
  mutable CardPages pages_;
  ListSelection list_;
  bool brings_place_into_sight_ = false, brings_node_into_sight_ = false;
  std::optional<ActsSheet> acts_;
  std::optional<DeckSheet> deck_;
  std::optional<BulkWork> work_;
  BulkHistory history_;
  std::size_t texts_left_ = 0;   // to be indexed
  std::size_t texts_asked_ = 0;  // of them, when a search began to wait; 0: none waits
  std::optional<DuplicateSearch> comparing_;
  std::optional<std::size_t> duplicates_;  // groups that are listed
};

}  // namespace rehearse
