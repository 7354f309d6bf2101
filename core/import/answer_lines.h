// The lines of an answer and how each is marked.
#pragma once

#include <string_view>
#include <vector>

namespace rehearse {

/// The ways a line of an answer can be marked.
enum class LineFamily {
  kProse,
  kCode,
  kHeading,   // # X, X: alone on its line
  kLabelled,  // X: and what is said about it
  kRow,       // | a | b |
  kBullet,
  kNumber,
  kBracket,
  kCircle,
  kLetter,
  kChinese,
  kOrdinal,
};

struct AnswerLine {
  std::string_view text;  // behind its mark
  LineFamily family = LineFamily::kProse;
};

/// Items that share a line get one each. A table's head and its rule are left out.
std::vector<AnswerLine> lines_of_answer(std::string_view answer);

/// X of "X:detail"; empty when there is none.
std::string_view label_of(std::string_view text);

/// 例如: 我会说: 答: stand before an example, not before a point.
bool is_label_of_a_point(std::string_view name);

/// Situation, 行动, 坑一: the sentence behind it is needed to know what is meant.
bool says_nothing_alone(std::string_view label);

/// 成本层面, 谈话之前, 排查步骤: names points that follow rather than one of them.
bool names_a_group(std::string_view name);

}  // namespace rehearse
