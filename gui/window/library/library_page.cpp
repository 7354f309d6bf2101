#include "gui/window/library/library_page.h"

#include <algorithm>
#include <utility>

#include "core/search/parse_query.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

// Indexed between two frames: some hundredths of a second.
constexpr std::size_t kTextsAtOnce = 300;

}  // namespace

LibraryPage::LibraryPage(Desk& desk)
    : desk_(desk), pages_([this](std::span<const CardId> cards) {
        std::vector<FoundCard> described;
        desk_.attempt(words::kNotRead, [&] { described = desk_.library().describe(cards, desk_.now()); });
        return described;
      }) {}

void LibraryPage::refresh() {
  Library& library = desk_.library();
  tree_.show(library.contents(desk_.now()));
  SearchBox::Names names;
  for (const DeckContents& deck : tree_.decks()) {
    names.decks.push_back(deck.title);
    for (const ListedSection& section : deck.sections) names.sections.push_back(section.title);
  }
  names.tags = library.tags(desk_.now());
  search_.set_names(std::move(names));
  texts_left_ = library.index_texts(0, desk_.now());
  if (duplicates_)
    pages_.forget();
  else
    find();
}

LibraryView LibraryPage::view() const {
  LibraryView view;
  view.tree = &tree_;
  view.search = &search_;
  view.list = &list_;
  view.row = [this](std::size_t row) -> const FoundCard& { return pages_.at(row); };
  view.lists = lists_;
  view.today = desk_.library().day_of(desk_.now());
  view.brings_place_into_sight = brings_place_into_sight_;
  view.brings_node_into_sight = brings_node_into_sight_;
  view.duplicates = duplicates_;
  const auto progress = [&](const Phrase& phrase, std::size_t done, std::size_t size) {
    return filled(desk_.language(), phrase, {std::to_string(done), std::to_string(size)});
  };
  if (work_) view.progress = progress(words::kLibraryWorking, work_->done(), work_->size());
  if (texts_asked_ > 0)
    view.progress =
        progress(words::kLibraryIndexing, texts_asked_ - std::min(texts_left_, texts_asked_), texts_asked_);
  if (comparing_) view.progress = progress(words::kLibraryComparing, comparing_->done(), comparing_->size());
  return view;
}

// --- events ---

bool LibraryPage::is_typing() const { return acts_ || deck_ || focus().is_on(kLibrarySearchId); }

bool LibraryPage::type(const Event& event) {
  if (acts_ || deck_) {
    const bool is_taken = acts_ ? acts_->take(event) : deck_->take(event);
    if (auto copied = acts_ ? acts_->take_copied() : deck_->take_copied()) desk_.copy(*std::move(copied));
    serve_sheets();
    return is_taken;
  }
  return take_in_search(event);
}

bool LibraryPage::take_in_search(const Event& event) {
  if (const auto* press = std::get_if<KeyPressed>(&event); press && *press == KeyPressed{Key::kEscape}) {
    if (search_.text().empty()) return focus().clear(), true;
    search_.write("");
    return find(), true;
  }
  const SearchBox::Took took = search_.take(event);
  if (auto copied = search_.take_copied()) desk_.copy(*std::move(copied));
  if (took == SearchBox::Took::kChanged) find();
  if (took == SearchBox::Took::kEntered && !search_.fault) focus().clear();
  return took != SearchBox::Took::kNothing;
}

void LibraryPage::press(const KeyPressed& press) {
  const LibraryPane pane = focus().is_on(kLibraryTreeId) ? LibraryPane::kTree : LibraryPane::kList;
  apply(library_key(view(), pane, press));
}

void LibraryPage::draw(Ui& ui) {
  Focus* const focus = ui.focus;
  if (acts_ || deck_) ui.focus = nullptr;
  const LibraryView shown = view();
  brings_place_into_sight_ = brings_node_into_sight_ = false;
  const LibraryIntent intent = draw_library(ui, shown);
  ui.focus = focus;
  if (acts_) acts_->draw(ui);
  if (deck_) deck_->draw(ui);
  serve_sheets();
  apply(intent);
}

void LibraryPage::apply(const LibraryIntent& intent) {
  desk_.attempt(words::kLibraryNotDone,
                [&] { std::visit([this](const auto& wanted) { apply(wanted); }, intent); });
}

// --- the tree and the search ---

void LibraryPage::apply(const GoToNode& intent) {
  focus().set(kLibraryTreeId);
  tree_.go_to(intent.row);
  show_node();
}

void LibraryPage::apply(const ToggleNode& intent) { tree_.toggle(intent.row); }

void LibraryPage::apply(const StepIntoNode&) {
  if (tree_.step_in())
    show_node();
  else
    focus().clear();
}

void LibraryPage::apply(const StepOutOfNode&) {
  if (tree_.step_out()) show_node();
}

void LibraryPage::apply(const GoToTree&) {
  focus().set(kLibraryTreeId);
  brings_node_into_sight_ = true;
}

void LibraryPage::apply(const GoToList&) { focus().clear(); }

void LibraryPage::apply(const GoToSearch&) { focus().set(kLibrarySearchId); }

