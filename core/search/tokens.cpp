#include "core/search/tokens.h"

#include <optional>

#include "core/base/sign.h"
#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr char32_t kTextEnd = U'␟';
constexpr char32_t kFullWidth = 0xFEE0;  // from an ASCII sign to its full width

/// Signs that Unicode calls punctuation and programmers search for.
bool is_code_sign(char32_t c) { return c == U'%' || c == U'_' || c == U'&' || c == U'*' || c == U'@'; }

/// What a token that begins with `c` is; nothing for what only divides.
std::optional<TokenKind> kind_of(char32_t c) {
  switch (sign_of(c)) {
    case Sign::kIdeograph: return TokenKind::kIdeographs;
    case Sign::kLetter:
      if (c == kTextEnd) return std::nullopt;
      return is_symbol(c) ? TokenKind::kSymbol : TokenKind::kWord;
    case Sign::kSeparator: break;
  }
  if (is_code_sign(c)) return TokenKind::kSymbol;
  return std::nullopt;
}

/// C++ and C# are words.
bool belongs_to_word(char32_t c) { return c == U'+' || c == U'#'; }

/// Cuts a folded text and hands each token to `sink(text, kind, begins_a_run)`.
template <class Sink>
class Cutter {
 public:
  Cutter(std::string_view folded, Sink sink) : text_(folded), sink_(std::move(sink)) { take(); }

  void cut() {
    while (!at_end_) {
      if (is_at(TokenKind::kIdeographs)) {
        add_ideographs();
      } else if (is_at(TokenKind::kWord)) {
        add_word();
      } else if (is_at(TokenKind::kSymbol)) {
        add_symbol();
      } else {
        take();
      }
    }
  }

 private:
  /// Reads the next character into c_.
  void take() {
    begin_ = end_;
    at_end_ = begin_ == text_.size();
    if (at_end_) return;
    c_ = next_code_point(text_, end_);
    kind_ = kind_of(c_);
  }
  bool is_at(TokenKind kind) const { return !at_end_ && kind_ == kind; }

  void add_ideographs() {
    std::size_t first = begin_;
    take();
    for (bool begins = true;; begins = false) {
      const bool has_next = is_at(TokenKind::kIdeographs);
      const std::size_t end = has_next ? end_ : begin_;
      sink_(text_.substr(first, end - first), TokenKind::kIdeographs, begins);
      if (!has_next) return;
      first = begin_;
      take();
    }
  }

  void add_word() {
    token_.clear();
    std::size_t length = 0;
    bool begins = true;
    const auto add = [&] {
      if (length == kLongestToken) {
        sink_(token_, TokenKind::kWord, begins);
        token_.clear();
        length = 0;
        begins = false;
      }
      append_to_token();
      ++length;
    };
    while (is_at(TokenKind::kWord)) add();
    while (!at_end_ && belongs_to_word(c_)) add();
    sink_(token_, TokenKind::kWord, begins);
  }

  void add_symbol() {
    token_.clear();
    append_to_token();
    sink_(token_, TokenKind::kSymbol, true);
  }

  void append_to_token() {
    if (c_ < 0x80 && kind_ == TokenKind::kSymbol) {
      append_utf8(token_, c_ + kFullWidth);
    } else {
      token_.append(text_, begin_, end_ - begin_);
    }
    take();
  }

  std::string_view text_;
  Sink sink_;
  std::size_t begin_ = 0, end_ = 0;  // of c_
  char32_t c_ = 0;
  std::optional<TokenKind> kind_;
  bool at_end_ = false;
  std::string token_;
};

template <class Sink>
void cut(std::string_view folded, Sink sink) {
  Cutter<Sink>(folded, std::move(sink)).cut();
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  cut(nfkc_case_folded(text), [&](std::string_view token, TokenKind kind, bool begins_a_run) {
    tokens.push_back({std::string(token), kind, begins_a_run});
  });
  return tokens;
}

std::string index_text(std::span<const std::string_view> texts) {
  std::string index;
  for (std::string_view text : texts) {
    const std::size_t before = index.size();
    cut(nfkc_case_folded(text), [&](std::string_view token, TokenKind, bool) {
      index += token;
      index += ' ';
    });
    if (index.size() == before) continue;
    append_utf8(index, kTextEnd);
    index += ' ';
  }
  return index;
}

}  // namespace rehearse
