// What the library page does with the selection and with decks.
#include <utility>

#include "core/base/file.h"
#include "gui/window/library/library_page.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

const Phrase& words_for(const BulkAct& act) {
  if (const auto* mark = std::get_if<MarkChange>(&act)) {
    if (std::holds_alternative<AddTags>(*mark)) return words::kLibraryDoneTag;
    return std::holds_alternative<RemoveTags>(*mark) ? words::kLibraryDoneUntag : words::kLibraryDoneFlag;
  }
  switch (std::get<ActOnCards>(act).kind) {
    case CardActKind::kSuspend: return words::kLibraryDoneSuspend;
    case CardActKind::kBury: return words::kLibraryDoneBury;
    case CardActKind::kSetDue: return words::kLibraryDoneDue;
    case CardActKind::kReschedule: return words::kLibraryDoneReschedule;
    case CardActKind::kReset: return words::kLibraryDoneReset;
    case CardActKind::kRelease:
    case CardActKind::kForgive: break;
  }
  return words::kLibraryDoneRelease;
}

}  // namespace

void LibraryPage::apply(const AskForActs&) {
  if (work_ || list_.size() == 0) return;
  acts_.emplace(list_.chosen().size(), desk_.library().tags(desk_.now()),
                desk_.library().day_of(desk_.now()));
}

void LibraryPage::apply(const AskForDeckOptions&) {
  const auto deck = tree_.row().deck ? tree_.row().deck : desk_.deck;
  for (const DeckSummary& summary : desk_.library().decks(desk_.now()))
    if (summary.id == deck) {
      deck_.emplace(summary.id, summary.title, read_deck_options(desk_.library(), summary),
                    desk_.library().day_of(desk_.now()), desk_.options().home);
      return;
    }
  desk_.tell(NoticeKind::kNews, in_both(words::kLibraryChooseDeck));
}

void LibraryPage::serve_sheets() {
  if (acts_) {
    const auto act = acts_->take_chosen();
    if (act || acts_->is_left()) acts_.reset();
    if (act) carry_out(*act);
  }
  if (!deck_) return;
  if (const auto wanted = deck_->take_export()) export_deck(*wanted);
  if (const auto saved = deck_->take_saved()) {
    const bool is_saved = desk_.attempt(words::kLibraryDeckNotSaved, [&] {
      write_deck_options(desk_.library(), deck_->deck(), deck_->before(), *saved, desk_.now());
    });
    if (is_saved) {
      deck_.reset();
      desk_.tell(NoticeKind::kNews, in_both(words::kLibraryDeckSaved));
      desk_.attempt(words::kNotRead, [&] { refresh(); });
    }
  }
  if (deck_ && deck_->is_left()) deck_.reset();
}

void LibraryPage::carry_out(const ChosenAct& act) {
  if (std::holds_alternative<StudyThese>(act)) {
    StudyChoice choice;
    choice.only = chosen();
    desk_.open(StudyRequest{{choice, {}}});
    return;
  }
  work_.emplace(std::get<BulkAct>(act), chosen());
  carry_out_part();
}

void LibraryPage::carry_out_part() {
  const bool went_well =
      desk_.attempt(words::kLibraryNotDone, [&] { work_->step(desk_.library(), desk_.now()); });
  if (went_well && !work_->is_done()) return;
  const BulkWork work = *std::exchange(work_, std::nullopt);
  history_.add(work.ops(), work.changed());
  if (went_well) tell_done(work);
  desk_.attempt(words::kNotRead, [&] { refresh(); });
}

void LibraryPage::tell_done(const BulkWork& work) {
  if (work.changed() == 0) return desk_.tell(NoticeKind::kNews, in_both(words::kLibraryNothingChanged));
  const Phrase& done = words_for(work.act());
  const std::string count = std::to_string(work.changed());
  const auto* act = std::get_if<ActOnCards>(&work.act());
  desk_.tell(NoticeKind::kNews,
             act && act->day ? in_both(done, {count, format_day(*act->day)}) : in_both(done, {count}));
}

void LibraryPage::compare_part() {
  const bool went_well =
      desk_.attempt(words::kNotRead, [&] { comparing_->step(desk_.library(), desk_.now()); });
  if (went_well && !comparing_->is_done()) return;
  const DuplicateSearch search = std::move(*comparing_);
  comparing_.reset();
  if (!went_well) return;
  std::vector<CardId> cards;
  const auto groups = search.groups();
  for (const std::vector<CardId>& group : groups) cards.insert(cards.end(), group.begin(), group.end());
  list(std::move(cards));
  duplicates_ = groups.size();
}

std::optional<std::chrono::milliseconds> LibraryPage::next_tick() const {
  if (work_ || comparing_ || texts_left_ > 0) return std::chrono::milliseconds{0};
  return std::nullopt;
}

Redraw LibraryPage::tick() {
  if (work_) return carry_out_part(), Redraw::kUntilSettled;
  if (comparing_) return compare_part(), Redraw::kUntilSettled;
  if (texts_left_ == 0) return Redraw::kNothing;
  const bool is_awaited = texts_asked_ > 0;
  index_part();
  return redraw_if(is_awaited);
}

bool LibraryPage::undo() {
  std::optional<std::size_t> changed;
  desk_.attempt(words::kNotUndone, [&] { changed = history_.undo(desk_.library(), desk_.now()); });
  if (!changed) return false;
  desk_.tell(NoticeKind::kNews, in_both(words::kLibraryUndone, {std::to_string(*changed)}));
  desk_.attempt(words::kNotRead, [&] { refresh(); });
  return true;
}

bool LibraryPage::redo() {
  std::optional<std::size_t> changed;
  desk_.attempt(words::kNotUndone, [&] { changed = history_.redo(desk_.library(), desk_.now()); });
  if (!changed) return false;
  desk_.tell(NoticeKind::kNews, in_both(words::kLibraryRedone, {std::to_string(*changed)}));
  desk_.attempt(words::kNotRead, [&] { refresh(); });
  return true;
}

void LibraryPage::export_deck(const DeckSheet::Export& wanted) {
  desk_.attempt(words::kLibraryNotExported, [&] {
    const auto studied = desk_.library().export_studied_deck(deck_->deck());
    if (!studied) return;
    const auto written = write_file(wanted.file, write_deck(*studied, wanted.format, desk_.now()));
    if (written) {
      deck_.reset();
      return desk_.tell(NoticeKind::kNews, in_both(words::kLibraryExported, {wanted.file.string()}));
    }
    const auto said = [&](Language language) {
      return filled(language, words::kLibraryNotExported, {written.error().line(language)});
    };
    desk_.tell(NoticeKind::kTrouble, {said(Language::kEnglish), said(Language::kChinese)});
  });
}

}  // namespace rehearse
