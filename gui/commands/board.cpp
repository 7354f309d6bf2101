// board: how much the members of a study group do this week, of those who let the others see it.
#include <nlohmann/json.hpp>
#include <ostream>

#include "gui/commands/commands.h"
#include "gui/commands/find_group.h"
#include "gui/commands/group_history.h"
#include "gui/commands/member_names.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

void print(const Environment& environment, bool is_on, const std::vector<BoardRow>& rows) {
  auto all = Json::array();
  for (const BoardRow& row : rows)
    all.push_back({{"author", row.author},
                   {"own", row.is_own},
                   {"week", format_day(row.week)},
                   {"reviews", row.reviews},
                   {"minutes", row.minutes},
                   {"readiness", row.readiness ? Json(*row.readiness) : Json()}});
  environment.out << Json{{"on", is_on}, {"board", all}}.dump(2) << '\n';
}

void say_row(const Say& say, const BoardRow& row, const Words& name) {
  const std::string minutes = text(row.minutes);
  const std::string ready = row.readiness ? text(*row.readiness) + "%" : "";
  say({"  " + name.english + ": " + counted(row.reviews, "review") + ", " + minutes + " min" +
           (ready.empty() ? "" : ", ready " + ready),
       "  " + name.chinese + "：复习 " + text(row.reviews) + " 次，" + minutes + " 分钟" +
           (ready.empty() ? "" : "，准备度 " + ready)});
}

}  // namespace

int board_command(const Environment& environment, const GroupHistoryArguments& arguments, Output output) {
  Library library(environment.library, environment.random);
  const auto group = find_group(library, arguments.group);
  if (!group) return report(environment, group.error());
  const LocalInstant now = environment.clock();
  if (!arguments.choice.empty()) {
    library.set_on_board(group->scope, arguments.choice == "join", now);
    library.post_to_boards(now);
  }
  const bool is_on = library.is_on_board(group->scope);
  const std::vector<BoardRow> rows = library.board(group->scope, now);
  if (output == Output::kJson) {
    print(environment, is_on, rows);
    return kExitSuccess;
  }
  std::vector<std::string> authors;
  for (const BoardRow& row : rows) authors.push_back(row.author);
  const MemberNames names(environment, library, group->scope, authors);
  const Say say(environment);
  say(is_on ? Words{"you are on the board: the others see these figures of yours and nothing else",
                    "你在本周榜上：其他成员只看到你的这几个数字"}
            : Words{"you are not on the board; rehearse board GROUP join puts you there",
                    "你不在本周榜上；用 rehearse board 小组 join 加入"});
  for (const BoardRow& row : rows) say_row(say, row, row.is_own ? Words{"you", "你"} : names(row.author));
  return kExitSuccess;
}

}  // namespace rehearse
