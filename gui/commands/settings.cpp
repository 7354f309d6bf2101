// settings: how much is asked a day, for all decks or for one.
#include <charconv>
#include <ostream>

#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr const char* kNone = "none";

Result<StudySettings> settings_from(const SettingArguments& arguments) {
  StudySettings settings;
  if (arguments.minutes) settings.minutes_per_day = std::chrono::minutes{*arguments.minutes};
  settings.fresh_per_day = arguments.fresh;
  if (arguments.reviews == kNone) {
    settings.reviews_per_day.emplace();
  } else if (!arguments.reviews.empty()) {
    std::size_t count = 0;
    const char* end = arguments.reviews.data() + arguments.reviews.size();
    const auto [stop, error] = std::from_chars(arguments.reviews.data(), end, count);
    if (error != std::errc{} || stop != end || count > kMostCardsPerDay)
      return Error{{"a number of cards up to 100000, or none, is meant", "应为不超过 100000 的张数，或 none"},
                   arguments.reviews,
                   {}};
    settings.reviews_per_day = count;
  }
  if (!arguments.after_interview.empty())
    settings.after_interview =
        arguments.after_interview == "quiet" ? AfterInterview::kQuiet : AfterInterview::kMaintenance;
  if (arguments.spread == kNone) {
    settings.spread.emplace();
  } else if (!arguments.spread.empty()) {
    const auto day = parse_day(arguments.spread);
    if (!day) return day.error();
    settings.spread.emplace(BacklogSpread{*day});
  }
  return settings;
}

void say_day_start(const Environment& environment, std::chrono::hours hour) {
  const std::string at = (hour < std::chrono::hours{10} ? "0" : "") + text(hour.count()) + ":00";
  const Say say(environment);
  say({"a day starts at " + at, "一天从 " + at + " 算起"});
}

void say_settings(const Environment& environment, const StudySettings& settings) {
  const Say say(environment);
  if (settings == StudySettings()) say({"nothing is set: the defaults hold", "没有设定，按默认"});
  if (settings.minutes_per_day) {
    const std::string minutes = text(settings.minutes_per_day->count());
    say({minutes + " minutes a day", "每天 " + minutes + " 分钟"});
  }
  if (settings.fresh_per_day) {
    const std::string count = text(*settings.fresh_per_day);
    say({count + " new questions a day", "每天新题 " + count + " 道"});
  }
  if (settings.reviews_per_day) {
    const auto& limit = *settings.reviews_per_day;
    const std::string count = limit ? text(*limit) : "";
    say({limit ? "at most " + count + " cards asked again a day" : "as many reviews as are due",
         limit ? "每天最多复习 " + count + " 张" : "复习张数不限"});
  }
  if (settings.after_interview)
    say(*settings.after_interview == AfterInterview::kQuiet
            ? Words{"after the interview nothing comes", "面试后不再出现"}
            : Words{"after the interview what was learned still comes", "面试后继续维持"});
  if (settings.spread) {
    const std::string day = *settings.spread ? format_day((*settings.spread)->last_day) : "";
    say(day.empty() ? Words{"what has piled up is not spread", "积压的复习不分摊"}
                    : Words{"what has piled up is spread until " + day, "积压的复习摊到 " + day + " 为止"});
  }
}

}  // namespace

int settings_command(const Environment& environment, const SettingArguments& arguments, Output output) {
  const auto changes = settings_from(arguments);
  if (!changes) {
    report(environment, changes.error());
    return kExitUsage;
  }
  Library library(environment.library, environment.random);
  std::optional<DeckId> deck;
  if (!arguments.deck.empty()) {
    const auto found = library.find_deck(arguments.deck);
    if (!found) return report(environment, found.error());
    deck = *found;
  }
  if (arguments.day_starts) {
    if (deck) {
      report(environment,
             {{"all decks have the same day: leave the deck out", "所有题库同一天：请不要写题库"},
              "--day-starts",
              {}});
      return kExitUsage;
    }
    const std::chrono::hours hour{*arguments.day_starts};
    if (hour != library.day_starts()) library.set_day_starts(hour, environment.clock());
  }
  if (*changes != StudySettings()) library.set_study_settings(deck, *changes, environment.clock());
  const StudySettings settings = library.study_settings(deck);
  if (output == Output::kJson)
    environment.out << settings_json(settings, library.day_starts()) << '\n';
  else
    say_settings(environment, settings);
  if (output == Output::kText && !deck) say_day_start(environment, library.day_starts());
  return kExitSuccess;
}

}  // namespace rehearse