void LibraryPage::apply(const TakeSuggestion& intent) {
  if (intent.index >= search_.suggested().size()) return;
  search_.take_suggestion(intent.index);
  focus().set(kLibrarySearchId);
  find();
}

void LibraryPage::show_node() {
  brings_node_into_sight_ = true;
  if (tree_.row().deck) desk_.deck = tree_.row().deck;
  search_.write(tree_.query());
  if (tree_.row().kind != TreeRow::Kind::kDuplicates) return find();
  const auto all = desk_.library().search_questions("", desk_.now());
  comparing_.emplace(std::get<std::vector<CardId>>(all));
  list({});
  duplicates_ = 0;
}

bool LibraryPage::must_wait_for_texts(const std::string& query) const {
  if (texts_left_ <= kTextsAtOnce) return false;
  const auto parsed = parse_query(query);
  const auto* wanted = std::get_if<SearchQuery>(&parsed);
  return wanted && asks_for_texts(*wanted);
}

void LibraryPage::index_part() {
  const bool went_well = desk_.attempt(
      words::kNotRead, [this] { texts_left_ = desk_.library().index_texts(kTextsAtOnce, desk_.now()); });
  if (!went_well) texts_left_ = 0;  // a search tries again
  if (texts_left_ == 0 && texts_asked_ > 0) desk_.attempt(words::kNotRead, [this] { find(); });
}

void LibraryPage::find() {
  Library& library = desk_.library();
  const std::string query = search_.text();
  if (must_wait_for_texts(query)) {
    if (texts_asked_ == 0) texts_asked_ = texts_left_;
    return;
  }
  texts_asked_ = 0;
  auto found = lists_ == ListOf::kCards ? library.search(query, desk_.now())
                                        : library.search_questions(query, desk_.now());
  search_.fault.reset();
  if (auto* fault = std::get_if<QueryFault>(&found)) {
    search_.fault = std::move(*fault);
    return;
  }
  comparing_.reset();
  duplicates_.reset();
  list(std::get<std::vector<CardId>>(std::move(found)));
}

// --- the list ---

void LibraryPage::list(std::vector<CardId> cards) {
  // The same list, read anew: one stays where one was.
  if (cards == pages_.cards()) return pages_.forget();
  const bool had_place = list_.size() > 0;
  const CardId place = had_place ? pages_.cards()[list_.place()] : CardId{};
  list_ = ListSelection(cards.size());
  if (had_place)
    if (const auto same = std::find(cards.begin(), cards.end(), place); same != cards.end())
      list_.go_to(static_cast<std::size_t>(same - cards.begin()), RowMarking::kLeave);
  pages_.show(std::move(cards));
  brings_place_into_sight_ = true;
}

void LibraryPage::apply(const GoToRow& intent) {
  list_.go_to(intent.row, intent.marking);
  focus().clear();
  brings_place_into_sight_ = true;
}

void LibraryPage::apply(const MarkNoRows&) {
  if (list_.marked() > 0) return list_.mark_none();
  if (search_.text().empty()) return;
  search_.write("");
  find();
}

void LibraryPage::apply(const OpenRow& intent) {
  if (intent.row >= list_.size()) return;
  list_.go_to(intent.row, RowMarking::kLeave);
  const FoundCard& card = pages_.at(intent.row);
  if (!card.stem.empty()) desk_.open(EditRequest{card.question});
}

void LibraryPage::apply(const ListAnother& intent) {
  if (intent.what == lists_) return;
  lists_ = intent.what;
  if (!duplicates_) find();
}

std::vector<CardId> LibraryPage::chosen() const {
  std::vector<CardId> cards;
  for (const std::size_t row : list_.chosen()) cards.push_back(pages_.cards()[row]);
  return cards;
}

std::vector<KeyLine> LibraryPage::keys(Language language) const {
  return {{"↑/↓ PgUp/PgDn Home/End", words::kActLibraryMove},
          {"Shift+↑/↓", words::kActLibraryExtend},
          {std::string(words::kKeySpace.in(language)), words::kActLibraryMark},
          {"Ctrl+A", words::kActLibraryAll},
          {std::string(words::kKeyEnter.in(language)), words::kActLibraryOpen},
          {"F2", words::kActLibraryActs},
          {"Ctrl+F", words::kActLibrarySearch},
          {"Tab", words::kActLibrarySuggestion},
          {"Ctrl+U", words::kActLibraryUnit},
          {"←", words::kActLibraryTree},
          {"←/→", words::kActLibraryTreeMove},
          {"Ctrl+D", words::kActLibraryDeck}};
}

std::vector<PaletteEntry> LibraryPage::palette() {
  const auto entry = [&](const Phrase& label, const char* keys, LibraryIntent intent) {
    return PaletteEntry{in_both(label), keys, [this, intent] { apply(intent); }};
  };
  return {entry(words::kActLibrarySearch, "Ctrl+F", GoToSearch{}),
          entry(words::kActLibraryActs, "F2", AskForActs{}),
          entry(words::kActLibraryDeck, "Ctrl+D", AskForDeckOptions{}),
          entry(words::kActLibraryAll, "Ctrl+A", MarkAllRows{}),
          entry(words::kLibraryDuplicates, "", GoToNode{tree_.rows().size() - 1})};
}

}  // namespace rehearse
