#include "core/store/question_fields.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "core/store/json_text.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kPointPrefix = "point:";
constexpr std::string_view kPointPlacePrefix = "place:";

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string texts_json(const std::vector<std::string>& texts) {
  std::vector<std::string> list;
  for (const std::string& text : texts) list.push_back(json_text(text));
  return json_list(list);
}

std::string options_json(const std::vector<Option>& options) {
  std::vector<std::string> list;
  for (const Option& option : options) list.push_back(texts_json({option.letter, option.text}));
  return json_list(list);
}

/// The fields of a question other than kind, stem, deck, place and points.
Fields content(const Question& question) {
  Fields fields;
  const auto put = [&](const char* name, const std::string& text) {
    if (!text.empty()) fields[name] = json_text(text);
  };
  put("section", question.section);
  put("code", question.code);
  put("answer", question.answer);
  put("analysis", question.analysis);
  if (!question.options.empty()) fields["options"] = options_json(question.options);
  if (!question.answer_key.empty()) fields["key"] = texts_json(question.answer_key);
  if (!question.criteria.empty()) fields["criteria"] = texts_json(question.criteria);
  if (question.marks) fields["marks"] = dump(*question.marks);
  if (question.time_limit) fields["seconds"] = std::to_string(question.time_limit->count());
  return fields;
}

void read_text(const Json& json, std::string& text) {
  if (json.is_string()) text = json.get<std::string>();
}

std::vector<std::string> texts(const Json& json) {
  std::vector<std::string> list;
  if (json.is_array())
    for (const Json& item : json)
      if (item.is_string()) list.push_back(item.get<std::string>());
  return list;
}

void read_options(const Json& json, std::vector<Option>& options) {
  if (!json.is_array()) return;
  for (const Json& item : json)
    if (const auto pair = texts(item); pair.size() == 2) options.push_back({pair[0], pair[1]});
}

void read_field(const std::string& name, const Json& json, Question& question) {
  if (name == "kind" && json.is_string())
    question.kind = question_kind_from_word(json.get<std::string>()).value_or(QuestionKind::kOpen);
  else if (name == kStemField)
    read_text(json, question.stem);
  else if (name == "section")
    read_text(json, question.section);
  else if (name == "code")
    read_text(json, question.code);
  else if (name == "answer")
    read_text(json, question.answer);
  else if (name == "analysis")
    read_text(json, question.analysis);
  else if (name == "options")
    read_options(json, question.options);
  else if (name == "key")
    question.answer_key = texts(json);
  else if (name == "criteria")
    question.criteria = texts(json);
  else if (name == "marks" && json.is_number())
    question.marks = json.get<double>();
  else if (name == "seconds" && json.is_number_unsigned())
    question.time_limit = std::chrono::seconds{json.get<std::uint32_t>()};
}

Json parse(const std::string& text) { return Json::parse(text, nullptr, /*allow_exceptions=*/false); }

std::optional<PlacedPoint> read_point(PointId id, const Json& json) {
  if (!json.is_object()) return std::nullopt;  // null: the point was removed
  PlacedPoint point;
  point.id = id;
  if (json.contains("at")) read_text(json["at"], point.at);
  if (json.contains("cue")) read_text(json["cue"], point.point.cue);
  if (json.contains("detail")) read_text(json["detail"], point.point.detail);
  if (json.contains("of"))
    for (const std::string& hex : texts(json["of"]))
      if (const auto ancestor = PointId::from_hex(hex)) point.ancestors.push_back(*ancestor);
  return point;
}

std::optional<DeckId> read_deck(const Json& json) {
  return json.is_string() ? DeckId::from_hex(json.get<std::string>()) : std::nullopt;
}

void read_field(const std::string& name, const Json& json, PlacedQuestion& placed) {
  if (const auto point_id = point_of_field(name)) {
    if (auto point = read_point(*point_id, json)) placed.points.push_back(std::move(*point));
  } else if (name == kOrderField) {
    read_text(json, placed.at);
  } else {
    read_field(name, json, placed.question);
  }
}

void put_in_order(std::vector<PlacedPoint>& points) {
  std::sort(points.begin(), points.end(), [](const PlacedPoint& a, const PlacedPoint& b) {
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
  });
}

}  // namespace

std::string target(DeckId deck) { return std::string(kDeckTarget) + deck.hex(); }
std::string target(QuestionId question) { return std::string(kQuestionTarget) + question.hex(); }

std::optional<QuestionId> question_of(std::string_view target) {
  if (!target.starts_with(kQuestionTarget)) return std::nullopt;
  return QuestionId::from_hex(target.substr(kQuestionTarget.size()));
}

std::string point_field(PointId point) { return std::string(kPointPrefix) + point.hex(); }

std::string point_place_field(PointId point) { return std::string(kPointPlacePrefix) + point.hex(); }

