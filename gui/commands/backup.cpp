#include "gui/commands/backup.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/library_backup.h"
#include "gui/commands/commands.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Backup& backup) {
  return {{"name", backup.name()}, {"file", backup.file.string()}, {"bytes", backup.bytes}};
}

void print(const Environment& environment, const Json& json) { environment.out << json.dump(2) << '\n'; }

std::string megabytes(std::uintmax_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

int make(const Environment& environment, Output output) {
  const std::optional<Backup> made = back_up(environment.library, environment.clock());
  if (output == Output::kJson) {
    print(environment, {{"made", made ? json_of(*made) : Json()}});
    return kExitSuccess;
  }
  const Say say(environment);
  if (made)
    say({"backed up: " + made->file.string(), "已备份：" + made->file.string()});
  else
    say({"nothing has changed since the last backup", "上次备份之后没有改动"});
  return kExitSuccess;
}

Json listed_json(const Backup& backup, std::size_t number) {
  Json json = {{"number", number}};
  json.update(json_of(backup));
  for (const char* unknown : {"answers", "decks", "questions", "newest_answer"}) json[unknown] = nullptr;
  if (const auto contents = look_into(backup)) {
    json["answers"] = contents->answers;
    json["decks"] = contents->decks;
    json["questions"] = contents->questions;
    if (contents->newest_answer) json["newest_answer"] = format_day(*contents->newest_answer);
  }
  return json;
}

void say_backup(const Say& say, const Backup& backup, std::size_t number) {
  Words holds{"of another version", "其他版本的备份"};
  if (const auto contents = look_into(backup))
    holds = {counted(contents->decks, "deck") + ", " + counted(contents->questions, "question") + ", " +
                 counted(contents->answers, "answer"),
             text(contents->decks) + " 个题库，" + text(contents->questions) + " 道题，" +
                 text(contents->answers) + " 次作答"};
  const std::string start = text(number) + "  " + backup.name() + "  " + megabytes(backup.bytes) + "  ";
  say({start + holds.english, start + holds.chinese});
}

int list(const Environment& environment, Output output) {
  const std::vector<Backup> backups = list_backups(environment.library);
  Json all = Json::array();
  const Say say(environment);
  for (std::size_t i = 0; i < backups.size(); ++i) {
    if (output == Output::kJson)
      all.push_back(listed_json(backups[i], i + 1));
    else
      say_backup(say, backups[i], i + 1);
  }
  if (output == Output::kJson)
    print(environment, {{"backups", all}});
  else if (backups.empty())
    say({"there is no backup yet: rehearse backup makes one", "还没有备份；rehearse backup 会备份一次"});
  return kExitSuccess;
}

int say_restored(const Environment& environment, const std::string& name, const RestoreReport& restored,
                 Output output) {
  const GoneBack& back = restored.back;
  if (output == Output::kJson) {
    print(environment, {{"restored", name.empty() ? Json() : Json(name)},
                        {"taken_back", back.taken_back},
                        {"answers_kept", back.answers_kept},
                        {"brought_in", back.brought_in},
                        {"was_damaged", restored.was_damaged}});
    return kExitSuccess;
  }
  const Say say(environment);
  if (name.empty())
    say({"the library was damaged and there is no backup: it is new, with " + text(back.brought_in) +
             " entries that could still be read",
         "题库已损坏，也没有备份：已新建题库，并补回仍能读出的 " + text(back.brought_in) + " 条记录"});
  else if (restored.was_damaged)
    say({"the library was damaged: it is the backup of " + name + " again, with " + text(back.brought_in) +
             " newer entries that could still be read",
         "题库已损坏：已换成 " + name + " 的备份，并补回仍能读出的 " + text(back.brought_in) +
             " 条较新的记录"});
  else
    say({"back to " + name + ": " + counted(back.taken_back, "change") + " taken back, " +
             counted(back.answers_kept, "later answer") + " kept",
         "已恢复到 " + name + "：收回了 " + text(back.taken_back) + " 项改动，保留了之后的 " +
             text(back.answers_kept) + " 次作答"});
  return kExitSuccess;
}

int restore(const Environment& environment, std::size_t number, Output output) {
  const std::vector<Backup> backups = list_backups(environment.library);
  if (number < 1 || number > backups.size())
    return report(environment, Error{{"there is no backup of this number", "没有这个编号的备份"},
                                     text(number),
                                     {"see: rehearse backup list", "可用 rehearse backup list 查看"}});
  const Backup& backup = backups[number - 1];
  return say_restored(environment, backup.name(),
                      restore_backup(environment.library, backup, DamagedLibrary::kReplaced,
                                     environment.random, environment.clock()),
                      output);
}

/// Without a number: a damaged library from the newest good backup, or from itself where there is none.
int mend(const Environment& environment, Output output) {
  const LocalInstant now = environment.clock();
  if (find_damage(environment.library, environment.random, now).empty()) {
    report(environment, Error{{"the library is not damaged. Which backup? Its number is missing",
                               "题库没有损坏。恢复哪一份？缺少编号"},
                              "restore",
                              {"see: rehearse backup list", "可用 rehearse backup list 查看"}});
    return kExitUsage;
  }
  if (const std::optional<Backup> backup = newest_good_backup(environment.library))
    return say_restored(
        environment, backup->name(),
        restore_backup(environment.library, *backup, DamagedLibrary::kReplaced, environment.random, now),
        output);
  return say_restored(environment, "", salvage_library(environment.library, environment.random, now), output);
}

}  // namespace

int backup_command(const Environment& environment, const BackupArguments& arguments, Output output) {
  if (arguments.act == "list") return list(environment, output);
  if (arguments.act.empty()) return make(environment, output);
  if (arguments.number) return restore(environment, *arguments.number, output);
  return mend(environment, output);
}

}  // namespace rehearse
