// Which questions a mock interview asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

/// What the draw looks at of a question.
struct Candidate {
  QuestionKind kind = QuestionKind::kOpen;
  std::string section;
  std::optional<double> marks;
};
Candidate candidate_of(const Question& question);

enum class DrawnKinds {
  kSpoken,  // open and case questions: what is asked in the room
  kAll,
};

struct Draw {
  std::size_t questions = 5;
  std::vector<std::string> sections;  // only these; empty: all
  DrawnKinds kinds = DrawnKinds::kSpoken;
  std::uint64_t seed = 0;
};

/// The most questions one interview has, however many are asked for: a long afternoon, and a report that fits
/// an op.
inline constexpr std::size_t kMostQuestionsAsked = 40;

/// Indices of `candidates`, each once: as many as asked for, or all there are. Sections in the order in which
/// they first occur, and each gets its share of the questions by the sum of its marks, rounded up or down by
/// chance; inside a section a question is drawn in proportion to its marks. Marks that are missing or unsound
/// count as kUsualMarks (rubric.h). The same arguments draw the same questions on every machine.
std::vector<std::size_t> draw_questions(std::span<const Candidate> candidates, const Draw& draw);

}  // namespace rehearse
