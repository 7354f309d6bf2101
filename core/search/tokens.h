// What a text is found by: its tokens, in their order. The index and the query are cut by the same function.
//
// Han, kana and hangul give one token for each character: the character and the next one, and the last one of
// a run alone (客户投诉 gives 客户 户投 投诉 诉). So each character begins a token: one character is found as
// the beginning of a token, two as a token, more as consecutive tokens. Words of other scripts are a token
// each, with the + and # behind them (C++, C#); every other symbol is one by itself; punctuation only
// divides.
//
// Tokens are NFKC_Casefold, ASCII symbols in their full width (％): every byte of a token is an ASCII letter
// or digit or part of a character beyond ASCII, which is what the `ascii` tokenizer of SQLite's FTS5 leaves
// whole. `unicode61` does not: it drops symbols and marks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// A longer word is cut into several tokens of this length and a rest: FTS5 cuts off what is longer than 32
/// kB.
inline constexpr std::size_t kLongestToken = 64;  // code points

enum class TokenKind { kIdeographs, kWord, kSymbol };

struct Token {
  std::string text;
  TokenKind kind;
  bool begins_a_run;  // false: it goes on with the word or the run of ideographs of the token before
};

/// Any valid UTF-8; white space and punctuation give no tokens.
std::vector<Token> tokens_of(std::string_view text);

/// What the index keeps of a row: the tokens of its texts, divided by blanks, with a token of its own behind
/// each text, so that no phrase is found across two. For a column of an FTS5 table with tokenize='ascii'.
std::string index_text(std::span<const std::string_view> texts);

}  // namespace rehearse
