#include "core/store/settings.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

#include "core/store/json_text.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr const char* kRead = "SELECT value FROM setting WHERE target = ?1 AND name = ?2";
constexpr const char* kWrite = "INSERT INTO setting (target, name, value) VALUES (?1, ?2, ?3)";
constexpr const char* kClear = "DELETE FROM setting WHERE target = ?1";

constexpr const char* kSchedulerField = "scheduler";
constexpr const char* kDayStartsField = "day_starts";
constexpr const char* kFsrs = "fsrs6";
constexpr const char* kSm2 = "sm2";

constexpr const char* kMinutesField = "minutes";
constexpr const char* kFreshField = "fresh";
constexpr const char* kReviewsField = "reviews";
constexpr const char* kAfterField = "after_interview";
constexpr const char* kSpreadField = "spread";
constexpr const char* kDevicePrefix = "device:";
constexpr const char* kQuiet = "quiet";
constexpr const char* kMaintenance = "maintenance";
constexpr const char* kNull = "null";

/// The value of the field: "sm2", or {"fsrs6": [21 parameters], "retention": 0.9}.
Scheduler scheduler_from(const std::string& text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains(kFsrs)) return {};
  const Json& list = json[kFsrs];
  Fsrs6Parameters parameters;
  if (list.is_array() && list.size() == parameters.w.size())
    for (std::size_t i = 0; i < list.size(); ++i)
      if (list[i].is_number()) parameters.w[i] = list[i].get<double>();
  double retention = kDesiredRetention;
  if (json.contains("retention") && json["retention"].is_number())
    retention = json["retention"].get<double>();
  return Scheduler::fsrs6(parameters, retention);
}

std::string read_field(Database& database, const std::string& target, const char* name) {
  Query query = database.query(kRead);
  return query.bind(target, name).step() ? query.text(0) : "";
}

/// A whole number of the JSON, at least 0.
std::optional<std::size_t> count_from(const std::string& json) {
  std::size_t value = 0;
  const char* end = json.data() + json.size();
  const auto [stop, error] = std::from_chars(json.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

}  // namespace

const Scheduler& SchedulerSetting::read() const {
  std::string text = read_field(database_, kLibraryTarget, kSchedulerField);
  if (text != text_) {
    scheduler_ = scheduler_from(text);
    text_ = std::move(text);
  }
  return scheduler_;
}

Fields scheduler_fields(const Scheduler& scheduler) {
  if (scheduler.kind() == SchedulerKind::kSm2) return {{kSchedulerField, json_text(kSm2)}};
  Json value;
  value[kFsrs] = scheduler.parameters().w;
  value["retention"] = scheduler.desired_retention();
  return {{kSchedulerField, value.dump()}};
}

std::chrono::hours read_day_start(Database& database) {
  const auto hours = count_from(read_field(database, kLibraryTarget, kDayStartsField));
  if (!hours || *hours > static_cast<std::size_t>(kLatestDayStart.count())) return kDayStartsAt;
  return std::chrono::hours{*hours};
}

Fields day_start_field(std::chrono::hours day_starts_at) {
  return {{kDayStartsField, std::to_string(day_starts_at.count())}};
}

StudySettings read_study_settings(Database& database, const std::string& target) {
  const auto field = [&](const char* name) { return read_field(database, target, name); };
  StudySettings settings;
  if (const auto minutes = count_from(field(kMinutesField)))
    settings.minutes_per_day = std::chrono::minutes{std::min<std::size_t>(*minutes, kMostMinutes.count())};
  settings.fresh_per_day = count_from(field(kFreshField));
  if (const std::string reviews = field(kReviewsField); reviews == kNull)
    settings.reviews_per_day.emplace();
  else if (const auto count = count_from(reviews))
    settings.reviews_per_day = count;
  const auto after = text_from_json(field(kAfterField));
  if (after == kQuiet) settings.after_interview = AfterInterview::kQuiet;
  if (after == kMaintenance) settings.after_interview = AfterInterview::kMaintenance;
  const std::string spread = field(kSpreadField);
  if (spread == kNull)
    settings.spread.emplace();
  else if (const auto day = parse_day(text_from_json(spread).value_or("")))
    settings.spread.emplace(BacklogSpread{*day});
  return settings;
}

Fields study_fields(const StudySettings& settings) {
  Fields fields;
  if (settings.minutes_per_day) fields[kMinutesField] = std::to_string(settings.minutes_per_day->count());
  if (settings.fresh_per_day) fields[kFreshField] = std::to_string(*settings.fresh_per_day);
  if (const auto& reviews = settings.reviews_per_day)
    fields[kReviewsField] = *reviews ? std::to_string(**reviews) : kNull;
  if (const auto& after = settings.after_interview)
    fields[kAfterField] = json_text(*after == AfterInterview::kQuiet ? kQuiet : kMaintenance);
  if (const auto& spread = settings.spread)
    fields[kSpreadField] = *spread ? json_text(format_day((*spread)->last_day)) : kNull;
  return fields;
}

std::string read_device_name(Database& database, const std::string& device) {
  return text_from_json(read_field(database, kLibraryTarget, (kDevicePrefix + device).c_str())).value_or("");
}

Fields device_name_field(const std::string& device, std::string_view name) {
  return {{kDevicePrefix + device, json_text(name)}};
}

bool is_device_name(const Op& op) {
  const auto* config = std::get_if<ConfigOp>(&op.body);
  return config != nullptr && config->target == kLibraryTarget && !config->fields.empty() &&
         std::all_of(config->fields.begin(), config->fields.end(),
                     [](const auto& field) { return field.first.starts_with(kDevicePrefix); });
}

ChangedSettings write_settings(Database& database, const std::string& target, const Registers& registers) {
  const std::string before = read_field(database, target, kSchedulerField);
  const std::chrono::hours day_start = read_day_start(database);
  database.query(kClear).bind(target).run();
  for (const auto& [name, field] : registers)
    if (std::string_view(name).starts_with(kConfigPrefix))
      database.query(kWrite)
          .bind(target, name.substr(std::string_view(kConfigPrefix).size()), field.value)
          .run();
  return {read_field(database, target, kSchedulerField) != before, read_day_start(database) != day_start};
}

}  // namespace rehearse
