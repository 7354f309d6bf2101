// Somebody who answers, acts and takes back by chance, and what the projections make of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/library_fixture.h"

namespace rehearse::test {

inline constexpr std::size_t kQuestions = 3, kPoints = 3;

/// What the projections say of cards and days, whatever the places of rows.
inline std::vector<std::string> told(const std::filesystem::path& file) {
  OpenStore store(file);
  Database& database = store.database;
  std::vector<std::string> all = card_states(database);
  for (const std::string& answer : answers(database)) all.push_back(answer);
  for (const std::string& day :
       rows(database, "SELECT day||' '||answers||' '||spent_ms||quote(counts) FROM study_day ORDER BY day"))
    all.push_back(day);
  return all;
}

/// Answers, acts and undos by chance over some weeks.
struct RandomLearner : LibraryFixture {
  explicit RandomLearner(std::uint64_t seed) : random(seed) {
    library.import_document(deck, now);
    for (const ListedQuestion& listed : library.questions(derive_deck_id(deck.title))) {
      cards.push_back(question_card_id(listed.id));
      for (const PointId& point : listed.points) cards.push_back(point_card_id(point));
    }
  }

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random() % count); }

  void answer() {
    const Question& question = deck.questions[below(kQuestions)];
    Answer answer = answer_all(question, derive_deck_id(deck.title), PointResult::kRecalled, Quality::kGood);
    for (auto& [point, result] : answer.points) result = static_cast<PointResult>(below(3));
    answer.quality = static_cast<Quality>(below(6));
    if (below(3) == 0) {
      answer.points.resize(1);
      answer.card = point_card_id(answer.points[0].first);
    }
    answer.spent = std::chrono::seconds{below(90)};
    done.push_back(library.grade(answer, now));
  }

  void act() {
    std::vector<CardId> some;
    for (std::size_t left = 1 + below(3); left > 0; --left) some.push_back(cards[below(cards.size())]);
    const auto kind = static_cast<CardActKind>(below(kLastCardAct + 1));
    for (const OpId& op : library.act_on(some, kind, now, study_day(now) + std::chrono::days{below(40)}))
      done.push_back(op);
  }

  void step() {
    pass(std::chrono::hours{below(40)});
    if (below(15) == 0) done.push_back(library.set_day_starts(std::chrono::hours{below(13)}, now));
    switch (below(5)) {
      case 0:
      case 1: answer(); break;
      case 2: act(); break;
      case 3:
        if (done.empty()) break;
        library.undo(done[below(done.size())], now);
        break;
      default:
        if (const auto latest = library.latest_change()) library.undo(latest->op, now);
        break;
    }
  }

  Document deck = open_document("deck", kQuestions, kPoints);
  std::mt19937_64 random;
  std::vector<CardId> cards;
  std::vector<OpId> done;
};

}  // namespace rehearse::test
