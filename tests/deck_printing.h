// How doctest shows a question that is not the one expected.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "core/deck/question.h"

namespace rehearse {

// doctest looks for this name.
// NOLINTNEXTLINE(readability-identifier-naming)
inline doctest::String toString(const Question& question) {
  const auto quoted = [](const std::string& text) { return "'" + text + "'"; };
  std::string out = std::string(to_word(question.kind)) + " in " + quoted(question.section);
  out += "\n stem " + quoted(question.stem) + "\n code " + quoted(question.code);
  for (const Option& option : question.options)
    out += "\n option " + quoted(option.letter) + " " + quoted(option.text);
  for (const std::string& key : question.answer_key) out += "\n key " + quoted(key);
  out += "\n answer " + quoted(question.answer);
  for (const KeyPoint& point : question.points)
    out += "\n point " + quoted(point.cue) + " " + quoted(point.detail);
  out += "\n analysis " + quoted(question.analysis);
  for (const std::string& text : question.criteria) out += "\n criterion " + quoted(text);
  if (question.marks) out += "\n marks " + std::to_string(*question.marks);
  if (question.time_limit) out += "\n time " + std::to_string(question.time_limit->count()) + " s";
  return out.c_str();
}

}  // namespace rehearse
