#include "core/store/missed_cards.h"

#include <map>

#include "core/store/answer_table.h"
#include "core/store/card_index.h"
#include "core/store/card_state.h"

namespace rehearse {
namespace {

constexpr const char* kCards =
    "SELECT q.cards, m.states FROM question q JOIN memory m ON m.question = q.position"
    " WHERE q.position = ?1";

/// Of one card on the day.
struct Answers {
  std::size_t given = 0;
  bool was_first_missed = false;
  bool was_later_missed = false;

  void add(bool is_miss) {
    (given == 0 ? was_first_missed : was_later_missed) |= is_miss;
    ++given;
  }
};

std::map<CardPlace, Answers> answers_on(Database& database, StudyDay day) {
  std::map<CardPlace, Answers> answers;
  AnswerTable(database).for_each([&](const AnswerRecord& record) {
    if (record.day != day || record.schedule || record.act) return;
    if (record.points.empty()) answers[{record.question, record.asked}].add(!passed(record.quality));
    for (const auto& [slot, result] : record.points)
      answers[{record.question, slot}].add(result == PointResult::kMissed);
  });
  return answers;
}

}  // namespace

std::vector<CardId> cards_missed_on(Database& database, StudyDay day) {
  std::vector<CardId> missed;
  for (const auto& [place, answers] : answers_on(database, day)) {
    if (!answers.was_first_missed && !answers.was_later_missed) continue;
    Query query = database.query(kCards);
    if (!query.bind(place.question).step()) continue;
    const bool is_first_meeting = read_card_state(query.bytes(1), place.slot).first == day;
    if (is_first_meeting && !answers.was_later_missed) continue;
    if (const auto cards = query.ids<CardId>(0); place.slot < cards.size())
      missed.push_back(cards[place.slot]);
  }
  return missed;
}

}  // namespace rehearse
