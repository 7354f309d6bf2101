#include "core/import/formats/word_document.h"

#include <memory>
#include <utility>

#include "core/base/text.h"
#include "core/import/formats/media.h"
#include "core/import/formats/word_numbering.h"
#include "core/import/formats/word_package.h"
#include "core/import/formats/word_styles.h"
#include "core/import/formats/word_text.h"
#include "core/import/formats/xml_part.h"

namespace rehearse {
namespace {

Problem breaks_off(std::string_view text) {
  return {split_lines(text).size(),
          0,
          "truncated",
          {"the document's markup is damaged from here on", "文档从此处起已损坏"}};
}

}  // namespace

Result<ExtractedText> read_word_document(std::string_view bytes) {
  auto package = open_word_package(bytes);
  if (!package) return package.error();
  auto styles_part = parse_xml(std::move(package->styles));
  if (!styles_part) return styles_part.error();
  const WordStyles styles((*styles_part)->tree.document_element());
  auto numbering_part = parse_xml(std::move(package->numbering));
  if (!numbering_part) return numbering_part.error();
  WordText reader(styles, WordNumbering((*numbering_part)->tree.document_element(), styles),
                  package->targets);
  auto document = parse_xml(std::move(package->document));
  if (!document) return document.error();

  ExtractedText extracted;
  extracted.text = reader.read((*document)->tree.document_element());
  extracted.places = reader.take_places();
  if (trimmed(extracted.text).empty())
    return Error{{"the document holds no text", "文档里没有文字"},
                 "",
                 {"if it is made of pictures, turn them into text first", "如果内容是图片，请先转换成文字"}};
  if (!(*document)->is_whole) extracted.problems.push_back(breaks_off(extracted.text));
  put_media_into_language(extracted.text);
  report_media(extracted.text, extracted.problems);
  return extracted;
}

}  // namespace rehearse
