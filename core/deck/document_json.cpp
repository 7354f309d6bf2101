#include "core/deck/document_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWidestPoint = 160;  // columns

/// A point in one line: the cue, and what is said about it where that is a short phrase and no sentence.
std::string point_text(const KeyPoint& point) {
  const auto has = [&](const char* mark) { return point.detail.find(mark) != std::string::npos; };
  const bool is_phrase =
      !point.detail.empty() && !has("\n") && !has("。") && !has("！") && !has("？") && !has(". ");
  const std::size_t width = display_width(point.cue) + display_width(point.detail) + 2;
  return is_phrase && width <= kWidestPoint ? point.cue + "：" + point.detail : point.cue;
}

/// Ten stems may read 输出是什么？: the listing is part of the question.
std::string stem_text(const Question& question) {
  return question.code.empty() ? question.stem : question.stem + "\n" + question.code;
}

Json question_to_json(const Question& question) {
  Json options = Json::object();
  for (const Option& option : question.options) options[option.letter] = option.text;
  Json points = Json::array();
  for (const KeyPoint& point : question.points) points.push_back(point_text(point));
  Json json{
      {"type", to_word(question.kind)},    {"stem", stem_text(question)},   {"options", std::move(options)},
      {"answer_key", question.answer_key}, {"criteria", question.criteria}, {"answer", question.answer},
      {"analysis", question.analysis},     {"points", std::move(points)},   {"section", question.section}};
  if (!question.code.empty()) json["code"] = question.code;
  if (question.marks) json["marks"] = *question.marks;
  if (question.time_limit) json["seconds"] = question.time_limit->count();
  return json;
}

Json span_to_json(const SourceSpan& span) { return Json::array({span.begin, span.end}); }

Json spans_to_json(const std::vector<SourceSpan>& spans) {
  Json json = Json::array();
  for (const SourceSpan& span : spans) json.push_back(span_to_json(span));
  return json;
}

Json source_to_json(const QuestionSource& source) {
  return {{"stem", span_to_json(source.stem)},         {"code", span_to_json(source.code)},
          {"options", spans_to_json(source.options)},  {"answer_key", spans_to_json(source.answer_key)},
          {"answer", span_to_json(source.answer)},     {"points", spans_to_json(source.points)},
          {"analysis", span_to_json(source.analysis)}, {"criteria", span_to_json(source.criteria)}};
}

Json problem_to_json(const Problem& problem) {
  Json json{{"line", problem.line},
            {"column", problem.column},
            {"code", problem.code},
            {"message", problem.message.english},
            {"message_zh", problem.message.chinese}};
  if (!problem.place.empty()) {
    json["place"] = problem.place.english;
    json["place_zh"] = problem.place.chinese;
  }
  return json;
}

/// As part of a text of `depth` levels; a line end inside a string is written as an escape.
void write_value(std::ostream& out, const Json& json, std::size_t depth) {
  const std::string text = json.dump(1, ' ', false, Json::error_handler_t::replace);
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out.write(text.data() + begin, static_cast<std::streamsize>(end - begin));
    if (end == text.size()) return;
    out << '\n' << std::string(depth, ' ');
    begin = end + 1;
  }
}

/// "name": [ item(0), item(1), … ]
template <class Item>
void write_list(std::ostream& out, const char* name, std::size_t count, Item&& item) {
  out << ",\n \"" << name << "\": [";
  for (std::size_t i = 0; i < count; ++i) {
    out << (i > 0 ? ",\n  " : "\n  ");
    write_value(out, item(i), 2);
  }
  out << (count > 0 ? "\n ]" : "]");
}

}  // namespace

void write_document_json(const Document& document, std::ostream& out) {
  out << "{\n \"title\": ";
  write_value(out, document.title, 1);
  write_list(out, "sections", document.sections.size(),
             [&](std::size_t i) -> Json { return document.sections[i].title; });
  write_list(out, "questions", document.questions.size(), [&](std::size_t i) {
    Json question = question_to_json(document.questions[i]);
    if (i < document.sources.size()) question["source"] = source_to_json(document.sources[i]);
    return question;
  });
  write_list(out, "problems", document.problems.size(),
             [&](std::size_t i) { return problem_to_json(document.problems[i]); });
  out << "\n}";
}

std::string document_to_json(const Document& document) {
  std::ostringstream out;
  write_document_json(document, out);
  return std::move(out).str();
}

}  // namespace rehearse
