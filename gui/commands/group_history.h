// versions, withdraw, suggest, suggestions, board: what happens in a study group beside publishing.
#pragma once

#include <string>

#include "gui/commands/command.h"
#include "gui/commands/environment.h"

namespace rehearse {

struct GroupHistoryArguments {
  std::string group;       // its name, a part of it, or its id
  std::string deck;        // its title or a part of it; versions: empty: of all
  std::string note;        // for the others, with publish and suggest
  std::string choice;      // suggestions: accept, decline or withdraw; board: join or leave; empty: list
  std::string id;          // of a suggestion
  int show = 0, back = 0;  // numbers of versions; 0: list them
  bool preview = false;    // only say what it would do
};

/// With JSON: {"versions":[{"id","number","deck","title","author","at","note","added","changed","removed",
/// "back_to","news"}]}; with one shown or gone back to {"deck","added":[{"id","question"}],"removed",
/// "changed":[{"id","question","fields":[{"field","before","after"}]}]}
int versions_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output);
/// With JSON: {"withdrawn"}
int withdraw_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output);
/// With JSON: {"suggested","waiting","undecided"}
int suggest_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output);
/// With JSON: {"suggestions":[{"id","kind","question","text","author","at","note","own","fields"}]} or
/// {"done":true}
int suggestions_command(const Environment& environment, const GroupHistoryArguments& arguments,
                        Output output);
/// With JSON: {"on","board":[{"author","own","week","reviews","minutes","readiness"}]}
int board_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output);

}  // namespace rehearse
