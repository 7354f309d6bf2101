#include "core/search/lexer.h"

#include "core/base/text.h"
#include "core/search/query_words.h"

namespace rehearse {
namespace {

using Role = TermCharacter::Role;

constexpr char32_t kEscape = U'\\';

bool is_open(char32_t c) { return c == U'(' || c == U'（'; }
bool is_close(char32_t c) { return c == U')' || c == U'）'; }

Role role_of(char32_t c) {
  if (c == U':') return Role::kColon;
  if (c == U'：') return Role::kWideColon;
  return is_star(c) ? Role::kStar : Role::kText;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> lexemes() {
    std::vector<Lexeme> result;
    do {
      result.push_back(next());
    } while (result.back().kind != LexemeKind::kEnd);
    return result;
  }

 private:
  bool at_end() const { return at_ == query_.size(); }
  char32_t peek() const {
    std::size_t at = at_;
    return next_code_point(query_, at);
  }
  char32_t take() { return next_code_point(query_, at_); }

  Lexeme next() {
    while (!at_end() && is_white_space(peek())) take();
    Lexeme lexeme;
    lexeme.begin = at_;
    if (!at_end()) read(lexeme);
    lexeme.end = at_;
    return lexeme;
  }

  void read(Lexeme& lexeme) {
    const char32_t first = peek();
    if (is_open(first) || is_close(first) || is_minus(first)) {
      take();
      lexeme.kind = is_open(first)    ? LexemeKind::kOpen
                    : is_close(first) ? LexemeKind::kClose
                                      : LexemeKind::kMinus;
      return;
    }
    lexeme.kind = LexemeKind::kTerm;
    if (is_quotation_mark(first)) {
      lexeme.is_quoted = true;
      return read_quoted(lexeme);
    }
    read_bare(lexeme);
    const std::string word = nfkc_case_folded(query_.substr(lexeme.begin, at_ - lexeme.begin));
    if (word == kOr) lexeme.kind = LexemeKind::kOr;
    if (word == kAnd) lexeme.kind = LexemeKind::kAnd;
  }

  void read_bare(Lexeme& lexeme) {
    while (!at_end()) {
      const char32_t c = peek();
      if (is_white_space(c) || is_open(c) || is_close(c)) return;
      if (is_quotation_mark(c)) {
        // key:"value" is one term; a quotation mark anywhere else begins the next.
        const bool is_value = lexeme.characters.back().role == Role::kColon ||
                              lexeme.characters.back().role == Role::kWideColon;
        return is_value ? read_quoted(lexeme) : void();
      }
      read_character(lexeme);
    }
  }

  void read_quoted(Lexeme& lexeme) {
    take();
    while (!at_end()) {
      if (is_quotation_mark(peek())) {
        take();
        return;
      }
      read_character(lexeme);
    }
    lexeme.lack = TermLack::kQuotationMark;
  }

  void read_character(Lexeme& lexeme) {
    const std::size_t begin = at_;
    const char32_t c = take();
    if (c != kEscape) {
      lexeme.characters.push_back({c, role_of(c), begin});
    } else if (at_end()) {
      lexeme.lack = TermLack::kEscapedCharacter;
    } else {
      lexeme.characters.push_back({take(), Role::kText, begin});
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Lexeme> lexemes_of(std::string_view query) { return Lexer(query).lexemes(); }

bool is_query_sign(char32_t c) {
  return c == kEscape || is_open(c) || is_close(c) || is_quotation_mark(c) || role_of(c) != Role::kText;
}

bool is_quotation_mark(char32_t c) { return c == U'"' || c == U'＂' || c == U'“' || c == U'”'; }
bool is_star(char32_t c) { return c == U'*' || c == U'＊'; }
bool is_minus(char32_t c) { return c == U'-' || c == U'－'; }

}  // namespace rehearse
