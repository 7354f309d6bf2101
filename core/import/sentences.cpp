#include "core/import/sentences.h"

#include <string>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/sentence_roles.h"

namespace rehearse {
namespace {

/// How far a quotation may reach before its opening mark is taken for a slip. Code points.
constexpr std::size_t kLongestQuotation = 300;

char32_t closing_of(char32_t c) {
  switch (c) {
    case U'“': return U'”';
    case U'‘': return U'’';
    case U'「': return U'」';
    case U'(': return ')';
    case U'[': return ']';
    case U'《': return U'》';
    case '"': return '"';
    default: return 0;
  }
}

/// Of the signs that close what they open, only one behind a blank opens.
bool opens(std::string_view paragraph, std::size_t at, char32_t c) {
  return c != '"' || at == 0 || paragraph[at - 1] == ' ' || paragraph[at - 1] == ':';
}

/// Most characters neither end a sentence nor open a quotation.
bool may_matter(char32_t c) {
  static const CharacterSet signs(U"。!?…;,:.“‘「([《\"");
  return signs.has(c);
}

/// Behind the partner of the bracket or quotation mark at the scanner; stays when there is none near.
void skip_enclosed(Scanner& scanner) {
  const char32_t open = scanner.take();
  const char32_t close = closing_of(open);
  const std::size_t inside = scanner.offset();
  std::size_t depth = 1;
  for (std::size_t i = 0; i < kLongestQuotation && !scanner.at_end(); ++i) {
    const char32_t c = scanner.take();
    if (c == close && --depth == 0) return;
    if (c == open) ++depth;
  }
  scanner.rewind(inside);
}

bool begins_numbered_clause(std::string_view text) {
  if (ordinal_of(text) != Ordinal::kNone) return true;
  Scanner scanner(text);
  const char32_t c = scanner.peek();
  if (c >= U'①' && c <= U'⑳') return true;
  scanner.take_one_of(U"(");
  return scanner.take_digits() && scanner.take_one_of(U").、");
}

/// 首先…,其次…,最后…: one sentence that enumerates. `begun` is what was read of it, `rest` stands behind a
/// comma.
bool goes_on_enumerating(std::string_view begun, std::string_view rest) {
  constexpr std::size_t kFar = 300;  // bytes
  if (ordinal_of(trimmed(begun.substr(0, kFar))) == Ordinal::kNone) return false;
  const Ordinal next = ordinal_of(trimmed(rest.substr(0, kFar)));
  if (next != Ordinal::kLater && next != Ordinal::kThen) return false;
  // A mere "then" joins two halves of one step; where 其次 or 最后 come too, each is a step.
  const std::string_view near = rest.substr(0, kFar);
  const std::string_view sentence = near.substr(0, near.find("。"));
  return contains_any(sentence, {"其次", "再次", "最后", "第二", "第三", "二是", "三是", "二要", "三要"});
}

/// A quotation that ends with a full stop ends the sentence around it, as in 说:“……。”
bool ends_with_its_quotation(std::string_view quotation, std::string_view rest) {
  constexpr std::string_view close = "”";
  const bool curly =
      quotation.size() > close.size() && quotation.substr(quotation.size() - close.size()) == close;
  if (quotation.size() < 3 || (!curly && quotation.back() != '"')) return false;
  const std::string_view inside = quotation.substr(0, quotation.size() - (curly ? close.size() : 1));
  const char32_t next = Scanner(rest).peek();
  if (inside.back() == '.') return rest.empty() || begins_sentence(rest);
  return ends_sentence(last_character(inside)) && !ends_sentence(next) && next != ',' && next != U'“';
}

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view paragraph) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view sentence = trimmed(paragraph.substr(begin, end - begin));
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = end;
  };
  for (Scanner scanner(paragraph); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    if (!may_matter(c)) continue;
    if (closing_of(c) != 0 && opens(paragraph, at, c)) {
      scanner.rewind(at);
      skip_enclosed(scanner);
      if (ends_with_its_quotation(scanner.taken_since(at), scanner.rest())) add(scanner.offset());
      continue;
    }
    const std::string_view so_far = paragraph.substr(begin, scanner.offset() - begin);
    const bool ends = ends_sentence(c) || (c == '.' && is_full_stop(paragraph, at));
    if (ends)
      while (ends_sentence(scanner.peek()) || scanner.peek() == U'”') scanner.take();
    const bool ends_here =
        ends || (c == ';' && begins_numbered_clause(trimmed(scanner.rest().substr(0, 40)))) ||
        (c == ',' && goes_on_enumerating(so_far, scanner.rest())) || (c == ':' && is_announcement(so_far));
    if (ends_here) add(scanner.offset());
  }
  add(paragraph.size());
  return sentences;
}

std::vector<std::string_view> split_clauses(std::string_view sentence) {
  std::vector<std::string_view> clauses;
  std::size_t begin = 0;
  for (Scanner scanner(sentence); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    if (!may_matter(c)) continue;
    if (closing_of(c) != 0 && opens(sentence, at, c)) {
      scanner.rewind(at);
      skip_enclosed(scanner);
      continue;
    }
    if (c != ';') continue;
    clauses.push_back(trimmed(sentence.substr(begin, scanner.offset() - begin)));
    begin = scanner.offset();
  }
  const std::string_view last = trimmed(sentence.substr(begin));
  if (!last.empty()) clauses.push_back(last);
  return clauses;
}

std::string_view without_closing(std::string_view sentence) {
  while (!sentence.empty()) {
    const char32_t last = last_character(sentence);
    const bool closes = ends_sentence(last) || last == ';' || last == ':' || last == ',' || last == '.';
    if (!closes) break;
    std::size_t size = sentence.size() - 1;
    while (size > 0 && (static_cast<unsigned char>(sentence[size]) & 0xC0) == 0x80) --size;
    sentence = trimmed(sentence.substr(0, size));
  }
  return sentence;
}

}  // namespace rehearse
