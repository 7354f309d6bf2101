#include "core/import/visible_places.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

Words division(const VisiblePlace& place) {
  const std::string number = std::to_string(place.number);
  switch (place.kind) {
    case VisiblePlace::kParagraph: return {"paragraph " + number, "第 " + number + " 段"};
    case VisiblePlace::kTable: return {"table " + number, "第 " + number + " 个表格"};
    case VisiblePlace::kPage: return {"page " + number, "第 " + number + " 页"};
  }
  return {};
}

/// How a line begins to people: without what only its Markdown has.
std::string words_of_line(std::string_view line) {
  constexpr std::size_t kLongest = 16;  // code points
  std::string plain = without_markup(line);
  plain.erase(0, std::min(plain.find_first_not_of("#|-> "), plain.size()));
  // Word draws the numbers itself, and a table's head is the label of its cells.
  if (const auto number = number_mark(plain)) plain.erase(0, number->length);
  if (const auto named = label(plain); named && named->length < plain.size()) plain.erase(0, named->length);
  const std::size_t cell_end = plain.find(" |");
  if (cell_end != std::string::npos) plain.resize(cell_end);
  return shortened(trimmed(plain), kLongest);
}

}  // namespace

void name_places(std::string_view text, const std::vector<VisiblePlace>& places,
                 std::vector<Problem>& problems) {
  if (problems.empty()) return;
  const std::vector<std::string_view> lines = split_lines(text);
  for (Problem& problem : problems) {
    if (problem.line == 0 || problem.line > lines.size()) continue;
    const auto behind =
        std::upper_bound(places.begin(), places.end(), problem.line,
                         [](std::size_t line, const VisiblePlace& place) { return line < place.line; });
    if (behind != places.begin()) problem.place = division(*(behind - 1));
    const std::string words = words_of_line(lines[problem.line - 1]);
    if (words.empty()) continue;
    problem.place.english += (problem.place.english.empty() ? "\"" : " \"") + words + "\"";
    problem.place.chinese += "“" + words + "”";
  }
}

}  // namespace rehearse
