#include <cmath>
#include <nlohmann/json.hpp>

#include "core/deck/deck_json.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order a person would read them

constexpr std::chrono::seconds kLongestTime{1'000'000'000};

void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

Json to_json(const Section& section) {
  Json json{{"title", section.title}};
  put(json, "description", section.description);
  return json;
}

Json to_json(const KeyPoint& point) {
  Json json{{"cue", point.cue}};
  put(json, "detail", point.detail);
  return json;
}

Json to_json(const Option& option) { return {{"letter", option.letter}, {"text", option.text}}; }

template <class Item>
void put_list(Json& json, const char* name, const std::vector<Item>& items) {
  if (items.empty()) return;
  Json& list = json[name] = Json::array();
  for (const Item& item : items) list.push_back(to_json(item));
}

Json to_json(const Question& question) {
  Json json{{"type", to_word(question.kind)}};
  put(json, "section", question.section);
  json["stem"] = question.stem;
  put(json, "code", question.code);
  put_list(json, "options", question.options);
  if (!question.answer_key.empty()) json["answer_key"] = question.answer_key;
  put_list(json, "points", question.points);
  put(json, "answer", question.answer);
  put(json, "analysis", question.analysis);
  if (!question.criteria.empty()) json["criteria"] = question.criteria;
  if (question.marks && std::isfinite(*question.marks)) json["marks"] = *question.marks;
  const auto time = question.time_limit;
  if (time && time->count() >= 0 && *time <= kLongestTime) json["seconds"] = time->count();
  return json;
}

}  // namespace

std::string write_deck_json(const Document& document) {
  Json json{{"rehearse", 1}, {"title", document.title}};
  put_list(json, "sections", document.sections);
  json["questions"] = Json::array();
  for (const Question& question : document.questions) json["questions"].push_back(to_json(question));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rehearse
