#include "core/import/anki/rehearse_note.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/deck/deck_json.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr const char* kDataField = "Rehearse";
constexpr std::int64_t kMostInt = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kLatestMs = 253'402'300'799'999;  // the end of the year 9999

std::optional<std::int64_t> number(const Json& json, const char* name, std::int64_t least,
                                   std::int64_t most) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_number_integer()) return std::nullopt;
  if (found->is_number_unsigned() &&
      found->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return std::nullopt;
  const auto value = found->get<std::int64_t>();
  if (value < least || value > most) return std::nullopt;
  return value;
}

/// The card an event is about, as an index into the points; false when it is none.
bool read_asked(const Json& json, std::size_t points, AskedPoint& asked) {
  const auto found = json.find("card");
  if (found == json.end()) return false;
  if (*found == "question") return true;
  const auto index = number(json, "card", 0, kMostInt);
  if (!index || static_cast<std::size_t>(*index) >= points) return false;
  asked = static_cast<std::size_t>(*index);
  return true;
}

std::optional<PastReview> read_review(const Json& json, std::size_t points) {
  PastReview review;
  const auto at = number(json, "at", 0, kLatestMs);
  const auto grade = number(json, "grade", 0, 5);
  if (!at || !grade || !read_asked(json, points, review.asked)) return std::nullopt;
  review.at = Instant{std::chrono::milliseconds{*at}};
  review.quality = static_cast<Quality>(*grade);
  if (const auto offset = number(json, "offset", -24 * 60, 24 * 60))
    review.utc_offset = std::chrono::minutes{*offset};
  if (const auto suggested = number(json, "suggested", 0, 5))
    review.suggested = static_cast<Quality>(*suggested);
  review.spent = std::chrono::milliseconds{number(json, "ms", 0, kLatestMs).value_or(0)};
  review.interval_days = number(json, "interval", 0, kMostInt).value_or(0);
  if (const auto by = json.find("by"); by != json.end() && by->is_string()) review.scheduler = *by;
  const auto results = json.find("points");
  if (results == json.end() || !results->is_array()) return review;
  for (const Json& pair : *results) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() ||
        !pair[1].is_number_unsigned())
      continue;
    const auto index = pair[0].get<std::uint64_t>();
    const auto result = pair[1].get<std::uint64_t>();
    if (index < points && result <= 2) review.points.emplace_back(index, static_cast<PointResult>(result));
  }
  return review;
}

std::optional<PastSchedule> read_schedule(const Json& json, std::size_t points) {
  PastSchedule past;
  const auto due = json.find("due");
  if (!due->is_string() || !read_asked(json, points, past.asked)) return std::nullopt;
  const auto day = parse_day(due->get<std::string>());
  const auto interval = number(json, "interval", 1, kLongestInterval);
  const auto easiness = number(json, "easiness", kLowestEasiness, kMostInt);
  const auto repetitions = number(json, "repetitions", 0, kMostInt);
  const auto lapses = number(json, "lapses", 0, kMostInt);
  if (!day || !interval || !easiness || !repetitions || !lapses) return std::nullopt;
  past.schedule = {*day, *interval, static_cast<int>(*easiness), static_cast<int>(*repetitions),
                   static_cast<int>(*lapses)};
  if (const auto list = json.find("points"); list != json.end() && list->is_array())
    for (const Json& index : *list)
      if (index.is_number_unsigned() && index.get<std::uint64_t>() < points)
        past.points.push_back(index.get<std::size_t>());
  return past;
}

void read_history(const Json& events, RehearseNote& note) {
  const std::size_t points = note.question.points.size();
  for (const Json& event : events) {
    if (!event.is_object()) continue;
    if (event.contains("due")) {
      if (auto schedule = read_schedule(event, points))
        note.history.events.emplace_back(std::in_place_type<PastSchedule>, std::move(*schedule));
    } else if (auto review = read_review(event, points)) {
      note.history.events.emplace_back(std::in_place_type<PastReview>, std::move(*review));
    }
    if (const auto row = number(event, "revlog", 1, kLatestMs)) note.known_answers.insert(*row);
  }
}

