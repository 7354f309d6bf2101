// The library's imports: a plan for the whole document, written in one transaction.
#include <algorithm>
#include <iterator>

#include "core/deck/identity.h"
#include "core/library_parts.h"
#include "core/store/history.h"
#include "core/store/import_pipeline.h"

namespace rehearse {
namespace {

template <class Item>
void append(std::vector<Item>& list, std::vector<Item> more) {
  if (list.empty()) return list.swap(more);
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void add_to(ImportReport& report, ImportPlan plan, const Document& document) {
  report.added += plan.changes.added.size();
  report.updated += plan.changes.changed.size();
  report.unchanged += plan.changes.unchanged;
  append(report.changes.added, std::move(plan.changes.added));
  append(report.changes.changed, std::move(plan.changes.changed));
  append(report.changes.kept, std::move(plan.changes.kept));
  append(report.changes.missing, std::move(plan.changes.missing));
  report.changes.unchanged += plan.changes.unchanged;
  append(report.problems, document.problems);
  append(report.problems, std::move(plan.problems));
}

void write_nothing(const PlannedWrite&) {}
void keep_nothing(std::size_t, const KeptQuestion&) {}

void preview(ImportReport& report, ImportPlan plan, const Document& document) {
  DeckSummary deck;
  deck.id = plan.deck;
  add_to(report, std::move(plan), document);
  deck.title = document.title;
  report.decks.push_back(std::move(deck));
}

}  // namespace

DeckState Library::Parts::state_of(const Document& document, const NewIds& ids) {
  return read_deck_state(database, log, derive_deck_id(document.title), ids.all());
}

ImportAct& Library::Parts::act_of(ImportAct& own, std::string_view title) {
  ImportAct& act = open_import ? *open_import : own;
  act.look_again(log);
  if (!act.id) act.title = title;
  return act;
}

Library::OneImport::OneImport(Library& library) : parts_(*library.parts_) { parts_.open_import.emplace(); }
Library::OneImport::~OneImport() { parts_.open_import.reset(); }

ImportReport Library::import_document(const Document& document, LocalInstant now) {
  ImportReport report;
  ImportAct own;
  import_deck(document, nullptr, now, own, report);
  return report;
}

ImportReport Library::import_decks(const std::vector<StudiedDeck>& decks, LocalInstant now) {
  ImportReport report;
  ImportAct own;
  for (const StudiedDeck& deck : decks) import_deck(deck.document, &deck, now, own, report);
  return report;
}

void Library::import_deck(const Document& document, const StudiedDeck* past, LocalInstant now, ImportAct& own,
                          ImportReport& report) {
  Transaction transaction(parts_->database);
  ImportAct& act = parts_->act_of(own, document.title);
  ImportWriter writer(parts_->log, parts_->content, now.at, act);
  std::vector<std::optional<KeptQuestion>> kept(past ? std::max(past->histories.size(), past->marks.size())
                                                     : 0);
  const QuestionOrigins origins = past ? past->origins : QuestionOrigins();
  const NewIds ids = ids_of_new(document, origins);
  ImportPlan plan = write_import(parts_->state_of(document, ids), document, origins, ids, writer,
                                 [&](std::size_t index, KeptQuestion question) {
                                   if (index < kept.size()) kept[index] = std::move(question);
                                 });
  writer.finish();
  if (past != nullptr && !past->histories.empty()) {
    std::vector<QuestionId> questions;
    for (const auto& question : kept)
      if (question) questions.push_back(question->id);
    HistoryWriter history(parts_->log, parts_->memory, past->program, now, act, questions);
    for (std::size_t i = 0; i < past->histories.size(); ++i)
      if (kept[i]) report.answers += history.write(*kept[i], past->histories[i]);
  }
  if (past != nullptr)
    for (std::size_t i = 0; i < past->marks.size(); ++i)
      if (kept[i]) parts_->bring_in(kept[i]->id, past->marks[i], now, act);
  transaction.commit();
  const DeckId id = plan.deck;
  add_to(report, std::move(plan), document);
  const DeckSize size = size_of(parts_->database, id);
  if (const auto deck = read_deck(parts_->database, id))
    report.decks.push_back({deck->id, deck->title, size.questions, size.cards, 0, 0, deck->interview});
}

ImportReport Library::preview_import(const std::vector<StudiedDeck>& decks) const {
  ImportReport report;
  for (const StudiedDeck& deck : decks) {
    const NewIds ids = ids_of_new(deck.document, deck.origins);
    preview(report,
            plan_import(parts_->state_of(deck.document, ids), deck.document, deck.origins, ids, write_nothing,
                        keep_nothing),
            deck.document);
  }
  return report;
}

ImportReport Library::preview_first_import(const std::vector<StudiedDeck>& decks) {
  ImportReport report;
  for (const StudiedDeck& deck : decks)
    preview(report,
            plan_import({}, deck.document, deck.origins, ids_of_new(deck.document, deck.origins),
                        write_nothing, keep_nothing),
            deck.document);
  return report;
}

}  // namespace rehearse
