#include "core/interview/report_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/interview/draw.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kLongestSpent = 86'400'000;  // milliseconds: what a review can say too
constexpr std::int64_t kLongestLimit = 3'600;       // seconds
constexpr std::string_view kAll = "all";

/// What is kept where the whole does not fit: the first that does is written.
struct Detail {
  std::optional<std::size_t> items;  // code points of each text; nothing: no items
};
constexpr std::array kDetails{Detail{120}, Detail{40}, Detail{0}, Detail{std::nullopt}};

constexpr std::size_t kSeedDigits = 16;

Json items_json(const std::vector<MarkedItem>& items, std::size_t code_points) {
  Json list = Json::array();
  for (const MarkedItem& item : items) {
    Json entry = {rounded_marks(item.marks), rounded_marks(item.earned)};
    if (code_points > 0 && !item.text.empty()) entry.push_back(shortened(item.text, code_points));
    list.push_back(std::move(entry));
  }
  return list;
}

Json question_json(const QuestionResult& result, const Detail& detail) {
  Json question = {{"id", result.question.hex()},
                   {"of", rounded_marks(result.marks)},
                   {"got", rounded_marks(result.earned)},
                   {"sec", std::clamp<std::int64_t>(result.limit.count(), 0, kLongestLimit)},
                   {"ms", std::clamp<std::int64_t>(result.spent.count(), 0, kLongestSpent)}};
  if (detail.items && !result.items.empty()) question["items"] = items_json(result.items, *detail.items);
  if (result.drill == DrillNeed::kQuestion || result.missed.size() > kMostMissedPoints)
    question["miss"] = kAll;
  else if (result.drill == DrillNeed::kMissedPoints)
    for (const PointId& point : result.missed) question["miss"].push_back(point.hex());
  return question;
}

using Members = std::map<std::string, std::string>;

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// As what is written adds up, so that it says the same when it is read.
double score_of(const InterviewReport& report) {
  InterviewReport kept;
  for (QuestionResult question : report.questions) {
    question.marks = rounded_marks(question.marks);
    question.earned = rounded_marks(question.earned);
    kept.questions.push_back(std::move(question));
  }
  return rounded_marks(kept.total());
}

Members write_with(const InterviewReport& report, const Detail& detail) {
  Json questions = Json::array();
  for (const QuestionResult& question : report.questions)
    questions.push_back(question_json(question, detail));
  return {{"score", text_of(score_of(report))},
          {"seed", text_of(seed_text(report.seed))},
          {"q", text_of(questions)}};
}

std::size_t size_of(const Members& members) {
  constexpr std::size_t kSigns = 4;  // "":,
  std::size_t size = 0;
  for (const auto& [key, value] : members) size += key.size() + value.size() + kSigns;
  return size;
}

/// What is wrong in a report, by the key it stands under. Never leaves this file.
struct Fault {
  std::string what;
  std::string where;
};

/// The member that the last word of `path` names.
const Json& member(const Json& object, std::string_view path) {
  const auto found = object.find(std::string(path.substr(path.rfind('.') + 1)));
  if (found == object.end()) throw Fault{"is missing", std::string(path)};
  return *found;
}

double number(const Json& json, double lowest, double highest, const char* path) {
  if (!json.is_number()) throw Fault{"is not a number", path};
  const auto value = json.get<double>();
  if (!(value >= lowest && value <= highest)) throw Fault{"is out of range", path};
  return value;
}

double number_in(const Json& object, double highest, const char* path) {
  return number(member(object, path), 0, highest, path);
}

std::int64_t whole_number_in(const Json& object, std::int64_t highest, const char* path) {
  if (!member(object, path).is_number_integer()) throw Fault{"is not a whole number", path};
  return static_cast<std::int64_t>(number_in(object, static_cast<double>(highest), path));
}

template <class AnyId>
AnyId id_in(const Json& json, const char* path) {
  const auto id = json.is_string() ? AnyId::from_hex(json.get_ref<const std::string&>()) : std::nullopt;
  if (!id) throw Fault{"is not an id", path};
  return *id;
}

