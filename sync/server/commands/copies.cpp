#include <nlohmann/json.hpp>
#include <ostream>

#include "sync/server/commands/command.h"
#include "sync/server/commands/folder_lock.h"
#include "sync/server/commands/store_place.h"
#include "sync/server/store/server_copy.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

Words counts(const ServerCheck& check) {
  const std::string accounts = std::to_string(check.accounts), ops = std::to_string(check.ops);
  return {accounts + (check.accounts == 1 ? " account, " : " accounts, ") + ops +
              (check.ops == 1 ? " op" : " ops"),
          accounts + " 个账户，" + ops + " 条记录"};
}

Json json_of(const ServerCheck& check) {
  Json json = {{"accounts", check.accounts}, {"ops", check.ops}, {"faults", Json::array()}};
  for (const Words& fault : check.faults) json["faults"].push_back(fault.english);
  return json;
}

Error changed_file(const std::filesystem::path& file) {
  return {{"the data is not what it was", "数据已被改动"},
          file.string(),
          {"restore a backup: rehearse-sync restore FILE", "请恢复备份：rehearse-sync restore 文件"}};
}

Error changed_database(const PostgresAddress& database) {
  return {{"the data is not what it was", "数据已被改动"},
          database.shown(),
          {"restore a backup: pg_restore", "请恢复备份：pg_restore"}};
}

}  // namespace

int backup_command(const Environment& environment, const std::string& target, Output output) {
  if (const auto fault = fault_without_file(environment, {"use pg_dump", "请使用 pg_dump"}))
    return report(environment, *fault);
  const std::filesystem::path file = open_folder(environment);
  if (const auto fault = fault_without_data(environment, file)) return report(environment, *fault);
  const ServerCheck check = back_up_server(file, target);
  if (output == Output::kJson) {
    Json json = {{"backup", target}};
    json.update(json_of(check));
    print(environment, json);
  } else {
    const Words found = counts(check);
    say(environment, {"backed up and checked: " + target + " (" + found.english + ")",
                      "已备份并检查：" + target + "（" + found.chinese + "）"});
  }
  return kExitSuccess;
}

int restore_command(const Environment& environment, const std::string& source, Output output) {
  if (const auto fault = fault_without_file(environment, {"use pg_restore", "请使用 pg_restore"}))
    return report(environment, *fault);
  const std::filesystem::path file = open_folder(environment);
  const auto lock = FolderLock::take(environment.folder);
  if (!lock)
    return report(environment,
                  Error{{"a rehearse-sync serves this folder", "rehearse-sync 正在使用这个文件夹"},
                        environment.folder.string(),
                        {"stop it first", "请先停止它"}});
  const RestoredServer restored = restore_server(source, file);
  const Words found = counts(restored.check);
  if (output == Output::kJson) {
    Json json = {{"restored", source}, {"before", restored.before.string()}};
    json.update(json_of(restored.check));
    print(environment, json);
    return kExitSuccess;
  }
  say(environment, {"restored: " + found.english + "; devices send again what is missing when they sync",
                    "已恢复：" + found.chinese + "；各设备下次同步时会补回缺少的记录"});
  if (!restored.before.empty())
    say(environment, {"what was there before is in " + restored.before.string(),
                      "之前的数据在 " + restored.before.string()});
  return kExitSuccess;
}

int check_command(const Environment& environment, Output output) {
  const auto database = database_of(environment);
  const std::filesystem::path file = database ? "" : open_folder(environment);
  if (!database)
    if (const auto fault = fault_without_data(environment, file)) return report(environment, *fault);
  const ServerCheck check = database ? check_server(*database) : check_server(file);
  if (output == Output::kJson)
    print(environment, json_of(check));
  else
    for (const Words& fault : check.faults) say(environment, fault);
  if (!check.faults.empty())
    return report(environment, database ? changed_database(*database) : changed_file(file));
  const Words found = counts(check);
  if (output == Output::kText) say(environment, {"sound: " + found.english, "完好：" + found.chinese});
  return kExitSuccess;
}

}  // namespace rehearse::sync
