#include "core/deck/document_json.h"

#include <nlohmann/json.hpp>

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
  return json;
}

}  // namespace

std::string document_to_json(const Document& document) {
  Json json{{"title", document.title},
            {"sections", Json::array()},
            {"questions", Json::array()},
            {"problems", Json::array()}};
  for (const Section& section : document.sections) json["sections"].push_back(section.title);
  for (const Question& question : document.questions) json["questions"].push_back(question_to_json(question));
  for (const Problem& problem : document.problems)
    json["problems"].push_back({{"line", problem.line},
                                {"column", problem.column},
                                {"code", problem.code},
                                {"message", problem.message.english},
                                {"message_zh", problem.message.chinese}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace rehearse
