// Cuts a query into its words and signs. The signs of a Chinese keyboard, （ ） “ ” ： ＊ －, count as plain
// ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/search/query_fault.h"

namespace rehearse {

/// A character of a term. Only a sign that was not escaped is one.
struct TermCharacter {
  enum class Role { kText, kColon, kWideColon, kStar };
  char32_t c = 0;
  Role role = Role::kText;
  std::size_t at = 0;  // byte of the query it begins at, its backslash included
};

enum class LexemeKind { kOpen, kClose, kMinus, kAnd, kOr, kTerm, kEnd };

/// What a term would need behind it to be whole.
enum class TermLack { kNothing, kQuotationMark, kEscapedCharacter };

struct Lexeme {
  LexemeKind kind = LexemeKind::kEnd;
  std::size_t begin = 0;  // bytes [begin, end) of the query
  std::size_t end = 0;
  // Of a term alone:
  std::vector<TermCharacter> characters;
  bool is_quoted = false;  // its beginning is
  TermLack lack = TermLack::kNothing;
};

/// Every lexeme of `query`, kEnd the last. Nothing is wrong here yet: the reader of terms looks at `lack`.
std::vector<Lexeme> lexemes_of(std::string_view query);

/// What must be escaped with a backslash in a bare word to be an ordinary character, whatever stands around.
bool is_query_sign(char32_t c);
bool is_quotation_mark(char32_t c);
bool is_star(char32_t c);
bool is_minus(char32_t c);

}  // namespace rehearse
