#include "core/import/formats/pdf_words.h"

#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

double number_behind(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  double value = 0;
  if (at != std::string_view::npos)
    std::from_chars(text.data() + at + name.size(), text.data() + text.size(), value);
  return std::isfinite(value) ? value : 0;
}

std::string without_entities(std::string_view text) {
  constexpr std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
  std::string plain;
  while (!text.empty()) {
    std::size_t length = 1;
    char c = text.front();
    for (const auto& [entity, meant] : kEntities)
      if (starts_with(text, entity)) {
        length = entity.size();
        c = meant;
      }
    plain += c;
    text.remove_prefix(length);
  }
  return plain;
}

std::vector<PdfWord> words_of(std::string_view boxes) {
  std::vector<PdfWord> words;
  std::size_t page = 0;
  double page_height = 0;
  for (const std::string_view whole : split_lines(boxes)) {
    const std::string_view line = trimmed(whole);
    if (starts_with(line, "<page ")) {
      ++page;
      page_height = number_behind(line, "height=\"");
    }
    const std::size_t begin = line.find('>');
    const std::size_t end = line.rfind("</word>");
    if (!starts_with(line, "<word ") || end == std::string_view::npos || begin >= end) continue;
    PdfWord word;
    word.left = number_behind(line, "xMin=\"");
    word.top = number_behind(line, "yMin=\"");
    word.right = number_behind(line, "xMax=\"");
    word.bottom = number_behind(line, "yMax=\"");
    word.page = page;
    word.text = without_entities(line.substr(begin + 1, end - begin - 1));
    if (page_height > 0) word.depth = (word.top + word.bottom) / 2 / page_height;
    words.push_back(std::move(word));
  }
  return words;
}

/// Headers and footers: in the margin, the same on several pages but for their numbers.
void mark_furniture(std::vector<PdfWord>& words) {
  constexpr double kMargin = 0.06;  // of the page
  const auto name_of = [](const PdfWord& word) {
    std::string name = std::to_string(std::lround(word.top)) + ' ';
    for (const char c : word.text) name += c >= '0' && c <= '9' ? '0' : c;
    return name;
  };
  const auto is_in_margin = [](const PdfWord& word) {
    return word.depth < kMargin || word.depth > 1 - kMargin;
  };
  std::map<std::string, std::set<std::size_t>> pages;
  for (const PdfWord& word : words)
    if (is_in_margin(word)) pages[name_of(word)].insert(word.page);
  for (PdfWord& word : words) word.is_furniture = is_in_margin(word) && pages[name_of(word)].size() > 1;
}

/// Both list the same words in the same order; false where they do not.
bool find_in_raw_text(std::vector<PdfWord>& words, std::string_view raw) {
  std::size_t at = 0;
  for (PdfWord& word : words) {
    while (at < raw.size() && static_cast<unsigned char>(raw[at]) <= ' ') ++at;
    if (!starts_with(raw.substr(at), word.text)) return false;
    word.begin = at;
    word.end = at += word.text.size();
  }
  return true;
}

}  // namespace

bool is_beside(const PdfWord& a, const PdfWord& b) {
  return a.page == b.page && b.left > a.left && std::abs(a.bottom - b.bottom) < a.height() / 2;
}

std::vector<PdfWord> words_of_pdf(std::string_view raw_text, std::string_view boxes) {
  std::vector<PdfWord> words = words_of(boxes);
  if (!find_in_raw_text(words, raw_text)) return {};
  mark_furniture(words);
  return words;
}

}  // namespace rehearse
