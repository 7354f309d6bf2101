// plan: the days up to the interview, how ready one would be, and what to do when the goal cannot be met.
#include <algorithm>
#include <cmath>
#include <iomanip>
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kDaysShown = 14;
constexpr std::size_t kStemsShown = 5;
constexpr std::size_t kStemShown = 48;  // code points

std::string percent(double share) { return text(std::lround(share * 100)) + "%"; }

std::string minutes(double seconds) { return text(std::lround(std::ceil(seconds / 60))); }

void say_readiness(const Environment& environment, const DeckOutlook& outlook) {
  const Say say(environment);
  const std::string day = format_day(outlook.readiness.day), share = percent(outlook.readiness.all.share());
  say({"ready on " + day + " if nothing more were done: about " + share + " of the marks",
       "如果从现在起不再复习，" + day + " 大约能答出 " + share + " 的分"});
  if (outlook.sections.size() < 2) return;
  for (std::size_t i = 0; i < outlook.readiness.sections.size(); ++i) {
    const std::string& title = outlook.sections[i];
    environment.out << "  " << std::setw(4) << percent(outlook.readiness.sections[i].share()) << "  "
                    << (title.empty() ? Words("no section", "未分章节").in(environment.language) : title)
                    << '\n';
  }
}

void say_days(const Environment& environment, const Plan& plan) {
  const Say say(environment);
  for (std::size_t i = 0; i < std::min(plan.days.size(), kDaysShown); ++i) {
    const PlanDay& day = plan.days[i];
    const std::string left = day.undone == 0 ? "" : text(day.undone);
    say({format_day(day.day) + "  " + counted(day.fresh, "new question") + ", " +
             counted(day.reviews, "review") + ", " + minutes(day.seconds) + " min" +
             (left.empty() ? "" : ", " + left + " left over"),
         format_day(day.day) + "  新题 " + text(day.fresh) + "，复习 " + text(day.reviews) + "，" +
             minutes(day.seconds) + " 分钟" + (left.empty() ? "" : "，顺延 " + left)});
  }
  if (plan.days.size() <= kDaysShown) return;
  const std::string more = text(plan.days.size() - kDaysShown);
  say({"… and " + more + " more days (all of them: --json)", "……还有 " + more + " 天（全部见 --json）"});
}

void say_remedy(const Environment& environment, const Library& library, const DeckOutlook& outlook) {
  const std::size_t shown = std::min(outlook.leave_out.size(), kStemsShown);
  for (std::size_t i = 0; i < shown; ++i)
    environment.out << "  " << shortened(library.stem(outlook.leave_out[i]), kStemShown) << '\n';
  if (outlook.leave_out.size() > shown) environment.out << "  …\n";
}

void say_backlog(const Environment& environment, const std::string& deck, const DeckOutlook& outlook) {
  if (!outlook.backlog) return;
  const Say say(environment);
  say(outlook.backlog->words);
  const std::string command =
      "rehearse settings \"" + deck + "\" --spread " + format_day(outlook.backlog->last_day);
  say({"to do so: " + command, "照此安排：" + command});
}

}  // namespace

int plan_command(const Environment& environment, const std::string& deck, Output output) {
  const Library library(environment.library, environment.random);
  const auto id = library.find_deck(deck);
  if (!id) return report(environment, id.error());
  const auto outlook = library.outlook(*id, environment.clock());
  if (!outlook) return report(environment, {{"the deck is gone", "题库已不在"}, deck, {}});
  if (output == Output::kJson) {
    environment.out << outlook_json(*outlook) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (outlook->interview) {
    const auto days = (*outlook->interview - outlook->today).count();
    const std::string day = format_day(*outlook->interview);
    if (days > 0)
      say({"interview on " + day + ", in " + counted(days, "day"),
           "面试日期 " + day + "，还有 " + text(days) + " 天"});
    else
      say({"the interview was on " + day, "面试日期 " + day + "，已经到了"});
  } else {
    say({"no interview date is set: rehearse date DECK DAY", "没有设定面试日期：rehearse date 题库 日期"});
  }
  say_readiness(environment, *outlook);
  say(outlook->words);
  say_remedy(environment, library, *outlook);
  say_backlog(environment, deck, *outlook);
  say_days(environment, outlook->plan);
  return kExitSuccess;
}

}  // namespace rehearse
