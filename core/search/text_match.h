// Whether a text has what a text term asks for: exactly, for a scan; and as a question to the FTS5 index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/query.h"
#include "core/search/tokens.h"

namespace rehearse {

/// What to ask the index for a text term.
struct IndexQuestion {
  /// For `WHERE column MATCH ?`. Empty: the index cannot help, all rows are candidates.
  std::string match;
  /// False: not every candidate matches; each must be read with TextMatcher::matches.
  bool is_exact = true;
};

/// The meaning of a TextTerm. A term of words is found where its tokens stand one behind the other, the last
/// one as the beginning of a token where the word may go on (or a * stands behind it). A term with a * before
/// or within it, or of punctuation alone, is found where its pieces stand in this order, in the middle of
/// words too; width and case do not matter there either.
class TextMatcher {
 public:
  explicit TextMatcher(const TextTerm& term);

  bool matches(std::string_view text) const;

  /// FTS5 over a column of index_text: rows of which one text matches. Only tokens in quotes, `*` and AND
  /// stand in it: nothing a learner types can be FTS5 syntax.
  IndexQuestion index_question() const;

 private:
  struct Phrase {
    std::vector<std::string> tokens;
    bool last_goes_on = false;

    std::string match() const;
  };
  static Phrase phrase_of(std::vector<Token> tokens, WordEnd end);
  static Phrase phrase_within(std::string_view piece);
  bool has_phrase(const std::vector<Token>& tokens) const;

  std::vector<std::string> pieces_;  // folded; empty for a term of words
  Phrase phrase_;
};

}  // namespace rehearse
