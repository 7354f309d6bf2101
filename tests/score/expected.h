// What a careful person wrote down about a document: the result a reader is compared with. The files are
// described in tests/data/documents/README.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse::scoring {

/// A long text, known by where it begins and ends and by its length, all without white space.
struct ExpectedText {
  std::u32string head;  // the first and the last kKnownEnd characters
  std::u32string tail;
  std::size_t length = 0;  // in characters
};
inline constexpr std::size_t kKnownEnd = 40;

ExpectedText expected_text(std::string_view whole);

struct ExpectedPoints {
  std::vector<std::string> required;
  std::vector<std::string> optional;  // neither asked for nor held against the reader
};

struct ExpectedQuestion {
  QuestionKind kind = QuestionKind::kOpen;
  std::string section;
  std::vector<std::string> stems;  // any of them is right
  std::map<std::string, std::string> options;
  bool options_incomplete = false;  // the document lost some: more of them than these are right
  std::vector<std::string> answer_key;
  std::vector<std::string> criteria;
  std::vector<ExpectedText> answers;   // any of them is right; none: the document has none
  std::vector<ExpectedText> analyses;  // the same
  std::vector<ExpectedPoints> points;  // never empty: readings of which the better fitting one counts
  bool has_answer = false;             // an answer or a key
};

struct ExpectedDocument {
  std::vector<ExpectedQuestion> questions;
  std::vector<std::string> noise;  // what the site printed: none of it may stand in a question
};

/// From the text of NAME.json. A text may also be given by its ends, {"head","tail","len"}, and any field may
/// have a second right form under its name with "_simplified". Throws std::runtime_error for what is no such
/// file.
ExpectedDocument read_expected(std::string_view json);

}  // namespace rehearse::scoring
