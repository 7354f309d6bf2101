#include "core/import/formats/format.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "core/base/text.h"

namespace rehearse {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_zip(std::string_view bytes) { return bytes.substr(0, 4) == "PK\x03\x04"; }

bool ends_in(std::string_view name, std::string_view extension) {
  return name.size() > extension.size() && name.substr(name.size() - extension.size()) == extension;
}

/// A page saved under any name: its first words are markup.
bool begins_as_page(std::string_view bytes) {
  constexpr std::size_t kHead = 1024;
  std::string head = lower_ascii(bytes.substr(0, kHead));
  if (head.substr(0, 3) == "\xEF\xBB\xBF") head.erase(0, 3);
  const std::string_view start = trimmed(head);
  return start.substr(0, 9) == "<!doctype" || start.substr(0, 5) == "<html" ||
         start.substr(0, 5) == "<head" || start.substr(0, 5) == "<body";
}

/// A header line of Anki's text files.
bool begins_as_anki_text(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const std::string_view line = bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 200));
  const std::string_view name = line.substr(0, line.find(':'));
  if (name.size() == line.size()) return false;
  constexpr std::array<std::string_view, 10> kNames{
      "#separator",       "#html",        "#columns",     "#deck", "#deck column", "#notetype",
      "#notetype column", "#guid column", "#tags column", "#tags"};
  return std::find(kNames.begin(), kNames.end(), lower_ascii(name)) != kNames.end();
}

}  // namespace

Format format_of(std::string_view bytes, std::string_view file_name) {
  const std::string name = lower_ascii(file_name);
  const auto is_named = [&](std::initializer_list<std::string_view> extensions) {
    return std::any_of(extensions.begin(), extensions.end(),
                       [&](std::string_view extension) { return ends_in(name, extension); });
  };
  if (bytes.substr(0, 5) == "%PDF-") return Format::kPdf;
  if (is_zip(bytes)) {
    // A package under another name still lists its collection: names in a zip are not packed.
    const bool is_package = is_named({".apkg", ".colpkg"}) || bytes.find("collection.anki2") != bytes.npos;
    return is_package ? Format::kAnkiPackage : Format::kWord;
  }
  if (is_named({".csv", ".tsv"}) || begins_as_anki_text(bytes)) return Format::kTable;
  if (is_named({".html", ".htm", ".xhtml"}) || begins_as_page(bytes)) return Format::kPage;
  if (is_named({".json"})) return Format::kDeckJson;
  return Format::kText;
}

bool is_named_as_document(std::string_view file_name) {
  const std::string name = lower_ascii(file_name);
  return std::any_of(kDocumentEndings.begin(), kDocumentEndings.end(),
                     [&](std::string_view ending) { return ends_in(name, ending); });
}

}  // namespace rehearse