std::string point_json(const PlacedPoint& point) {
  Fields members{{"at", json_text(point.at)}, {"cue", json_text(point.point.cue)}};
  if (!point.point.detail.empty()) members["detail"] = json_text(point.point.detail);
  std::vector<std::string> ancestors;
  for (const PointId& ancestor : point.ancestors) ancestors.push_back(ancestor.hex());
  if (!ancestors.empty()) members["of"] = texts_json(ancestors);
  return json_object(members);
}

std::optional<PointId> point_of_field(std::string_view name) {
  if (!name.starts_with(kPointPrefix)) return std::nullopt;
  return PointId::from_hex(name.substr(kPointPrefix.size()));
}

std::optional<PlacedPoint> point_from(PointId id, const std::string& text) {
  return read_point(id, parse(text));
}

Fields question_fields(const PlacedQuestion& placed) {
  Fields fields = content(placed.question);
  fields[kDeckField] = json_text(placed.deck.hex());
  fields[kOrderField] = json_text(placed.at);
  fields["kind"] = json_text(to_word(placed.question.kind));
  fields[kStemField] = json_text(placed.question.stem);
  for (const PlacedPoint& point : placed.points) fields[point_field(point.id)] = point_json(point);
  return fields;
}

std::optional<PlacedQuestion> question_from(QuestionId id, const Registers& registers) {
  PlacedQuestion placed;
  placed.id = id;
  const auto deck = registers.find(kDeckField);
  const auto deck_id = deck == registers.end() ? std::nullopt : read_deck(parse(deck->second.value));
  if (!deck_id) return std::nullopt;
  placed.deck = *deck_id;
  for (const auto& [name, field] : registers) read_field(name, parse(field.value), placed);
  for (PlacedPoint& point : placed.points)
    if (const auto moved = registers.find(point_place_field(point.id)); moved != registers.end())
      point.at = text_from_json(moved->second.value).value_or(point.at);
  put_in_order(placed.points);
  return placed;
}

std::optional<PlacedQuestion> question_from(QuestionId id, const std::string& fields_json) {
  const Json fields = parse(fields_json);
  if (!fields.is_object() || !fields.contains(kDeckField)) return std::nullopt;
  const auto deck = read_deck(fields[kDeckField]);
  if (!deck) return std::nullopt;
  PlacedQuestion placed;
  placed.id = id;
  placed.deck = *deck;
  for (const auto& [name, value] : fields.items()) read_field(name, value, placed);
  put_in_order(placed.points);
  return placed;
}

Registers imported_registers(const Registers& registers) {
  Registers imported;
  for (const auto& [name, field] : registers)
    if (field.imported) imported[name] = {*field.imported, Origin::kImport, field.imported_heads, {}, {}};
  return imported;
}

std::string words_of_field(const std::string& text) {
  const Json json = parse(text);
  if (json.is_null() || json.is_discarded()) return "";
  if (json.is_string()) return json.get<std::string>();
  if (json.is_object()) {
    const KeyPoint point = point_from({}, text)->point;
    return point.detail.empty() ? point.cue : point.cue + "：" + point.detail;
  }
  if (!json.is_array()) return dump(json);
  std::string lines;
  for (const Json& item : json) {
    if (!lines.empty()) lines += '\n';
    const std::vector<std::string> pair = texts(item);
    lines += item.is_string()   ? item.get<std::string>()
             : pair.size() == 2 ? pair[0] + ". " + pair[1]
                                : dump(item);
  }
  return lines;
}

std::string sections_json(const std::vector<Section>& sections) {
  std::vector<std::string> list;
  for (const Section& section : sections) list.push_back(texts_json({section.title, section.description}));
  return json_list(list);
}

std::vector<Section> read_sections_json(const std::string& text) {
  std::vector<Section> sections;
  const Json json = parse(text);
  if (json.is_array())
    for (const Json& item : json)
      if (const auto pair = texts(item); pair.size() == 2) sections.push_back({pair[0], pair[1]});
  return sections;
}

std::vector<Section> sections_from(const Registers& registers) {
  const auto field = registers.find(kSectionsField);
  return field == registers.end() ? std::vector<Section>() : read_sections_json(field->second.value);
}

std::size_t size_of(const Fields& fields) {
  std::size_t size = 0;
  for (const auto& [name, value] : fields) size += name.size() + value.size() + 4;
  return size;
}

bool is_known_field(std::string_view name) {
  constexpr std::array kNames{"title",  "sections", "deck",    "at",  "kind",     "stem",  "section", "code",
                              "answer", "analysis", "options", "key", "criteria", "marks", "seconds"};
  return name.starts_with(kPointPrefix) || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_alive(const Registers& registers) {
  const auto alive = registers.find(kAliveField);
  return alive == registers.end() || alive->second.value != "false";
}

}  // namespace rehearse
