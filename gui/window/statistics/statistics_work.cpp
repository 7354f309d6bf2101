#include "gui/window/statistics/statistics_work.h"

#include <utility>

namespace rehearse {
namespace {

void find_of_deck(const Library& library, DeckId deck, LocalInstant now, const JobControl& control,
                  FoundStatistics& found) {
  auto statistics = library.statistics(deck, now, [&] { return !control.is_cancelled(); });
  if (!statistics) return;
  found.statistics = *std::move(statistics);
  const auto ready = library.readiness(deck, now);
  if (!ready) return;
  for (std::size_t i = 0; i < ready->readiness.sections.size(); ++i)
    found.parts.push_back({ready->sections[i], ready->readiness.sections[i].share()});
}

void find_of_all(const Library& library, LocalInstant now, const JobControl& control,
                 FoundStatistics& found) {
  found.statistics = library.statistics(now);
  for (const DeckTitle& deck : library.deck_titles()) {
    if (control.is_cancelled()) return;
    if (const auto ready = library.readiness(deck.id, now))
      found.parts.push_back({deck.title, ready->readiness.all.share()});
  }
}

}  // namespace

FoundStatistics find_statistics(const Library& library, std::optional<DeckId> deck, LocalInstant now,
                                const JobControl& control) {
  FoundStatistics found;
  found.deck = deck;
  found.statistics.today = library.day_of(now);
  if (deck)
    find_of_deck(library, *deck, now, control, found);
  else
    find_of_all(library, now, control, found);
  return found;
}

}  // namespace rehearse
