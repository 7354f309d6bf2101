// decks, due, stats, check, date: short answers about the library.
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 40;  // code points

}  // namespace

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
  if (decks.empty()) environment.out << "no decks yet: rehearse import FILE\n";
  for (const DeckSummary& deck : decks) {
    environment.out << deck.title << ": " << deck.questions << " questions, " << deck.cards << " cards, "
                    << deck.due << " due, " << deck.fresh << " new";
    if (deck.interview) environment.out << ", interview on " << format_day(*deck.interview);
    environment.out << '\n';
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
    environment.out << due_json(due) << '\n';
    return kExitSuccess;
  }
  environment.out << format_day(due.day) << ": " << due.due << " due, " << due.fresh << " new, about "
                  << std::chrono::ceil<std::chrono::minutes>(due.estimate).count() << " min\n";
  for (const DueCard& card : due.cards)
    environment.out << (card.is_fresh ? "new    " : "due    ") << to_word(card.kind) << "  "
                    << shortened(card.stem, kStemShown) << '\n';
  return kExitSuccess;
}

int stats_command(const Environment& environment, Output output) {
  const Library library(environment.library, environment.random);
  const LibraryStats stats = library.stats(environment.clock());
  if (output == Output::kJson)
    environment.out << stats_json(stats) << '\n';
  else
    environment.out << stats.questions << " questions, " << stats.cards << " cards, " << stats.reviews
                    << " reviews (" << stats.reviews_today << " today), " << stats.streak_days
                    << " days in a row\n";
  return kExitSuccess;
}

int check_command(const Environment& environment, Output output) {
  const Library library(environment.library, environment.random);
  const CheckReport report = library.check();
  if (output == Output::kJson)
    environment.out << check_json(report) << '\n';
  else {
    for (const std::string& fault : report.faults) environment.out << fault << '\n';
    environment.out << (report.ok ? "sound: " : "not sound: ") << report.ops << " ops\n";
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
