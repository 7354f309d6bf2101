// What a question says, whoever wrote it: read out of a document, kept in a library, written to a deck.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

enum class QuestionKind { kOpen, kSingle, kMultiple, kTrueFalse, kFill, kCase };

/// open, single, multiple, true_false, fill, case: the words in files, on the wire and in --json.
std::string_view to_word(QuestionKind kind);
std::optional<QuestionKind> question_kind_from_word(std::string_view word);

/// A question of these kinds is recalled aloud, point by point; the others check themselves.
constexpr bool is_recalled_aloud(QuestionKind kind) {
  return kind == QuestionKind::kOpen || kind == QuestionKind::kCase;
}

/// One thing the answer must contain: a short cue to remember, and what is said about it.
struct KeyPoint {
  std::string cue;
  std::string detail;  // may be empty; never repeats the cue

  friend bool operator==(const KeyPoint&, const KeyPoint&) = default;
};

struct Option {
  std::string letter;  // A to H
  std::string text;

  friend bool operator==(const Option&, const Option&) = default;
};

struct Question {
  QuestionKind kind = QuestionKind::kOpen;
  std::string section;  // title of the section it stands in; may be empty
  std::string stem;
  std::string code;  // a listing that belongs to the stem, lines kept
  std::vector<Option> options;
  /// Option letters; 正确 or 错误 for true_false; one text per blank for fill (alternatives joined by ;).
  std::vector<std::string> answer_key;
  std::string answer;  // the reference answer, paragraphs as lines
  std::vector<KeyPoint> points;
  std::string analysis;
  std::vector<std::string> criteria;
  std::optional<double> marks;
  std::optional<std::chrono::seconds> time_limit;

  friend bool operator==(const Question&, const Question&) = default;
};

}  // namespace rehearse
