#include "core/import/read_document.h"

#include <string>
#include <utility>

#include "core/deck/deck_markdown.h"
#include "core/import/decode.h"
#include "core/import/formats/format.h"
#include "core/import/read_text.h"

namespace rehearse {
namespace {

ReadDocument read_deck(std::string text, std::string_view file_name) {
  Document deck = read_deck_markdown(text);
  if (deck.title.empty()) deck.title = title_from_file_name(file_name);
  return {std::move(deck), std::move(text)};
}

ExtractedText extract_text(DecodedText decoded) {
  ExtractedText extracted{std::move(decoded.text), {}};
  const std::string count = std::to_string(decoded.replaced);
  if (decoded.replaced > 0)
    extracted.problems.push_back({0,
                                  0,
                                  "damaged",
                                  {count + " places hold bytes that are no " + decoded.encoding + " text",
                                   "有 " + count + " 处字节不是 " + decoded.encoding + " 文字"}});
  return extracted;
}

Result<ReadDocument> read_as(Format format, std::string_view bytes, std::string_view file_name) {
  (void)format;  // every format so far is told by its text
  Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded) return decoded.error();
  if (is_deck_markdown(decoded->text)) return read_deck(std::move(decoded->text), file_name);
  return read_text(extract_text(std::move(*decoded)), file_name);
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
