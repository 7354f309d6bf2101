// publish, removed, keep, delete: what a deck and its group say of each other.
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/library.h"
#include "gui/commands/commands.h"
#include "gui/commands/find.h"
#include "gui/commands/find_group.h"
#include "gui/commands/groups.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIdShown = 8;  // digits

void say_report(const Environment& environment, const PublishReport& report, const std::string& group,
                bool is_preview) {
  const Say say(environment);
  if (report.is_nothing()) {
    say({"\"" + group + "\" has all of it already", "小组「" + group + "」已是最新"});
  } else {
    const std::string added = text(report.added), changed = text(report.changed),
                      removed = text(report.removed);
    say({std::string(is_preview ? "would publish" : "published") + " in \"" + group +
             "\": " + counted(report.added, "new question") + ", " + changed + " changed, " + removed +
             " removed" + (report.is_deck_changed ? ", the title or the sections" : ""),
         std::string(is_preview ? "将发布到" : "已发布到") + "小组「" + group + "」：新增 " + added +
             " 题，修改 " + changed + " 题，移除 " + removed + " 题" +
             (report.is_deck_changed ? "，以及标题或章节" : "")});
    if (!is_preview) say({"rehearse sync sends it", "用 rehearse sync 发送"});
  }
  if (report.undecided > 0)
    say({text(report.undecided) + " left out: others have changed them too; choose a version first",
         text(report.undecided) + " 处未发布：其他成员也有改动，请先选定版本"});
}

int set_removed(const Environment& environment, const QuestionName& name, bool is_removed, Output output) {
  Library library(environment.library, environment.random);
  const auto question = find_question(library, name);
  if (!question) return report(environment, question.error());
  library.set_removed(question->id, is_removed, environment.clock());
  if (output == Output::kJson) {
    environment.out << Json{{"id", question->id.hex()}, {"removed", is_removed}}.dump(2) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (is_removed)
    say({"deleted: " + question->question.stem + " (rehearse undo brings it back)",
         "已删除：" + question->question.stem + "（可用 rehearse undo 恢复）"});
  else
    say({"kept: " + question->question.stem, "已保留：" + question->question.stem});
  return kExitSuccess;
}

}  // namespace

int publish_command(const Environment& environment, const std::string& deck, const GroupArguments& arguments,
                    Output output) {
  Library library(environment.library, environment.random);
  const auto id = library.find_deck(deck);
  if (!id) return report(environment, id.error());
  const auto group = find_group(library, arguments.group);
  if (!group) return report(environment, group.error());
  if (group->role == GroupRole::kReader) return report(environment, no_editor(*group));
  const PublishReport done = arguments.preview
                                 ? library.what_to_publish(*id, group->scope)
                                 : library.publish(*id, group->scope, environment.clock(), arguments.note);
  if (output == Output::kText)
    say_report(environment, done, group->name, arguments.preview);
  else
    environment.out << Json{{"added", done.added},
                            {"changed", done.changed},
                            {"removed", done.removed},
                            {"deck", done.is_deck_changed},
                            {"undecided", done.undecided}}
                           .dump(2)
                    << '\n';
  return kExitSuccess;
}

int removed_command(const Environment& environment, Output output) {
  const Library library(environment.library, environment.random);
  const std::vector<OfferedRemoval> removals = library.offered_removals();
  if (output == Output::kJson) {
    auto all = Json::array();
    for (const OfferedRemoval& removal : removals)
      all.push_back({{"id", removal.question.hex()}, {"stem", removal.stem}});
    environment.out << Json{{"removed", all}}.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (removals.empty())
    say({"no group has removed anything of yours", "没有被小组移除、等你决定的题目"});
  else
    say({"removed from the deck by its group; rehearse keep or rehearse delete:",
         "小组已从题库中移除以下题目，可用 rehearse keep 保留或 rehearse delete 删除："});
  for (const OfferedRemoval& removal : removals) {
    const std::string line = "  [" + removal.question.hex().substr(0, kIdShown) + "] " + removal.stem;
    say({line, line});
  }
  return kExitSuccess;
}

int keep_command(const Environment& environment, const QuestionName& name, Output output) {
  return set_removed(environment, name, false, output);
}

int delete_command(const Environment& environment, const QuestionName& name, Output output) {
  return set_removed(environment, name, true, output);
}

}  // namespace rehearse
