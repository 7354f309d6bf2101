// decks, due, stats, check, date: short answers about the library.
#include <cmath>
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 40;  // code points

}  // namespace

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

int due_command(const Environment& environment, const std::string& deck, Output output) {
  const Library library(environment.library, environment.random);
  std::optional<DeckId> only;
  if (!deck.empty()) {
    const auto found = library.find_deck(deck);
    if (!found) return report(environment, found.error());
    only = *found;
  }
  const DueToday due = library.due(environment.clock(), only);
  if (output == Output::kJson) {
    environment.out << due_json(due, library) << '\n';
    return kExitSuccess;
  }
  const std::string day = format_day(due.day);
  const std::string minutes = text(std::chrono::ceil<std::chrono::minutes>(due.estimate).count());
  const Say say(environment);
  say({day + ": " + text(due.due) + " due, " + text(due.fresh) + " new, about " + minutes + " min",
       day + "：待复习 " + text(due.due) + "，新题 " + text(due.fresh) + "，约 " + minutes + " 分钟"});
  for (const DueCard& card : due.cards)
    say({(card.is_fresh ? "new  " : "due  ") + std::string(to_word(card.kind)) + "  " +
             shortened(library.stem(card.id), kStemShown),
         (card.is_fresh ? "新题  " : "复习  ") + kind_in_words(card.kind).chinese + "  " +
             shortened(library.stem(card.id), kStemShown)});
  return kExitSuccess;
}

int explain_command(const Environment& environment, const std::string& card) {
  const Library library(environment.library, environment.random);
  const auto id = CardId::from_hex(card);
  const auto why = id ? library.explain(*id, environment.clock()) : std::nullopt;
  if (!why)
    return report(environment,
                  {{"no card has this id", "没有这个编号的卡片"},
                   card,
                   {"see: rehearse search QUERY --json", "可用 rehearse search 查询 --json 查看"}});
  const Say say(environment);
  environment.out << shortened(library.stem(*id), kStemShown) << '\n';
  say(why->words);
  const std::string recall = text(std::llround(why->recall * 100));
  say({"recalled today with a chance of " + recall + " %", "今天想起来的可能性：" + recall + "%"});
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
  library.set_interview(*id, interview, environment.clock());
  return kExitSuccess;
}

}  // namespace rehearse
