#include "core/search/text_match.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

}  // namespace

std::string TextMatcher::Phrase::match() const {
  std::string match = "\"";
  for (const std::string& token : tokens) match += (match.size() > 1 ? " " : "") + token;
  return match + (last_goes_on ? "\" *" : "\"");
}

TextMatcher::Phrase TextMatcher::phrase_of(std::vector<Token> tokens, WordEnd end) {
  Phrase phrase;
  if (tokens.empty()) return phrase;
  phrase.last_goes_on = tokens.back().kind == TokenKind::kWord && end == WordEnd::kMayGoOn;
  if (tokens.back().kind == TokenKind::kIdeographs) {
    // The last of a run alone would be found only at the end of a run.
    if (tokens.back().begins_a_run) {
      phrase.last_goes_on = true;
    } else {
      tokens.pop_back();
    }
  }
  for (Token& token : tokens) phrase.tokens.push_back(std::move(token.text));
  return phrase;
}

/// The tokens that every text must have which has `piece` in it, even in the middle of words.
TextMatcher::Phrase TextMatcher::phrase_within(std::string_view piece) {
  std::vector<Token> tokens = tokens_of(piece);
  if (tokens.empty()) return {};
  // What a word ends with is no token, nor are the signs that belong to a word before them.
  auto first = tokens.begin();
  if (first->kind == TokenKind::kWord)
    for (++first; first != tokens.end() && !first->begins_a_run;) ++first;
  while (first != tokens.end() && first->kind == TokenKind::kSymbol) ++first;
  tokens.erase(tokens.begin(), first);
  return phrase_of(std::move(tokens), WordEnd::kMayGoOn);
}

TextMatcher::TextMatcher(const TextTerm& term) {
  std::vector<std::string> pieces = term.pattern.pieces;
  WordEnd end = term.end;
  if (pieces.size() == 2 && pieces.back().empty()) {  // cach*
    pieces.pop_back();
    end = WordEnd::kMayGoOn;
  }
  if (pieces.size() == 1) phrase_ = phrase_of(tokens_of(pieces.front()), end);
  if (!phrase_.tokens.empty()) return;
  for (const std::string& piece : pieces) pieces_.push_back(nfkc_case_folded(piece));
}

bool TextMatcher::has_phrase(const std::vector<Token>& tokens) const {
  const std::vector<std::string>& wanted = phrase_.tokens;
  for (std::size_t begin = 0; begin + wanted.size() <= tokens.size(); ++begin) {
    std::size_t same = 0;
    while (same + 1 < wanted.size() && tokens[begin + same].text == wanted[same]) ++same;
    if (same + 1 < wanted.size()) continue;
    const std::string& last = tokens[begin + same].text;
    if (phrase_.last_goes_on ? begins_with(last, wanted.back()) : last == wanted.back()) return true;
  }
  return false;
}

bool TextMatcher::matches(std::string_view text) const {
  if (pieces_.empty()) return has_phrase(tokens_of(text));
  const std::string folded = nfkc_case_folded(text);
  std::size_t at = 0;
  for (const std::string& piece : pieces_) {
    const std::size_t found = folded.find(piece, at);
    if (found == std::string::npos) return false;
    at = found + piece.size();
  }
  return true;
}

IndexQuestion TextMatcher::index_question() const {
  if (pieces_.empty()) return {phrase_.match(), true};
  const auto is_empty = [](const std::string& piece) { return piece.empty(); };
  IndexQuestion question{"", std::all_of(pieces_.begin(), pieces_.end(), is_empty)};
  for (const std::string& piece : pieces_) {
    const Phrase phrase = phrase_within(piece);
    if (phrase.tokens.empty()) continue;
    if (!question.match.empty()) question.match += " AND ";
    question.match += phrase.match();
  }
  return question;
}

}  // namespace rehearse