MarkedItem item_in(const Json& json) {
  constexpr const char* kPath = "q.items";
  if (!json.is_array() || json.size() < 2)
    throw Fault{"is not a list of marks, marks earned and text", kPath};
  MarkedItem item;
  item.marks = number(json[0], 0, kMostMarks, kPath);
  item.earned = number(json[1], 0, item.marks, kPath);
  if (json.size() == 2) return item;
  if (!json[2].is_string()) throw Fault{"is not a list of marks, marks earned and text", kPath};
  item.text = json[2].get<std::string>();
  return item;
}

void read_miss(const Json& json, QuestionResult& result) {
  constexpr const char* kPath = "q.miss";
  if (json == kAll) {
    result.drill = DrillNeed::kQuestion;
    return;
  }
  if (!json.is_array() || json.empty()) throw Fault{"is neither a list of points nor \"all\"", kPath};
  result.drill = DrillNeed::kMissedPoints;
  for (const Json& point : json) result.missed.push_back(id_in<PointId>(point, kPath));
}

QuestionResult question_in(const Json& json) {
  if (!json.is_object()) throw Fault{"is not an object", "q"};
  QuestionResult result;
  result.question = id_in<QuestionId>(member(json, "q.id"), "q.id");
  result.marks = number_in(json, kMostMarks, "q.of");
  result.earned = number_in(json, result.marks, "q.got");
  result.limit = std::chrono::seconds{whole_number_in(json, kLongestLimit, "q.sec")};
  result.spent = std::chrono::milliseconds{whole_number_in(json, kLongestSpent, "q.ms")};
  if (const auto items = json.find("items"); items != json.end()) {
    if (!items->is_array()) throw Fault{"is not a list", "q.items"};
    for (const Json& item : *items) result.items.push_back(item_in(item));
  }
  if (const auto miss = json.find("miss"); miss != json.end()) read_miss(*miss, result);
  return result;
}

InterviewReport report_in(const Json& json) {
  if (!json.is_object()) throw Fault{"is not an object", ""};
  InterviewReport report;
  number_in(json, 100, "score");
  const Json& seed = member(json, "seed");
  const auto value = seed.is_string() ? seed_from_text(seed.get_ref<const std::string&>()) : std::nullopt;
  if (!value) throw Fault{"is not 16 hexadecimal digits", "seed"};
  report.seed = *value;
  const Json& questions = member(json, "q");
  if (!questions.is_array() || questions.size() > kMostQuestionsAsked)
    throw Fault{"is not a list of at most 40 questions", "q"};
  for (const Json& question : questions) report.questions.push_back(question_in(question));
  return report;
}

}  // namespace

double rounded_marks(double marks) { return std::round(marks * 10'000) / 10'000; }

std::string seed_text(std::uint64_t seed) {
  std::array<char, kSeedDigits> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), seed, 16).ptr;
  const std::string text(digits.data(), end);
  return std::string(kSeedDigits - text.size(), '0') + text;
}

std::optional<std::uint64_t> seed_from_text(std::string_view text) {
  std::uint64_t seed = 0;
  std::from_chars(text.data(), text.data() + text.size(), seed, 16);
  if (seed_text(seed) != text) return std::nullopt;
  return seed;
}

Members write_report(const InterviewReport& report) {
  InterviewReport kept = report;
  if (kept.questions.size() > kMostQuestionsAsked) kept.questions.resize(kMostQuestionsAsked);
  Members written;
  for (const Detail& detail : kDetails) {
    written = write_with(kept, detail);
    if (size_of(written) <= kLongestReport) break;
  }
  return written;
}

Result<InterviewReport> read_report(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return Error{"is not JSON", "", {}};
  try {
    return report_in(parsed);
  } catch (const Fault& fault) {
    return Error{fault.what, fault.where, {}};
  }
}

}  // namespace rehearse