/// Nothing unless all of them are ids.
std::optional<std::vector<PointId>> read_ids(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_array()) return std::nullopt;
  std::vector<PointId> ids;
  for (const Json& item : *found) {
    const auto id = item.is_string() ? PointId::from_hex(item.get<std::string>()) : std::nullopt;
    if (!id) return std::nullopt;
    ids.push_back(*id);
  }
  return ids;
}

std::optional<OriginPoint> read_point(const Json& json) {
  const auto id = json.is_object() ? json.find("id") : json.end();
  if (!json.is_object() || id == json.end() || !id->is_string()) return std::nullopt;
  const auto parsed = PointId::from_hex(id->get<std::string>());
  if (!parsed) return std::nullopt;
  return OriginPoint{*parsed, read_ids(json, "of").value_or(std::vector<PointId>())};
}

/// Of a question with so many points; nothing when any part of it is not as described.
std::optional<QuestionOrigin> read_origin(const Json& json, std::size_t points) {
  if (!json.is_object() || !json.contains("id") || !json["id"].is_string()) return std::nullopt;
  const auto id = QuestionId::from_hex(json["id"].get<std::string>());
  const auto list = json.find("points");
  if (!id || list == json.end() || !list->is_array() || list->size() != points) return std::nullopt;
  QuestionOrigin origin;
  origin.id = *id;
  for (const Json& item : *list) {
    auto point = read_point(item);
    if (!point) return std::nullopt;
    origin.points.push_back(std::move(*point));
  }
  if (const auto said = json.find("documented"); said != json.end()) {
    const Json deck{{"rehearse", 1}, {"questions", Json::array({*said})}};
    Document document = read_deck_json(deck.dump(-1, ' ', false, Json::error_handler_t::replace));
    auto ids = read_ids(json, "documented_points");
    if (document.questions.size() != 1 || !ids || ids->size() != document.questions[0].points.size())
      return std::nullopt;
    origin.documented = std::move(document.questions.front());
    origin.documented_points = std::move(*ids);
  }
  return origin;
}

QuestionMarks read_marks(const Json& json) {
  QuestionMarks marks;
  if (!json.is_object()) return marks;
  marks.flag = static_cast<int>(number(json, "flag", 0, kHighestFlag).value_or(0));
  if (const auto example = json.find("example"); example != json.end() && example->is_string())
    marks.example = *example;
  if (const auto tags = json.find("tags"); tags != json.end() && tags->is_array())
    for (const Json& tag : *tags)
      if (tag.is_string()) marks.tags.push_back(tag);
  return marks;
}

}  // namespace

std::optional<RehearseNote> read_rehearse_note(const AnkiNote& note, const AnkiNoteType& type) {
  const auto name = std::find(type.fields.begin(), type.fields.end(), kDataField);
  const auto index = static_cast<std::size_t>(name - type.fields.begin());
  if (name == type.fields.end() || index >= note.fields.size()) return std::nullopt;
  // It surveys the text first: what it finds sound may be parsed.
  Document document = read_deck_json(note.fields[index]);
  if (document.questions.size() != 1) return std::nullopt;
  RehearseNote result;
  result.deck_title = std::move(document.title);
  result.sections = std::move(document.sections);
  result.question = std::move(document.questions.front());
  const Json json = Json::parse(note.fields[index], nullptr, /*allow_exceptions=*/false);
  if (const auto events = json.find("history"); events != json.end() && events->is_array())
    read_history(*events, result);
  if (const auto origin = json.find("origin"); origin != json.end())
    result.origin = read_origin(*origin, result.question.points.size());
  if (const auto marks = json.find("marks"); marks != json.end()) result.marks = read_marks(*marks);
  return result;
}

}  // namespace rehearse
