// What queries are evaluated over: the questions and cards of a library as columns. Row numbers are the
// caller's own; a question that is gone has no cards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/deck/question.h"
#include "core/schedule/card_columns.h"

namespace rehearse {

struct SearchQuestions {
  std::vector<QuestionKind> kind;
  std::vector<std::uint32_t> deck;     // index into deck_titles
  std::vector<std::uint32_t> section;  // index into section_titles
  std::vector<std::uint8_t> flag;      // 0: none, 1 to 7
  /// The tags of question q: tag[tags_begin[q]] up to tag[tags_begin[q + 1]], indexes into tag_names.
  std::vector<std::uint32_t> tags_begin;  // one more than there are questions
  std::vector<std::uint32_t> tag;

  // Each name once; equal titles of two decks may stand twice.
  std::vector<std::string> deck_titles;
  std::vector<std::string> section_titles;
  std::vector<std::string> tag_names;

  std::size_t size() const { return kind.size(); }
  void reserve(std::size_t questions) {
    kind.reserve(questions);
    deck.reserve(questions);
    section.reserve(questions);
    flag.reserve(questions);
    tags_begin.reserve(questions + 1);
  }
};

struct SearchTable {
  SearchQuestions questions;
  CardColumns cards;
};

}  // namespace rehearse
