// decks, stats, check, date: short answers about the library.
#include <ostream>

#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
Words kind_in_words(CardKind kind) {
  switch (kind) {
    case CardKind::kRecall: return {"recall", "整题"};
    case CardKind::kPoint: return {"point", "要点"};
    case CardKind::kChoice: return {"choice", "自查"};
  }
  return {};
}

int report(const Environment& environment, const Error& error) {
  environment.err << "rehearse: " << error.line(environment.language) << '\n';
  return kExitFailure;
}

int decks_command(const Environment& environment, Output output) {
  const Library library(environment.library, environment.random);
  const auto decks = library.decks(environment.clock());
  if (output == Output::kJson) {
    environment.out << decks_json(decks) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (decks.empty()) say({"no decks yet: rehearse import FILE", "还没有题库：rehearse import 文件"});
  for (const DeckSummary& deck : decks) {
    environment.out << deck.title << ": ";
    say({counted(deck.questions, "question") + ", " + counted(deck.cards, "card") + ", " + text(deck.due) +
             " due, " + text(deck.fresh) + " new" +
             (deck.interview ? ", interview on " + format_day(*deck.interview) : ""),
         text(deck.questions) + " 题，" + text(deck.cards) + " 张卡片，待复习 " + text(deck.due) + "，新题 " +
             text(deck.fresh) + (deck.interview ? "，面试日 " + format_day(*deck.interview) : "")});
  }
  return kExitSuccess;
}

int check_command(const Environment& environment, Tables tables, Output output) {
  Library library(environment.library, environment.random);
  if (tables == Tables::kRebuild) library.rebuild();
  const CheckReport report = library.check();
  if (output == Output::kJson) {
    environment.out << check_json(report) << '\n';
  } else {
    for (const std::string& fault : report.faults) environment.out << fault << '\n';
    const Say say(environment);
    if (report.ok)
      say({"sound: " + counted(report.ops, "op"), "完好：" + text(report.ops) + " 条记录"});
    else
      say({"not sound: " + counted(report.ops, "op") +
               " (where a table differs from the log: rehearse check --rebuild)",
           "有问题：" + text(report.ops) + " 条记录（表与日志不一致时：rehearse check --rebuild）"});
  }
  return report.ok ? kExitSuccess : kExitFailure;
}

int date_command(const Environment& environment, const std::string& deck, const std::string& day) {
  std::optional<StudyDay> interview;
  if (day != "none") {
    const auto parsed = parse_day(day);
    if (!parsed) {
      report(environment, parsed.error());
      return kExitUsage;
    }
    interview = *parsed;
  }
  Library library(environment.library, environment.random);
  const auto id = library.find_deck(deck);
  if (!id) return report(environment, id.error());
  const LocalInstant now = environment.clock();
  library.set_interview(*id, interview, now);
  const Say say(environment);
  if (interview && *interview < library.day_of(now))
    say({"that day is over: nothing new is asked, and what was learned comes when it is due",
         "这一天已经过去：不再出新题，学过的到期再复习"});
  return kExitSuccess;
}

}  // namespace rehearse
