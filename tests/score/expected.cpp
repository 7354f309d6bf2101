#include "tests/score/expected.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/base/text.h"
#include "tests/score/compared_text.h"

namespace rehearse::scoring {
namespace {

using Json = nlohmann::json;

bool has(const Json& object, const std::string& field) {
  return object.contains(field) && !object.at(field).is_null();
}

template <class T>
T field_or_empty(const Json& object, const std::string& field) {
  return has(object, field) ? object.at(field).get<T>() : T();
}

std::vector<ExpectedText> texts(const Json& question, const std::string& field) {
  std::vector<ExpectedText> found;
  for (const std::string& name : {field, field + "_simplified"}) {
    if (!has(question, name)) continue;
    const Json& text = question.at(name);
    if (text.is_object())
      found.push_back({to_utf32(text.at("head").get<std::string>()),
                       to_utf32(text.at("tail").get<std::string>()), text.at("len").get<std::size_t>()});
    else if (ExpectedText expected = expected_text(text.get<std::string>()); expected.length > 0)
      found.push_back(std::move(expected));
  }
  return found;
}

std::vector<ExpectedPoints> point_lists(const Json& question) {
  using List = std::vector<std::string>;
  std::vector<ExpectedPoints> lists{
      {field_or_empty<List>(question, "points"), field_or_empty<List>(question, "points_optional")}};
  if (has(question, "points_simplified"))
    lists.push_back({field_or_empty<List>(question, "points_simplified"),
                     field_or_empty<List>(question, "points_optional_simplified")});
  return lists;
}

std::vector<std::string> stems(const Json& question) {
  std::vector<std::string> all{question.at("stem").get<std::string>()};
  if (has(question, "stem_simplified")) all.push_back(question.at("stem_simplified").get<std::string>());
  for (std::string& stem : field_or_empty<std::vector<std::string>>(question, "stem_alternatives"))
    all.push_back(std::move(stem));
  return all;
}

ExpectedQuestion expected_question(const Json& json) {
  const auto kind = question_kind_from_word(json.at("type").get<std::string>());
  if (!kind) throw std::runtime_error("no kind of question: " + json.at("type").dump());
  ExpectedQuestion question;
  question.kind = *kind;
  question.section = field_or_empty<std::string>(json, "section");
  question.stems = stems(json);
  question.options = field_or_empty<std::map<std::string, std::string>>(json, "options");
  question.options_incomplete = field_or_empty<bool>(json, "options_incomplete");
  question.answer_key = field_or_empty<std::vector<std::string>>(json, "answer_key");
  question.criteria = field_or_empty<std::vector<std::string>>(json, "criteria");
  question.answers = texts(json, "answer");
  question.analyses = texts(json, "analysis");
  question.points = point_lists(json);
  question.has_answer = !question.answers.empty() || !question.answer_key.empty();
  return question;
}

}  // namespace

ExpectedText expected_text(std::string_view whole) {
  const std::u32string text = without_blanks(whole);
  const std::size_t tail = text.size() < kKnownEnd ? 0 : text.size() - kKnownEnd;
  return {text.substr(0, kKnownEnd), text.substr(tail), text.size()};
}

ExpectedDocument read_expected(std::string_view json) try {
  const Json file = Json::parse(json);
  ExpectedDocument document;
  document.noise = field_or_empty<std::vector<std::string>>(file, "noise");
  for (const Json& question : file.at("questions")) document.questions.push_back(expected_question(question));
  return document;
} catch (const Json::exception& fault) {
  throw std::runtime_error(std::string("no expected result: ") + fault.what());
}

}  // namespace rehearse::scoring
