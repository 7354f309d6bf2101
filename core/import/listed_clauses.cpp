#include "core/import/listed_clauses.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kFewest = 3;

using Parts = std::vector<std::string_view>;

/// The text between the separators, trimmed; an empty part makes it no list.
Parts parts_between(std::string_view text, std::u32string_view separators) {
  Parts parts;
  std::size_t begin = 0;
  for (Scanner scanner(text); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    if (!scanner.take_one_of(separators)) {
      scanner.take();
      continue;
    }
    parts.push_back(trimmed(text.substr(begin, at - begin)));
    begin = scanner.offset();
  }
  parts.push_back(trimmed(text.substr(begin)));
  const bool whole =
      std::none_of(parts.begin(), parts.end(), [](std::string_view part) { return part.empty(); });
  return whole && parts.size() >= kFewest ? parts : Parts();
}

bool are_all(const Parts& parts, std::size_t shortest, std::size_t longest) {
  return !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    const std::size_t length = length_in_code_points(part);
    return length >= shortest && length <= longest;
  });
}

/// What goes on with a thought, has a subject or asks for the rest of its sentence.
bool depends(std::string_view clause) {
  std::size_t begin = 0;
  if (!is_han(next_code_point(clause, begin)))
    return true;  // Latin clauses are longer, pinyin cannot be told
  return starts_with_any(
      clause, {"我", "你",   "他",   "她", "它",   "这",   "那", "因",   "所以", "但",   "而", "就",   "才",
               "是", "不是", "如果", "若", "只要", "只有", "虽", "即使", "由于", "为了", "当", "可以", "可",
               "也", "都",   "还",   "却", "以",   "能",   "会", "使",   "让",   "并且", "不"});
}

}  // namespace

std::vector<std::string_view> listed_clauses(std::string_view sentence) {
  constexpr std::size_t kLongestStep = 24;  // code points
  constexpr std::size_t kLongestName = 12;
  constexpr std::size_t kShortestDeed = 4;
  constexpr std::size_t kLongestDeed = 14;
  const std::string_view text = without_closing(sentence);
  if (Parts steps = parts_between(text, U"→⇒"); are_all(steps, 2, kLongestStep)) return steps;
  if (contains_any(text, {"；", ";", "：", ":", "“", "\""})) return {};
  if (const Parts names = parts_between(text, U"、"); are_all(names, 2, kLongestName)) {
    const bool one_clause = !contains_any(text, {"，", ","});
    return one_clause ? names : Parts();
  }
  const Parts deeds = parts_between(text, U",");
  const bool alone =
      are_all(deeds, kShortestDeed, kLongestDeed) && std::none_of(deeds.begin(), deeds.end(), depends);
  return alone ? deeds : Parts();
}

}  // namespace rehearse
