#include "tests/score/document_from_json.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace rehearse::scoring {
namespace {

using Json = nlohmann::json;

Question question_from_json(const Json& json) {
  Question question;
  question.kind = *question_kind_from_word(json.at("type").get<std::string>());
  question.section = json.value("section", "");
  question.stem = json.at("stem").get<std::string>();
  const auto options = json.value("options", std::map<std::string, std::string>());
  for (const auto& [letter, text] : options) question.options.push_back({letter, text});
  question.answer_key = json.value("answer_key", std::vector<std::string>());
  question.criteria = json.value("criteria", std::vector<std::string>());
  question.answer = json.value("answer", "");
  question.analysis = json.value("analysis", "");
  for (const std::string& cue : json.value("points", std::vector<std::string>()))
    question.points.push_back({cue, ""});
  return question;
}

}  // namespace

Document document_from_json(std::string_view json) {
  Document document;
  const Json file = Json::parse(json);
  for (const Json& question : file.at("questions"))
    document.questions.push_back(question_from_json(question));
  return document;
}

}  // namespace rehearse::scoring
