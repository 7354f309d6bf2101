#include "core/export/anki_package.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <memory>
#include <set>
#include <string_view>

#include "core/base/store_error.h"
#include "core/deck/identity.h"
#include "core/export/anki_collection.h"
#include "core/export/anki_fields.h"
#include "core/export/anki_note_type.h"
#include "core/export/anki_schedule.h"

namespace rehearse {
namespace {

constexpr char kFieldSeparator = '\x1f';

/// An id as Anki makes them, a time in milliseconds between 2008 and 2017, but always the same for one deck.
/// Its notes have the numbers behind it: Anki shows notes in the order of their ids.
std::int64_t stable_id(DeckId deck) {
  constexpr std::int64_t kEarliest = 1'200'000'000'000;
  constexpr std::uint64_t kSpan = 1ULL << 38;
  std::uint64_t number = 0;
  std::memcpy(&number, deck.bytes.data(), sizeof number);
  return kEarliest + static_cast<std::int64_t>(number % kSpan);
}

/// "::" would part a deck from its subdeck.
std::string deck_name(std::string name) {
  constexpr std::string_view kParts = "::";
  for (std::size_t at = name.find(kParts); at != std::string::npos; at = name.find(kParts, at))
    name.replace(at, kParts.size(), "：：");
  return name.empty() ? "Rehearse" : name;
}

Section section_of(const Document& document, const std::string& title) {
  for (const Section& section : document.sections)
    if (section.title == title) return section;
  return {title, ""};
}

/// Anki parts tags by blanks.
std::string tags_column(const std::vector<std::string>& tags) {
  std::string column;
  for (const std::string& tag : tags) column += (column.empty() ? " " : "") + anki_tag(tag) + ' ';
  return column;
}

std::vector<AnkiNoteRow> note_rows(const StudiedDeck& deck, std::int64_t deck_id) {
  std::set<std::int64_t> review_ids;
  std::vector<AnkiNoteRow> rows;
  for (std::size_t i = 0; i < deck.document.questions.size(); ++i) {
    const Question& question = deck.document.questions[i];
    AnkiNoteRow row;
    row.note_id = deck_id + 1 + static_cast<std::int64_t>(i);
    row.card_id = row.note_id;  // another table, so that the numbers may be the same
    row.guid = deck.origins[i]->id.hex();
    row.schedule = anki_schedule(deck.histories[i], deck.day_starts_at, review_ids);
    const QuestionMarks marks = deck.marks.empty() ? QuestionMarks() : deck.marks[i];
    row.tags = tags_column(marks.tags);
    row.flag = marks.flag;
    const AnkiFields fields =
        anki_fields(deck.document.title, section_of(deck.document, question.section), question,
                    {*deck.origins[i], deck.histories[i], marks, row.schedule.revlog_ids});
    for (const std::string& field : fields.html) row.fields += field + kFieldSeparator;
    row.fields.pop_back();
    row.sort_field = fields.first_as_text;
    rows.push_back(std::move(row));
  }
  return rows;
}

/// New cards are in a queue, the others are due so many days after the collection's first day.
void set_due(std::vector<AnkiNoteRow>& rows, StudyDay first_day) {
  std::int64_t position = 0;
  for (AnkiNoteRow& row : rows)
    row.due = row.schedule.memory.met ? (row.schedule.memory.due() - first_day).count() : ++position;
}

StudyDay earliest_due(const std::vector<AnkiNoteRow>& rows, StudyDay today) {
  StudyDay first = today;
  for (const AnkiNoteRow& row : rows)
    if (row.schedule.memory.met) first = std::min(first, row.schedule.memory.due());
  return first;
}

[[noreturn]] void no_memory() {
  throw StoreError({"the Anki package cannot be made: out of memory", "无法生成 Anki 牌组包：内存不足"});
}

void add_file(zip_t* archive, const char* name, std::string_view content, std::time_t modified) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (source == nullptr) no_memory();
  const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    no_memory();
  }
  zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), modified, 0);
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) no_memory();
  std::string bytes(stat.size, '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (count != static_cast<zip_int64_t>(bytes.size())) no_memory();
  return bytes;
}

std::string zip_of(std::string_view collection, std::time_t modified) {
  constexpr std::string_view kNoMedia = "{}";
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> target(
      zip_source_buffer_create(nullptr, 0, 0, nullptr), zip_source_free);
  if (!target) no_memory();
  zip_source_keep(target.get());  // the archive takes one reference, and the bytes are read afterwards
  zip_t* archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) {
    zip_source_free(target.get());
    no_memory();
  }
  try {
    add_file(archive, "collection.anki2", collection, modified);
    add_file(archive, "media", kNoMedia, modified);
    if (zip_close(archive) != 0) no_memory();
  } catch (const StoreError&) {
    zip_discard(archive);
    throw;
  }
  return bytes_of(target.get());
}

}  // namespace

std::string write_anki_package(const StudiedDeck& deck, LocalInstant now) {
  const std::int64_t now_ms = now.at.time_since_epoch().count();
  const std::int64_t now_seconds = now_ms / 1000;
  AnkiCollectionRows rows;
  rows.deck_id = stable_id(derive_deck_id(deck.document.title));
  rows.notes = note_rows(deck, rows.deck_id);
  rows.note_type_id = kAnkiNoteTypeId;
  rows.modified_ms = now_ms;
  const StudyDay first_day = earliest_due(rows.notes, study_day(now, deck.day_starts_at));
  set_due(rows.notes, first_day);
  const std::chrono::seconds first_morning =
      first_day.time_since_epoch() + deck.day_starts_at - now.utc_offset;
  rows.created_seconds = first_morning.count();
  rows.config = anki_config_json(rows.deck_id, rows.notes.size() + 1, {now.utc_offset, deck.day_starts_at});
  rows.models = anki_models_json(rows.deck_id, now_seconds);
  rows.decks = anki_decks_json({rows.deck_id, deck_name(deck.document.title), deck.document}, now_seconds);
  rows.deck_options = anki_deck_options_json();
  return zip_of(write_anki_collection(rows), static_cast<std::time_t>(now_seconds));
}

}  // namespace rehearse
