#include "core/deck/document_json.h"

#include <nlohmann/json.hpp>

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

Json question_to_json(const Question& question) {
  Json options = Json::object();
  for (const Option& option : question.options) options[option.letter] = option.text;
  Json points = Json::array();
  for (const KeyPoint& point : question.points) points.push_back(point.cue);
  Json json{
      {"type", to_word(question.kind)},    {"stem", question.stem},         {"options", std::move(options)},
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
                                {"message", problem.message}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace rehearse
