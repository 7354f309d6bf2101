// cards: suspending, burying, moving, resetting and forgiving them.
#include <array>
#include <charconv>
#include <ostream>

#include "core/deck/identity.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/find.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

/// By CardActKind: what was done with "… 3 cards", "… 3 张卡片".
const std::array<Words, kLastCardAct + 1> kDone{
    Words{"suspended", "已暂停"},   Words{"buried until tomorrow", "已推到明天"},
    Words{"released", "已恢复"},    Words{"moved", "已改期"},
    Words{"rescheduled", "已重排"}, Words{"reset", "已重置"},
    Words{"forgiven", "不再算难卡"}};

/// yyyy-mm-dd, or a number of days from today.
Result<StudyDay> day_from(const std::string& words, StudyDay today) {
  if (words.empty())
    return Error{{"the day is missing", "没有写日期"},
                 "--day",
                 {"such as 2026-12-05, or 3 for in three days", "如 2026-12-05；或写 3，表示三天后"}};
  int days = 0;
  const char* end = words.data() + words.size();
  const auto [stop, error] = std::from_chars(words.data(), end, days);
  if (error == std::errc{} && stop == end) {
    if (days >= 0 && days <= kLongestFsrs6Interval) return today + std::chrono::days{days};
    return Error{{"a number of days from 0 to 36500 is meant", "天数应在 0 到 36500 之间"}, words, {}};
  }
  return parse_day(words);
}

Result<std::vector<CardId>> cards_meant(Library& library, const ActArguments& arguments, LocalInstant now) {
  if (!arguments.query.empty()) {
    const auto found = library.search(arguments.query, now);
    if (const auto* fault = std::get_if<QueryFault>(&found)) return to_error(arguments.query, *fault);
    return std::get<std::vector<CardId>>(found);
  }
  if (arguments.question.question.empty())
    return Error{{"which cards is not said", "没有说是哪些卡片"},
                 "cards",
                 {"write DECK and QUESTION, or --search QUERY", "请写题库和题号，或 --search 查询"}};
  const auto listed = find_question(library, arguments.question);
  if (!listed) return listed.error();
  if (arguments.point.empty()) return std::vector{question_card_id(listed->id)};
  const auto point = find_point(*listed, arguments.point);
  if (!point) return point.error();
  return std::vector{point_card_id(listed->points[*point])};
}

}  // namespace

Words change_in_words(const GivenChange& change) {
  switch (change.kind) {
    case ChangeKind::kAnswer: return {"an answer", "一次作答"};
    case ChangeKind::kEdit: return {"the edit of a question", "对题目的修改"};
    case ChangeKind::kInterview: return {"a mock interview", "一次模拟面试"};
    case ChangeKind::kSetting: return {"a setting", "一项设定"};
    case ChangeKind::kImport: {
      if (change.title.empty()) return {"an import", "一次导入"};
      return {"the import of " + change.title, "《" + change.title + "》的导入"};
    }
    case ChangeKind::kCards: break;
  }
  const Words& done = kDone[static_cast<std::size_t>(change.act.value_or(CardActKind::kSuspend))];
  return {"cards were " + done.english, "卡片" + done.chinese};
}

int cards_command(const Environment& environment, const ActArguments& arguments, Output output) {
  const LocalInstant now = environment.clock();
  const auto kind = card_act_from_word(arguments.act);
  if (!kind) return kExitUsage;
  Library library(environment.library, environment.random);
  CardAct act{*kind, library.day_of(now), {}};
  if (wants_day(*kind)) {
    const auto day = day_from(arguments.day, act.on);
    if (!day) {
      report(environment, day.error());
      return kExitUsage;
    }
    act.due = *day;
  }
  const auto cards = cards_meant(library, arguments, now);
  if (!cards) return report(environment, cards.error());
  if (!cards->empty()) library.act_on(*cards, *kind, now, act.due);
  if (output == Output::kJson) {
    environment.out << acted_json(cards->size(), act) << '\n';
    return kExitSuccess;
  }
  const Words& done = kDone[static_cast<std::size_t>(*kind)];
  const std::string day = wants_day(*kind) ? format_day(act.due) : "";
  const Say say(environment);
  say({counted(cards->size(), "card") + " " + done.english + (day.empty() ? "" : ": comes on " + day),
       text(cards->size()) + " 张卡片" + done.chinese + (day.empty() ? "" : "：" + day + " 再来")});
  return kExitSuccess;
}

}  // namespace rehearse
