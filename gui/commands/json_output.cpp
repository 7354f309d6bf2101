#include "gui/commands/json_output.h"

#include <nlohmann/json.hpp>

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

Json deck_json(const DeckSummary& deck) {
  return {{"id", deck.id.hex()}, {"name", deck.title}, {"questions", deck.questions}, {"cards", deck.cards}};
}

}  // namespace

std::string import_json(const std::vector<ImportedFile>& files) {
  Json decks = Json::array(), problems = Json::array();
  std::size_t added = 0, updated = 0, unchanged = 0, answers = 0;
  for (const auto& [file, report] : files) {
    added += report.added;
    updated += report.updated;
    unchanged += report.unchanged;
    answers += report.answers;
    for (const DeckSummary& deck : report.decks) decks.push_back(deck_json(deck));
    for (const Problem& problem : report.problems)
      problems.push_back({{"file", file},
                          {"line", problem.line},
                          {"column", problem.column},
                          {"code", problem.code},
                          {"message", problem.message.english},
                          {"message_zh", problem.message.chinese}});
  }
  return dump({{"decks", decks},
               {"added", added},
               {"updated", updated},
               {"unchanged", unchanged},
               {"answers", answers},
               {"problems", problems}});
}

std::string decks_json(const std::vector<DeckSummary>& decks) {
  Json list = Json::array();
  for (const DeckSummary& deck : decks) {
    Json json = deck_json(deck);
    json["due"] = deck.due;
    json["new"] = deck.fresh;
    json["interview"] = deck.interview ? Json(format_day(*deck.interview)) : Json();
    list.push_back(std::move(json));
  }
  return dump({{"decks", list}});
}

std::string due_json(const DueToday& due) {
  Json cards = Json::array();
  for (const DueCard& card : due.cards)
    cards.push_back({{"id", card.id.hex()},
                     {"kind", to_word(card.kind)},
                     {"question", card.stem},
                     {"due", format_day(card.due)},
                     {"new", card.is_fresh}});
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(due.estimate).count();
  return dump({{"day", format_day(due.day)},
               {"due", due.due},
               {"new", due.fresh},
               {"minutes", minutes},
               {"cards", cards}});
}

std::string stats_json(const LibraryStats& stats) {
  return dump({{"reviews", stats.reviews},
               {"cards", stats.cards},
               {"questions", stats.questions},
               {"reviews_today", stats.reviews_today},
               {"streak_days", stats.streak_days}});
}

std::string check_json(const CheckReport& report) {
  return dump({{"ok", report.ok}, {"ops", report.ops}, {"faults", report.faults}});
}

}  // namespace rehearse
