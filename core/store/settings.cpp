#include "core/store/settings.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "core/store/json_text.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr const char* kRead = "SELECT value FROM setting WHERE name = ?1";
constexpr const char* kWrite = "INSERT INTO setting (name, value) VALUES (?1, ?2)";
constexpr const char* kClear = "DELETE FROM setting";

constexpr const char* kSchedulerField = "scheduler";
constexpr const char* kFsrs = "fsrs6";
constexpr const char* kSm2 = "sm2";

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

std::string read_field(Database& database, const char* name) {
  Query query = database.query(kRead);
  return query.bind(name).step() ? query.text(0) : "";
}

}  // namespace

const Scheduler& SchedulerSetting::read() const {
  std::string text = read_field(database_, kSchedulerField);
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

bool write_settings(Database& database, const Registers& registers) {
  const std::string before = read_field(database, kSchedulerField);
  database.execute(kClear);
  for (const auto& [name, field] : registers)
    if (std::string_view(name).starts_with(kConfigPrefix))
      database.query(kWrite).bind(name.substr(std::string_view(kConfigPrefix).size()), field.value).run();
  return read_field(database, kSchedulerField) != before;
}

}  // namespace rehearse
