// The fields of a question as they are typed, and back.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/deck/question.h"

namespace rehearse {

std::string lines_text(const std::vector<std::string>& items);
/// Lines without anything in them are left out.
std::vector<std::string> lines_from(const std::string& text);

/// A. and the option's text, a line for each.
std::string options_text(const std::vector<Option>& options);
/// Lettered anew from A on; a letter that stands before a text is left out of it.
std::vector<Option> options_from(const std::string& text);

/// The letters side by side; anything else in lines.
std::string key_text(const Question& question);
/// Of a choice every letter that is there, once, in order; 正确 or 错误 of what says so in either language;
/// of anything else its lines.
std::vector<std::string> key_from(const std::string& text, QuestionKind kind);

std::string tags_text(const std::vector<std::string>& tags);
/// Divided by commas of either kind.
std::vector<std::string> tags_from_text(const std::string& text);

/// Without zeros behind the point that say nothing.
std::string marks_text(const std::optional<double>& marks);
/// Nothing inside for an empty text; an error for what is no number of marks.
Result<std::optional<double>> marks_from_text(const std::string& text);
Result<std::optional<std::chrono::seconds>> time_from_text(const std::string& text);

}  // namespace rehearse
