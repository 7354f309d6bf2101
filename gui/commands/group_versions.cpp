// versions and withdraw: what a study group's decks said once, and going back to it.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "gui/commands/changes.h"
#include "gui/commands/commands.h"
#include "gui/commands/find_group.h"
#include "gui/commands/group_history.h"
#include "gui/commands/json_output.h"
#include "gui/commands/member_names.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Words count_words(const GroupVersion& version) {
  const std::string added = text(version.added), changed = text(version.changed),
                    removed = text(version.removed);
  return {added + " new, " + changed + " changed, " + removed + " removed",
          "新增 " + added + " 题，修改 " + changed + " 题，移除 " + removed + " 题"};
}

void say_version(const Say& say, const GroupVersion& version, const Words& author) {
  const Words counts = count_words(version);
  const std::string day = format_instant(version.at).substr(0, 10), number = text(version.number);
  const std::string back = version.back_to ? text(*version.back_to) : "";
  say({"  " + std::string(version.is_news ? "* " : "  ") + version.title + "  " + number + "  " + day + "  " +
           author.english + ": " + counts.english + (back.empty() ? "" : ", back to " + back) +
           (version.note.empty() ? "" : ": " + version.note),
       "  " + std::string(version.is_news ? "* " : "  ") + "《" + version.title + "》第 " + number + " 版  " +
           day + "  " + author.chinese + "：" + counts.chinese +
           (back.empty() ? "" : "，退回第 " + back + " 版") +
           (version.note.empty() ? "" : "：" + version.note)});
}

Json version_json(const GroupVersion& version) {
  return {{"id", version.id.hex()},
          {"number", version.number},
          {"deck", version.deck.hex()},
          {"title", version.title},
          {"author", version.author},
          {"at", format_instant(version.at)},
          {"note", version.note},
          {"added", version.added},
          {"changed", version.changed},
          {"removed", version.removed},
          {"back_to", version.back_to ? Json(*version.back_to) : Json()},
          {"news", version.is_news}};
}

/// Of one deck, or of all.
std::vector<GroupVersion> versions_of(const Library& library, const JoinedGroup& group,
                                      const std::optional<DeckId>& deck) {
  std::vector<GroupVersion> versions = library.group_versions(group.scope);
  if (deck) std::erase_if(versions, [&](const GroupVersion& version) { return version.deck != *deck; });
  return versions;
}

Result<GroupVersion> find_version(const std::vector<GroupVersion>& versions, int number) {
  std::optional<GroupVersion> found;
  for (const GroupVersion& version : versions) {
    if (version.number != static_cast<std::size_t>(number)) continue;
    if (found)
      return Error{{"several decks have this version: say which", "不止一个题库有这个版本，请指明"},
                   text(number),
                   {"--deck DECK", "--deck 题库"}};
    found = version;
  }
  if (!found) return Error{{"no such version", "没有这个版本"}, text(number), {}};
  return *found;
}

int list(const Environment& environment, Library& library, const JoinedGroup& group,
         const std::vector<GroupVersion>& versions, Output output) {
  std::vector<std::string> authors;
  for (const GroupVersion& version : versions) authors.push_back(version.author);
  const MemberNames names(environment, library, group.scope, authors);
  if (output == Output::kJson) {
    auto all = Json::array();
    for (const GroupVersion& version : versions) all.push_back(version_json(version));
    environment.out << dump({{"versions", all}});
  } else {
    const Say say(environment);
    if (versions.empty())
      say({"nothing was published in \"" + group.name + "\" yet",
           "小组「" + group.name + "」还没有发布过题库"});
    for (const GroupVersion& version : versions) say_version(say, version, names(version.author));
  }
  library.set_news_seen(group.scope, environment.clock());
  return kExitSuccess;
}

}  // namespace

int versions_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output) {
  Library library(environment.library, environment.random);
  const auto group = find_group(library, arguments.group);
  if (!group) return report(environment, group.error());
  std::optional<DeckId> deck;
  if (!arguments.deck.empty()) {
    const auto found = library.find_deck(arguments.deck);
    if (!found) return report(environment, found.error());
    deck = *found;
  }
  const std::vector<GroupVersion> versions = versions_of(library, *group, deck);
  const int number = arguments.back > 0 ? arguments.back : arguments.show;
  if (number == 0) return list(environment, library, *group, versions, output);
  const auto version = find_version(versions, number);
  if (!version) return report(environment, version.error());
  const bool goes_back = arguments.back > 0;
  if (goes_back && group->role == GroupRole::kReader) return report(environment, no_editor(*group));
  const auto changes = goes_back ? library.changes_back_to(group->scope, version->id)
                                 : library.changes_of(group->scope, version->id);
  if (goes_back && !arguments.preview) library.go_back(group->scope, version->id, environment.clock());
  if (output == Output::kJson) {
    environment.out << deck_changes_json(version->deck, *changes);
    return kExitSuccess;
  }
  print_deck_changes(environment, *changes);
  if (goes_back && !arguments.preview) {
    const Say say(environment);
    say({"\"" + version->title + "\" is back at version " + text(number) + ": rehearse sync sends it",
         "《" + version->title + "》已退回第 " + text(number) + " 版，用 rehearse sync 发送"});
  }
  return kExitSuccess;
}

int withdraw_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output) {
  Library library(environment.library, environment.random);
  const auto deck = library.find_deck(arguments.deck);
  if (!deck) return report(environment, deck.error());
  const auto group = find_group(library, arguments.group);
  if (!group) return report(environment, group.error());
  if (group->role == GroupRole::kReader) return report(environment, no_editor(*group));
  const std::size_t questions = library.withdraw(*deck, group->scope, environment.clock());
  if (output == Output::kJson) {
    environment.out << dump({{"withdrawn", questions}});
    return kExitSuccess;
  }
  const Say say(environment);
  if (questions == 0)
    say({"\"" + group->name + "\" does not have this deck", "小组「" + group->name + "」没有这个题库"});
  else
    say({"withdrew " + counted(questions, "question") + " from \"" + group->name +
             "\"; they stay yours. rehearse sync sends it",
         "已从小组「" + group->name + "」撤回 " + text(questions) +
             " 题，你自己的仍保留。用 rehearse sync 发送"});
  return kExitSuccess;
}

}  // namespace rehearse
