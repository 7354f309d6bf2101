// Random documents that hold anything a deck can say, and how two of them are compared.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "core/deck/document.h"
#include "tests/deck_printing.h"
#include "tests/nasty_text.h"

namespace rehearse::test {

/// The only thing a listing loses: see deck_markdown.h.
inline std::string without_returns_at_line_ends(std::string code) {
  for (std::size_t at; (at = code.find("\r\n")) != std::string::npos;) code.erase(at, 1);
  while (!code.empty() && code.back() == '\r') code.pop_back();
  return code;
}

inline std::vector<std::string> random_texts(NastyText& nasty, std::size_t most) {
  std::vector<std::string> texts;
  for (std::size_t left = nasty.below(most + 1); left > 0; --left) texts.push_back(nasty.text(5));
  return texts;
}

inline Question random_question(NastyText& nasty, const std::vector<Section>& sections) {
  Question question;
  question.kind = static_cast<QuestionKind>(nasty.below(6));
  if (!sections.empty() && !nasty.one_in(4)) question.section = sections[nasty.below(sections.size())].title;
  question.stem = nasty.text();
  if (nasty.one_in(3)) question.code = without_returns_at_line_ends(nasty.text(12));
  if (nasty.one_in(2))
    for (std::size_t i = nasty.below(5); i > 0; --i) {
      std::string letter = nasty.one_in(4) ? nasty.text(3) : std::string(1, static_cast<char>('A' + i));
      question.options.push_back({std::move(letter), nasty.text()});
    }
  if (nasty.one_in(2)) {
    question.answer_key = random_texts(nasty, 3);
    for (const Option& option : question.options)
      if (nasty.one_in(2)) question.answer_key.push_back(option.letter);
    if (question.kind == QuestionKind::kTrueFalse) question.answer_key = {nasty.one_in(2) ? "正确" : "错误"};
  }
  question.answer = nasty.text();
  for (std::size_t left = nasty.below(4); left > 0; --left)
    question.points.push_back({nasty.text(4), nasty.text()});
  question.analysis = nasty.text();
  question.criteria = random_texts(nasty, 3);
  if (nasty.one_in(2)) question.marks = static_cast<double>(nasty.below(1000)) / 8;
  if (nasty.one_in(2)) question.time_limit = std::chrono::seconds{nasty.below(500)};
  return question;
}

/// Only what a deck can say: titles of sections differ, and the untitled one has a description.
inline Document random_document(NastyText& nasty) {
  Document document;
  document.title = nasty.text();
  for (std::size_t left = nasty.below(4); left > 0; --left) {
    Section section{nasty.text(4), nasty.text()};
    const bool known = std::any_of(document.sections.begin(), document.sections.end(),
                                   [&section](const Section& other) { return other.title == section.title; });
    if (!known && !(section.title.empty() && section.description.empty()))
      document.sections.push_back(std::move(section));
  }
  for (std::size_t left = nasty.below(4); left > 0; --left)
    document.questions.push_back(random_question(nasty, document.sections));
  return document;
}

inline void check_same(const Document& read, const Document& written) {
  CHECK(read.title == written.title);
  REQUIRE(read.sections.size() == written.sections.size());
  for (std::size_t i = 0; i < read.sections.size(); ++i) {
    CHECK(read.sections[i].title == written.sections[i].title);
    CHECK(read.sections[i].description == written.sections[i].description);
  }
  REQUIRE(read.questions.size() == written.questions.size());
  for (std::size_t i = 0; i < read.questions.size(); ++i) CHECK(read.questions[i] == written.questions[i]);
}

}  // namespace rehearse::test
