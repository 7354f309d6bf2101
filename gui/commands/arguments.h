// Every argument of every command, and the words that explain them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "gui/commands/backup.h"
#include "gui/commands/command.h"
#include "gui/commands/group_history.h"
#include "gui/commands/groups.h"
#include "gui/commands/sync.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class App;
}

namespace rehearse {

/// Each command reads its own.
struct Arguments {
  std::string library, now, file, deck, day, format, query, choice;
  std::vector<std::string> files, card;
  QuestionName question;
  TextArguments text;
  PointArguments point;
  ActArguments act;
  SettingArguments settings;
  InterviewArguments interview;
  InterviewsArguments interviews;
  StudyArguments study;
  BackupArguments backup;
  LoginArguments login;
  DevicesArguments devices;
  GroupArguments groups;
  GroupHistoryArguments group_history;
  std::string code;  // of an invite
  int flag = 0;
  std::vector<std::string> tags;
  std::string example;
  bool remove = false;
  bool json = false;
  bool rebuild = false;
  bool diff = false;
  bool force = false;
  bool watch = false;

  Output output() const { return json ? Output::kJson : Output::kText; }
};

/// Adds the general options and all commands to `app`, explained in the language. What is parsed goes into
/// `arguments`, which must outlive the app.
void add_arguments(CLI::App& app, Arguments& arguments, Language language);

}  // namespace rehearse
