#include "core/import/anki/anki_package.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/deck/deck_json.h"
#include "core/import/anki/anki_history.h"
#include "core/import/anki/anki_note.h"
#include "core/import/anki/collection_bytes.h"
#include "core/import/anki/rehearse_note.h"
#include "core/import/formats/media.h"
#include "core/import/formats/zip_container.h"

namespace rehearse {
namespace {

constexpr const char* kProgram = "anki";
constexpr const char* kBetween = " / ";

/// "B / C" of A::B::C; empty for a top deck.
std::string section_of(const AnkiDeckName& deck) {
  std::string section;
  for (std::size_t i = 1; i < deck.path.size(); ++i) section += (i > 1 ? kBetween : "") + deck.path[i];
  return section;
}

class PackageReader {
 public:
  PackageReader(const AnkiCollection& collection, std::chrono::minutes utc_offset)
      : collection_(collection), history_(collection, utc_offset) {}

  std::vector<StudiedDeck> read() {
    for (const AnkiNote& note : collection_.notes) read_note(note);
    for (const auto& [deck, count] : suspended_) report_suspended(decks_[deck].document, count);
    for (const auto& [id, deck] : collection_.decks) add_own_sections(deck);
    for (std::size_t i = 0; i < decks_.size(); ++i)
      if (!with_own_notes_.contains(i)) put_media_into_language(decks_[i].document);
    return std::move(decks_);
  }

 private:
  void read_note(const AnkiNote& note) {
    const AnkiCard* card = history_.speaking_card(note);
    const auto type = collection_.note_types.find(note.type);
    if (card == nullptr || type == collection_.note_types.end()) return;
    if (auto own = read_rehearse_note(note, type->second))
      add_own(std::move(*own), note, *card);
    else
      add_foreign(note, type->second, *card);
  }

  void add_own(RehearseNote note, const AnkiNote& from, const AnkiCard& card) {
    const std::size_t index = deck_called(note.deck_title);
    with_own_notes_.insert(index);
    for (const Section& section : note.sections) add_section(decks_[index].document, section);
    // Answers that were given in Anki since it was exported there.
    std::vector<PastReview> reviews = history_.reviews(card, note.question);
    std::erase_if(reviews, [&](const PastReview& review) {
      return note.known_answers.contains(review.at.time_since_epoch().count());
    });
    if (!reviews.empty()) add_events(note.history, reviews, history_.schedule(card, note.question, reviews));
    decks_[index].document.questions.push_back(std::move(note.question));
    decks_[index].histories.push_back(std::move(note.history));
    decks_[index].origins.push_back(std::move(note.origin));
    decks_[index].marks.push_back(marks_of(std::move(note.marks), from, card));
  }

  void add_foreign(const AnkiNote& note, const AnkiNoteType& type, const AnkiCard& card) {
    const auto found = collection_.decks.find(card.deck);
    static const AnkiDeckName kNowhere{{"Anki"}, ""};
    const AnkiDeckName& name = found == collection_.decks.end() ? kNowhere : found->second;
    const std::size_t index = deck_called(name.path.front());
    StudiedDeck& deck = decks_[index];
    auto question = question_from_note(note, type, deck.document.problems);
    if (!question) return;
    question->section = section_of(name);
    if (!question->section.empty()) add_section(deck.document, {question->section, ""});
    if (card.is_suspended) ++suspended_[index];
    QuestionHistory history;
    const std::vector<PastReview> reviews = history_.reviews(card, *question);
    add_events(history, reviews, history_.schedule(card, *question, reviews));
    deck.document.questions.push_back(std::move(*question));
    deck.histories.push_back(std::move(history));
    deck.origins.emplace_back();
    deck.marks.push_back(marks_of({}, note, card));
  }

