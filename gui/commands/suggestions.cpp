// suggest and suggestions: what members would have a study group's decks say.
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

constexpr std::size_t kIdShown = 8;  // digits

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

const char* word_of(SuggestedChange::Kind kind) {
  if (kind == SuggestedChange::Kind::kAdd) return "add";
  return kind == SuggestedChange::Kind::kChange ? "change" : "remove";
}

Words kind_words(SuggestedChange::Kind kind) {
  if (kind == SuggestedChange::Kind::kAdd) return {"new question", "新增"};
  return kind == SuggestedChange::Kind::kChange ? Words{"change", "修改"} : Words{"removal", "移除"};
}

Json suggestion_json(const SuggestedChange& one) {
  return {{"id", one.id.hex()},
          {"kind", word_of(one.kind)},
          {"question", one.question.hex()},
          {"text", one.change.stem},
          {"author", one.author},
          {"at", format_instant(one.at)},
          {"note", one.note},
          {"own", one.is_own},
          {"fields", Json::parse(fields_json(one.change))}};
}

void say_suggestion(const Environment& environment, const SuggestedChange& one, const Words& author) {
  const Say say(environment);
  const Words kind = kind_words(one.kind);
  const std::string id = "[" + one.id.hex().substr(0, kIdShown) + "] ";
  say({id + author.english + ", " + kind.english + (one.note.empty() ? "" : ": " + one.note),
       id + author.chinese + "，" + kind.chinese + (one.note.empty() ? "" : "：" + one.note)});
  print_change(environment, one.change);
}

Result<SuggestedChange> find_suggestion(const std::vector<SuggestedChange>& waiting, const std::string& id) {
  const Words hint{"see: rehearse suggestions GROUP", "可用 rehearse suggestions 小组 查看"};
  std::vector<SuggestedChange> found;
  for (const SuggestedChange& one : waiting)
    if (!id.empty() && one.id.hex().starts_with(id)) found.push_back(one);
  if (found.size() == 1) return found.front();
  if (found.empty()) return Error{{"no such suggestion", "没有这条建议"}, id, hint};
  return Error{{"more than one begins so", "不止一条以此开头"}, id, hint};
}

int list(const Environment& environment, Library& library, const JoinedGroup& group,
         const std::vector<SuggestedChange>& waiting, Output output) {
  std::vector<std::string> authors;
  for (const SuggestedChange& one : waiting) authors.push_back(one.author);
  const MemberNames names(environment, library, group.scope, authors);
  if (output == Output::kJson) {
    auto all = Json::array();
    for (const SuggestedChange& one : waiting) all.push_back(suggestion_json(one));
    environment.out << dump({{"suggestions", all}});
    return kExitSuccess;
  }
  const Say say(environment);
  if (waiting.empty()) say({"no suggestion is waiting", "没有待处理的建议"});
  for (const SuggestedChange& one : waiting)
    say_suggestion(environment, one, one.is_own ? Words{"you", "你"} : names(one.author));
  return kExitSuccess;
}

}  // namespace

int suggest_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output) {
  Library library(environment.library, environment.random);
  const auto deck = library.find_deck(arguments.deck);
  if (!deck) return report(environment, deck.error());
  const auto group = find_group(library, arguments.group);
  if (!group) return report(environment, group.error());
  const SuggestReport done = arguments.preview
                                 ? library.what_to_suggest(*deck, group->scope)
                                 : library.suggest(*deck, group->scope, arguments.note, environment.clock());
  if (output == Output::kJson) {
    environment.out << dump(
        {{"suggested", done.suggested}, {"waiting", done.waiting}, {"undecided", done.undecided}});
    return kExitSuccess;
  }
  const Say say(environment);
  const std::string count = text(done.suggested);
  if (done.suggested == 0)
    say({"there is nothing new to suggest", "没有新的改动可以建议"});
  else if (arguments.preview)
    say({"would suggest changes of " + counted(done.suggested, "question"),
         "将提交 " + count + " 题的修改建议"});
  else
    say({"suggested changes of " + counted(done.suggested, "question") + ": rehearse sync sends them",
         "已提交 " + count + " 题的修改建议，用 rehearse sync 发送"});
  if (done.waiting > 0)
    say({text(done.waiting) + " suggested before still wait",
         text(done.waiting) + " 题之前已提交，等待处理"});
  if (done.undecided > 0)
    say({text(done.undecided) + " left out: others have changed them too; choose a version first",
         text(done.undecided) + " 处未提交：其他成员也有改动，请先选定版本"});
  return kExitSuccess;
}

int suggestions_command(const Environment& environment, const GroupHistoryArguments& arguments,
                        Output output) {
  Library library(environment.library, environment.random);
  const auto group = find_group(library, arguments.group);
  if (!group) return report(environment, group.error());
  const std::vector<SuggestedChange> waiting = library.suggestions(group->scope);
  if (arguments.choice.empty()) return list(environment, library, *group, waiting, output);
  const auto one = find_suggestion(waiting, arguments.id);
  if (!one) return report(environment, one.error());
  const LocalInstant now = environment.clock();
  if (arguments.choice == "withdraw") {
    if (!one->is_own)
      return report(environment,
                    Error{{"only who suggested it takes it back", "只有提交者可以撤回"}, "", {}});
    library.withdraw_suggestion(group->scope, one->id, now);
  } else {
    if (group->role == GroupRole::kReader) return report(environment, no_editor(*group));
    if (arguments.choice == "decline")
      library.decline_suggestion(group->scope, one->id, now);
    else if (const auto error = library.accept_suggestion(group->scope, one->id, now))
      return report(environment, *error);
  }
  if (output == Output::kJson) environment.out << dump({{"done", true}});
  const Say say(environment);
  if (output == Output::kText) say({"done: rehearse sync sends it", "完成，用 rehearse sync 发送"});
  return kExitSuccess;
}

}  // namespace rehearse
