// What was understood of a file: the common result of every reader, and what a deck is written from.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/words.h"
#include "core/deck/question.h"

namespace rehearse {

/// How much of a question is quoted in a sentence about it, as display_width counts.
inline constexpr std::size_t kQuotedColumns = 60;

/// Something a reader was unsure of. Reading never fails: it reports.
struct Problem {
  std::size_t line = 0;    // 1-based, in the decoded text; 0 when the whole file is meant
  std::size_t column = 0;  // 1-based, in code points
  std::string code;        // stable word for programs, such as "truncated"
  Words message;           // one sentence for people
  Words place{};           // where people find it in a file that shows no lines, such as "paragraph 3"
};

/// Bytes [begin, end) of the decoded text. Empty when the field is not in the document.
struct SourceSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// Where each field of a question was found. The lists have one span for each item of the question's own.
struct QuestionSource {
  SourceSpan stem;
  SourceSpan code;
  std::vector<SourceSpan> options;
  std::vector<SourceSpan> answer_key;
  SourceSpan answer;
  std::vector<SourceSpan> points;  // their cues
  SourceSpan analysis;
  SourceSpan criteria;  // the whole list
};

struct Section {
  std::string title;
  std::string description;  // lines under the heading that are no question
};

struct Document {
  std::string title;
  std::vector<Section> sections;
  std::vector<Question> questions;      // in document order
  std::vector<QuestionSource> sources;  // one per question, or none for formats without a text to show
  std::vector<Problem> problems;
};

}  // namespace rehearse
