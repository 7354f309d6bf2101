#include "core/import/read_document.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/deck/deck_json.h"
#include "core/deck/deck_markdown.h"
#include "core/import/anki/anki_package.h"
#include "core/import/anki/anki_text.h"
#include "core/import/column_tables.h"
#include "core/import/decode.h"
#include "core/import/drawn_tables.h"
#include "core/import/formats/delimiter.h"
#include "core/import/formats/format.h"
#include "core/import/formats/markdown_media.h"
#include "core/import/formats/page.h"
#include "core/import/formats/pdf.h"
#include "core/import/formats/read_table.h"
#include "core/import/formats/word_document.h"
#include "core/import/read_text.h"
#include "core/import/unfolded_tables.h"

namespace rehearse {
namespace {

ReadDocument read_deck(Document (*reader)(std::string_view), DecodedText decoded,
                       std::string_view file_name) {
  Document deck = reader(decoded.text);
  const std::vector<Problem> problems = decoding_problems(decoded);
  deck.problems.insert(deck.problems.begin(), problems.begin(), problems.end());
  if (deck.title.empty()) deck.title = title_from_file_name(file_name);
  return {std::move(deck), std::move(decoded.text)};
}

ExtractedText extract_text(DecodedText decoded) {
  ExtractedText extracted;
  extracted.problems = decoding_problems(decoded);
  if (auto rows = with_drawn_tables_as_rows(decoded.text)) decoded.text = std::move(*rows);
  const bool has_tables = decoded.text.find("\n|") != std::string::npos;
  extracted.text = has_tables ? with_unfolded_tables(decoded.text) : std::move(decoded.text);
  return extracted;
}

/// Hundreds of thousands of lines with next to nothing in them, such as a column of figures: no question
/// bank, and what is known of each line would take far more room than the text. Empty lines cost nothing.
/// 200,000 lines are refused below 8 bytes a line on average, 400,000 below 33; banks of one-word options
/// have 20, and never so many.
bool is_in_shreds(std::string_view text) {
  constexpr std::size_t kRoomOfLine = 290;  // bytes of memory that a line takes besides its text
  constexpr std::size_t kRoomOfByte = 5;    // and what a byte of the text may take
  constexpr std::size_t kAlwaysRoom = 50'000'000;
  constexpr std::size_t kManyLines = kAlwaysRoom / kRoomOfLine;
  if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) < kManyLines) return false;
  std::size_t lines = 0, bytes = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t size = trimmed(text.substr(begin, end - begin)).size();
    if (size > 0) ++lines;
    bytes += size;
    begin = end + 1;
  }
  return kRoomOfLine * lines > kRoomOfByte * bytes + kAlwaysRoom;
}

Error shreds_only() {
  return {{"its lines are too many and too short to be questions", "行数太多而且每行太短，不像题库"},
          "",
          {"choose the document that the questions stand in", "请选择写有题目的文档"}};
}

Result<ReadDocument> read_extracted(Result<ExtractedText> extracted, std::string_view file_name) {
  if (!extracted) return extracted.error();
  if (is_in_shreds(extracted->text)) return shreds_only();
  const std::string text = extracted->text;
  const std::vector<VisiblePlace> places = std::move(extracted->places);
  ReadDocument read = read_text(std::move(*extracted), file_name);
  name_places(text, places, read.document.problems);
  return read;
}

ReadDocument joined(std::vector<StudiedDeck> decks, std::string_view file_name) {
  Document document = joined_documents(std::move(decks));
  if (document.title.empty()) document.title = title_from_file_name(file_name);
  return {std::move(document), ""};
}

/// Tables that are drawn with blanks become the lines of their questions.
ExtractedText with_rows_of_columns(ExtractedText extracted) {
  if (const auto rows = with_columns_as_rows(extracted.text)) extracted.text = with_unfolded_tables(*rows);
  return extracted;
}

Result<ReadDocument> read_pdf(std::string_view bytes, std::string_view file_name) {
  Result<ExtractedText> extracted = text_of_pdf(bytes);
  if (!extracted) return extracted.error();
  return read_extracted(with_rows_of_columns(std::move(*extracted)), file_name);
}

Result<ReadDocument> read_package(std::string_view bytes, std::string_view file_name) {
  auto decks = read_anki_package(bytes, std::chrono::minutes{0});  // the questions, not when they are due
  if (!decks) return decks.error();
  return joined(std::move(*decks), file_name);
}

Result<ReadDocument> read_as(Format format, std::string_view bytes, std::string_view file_name) {
  if (format == Format::kAnkiPackage) return read_package(bytes, file_name);
  if (format == Format::kWord) return read_extracted(read_word_document(bytes), file_name);
  if (format == Format::kPage) return read_extracted(read_page(bytes), file_name);
  if (format == Format::kPdf) return read_pdf(bytes, file_name);
  if (format == Format::kTable)
    if (auto decks = read_anki_text(bytes)) return joined(std::move(*decks), file_name);
  Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded) return decoded.error();
  if (format == Format::kDeckJson) return read_deck(read_deck_json, std::move(*decoded), file_name);
  if (is_deck_markdown(decoded->text)) return read_deck(read_deck_markdown, std::move(*decoded), file_name);
  ExtractedText extracted = extract_text(std::move(*decoded));
  if (format == Format::kTable) return read_table(std::move(extracted), file_name);
  if (const auto dialect = dialect_of_records(extracted.text))
    return read_table(std::move(extracted), *dialect, file_name);
  if (is_in_shreds(extracted.text)) return shreds_only();
  replace_media(extracted);
  return read_text(with_rows_of_columns(std::move(extracted)), file_name);
}

}  // namespace

Result<ReadDocument> read_document(std::string_view bytes, std::string_view file_name) {
  auto read = read_as(format_of(bytes, file_name), bytes, file_name);
  if (read) return read;
  Error error = read.error();
  error.where = std::string(file_name);
  return error;
}

}  // namespace rehearse
