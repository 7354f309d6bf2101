// Typed answers that a person marked point by point: tests/data/recall/README.md.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"
#include "core/recall/coverage.h"

namespace rehearse::coverage {

enum class Half { kTuning, kHeld };
enum class AnswerKind { kGood, kParaphrased, kPartial, kOffTopic };
inline constexpr std::size_t kAnswerKinds = 4;

/// tuning, held
std::string_view to_word(Half half);
/// good, paraphrased, partial, off_topic
std::string_view to_word(AnswerKind kind);

struct TypedAnswer {
  AnswerKind kind = AnswerKind::kGood;
  std::vector<PointVerdict> expected;  // one per point of the question
  std::string text;
};

struct MarkedQuestion {
  Half half = Half::kTuning;
  Question question;
  std::vector<TypedAnswer> answers;
};

struct MarkedDeck {
  std::string name;
  std::vector<MarkedQuestion> questions;
};

/// One for every .txt in `folder`, by name. Throws std::runtime_error with the file and line of what is
/// wrong.
std::vector<MarkedDeck> marked_decks(const std::filesystem::path& folder);

}  // namespace rehearse::coverage
