// join, groups, publish, removed, keep, delete: decks that a study group shares.
#pragma once

#include <string>

#include "gui/commands/command.h"
#include "gui/commands/environment.h"

namespace rehearse {

struct GroupArguments {
  std::string act;     // empty: list them
  std::string group;   // its name, a part of it, or its id; with create: the new one's name
  std::string member;  // his name, or his account
  std::string role;    // reader, editor or owner
  int uses = 1, days = 7;
  bool forget = false;   // the decks of a group that is left
  bool preview = false;  // of publish: only say what it would do
  std::string note;      // of publish: for the members
};

/// Joins with the code of an invite, and syncs.
int join_command(const Environment& environment, const std::string& code, Output output);
/// With JSON: {"groups":[{"id","name","role"}]}, {"members":[{"account","name","role","self"}]},
/// {"code","ends"}, or {"done":true}
int groups_command(const Environment& environment, const GroupArguments& arguments, Output output);
/// With JSON: {"added","changed","removed","deck","undecided"}
int publish_command(const Environment& environment, const std::string& deck, const GroupArguments& arguments,
                    Output output);
/// Questions that a group has removed. With JSON: {"removed":[{"id","stem"}]}
int removed_command(const Environment& environment, Output output);
/// Keeps such a question, or deletes any. With JSON: {"id","removed"}
int keep_command(const Environment& environment, const QuestionName& name, Output output);
int delete_command(const Environment& environment, const QuestionName& name, Output output);

}  // namespace rehearse
