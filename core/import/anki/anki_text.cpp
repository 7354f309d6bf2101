#include "core/import/anki/anki_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/import/anki/anki_package.h"
#include "core/import/decode.h"
#include "core/import/formats/delimiter.h"
#include "core/import/formats/html_cell.h"
#include "core/import/formats/problem_list.h"
#include "core/import/formats/records.h"
#include "core/import/formats/table_header.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostNotes = 100'000;
constexpr std::string_view kCloze = "{{c1::";

bool begins_with_header(std::string_view bytes) {
  return bytes.substr(0, 1) == "#" || bytes.substr(0, 3) == "\xEF\xBB\xBF" ||
         bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
}

bool holds_notes(const TableHeader& header, std::string_view text) {
  if (header.rows_begin == 0 || !header.columns.empty()) return false;
  return header.deck_column || !header.silent_columns.empty() || !header.note_type.empty() ||
         text.find(kCloze) != std::string_view::npos;
}

/// Plain text as the HTML that a note's field is.
std::string field_html(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '\n': html += "<br>"; break;
      default: html += c;
    }
  }
  return html;
}

class NotesReader {
 public:
  NotesReader(std::string_view text, TableHeader header)
      : text_(text), header_(std::move(header)), problems_(text) {
    is_html_ = header_.cells == CellText::kHtml ||
               (header_.cells == CellText::kUnsaid && looks_like_html(text_.substr(header_.rows_begin)));
  }

  std::vector<StudiedDeck> read() {
    const Dialect dialect = header_.separator.empty() ? dialect_of_table(text_, header_.rows_begin)
                                                      : Dialect{header_.separator, Quotes::kAround};
    Record record;
    for (RecordReader reader(text_, header_.rows_begin, dialect); reader.next(record);) {
      if (record.open_quote) problems_.add(*record.open_quote, "open-quote", words_of_open_quote());
      if (record.is_blank()) continue;
      if (collection_.notes.size() == kMostNotes) {
        problems_.add(
            record.begin, "too-many-rows",
            {"a file holds at most " + std::to_string(kMostNotes) + " notes; what follows is left out",
             "一个文件最多 " + std::to_string(kMostNotes) + " 条笔记，其后的内容未读取"});
        break;
      }
      add(record);
    }
    std::vector<StudiedDeck> decks = decks_of_collection(collection_, std::chrono::minutes{0});
    if (decks.empty()) decks.emplace_back();
    std::vector<Problem>& problems = decks.front().document.problems;
    const std::vector<Problem> found = problems_.take();
    problems.insert(problems.begin(), found.begin(), found.end());
    return decks;
  }

 private:
  void add(const Record& record) {
    AnkiNote note;
    note.id = static_cast<std::int64_t>(collection_.notes.size());
    std::string deck = header_.deck;
    std::string type = header_.note_type;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      std::string cell = field_text(text_, record.fields[i]);
      const auto& silent = header_.silent_columns;
      if (i == header_.deck_column)
        deck = std::move(cell);
      else if (i == header_.note_type_column)
        type = std::move(cell);
      else if (std::find(silent.begin(), silent.end(), i) == silent.end())
        note.fields.push_back(is_html_ ? std::move(cell) : field_html(cell));
    }
    if (note.fields.empty()) return;
    note.type = id_of_type(type, note.fields);
    AnkiCard card;
    card.id = note.id;
    card.deck = id_of_deck(deck);
    note.cards.push_back(std::move(card));
    collection_.notes.push_back(std::move(note));
  }

  /// The file names types and not their fields: these are told by their order, but for those of our own type.
  std::int64_t id_of_type(const std::string& name, const std::vector<std::string>& fields) {
    const bool is_cloze = fields.front().find(kCloze) != std::string::npos;
    const auto [found, is_new] = types_.emplace(std::pair(name, is_cloze), types_.size());
    const auto id = static_cast<std::int64_t>(found->second);
    if (is_new) {
      AnkiNoteType& type = collection_.note_types[id];
      type.name = name;
      type.is_cloze = is_cloze;
      if (name.substr(0, kOwnType.size()) == kOwnType) {
        type.fields.resize(fields.size());
        type.fields.back() = kOwnType;
      }
    }
    return id;
  }

  std::int64_t id_of_deck(const std::string& name) {
    const auto [found, is_new] = decks_.emplace(name, decks_.size());
    const auto id = static_cast<std::int64_t>(found->second);
    if (is_new) collection_.decks[id].path = deck_path(name);
    return id;
  }

  static constexpr std::string_view kOwnType =
      "Rehearse";  // and of its last field: core/export/anki_package.md

  std::string_view text_;
  TableHeader header_;
  ProblemList problems_;
  bool is_html_ = false;
  AnkiCollection collection_;
  std::map<std::pair<std::string, bool>, std::size_t> types_;  // by name and whether it is a cloze: their ids
  std::map<std::string, std::size_t> decks_;                   // by name: their ids
};

}  // namespace

std::optional<std::vector<StudiedDeck>> read_anki_text(std::string_view bytes) {
  if (!begins_with_header(bytes)) return std::nullopt;
  const auto decoded = decode_text(bytes);
  if (!decoded) return std::nullopt;
  TableHeader header = read_table_header(decoded->text);
  if (!holds_notes(header, decoded->text)) return std::nullopt;
  std::vector<StudiedDeck> decks = NotesReader(decoded->text, std::move(header)).read();
  std::vector<Problem>& problems = decks.front().document.problems;
  const std::vector<Problem> of_bytes = decoding_problems(*decoded);
  problems.insert(problems.begin(), of_bytes.begin(), of_bytes.end());
  return decks;
}

}  // namespace rehearse
