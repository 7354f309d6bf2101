// stats: what was studied, how well it was remembered, and what comes.
#include <algorithm>
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
constexpr std::size_t kWeakShown = 5;

std::string percent(double share) { return text(std::lround(share * 100)) + "%"; }

std::string retention(const Tests& tests) {
  return tests.all() == 0 ? "–" : percent(tests.retention()) + " (" + text(tests.all()) + ")";
}

void say_study(const Environment& environment, const StudyStatistics& statistics) {
  const Say say(environment);
  const AnswerCounts month = sum_of(days_within(statistics.days, Period::kMonth, statistics.today));
  const std::string minutes = text(month.spent_ms / 60'000);
  say({"the last 30 days: " + counted(month.reviews(), "review") + ", " + minutes + " min",
       "近 30 天：作答 " + text(month.reviews()) + " 次，" + minutes + " 分钟"});
  say({"remembered of what was asked again: " + retention(month.tests()) + "; after 21 days or more " +
           retention(month.mature),
       "复习时答对：" + retention(month.tests()) + "；隔 21 天以上 " + retention(month.mature)});
}

void say_cards(const Environment& environment, const StudyStatistics& statistics) {
  const Say say(environment);
  const CardCounts& cards = statistics.cards;
  say({"cards: " + text(cards.fresh) + " new, " + text(cards.young) + " young, " + text(cards.mature) +
           " mature (from 21 days on); " + text(cards.suspended) + " suspended, " + text(cards.leeches) +
           " leeches",
       "卡片：未学 " + text(cards.fresh) + "，较新 " + text(cards.young) + "，已熟（间隔 21 天起）" +
           text(cards.mature) + "；暂停 " + text(cards.suspended) + "，难卡 " + text(cards.leeches)});
  const Forecast& forecast = statistics.forecast;
  std::uint32_t week = 0;
  for (std::size_t i = 1; i < std::min<std::size_t>(8, forecast.due.size()); ++i) week += forecast.due[i];
  const std::string today = text(forecast.due.empty() ? 0 : forecast.due.front());
  say({"due: " + text(forecast.overdue) + " overdue, " + today + " today, " + text(week) +
           " in the seven days after",
       "到期：逾期 " + text(forecast.overdue) + "，今天 " + today + "，之后七天 " + text(week)});
}

void say_weakest(const Environment& environment, const StudyStatistics& statistics) {
  const Say say(environment);
  if (statistics.most_missed.empty()) return;
  say({"missed most often:", "最常答不上来的："});
  for (std::size_t i = 0; i < std::min(kWeakShown, statistics.most_missed.size()); ++i) {
    const ToldCard& card = statistics.most_missed[i];
    environment.out << "  " << card.tests.failed << "/" << card.tests.all() << "  "
                    << kind_in_words(card.kind).in(environment.language) << "  "
                    << shortened(card.stem, kStemShown) << '\n';
  }
}

}  // namespace

int stats_command(const Environment& environment, const std::string& deck, Output output) {
  const Library library(environment.library, environment.random);
  const LocalInstant now = environment.clock();
  StudyStatistics statistics;
  if (deck.empty()) {
    statistics = library.statistics(now);
  } else {
    const auto id = library.find_deck(deck);
    if (!id) return report(environment, id.error());
    auto of_deck = library.statistics(*id, now);
    if (!of_deck) return report(environment, {{"the deck is gone", "题库已不在"}, deck, {}});
    statistics = std::move(*of_deck);
  }
  const LibraryStats stats = library.stats(now);
  if (output == Output::kJson) {
    environment.out << stats_json(stats, statistics) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (deck.empty())
    say({counted(stats.questions, "question") + ", " + counted(stats.cards, "card") + ", " +
             counted(stats.reviews, "review") + " (" + text(stats.reviews_today) + " today), " +
             counted(stats.streak_days, "day") + " in a row",
         text(stats.questions) + " 题，" + text(stats.cards) + " 张卡片，作答 " + text(stats.reviews) +
             " 次（今天 " + text(stats.reviews_today) + " 次），连续 " + text(stats.streak_days) + " 天"});
  say_study(environment, statistics);
  say_cards(environment, statistics);
  say_weakest(environment, statistics);
  return kExitSuccess;
}

}  // namespace rehearse
