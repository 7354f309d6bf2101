// The words with a meaning in a Markdown deck, in Chinese and in English: labels, kinds, units.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/deck/question.h"

namespace rehearse::markdown {

/// What a bold word at the start of a line says about the lines under it.
enum class DeckLabel { kPoints, kKey, kCriteria, kAnalysis };

/// 评分标准, Criteria and other usual words for the same; case and a colon at the end do not matter.
std::optional<DeckLabel> label_from_word(std::string_view word);
/// **评分标准**： or **Criteria**:
std::string label_line(DeckLabel label, Language language);

/// 正确 or 错误 for any usual word that says so (true, 对, ×, ...).
std::optional<std::string> truth_from_word(std::string_view word);
/// 正确 or 错误 in the language; any other text as it is.
std::string truth_word(std::string_view key, Language language);

/// What stands in the note under a stem: *case · 10 marks · 3 min*
struct Note {
  std::optional<QuestionKind> kind;
  std::optional<double> marks;
  std::optional<std::chrono::seconds> time_limit;
};

/// Reads one part of a note into it; false when it is none. `key: value` is understood as well.
bool read_note_part(std::string_view part, Note& note);
/// The whole note without its asterisks; empty when it says nothing that a deck can say.
std::string note_line(const Note& note, Language language);

/// The kind of a question whose note names none: by its options and its answer key.
QuestionKind inferred_kind(const Question& question);

}  // namespace rehearse::markdown