  /// Those of the data field, and what Anki has beside: it writes a blank within a tag as `_`. What cannot be
  /// a tag here is left out.
  static QuestionMarks marks_of(QuestionMarks known, const AnkiNote& note, const AnkiCard& card) {
    QuestionMarks marks;
    marks.flag = card.flag != 0 ? card.flag : known.flag;
    marks.example = std::move(known.example);
    std::set<std::string> tags, as_in_anki;
    for (const std::string& typed : known.tags)
      if (const auto tag = tag_name(typed)) {
        tags.insert(*tag);
        as_in_anki.insert(anki_tag(*tag));
      }
    for (const std::string& typed : note.tags)
      if (const auto tag = tag_name(typed); tag && !as_in_anki.contains(*tag)) tags.insert(*tag);
    marks.tags.assign(tags.begin(), tags.end());
    return marks;
  }

  static void add_events(QuestionHistory& history, const std::vector<PastReview>& reviews,
                         const std::optional<PastSchedule>& schedule) {
    for (const PastReview& review : reviews)
      history.events.emplace_back(std::in_place_type<PastReview>, review);
    if (schedule) history.events.emplace_back(std::in_place_type<PastSchedule>, *schedule);
  }

  std::size_t deck_called(const std::string& title) {
    const auto [found, is_new] = by_title_.emplace(title, decks_.size());
    if (is_new) {
      decks_.emplace_back();
      decks_.back().document.title = title;
      decks_.back().program = kProgram;
    }
    return found->second;
  }

  static void add_section(Document& document, const Section& section) {
    const bool known = std::any_of(document.sections.begin(), document.sections.end(),
                                   [&](const Section& other) { return other.title == section.title; });
    if (!known) document.sections.push_back(section);
  }

  /// The sections of a deck of ours in their order, those without a question too.
  void add_own_sections(const AnkiDeckName& deck) {
    if (deck.rehearse.empty()) return;
    Document own = read_deck_json(deck.rehearse);
    Document& document = decks_[deck_called(own.title)].document;
    std::swap(document.sections, own.sections);
    for (const Section& section : own.sections) add_section(document, section);
  }

  static void report_suspended(Document& document, std::size_t count) {
    const std::string number = std::to_string(count);
    document.problems.push_back({0,
                                 0,
                                 "suspended",
                                 {"suspended in Anki and asked here again: " + number,
                                  "在 Anki 中已暂停、在此会照常提问的：" + number}});
  }

  const AnkiCollection& collection_;
  AnkiHistoryReader history_;
  std::vector<StudiedDeck> decks_;
  std::map<std::string, std::size_t> by_title_;   // index into decks_
  std::map<std::size_t, std::size_t> suspended_;  // deck, how many
  std::set<std::size_t> with_own_notes_;          // decks: they say what they said
};

}  // namespace

Result<std::vector<StudiedDeck>> read_anki_package(std::string_view bytes, std::chrono::minutes utc_offset) {
  const auto package = ZipContainer::open(bytes);
  if (!package) return package.error();
  auto file = collection_bytes(*package);
  if (!file) return file.error();
  const auto collection = read_anki_collection(std::move(*file));
  if (!collection) return collection.error();
  return decks_of_collection(*collection, utc_offset);
}

std::vector<StudiedDeck> decks_of_collection(const AnkiCollection& collection,
                                             std::chrono::minutes utc_offset) {
  return PackageReader(collection, utc_offset).read();
}

Document joined_documents(std::vector<StudiedDeck> decks) {
  if (decks.size() == 1) return std::move(decks.front().document);
  Document joined;
  for (StudiedDeck& deck : decks) {
    const std::string& title = deck.document.title;
    const auto placed = [&](const std::string& section) {
      return section.empty() ? title : title + kBetween + section;
    };
    joined.sections.push_back({title, ""});
    for (const Section& section : deck.document.sections)
      if (!section.title.empty()) joined.sections.push_back({placed(section.title), section.description});
    for (Question& question : deck.document.questions) {
      question.section = placed(question.section);
      joined.questions.push_back(std::move(question));
    }
    std::move(deck.document.problems.begin(), deck.document.problems.end(),
              std::back_inserter(joined.problems));
  }
  return joined;
}

}  // namespace rehearse
