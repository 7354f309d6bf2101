#include "core/deck/question.h"

#include <array>
#include <utility>

namespace rehearse {
namespace {

// DO NOT RENAME: these words are in every library file and on the wire.
constexpr std::array<std::pair<QuestionKind, std::string_view>, 6> kWords{{
    {QuestionKind::kOpen, "open"},
    {QuestionKind::kSingle, "single"},
    {QuestionKind::kMultiple, "multiple"},
    {QuestionKind::kTrueFalse, "true_false"},
    {QuestionKind::kFill, "fill"},
    {QuestionKind::kCase, "case"},
}};

}  // namespace

std::string_view to_word(QuestionKind kind) {
  for (const auto& [value, word] : kWords)
    if (value == kind) return word;
  return "open";
}

std::optional<QuestionKind> question_kind_from_word(std::string_view word) {
  for (const auto& [value, text] : kWords)
    if (text == word) return value;
  return std::nullopt;
}

}  // namespace rehearse
