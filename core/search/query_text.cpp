#include <algorithm>
#include <charconv>
#include <string>

#include "core/base/text.h"
#include "core/search/lexer.h"
#include "core/search/query.h"
#include "core/search/query_words.h"

namespace rehearse {
namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

/// The pattern with a backslash before each character that `must_escape` names.
template <class MustEscape>
std::string escaped(const Pattern& pattern, MustEscape must_escape) {
  std::string text;
  for (std::size_t piece = 0; piece < pattern.pieces.size(); ++piece) {
    if (piece > 0) text += '*';
    for (std::size_t i = 0; i < pattern.pieces[piece].size();) {
      const char32_t c = next_code_point(pattern.pieces[piece], i);
      if (must_escape(c)) text += '\\';
      append_utf8(text, c);
    }
  }
  return text;
}

bool divides(char32_t c) {
  return is_white_space(c) || c == U'(' || c == U')' || c == U'（' || c == U'）' || is_quotation_mark(c);
}

bool has_divider(const Pattern& pattern) {
  for (const std::string& piece : pattern.pieces)
    for (std::size_t i = 0; i < piece.size();)
      if (divides(next_code_point(piece, i))) return true;
  return false;
}

std::string in_quotes(const Pattern& pattern) {
  return '"' + escaped(pattern, [](char32_t c) { return is_query_sign(c); }) + '"';
}

std::string bare(const Pattern& pattern) {
  std::string text = escaped(pattern, [](char32_t c) { return is_query_sign(c) || is_white_space(c); });
  std::size_t at = 0;
  const std::string word = nfkc_case_folded(text);
  if (is_minus(next_code_point(text, at)) || word == kAnd || word == kOr) text.insert(0, "\\");
  return text;
}

std::string value_text(const Pattern& pattern) {
  if (has_divider(pattern)) return in_quotes(pattern);
  return escaped(pattern, [](char32_t c) { return c == U'\\' || is_star(c); });
}

/// The shortest decimal that reads as the same number.
std::string number_text(double number) {
  char digits[64];
  const auto written = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
  return {digits, written.ptr};
}

std::string key_text(SearchKey key) { return std::string(word_of(kSearchKeys, key)) + ":"; }

SearchKey key_of(NameField field) {
  switch (field) {
    case NameField::kDeck: return SearchKey::kDeck;
    case NameField::kSection: return SearchKey::kSection;
    case NameField::kTag: return SearchKey::kTag;
  }
  return SearchKey::kDeck;
}

std::string group_text(const Group& group) {
  std::string text;
  for (const SearchQuery& part : group.parts) {
    if (!text.empty()) text += group.join == Join::kAll ? " " : " or ";
    const auto* inner = std::get_if<Group>(&part.what);
    const bool needs_parentheses = inner && !part.is_negated && inner->join == Join::kAny;
    text += needs_parentheses ? "(" + to_text(part) + ")" : to_text(part);
  }
  return text;
}

}  // namespace

bool asks_for_texts(const SearchQuery& query) {
  if (const auto* group = std::get_if<Group>(&query.what))
    return std::any_of(group->parts.begin(), group->parts.end(), asks_for_texts);
  return std::holds_alternative<TextTerm>(query.what);
}

std::string to_text(const SearchQuery& query) {
  const std::string text = std::visit(
      Overloaded{
          [&](const Group& group) {
            return query.is_negated ? "(" + group_text(group) + ")" : group_text(group);
          },
          [](const TextTerm& term) {
            return term.end == WordEnd::kIsThere ? in_quotes(term.pattern) : bare(term.pattern);
          },
          [](const NameTerm& term) { return key_text(key_of(term.field)) + value_text(term.pattern); },
          [](const ConditionTerm& term) {
            return key_text(SearchKey::kIs) + std::string(word_of(kConditionWords, term.condition));
          },
          [](const PropertyTerm& term) {
            return key_text(SearchKey::kProperty) + std::string(word_of(kPropertyWords, term.property)) +
                   std::string(word_of(kComparisonWords, term.comparison)) + number_text(term.value);
          },
          [](const RatedTerm& term) { return key_text(SearchKey::kRated) + std::to_string(term.days); },
          [](const KindTerm& term) {
            return key_text(SearchKey::kKind) + std::string(word_of(kKindWords, term.kind));
          },
          [](const FlagTerm& term) { return key_text(SearchKey::kFlag) + std::to_string(term.flag); },
      },
      query.what);
  return query.is_negated ? "-" + text : text;
}

}  // namespace rehearse
