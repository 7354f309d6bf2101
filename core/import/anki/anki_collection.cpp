#include "core/import/anki/anki_collection.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/import/anki/anki_database.h"
#include "core/import/anki/protobuf.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

// Schema 11 keeps everything but notes, cards and answers as JSON in the one row of `col`.
constexpr const char* kCollection = "SELECT crt, mod, conf, models, decks FROM col";
// Schema 15 and later have tables instead; their other columns are protobuf messages.
constexpr const char* kNoteTypes = "SELECT id, name, config FROM notetypes";
constexpr const char* kFields = "SELECT ntid, ord, name FROM fields";
constexpr const char* kDecks = "SELECT id, name FROM decks";
constexpr const char* kConfig = "SELECT key, val FROM config";
// The same in every schema.
constexpr const char* kNotes = "SELECT id, mid, flds, tags FROM notes";
constexpr const char* kCards =
    "SELECT id, nid, did, ord, type, queue, due, ivl, factor, lapses, odid, odue, flags FROM cards";
constexpr const char* kAnswers = "SELECT id, cid, ease, ivl, time, type FROM revlog";

constexpr std::array kTablesOfAll{"col", "notes", "cards", "revlog"};
constexpr std::array kTablesOfNew{"notetypes", "fields", "decks", "config"};

constexpr std::int64_t kFirstManualType = 4;  // of an answer: 4 and 5 are changes by hand and by a setting
constexpr std::int64_t kSuspended = -1;       // in the column `queue`
constexpr std::int64_t kFlagBits = 7;         // of the column `flags`
constexpr std::uint32_t kKindOfNoteType = 1;  // protobuf field: 0 normal, 1 cloze
constexpr char kFieldSeparator = '\x1f';
constexpr std::size_t kMostFields = 1000;
constexpr int kDeepest = 32;

Error wrong_layout(const std::string& lacking) {
  return {{"the Anki collection lacks the table " + lacking, "Anki 数据库缺少数据表 " + lacking},
          "",
          {"export it again from a current Anki", "请用新版 Anki 重新导出"}};
}

/// At most kMostFields; the last one holds what is left.
std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (parts.size() + 1 < kMostFields) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos) break;
    parts.emplace_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  parts.emplace_back(text);
  return parts;
}

/// Null for what is no JSON, or JSON made to overflow the stack.
Json parse(const std::string& text) {
  bool too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    too_deep |= depth > kDeepest;
    return !too_deep;
  };
  Json json = Json::parse(text, watch_depth, /*allow_exceptions=*/false);
  return too_deep || json.is_discarded() ? Json() : json;
}

