#include "core/import/question_kind.h"

#include <string>

#include "core/base/text.h"
#include "core/import/keys.h"
#include "core/import/options.h"

namespace rehearse {

void set_key(Question& question, const std::optional<QuestionKind>& named) {
  const bool truth_options = are_truth_options(question.options);
  const bool may_be_truth = named == QuestionKind::kTrueFalse || truth_options;
  const auto keep_rest = [&](const KeyAndRest& found) {
    question.answer_key = found.key;
    if (question.analysis.empty()) question.analysis = found.rest;
    question.answer.clear();
  };
  if (may_be_truth) {
    question.kind = QuestionKind::kTrueFalse;
    if (truth_options) question.options.clear();
    if (const auto found = take_truth_key(question.answer))
      keep_rest(*found);
    else if (auto in_stem = take_key_from_stem(question.stem, {})) {
      question.answer_key = in_stem->key;
      question.stem = in_stem->stem;
    }
    return;
  }
  if (!question.options.empty()) {
    if (const auto found = take_choice_key(question.answer, question.options))
      keep_rest(*found);
    else if (question.answer.empty() && question.answer_key.empty()) {
      if (auto in_stem = take_key_from_stem(question.stem, question.options)) {
        question.answer_key = in_stem->key;
        question.stem = in_stem->stem;
      }
    }
    const bool many = question.answer_key.size() > 1;
    question.kind = named == QuestionKind::kSingle || named == QuestionKind::kMultiple ? *named
                    : many ? QuestionKind::kMultiple
                           : QuestionKind::kSingle;
    if (named == QuestionKind::kSingle && many) question.kind = QuestionKind::kMultiple;
    return;
  }
  const std::size_t blanks = count_blanks(question.stem);
  const bool short_answer = length_in_code_points(question.answer) <= 60 && !question.answer.empty();
  const bool has_gap = question.stem.find("__") != std::string::npos;
  if (named == QuestionKind::kFill || (!named && has_gap && short_answer)) {
    question.kind = QuestionKind::kFill;
    question.answer_key = fill_key(question.answer, blanks);
    question.answer.clear();
  } else if (!named) {
    // 对 or × as the whole answer says what kind of question it was.
    const auto truth = short_answer ? take_truth_key(question.answer) : std::nullopt;
    if (truth && truth->rest.empty() && length_in_code_points(question.answer) <= 4) {
      question.kind = QuestionKind::kTrueFalse;
      keep_rest(*truth);
    } else if (question.answer.empty()) {
      auto in_stem = take_key_from_stem(question.stem, {});
      if (in_stem) {
        question.kind = QuestionKind::kTrueFalse;
        question.answer_key = in_stem->key;
        question.stem = in_stem->stem;
      }
    }
  }
}

}  // namespace rehearse
