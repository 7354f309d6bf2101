#include "tests/fuzz/reading.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/deck/document_json.h"
#include "core/import/read_document.h"

namespace rehearse::fuzz {
namespace {

void require_utf8(std::string_view text) { require(is_valid_utf8(text), "every text is UTF-8"); }

void require_words(const Words& words) {
  require(!words.english.empty() && !words.chinese.empty(), "what is said is said in both languages");
  require_utf8(words.english);
  require_utf8(words.chinese);
}

bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

void check_span(SourceSpan span, std::string_view text) {
  require(span.begin <= span.end && span.end <= text.size(), "spans lie in the text");
  require(begins_character(text, span.begin) && begins_character(text, span.end), "spans cut no character");
}

void check_spans(const std::vector<SourceSpan>& spans, std::size_t items, std::string_view text) {
  require(spans.empty() || spans.size() == items, "a list has a span for each item or none");
  for (const SourceSpan span : spans) check_span(span, text);
}

void check_source(const QuestionSource& source, const Question& question, std::string_view text) {
  for (const SourceSpan span : {source.stem, source.code, source.answer, source.analysis, source.criteria})
    check_span(span, text);
  check_spans(source.options, question.options.size(), text);
  check_spans(source.answer_key, question.answer_key.size(), text);
  check_spans(source.points, question.points.size(), text);
}

void check_question(const Question& question) {
  for (const std::string* part :
       {&question.section, &question.stem, &question.code, &question.answer, &question.analysis})
    require_utf8(*part);
  for (const Option& option : question.options) {
    require_utf8(option.letter);
    require_utf8(option.text);
  }
  for (const KeyPoint& point : question.points) {
    require_utf8(point.cue);
    require_utf8(point.detail);
  }
  for (const auto* list : {&question.answer_key, &question.criteria})
    for (const std::string& item : *list) require_utf8(item);
}

}  // namespace

void require(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %s\n", law);
  std::abort();
}

void check_document(const Document& document, std::string_view text) {
  require_utf8(text);
  require_utf8(document.title);
  for (const Section& section : document.sections) {
    require_utf8(section.title);
    require_utf8(section.description);
  }
  for (const Problem& problem : document.problems) {
    require(!problem.code.empty(), "a problem has a code");
    require_words(problem.message);
  }
  for (const Question& question : document.questions) check_question(question);
  if (document.sources.empty()) return;
  require(document.sources.size() == document.questions.size(), "every question has a source or none has");
  for (std::size_t i = 0; i < document.sources.size(); ++i)
    check_source(document.sources[i], document.questions[i], text);
}

int read_twice(std::string_view bytes, std::string_view file_name) {
  const auto first = read_document(bytes, file_name);
  const auto second = read_document(bytes, file_name);
  require(static_cast<bool>(first) == static_cast<bool>(second), "reading twice gives the same");
  if (!first) {
    require_words(first.error().what);
    require(first.error().line() == second.error().line(), "reading twice gives the same");
    return 0;
  }
  check_document(first->document, first->text);
  require(
      first->text == second->text && document_to_json(first->document) == document_to_json(second->document),
      "reading twice gives the same");
  return 0;
}

}  // namespace rehearse::fuzz
