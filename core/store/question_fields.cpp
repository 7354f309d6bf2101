#include "core/store/question_fields.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <tuple>

#include "core/deck/deck_language.h"
#include "core/store/json_text.h"
#include "core/store/plain_line.h"
#include "core/store/question_reader.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kPointPrefix = "point:";

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// As people write it: 10, not 10.0.
std::string number_text(double number) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%g", number);
  return digits.data();
}

void append_texts(std::string& json, std::initializer_list<std::string_view> texts) {
  char before = '[';
  for (const std::string_view text : texts) {
    json += std::exchange(before, ',');
    append_json_text(json, text);
  }
  json += ']';
}

/// `append` puts one item behind what the string holds.
template <class Item, class Append>
void append_list(std::string& json, const std::vector<Item>& items, Append append) {
  char before = '[';
  for (const Item& item : items) {
    json += std::exchange(before, ',');
    append(json, item);
  }
  json += items.empty() ? "[]" : "]";
}

void append_point(std::string& json, const PlacedPoint& point) {
  append_json_text(json += R"({"at":)", point.at);
  append_json_text(json += R"(,"cue":)", point.point.cue);
  if (!point.point.detail.empty()) append_json_text(json += R"(,"detail":)", point.point.detail);
  if (!point.ancestors.empty())
    append_list(json += R"(,"of":)", point.ancestors,
                [](std::string& to, const PointId& id) { append_json_text(to, id.hex()); });
  json += '}';
}

/// Every field that is not at its default, in the order of the names. `begin` is given each name and gives
/// the string that its value is put behind.
template <class Begin>
void write_fields(const PlacedQuestion& placed, Begin begin) {
  const Question& question = placed.question;
  const auto put_text = [&](const char* name, const std::string& text) {
    if (!text.empty()) append_json_text(begin(name), text);
  };
  const auto put_list = [&](const char* name, const auto& items, const auto& append) {
    if (!items.empty()) append_list(begin(name), items, append);
  };
  const auto append_text = [](std::string& json, const std::string& text) { append_json_text(json, text); };
  put_text("analysis", question.analysis);
  put_text("answer", question.answer);
  append_json_text(begin(kOrderField), placed.at);
  put_text("code", question.code);
  put_list("criteria", question.criteria, append_text);
  append_json_text(begin(kDeckField), placed.deck.hex());
  put_list("key", question.answer_key, append_text);
  append_json_text(begin("kind"), to_word(question.kind));
  if (question.marks) begin("marks") += dump(*question.marks);
  put_list("options", question.options, [](std::string& json, const Option& option) {
    append_texts(json, {option.letter, option.text});
  });
  std::vector<const PlacedPoint*> points;
  for (const PlacedPoint& point : placed.points) points.push_back(&point);
  std::sort(points.begin(), points.end(),
            [](const PlacedPoint* a, const PlacedPoint* b) { return a->id < b->id; });
  for (const PlacedPoint* point : points) append_point(begin(point_field(point->id)), *point);
  if (question.time_limit) begin("seconds") += std::to_string(question.time_limit->count());
  put_text("section", question.section);
  append_json_text(begin(kStemField), question.stem);
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

Json parse(std::string_view text) {
  if (const auto plain = plain_text(text)) return Json(std::string(*plain));
  return Json::parse(text, nullptr, /*allow_exceptions=*/false);
}

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
  std::string json;
  append_point(json, point);
  return json;
}

std::optional<PointId> point_of_field(std::string_view name) {
  if (!name.starts_with(kPointPrefix)) return std::nullopt;
  return PointId::from_hex(name.substr(kPointPrefix.size()));
}

std::optional<PlacedPoint> point_from(PointId id, const std::string& text) {
  return read_point(id, parse(text));
}

Fields question_fields(const PlacedQuestion& placed) {
  Fields fields;
  write_fields(placed, [&](std::string_view name) -> std::string& { return fields[std::string(name)]; });
  return fields;
}

std::string question_json(const PlacedQuestion& placed) {
  constexpr std::size_t kUsual = 2048;  // bytes
  std::string json;
  json.reserve(kUsual);
  write_fields(placed, [&](std::string_view name) -> std::string& {
    json += json.empty() ? "{\"" : ",\"";
    return json.append(name).append("\":");
  });
  json += '}';
  return json;
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

void put_in_order(std::vector<PlacedPoint>& points) {
  std::sort(points.begin(), points.end(), [](const PlacedPoint& a, const PlacedPoint& b) {
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
  });
}

std::optional<PlacedQuestion> question_from(QuestionId id, std::string_view fields_json) {
  if (auto placed = read_question_json(id, fields_json)) return placed;
  return question_from_any(id, fields_json);
}

std::optional<PlacedQuestion> question_from_any(QuestionId id, std::string_view fields_json) {
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
    if (point.detail.empty()) return point.cue;
    return point.cue + (language_of(point.cue) == Language::kChinese ? "：" : ": ") + point.detail;
  }
  if (json.is_number_float()) return number_text(json.get<double>());
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
  std::string json;
  append_list(json, sections, [](std::string& to, const Section& section) {
    append_texts(to, {section.title, section.description});
  });
  return json;
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

bool is_removal_offered(const Registers& registers) {
  const auto alive = registers.find(kAliveField);
  return alive != registers.end() && alive->second.is_offered && is_alive(registers);
}

}  // namespace rehearse