std::string text_member(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> number_member(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

std::int64_t id_of(const std::string& key) { return std::strtoll(key.c_str(), nullptr, 10); }

/// Anki counts minutes west of Greenwich.
void set_offset(AnkiCollection& collection, std::int64_t minutes_west) {
  constexpr std::int64_t kMost = 24 * 60;
  if (minutes_west >= -kMost && minutes_west <= kMost)
    collection.utc_offset = std::chrono::minutes{-minutes_west};
}

void set_rollover(AnkiCollection& collection, std::int64_t hour) {
  if (hour >= 0 && hour <= 23) collection.day_starts_at = std::chrono::hours{hour};
}

void put_field(AnkiNoteType& type, std::int64_t order, const std::string& name) {
  const auto index = static_cast<std::size_t>(order);
  if (order < 0 || index >= kMostFields) return;
  if (type.fields.size() <= index) type.fields.resize(index + 1);
  type.fields[index] = name;
}

void read_config_json(const std::string& text, AnkiCollection& collection) {
  const Json json = parse(text);
  if (!json.is_object()) return;
  if (const auto minutes = number_member(json, "creationOffset")) set_offset(collection, *minutes);
  if (const auto hour = number_member(json, "rollover")) set_rollover(collection, *hour);
}

void read_models_json(const std::string& text, AnkiCollection& collection) {
  const Json json = parse(text);
  if (!json.is_object()) return;
  for (const auto& [key, model] : json.items()) {
    if (!model.is_object()) continue;
    AnkiNoteType& type = collection.note_types[id_of(key)];
    type.name = text_member(model, "name");
    type.is_cloze = number_member(model, "type") == 1;
    const auto fields = model.find("flds");
    if (fields == model.end() || !fields->is_array()) continue;
    for (std::size_t i = 0; i < fields->size(); ++i)
      put_field(type, number_member((*fields)[i], "ord").value_or(static_cast<std::int64_t>(i)),
                text_member((*fields)[i], "name"));
  }
}

void read_decks_json(const std::string& text, AnkiCollection& collection) {
  const Json json = parse(text);
  if (!json.is_object()) return;
  for (const auto& [key, deck] : json.items()) {
    if (!deck.is_object()) continue;
    AnkiDeckName& name = collection.decks[id_of(key)];
    name.path = deck_path(text_member(deck, "name"));
    if (const auto own = deck.find("rehearse"); own != deck.end() && own->is_object())
      name.rehearse = own->dump(-1, ' ', false, Json::error_handler_t::replace);
  }
}

/// Reads one after another; the first error stands.
class Reader {
 public:
  explicit Reader(AnkiDatabase& database) : database_(database) {}

  void read(const char* sql, const std::function<void(const AnkiRow&)>& take) {
    if (error_) return;
    const auto done = database_.for_each(sql, take);
    if (!done) error_ = done.error();
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  AnkiDatabase& database_;
  std::optional<Error> error_;
};

void read_tables(Reader& reader, AnkiCollection& collection) {
  reader.read(kNoteTypes, [&](const AnkiRow& row) {
    AnkiNoteType& type = collection.note_types[row.integer(0)];
    type.name = row.text(1);
    type.is_cloze = protobuf_number(row.text(2), kKindOfNoteType) == 1;
  });
  reader.read(kFields, [&](const AnkiRow& row) {
    put_field(collection.note_types[row.integer(0)], row.integer(1), row.text(2));
  });
  reader.read(kDecks, [&](const AnkiRow& row) {
    collection.decks[row.integer(0)].path = parts_of(row.text(1), {&kFieldSeparator, 1});
  });
  reader.read(kConfig, [&](const AnkiRow& row) {
    const std::string key = row.text(0);
    if (key != "rollover" && key != "creationOffset") return;
    const Json value = parse(row.text(1));
    if (!value.is_number_integer()) return;
    if (key == "rollover")
      set_rollover(collection, value.get<std::int64_t>());
    else
      set_offset(collection, value.get<std::int64_t>());
  });
}

template <class Item>
void sort_by(std::vector<Item>& items, std::int64_t Item::*key) {
  std::stable_sort(items.begin(), items.end(),
                   [key](const Item& a, const Item& b) { return a.*key < b.*key; });
}

AnkiCard card_of(const AnkiRow& row) {
  AnkiCard card;
  card.id = row.integer(0);
  card.deck = row.integer(2);
  card.order = row.integer(3);
  card.type = row.integer(4);
  card.is_suspended = row.integer(5) == kSuspended;
  card.flag = static_cast<int>(row.integer(12) & kFlagBits);
  card.due = row.integer(6);
  card.interval_days = row.integer(7);
  card.factor = row.integer(8);
  card.lapses = row.integer(9);
  // While it is in a filtered deck, its own deck and due day are kept aside.
  const std::int64_t own_deck = row.integer(10);
  const std::int64_t own_due = row.integer(11);
  if (own_deck != 0) card.deck = own_deck;
  if (own_deck != 0 && own_due != 0) card.due = own_due;
  return card;
}

void read_notes(Reader& reader, AnkiCollection& collection) {
  std::unordered_map<std::int64_t, std::vector<AnkiAnswer>> answers;  // by card
  std::unordered_map<std::int64_t, std::vector<AnkiCard>> cards;      // by note
  reader.read(kAnswers, [&](const AnkiRow& row) {
    if (row.integer(5) >= kFirstManualType) return;
    answers[row.integer(1)].push_back({row.integer(0), row.integer(2), row.integer(3), row.integer(4)});
  });
  reader.read(kCards, [&](const AnkiRow& row) {
    AnkiCard card = card_of(row);
    if (const auto found = answers.find(card.id); found != answers.end())
      card.answers = std::move(found->second);
    sort_by(card.answers, &AnkiAnswer::at_ms);
    cards[row.integer(1)].push_back(std::move(card));
  });
  reader.read(kNotes, [&](const AnkiRow& row) {
    AnkiNote note;
    note.id = row.integer(0);
    note.type = row.integer(1);
    note.fields = parts_of(row.text(2), {&kFieldSeparator, 1});
    for (std::string& tag : parts_of(row.text(3), " "))
      if (!tag.empty()) note.tags.push_back(std::move(tag));
    if (const auto found = cards.find(note.id); found != cards.end()) note.cards = std::move(found->second);
    sort_by(note.cards, &AnkiCard::order);
    collection.notes.push_back(std::move(note));
  });
  sort_by(collection.notes, &AnkiNote::id);
}

}  // namespace

std::vector<std::string> deck_path(std::string_view name) { return parts_of(name, "::"); }

Result<AnkiCollection> read_anki_collection(std::string file) {
  Result<AnkiDatabase> database = AnkiDatabase::open(std::move(file));
  if (!database) return database.error();
  for (const char* table : kTablesOfAll)
    if (!database->has_table(table)) return wrong_layout(table);
  const bool is_new = database->has_table(kTablesOfNew.front());
  if (is_new)
    for (const char* table : kTablesOfNew)
      if (!database->has_table(table)) return wrong_layout(table);
  AnkiCollection collection;
  Reader reader(*database);
  reader.read(kCollection, [&](const AnkiRow& row) {
    collection.created_seconds = row.integer(0);
    collection.modified_ms = row.integer(1);
    if (is_new) return;
    read_config_json(row.text(2), collection);
    read_models_json(row.text(3), collection);
    read_decks_json(row.text(4), collection);
  });
  if (is_new) read_tables(reader, collection);
  read_notes(reader, collection);
  if (reader.error()) return *reader.error();
  return collection;
}

}  // namespace rehearse
