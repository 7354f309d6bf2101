// Ops as a program might write them, in every shape that the format allows.
#pragma once

#include <algorithm>
#include <limits>
#include <random>
#include <string>

#include "core/store/json_text.h"
#include "core/store/op.h"

namespace rehearse::test {

template <class AnyId>
AnyId random_id(std::mt19937_64& random) {
  AnyId id;
  for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
  return id;
}

/// Any of 0 … most, small ones as often as large ones.
inline std::int64_t random_number(std::mt19937_64& random, std::int64_t most) {
  const auto bound = static_cast<std::uint64_t>(most) >> (random() % 63);
  return static_cast<std::int64_t>(
      bound == std::numeric_limits<std::uint64_t>::max() ? random() : random() % (bound + 1));
}

inline Envelope random_envelope(std::mt19937_64& random) {
  Envelope envelope;
  envelope.device = random() % 3 == 0 ? random() : random() % 4;
  envelope.counter =
      static_cast<std::uint64_t>(random_number(random, std::numeric_limits<std::int64_t>::max()));
  envelope.stamp.ms = random_number(random, kLatestWall.time_since_epoch().count());
  if (random() % 3 == 0)
    envelope.stamp.counter = static_cast<std::uint32_t>(random_number(random, 0xffffffff));
  const std::int64_t wall =
      random() % 3 == 0 ? random_number(random, kLatestWall.time_since_epoch().count()) : envelope.stamp.ms;
  envelope.wall = Instant{std::chrono::milliseconds{wall}};
  envelope.salt = random();
  return envelope;
}

inline Op random_review(std::mt19937_64& random) {
  ReviewOp review;
  review.card = random_id<CardId>(random);
  review.quality = static_cast<Quality>(random() % 6);
  if (random() % 2 == 0) review.suggested = static_cast<Quality>(random() % 6);
  for (std::uint64_t points = random() % 7; points > 0; --points)
    review.points.emplace_back(random_id<PointId>(random), static_cast<PointResult>(random() % 3));
  std::sort(review.points.begin(), review.points.end());
  review.spent = std::chrono::milliseconds{random_number(random, kLongestSpent.count())};
  review.utc_offset = std::chrono::minutes{random_number(random, 24 * 60) * (random() % 2 == 0 ? 1 : -1)};
  constexpr const char* kSchedulers[] = {"sm2", "fsrs6", "anki", "", "my \"own\"", "熟", "a b~c"};
  review.scheduler = kSchedulers[random() % std::size(kSchedulers)];
  review.interval_days = random_number(random, std::numeric_limits<std::int32_t>::max());
  if (random() % 4 == 0) review.from = kSchedulers[random() % std::size(kSchedulers)];
  if (random() % 4 == 0) review.nth = static_cast<std::uint32_t>(random_number(random, 0xffffffff));
  return {random_envelope(random), std::move(review)};
}

inline Op random_mock_interview(std::mt19937_64& random) {
  MockInterviewOp interview;
  interview.deck = random_id<DeckId>(random);
  interview.utc_offset = std::chrono::minutes{random_number(random, 24 * 60) * (random() % 2 == 0 ? 1 : -1)};
  interview.report.seed = random();
  for (std::uint64_t questions = random() % 5; questions > 0; --questions) {
    Question question;
    question.marks = static_cast<double>(random() % 200) / 4;
    question.criteria = {"先安抚（3分）", "\"then\" act\n"};
    question.points.resize(random() % 4, {"要点", ""});
    std::vector<PointId> points;
    for (std::size_t i = 0; i < question.points.size(); ++i) points.push_back(random_id<PointId>(random));
    const double share = static_cast<double>(random() % 11) / 10;
    interview.report.questions.push_back(
        result_of(ask(random_id<QuestionId>(random), points, question),
                  {{1, share}, {random() % 5}, std::chrono::milliseconds{random_number(random, 400'000)}}));
  }
  return {random_envelope(random), std::move(interview)};
}

/// A `set`, `alive`, `order`, `config`, `schedule`, `cards`, `void`, `mock_interview`, `import` or review.
inline Op random_lone_op(std::mt19937_64& random) {
  const std::string question = "question:" + random_id<QuestionId>(random).hex();
  std::vector<OpId> base;
  for (std::uint64_t versions = random() % 3; versions > 0; --versions)
    base.push_back(random_id<OpId>(random));
  const Envelope envelope = random_envelope(random);
  switch (random() % 10) {
    case 0:
      return {
          envelope,
          SetOp{question,
                {{"stem", json_text(std::to_string(random()) + "\n客户，\"怎么办\"？")},
                 {"point:" + random_id<PointId>(random).hex(), R"({"at":"00000010","cue":"c","detail":"d"})"},
                 {"marks", std::to_string(random() % 100'000) + ".0"}},
                base,
                random() % 2 == 0 ? Origin::kImport : Origin::kLearner}};
    case 1: return {envelope, AliveOp{question, random() % 2 == 0, base}};
    case 2: return {envelope, OrderOp{question, std::to_string(random()), base}};
    case 3: return {envelope, ConfigOp{"library", {{"interview", "\"2026-12-20\""}}, base}};
    case 4: return {envelope, VoidOp{random_id<OpId>(random)}};
    case 5: {
      ScheduleOp schedule{random_id<CardId>(random), {random_id<PointId>(random)}, {}, "anki"};
      schedule.schedule.interval_days = 1 + static_cast<std::int64_t>(random() % 1000);
      return {envelope, schedule};
    }
    case 6: {
      CardsOp cards;
      cards.act.kind = static_cast<CardActKind>(random() % (kLastCardAct + 1));
      cards.act.on = StudyDay{std::chrono::days{random() % 40'000}};
      if (wants_day(cards.act.kind)) cards.act.due = StudyDay{std::chrono::days{random() % 40'000}};
      for (std::uint64_t left = random() % 4; left > 0; --left)
        cards.cards.push_back(random_id<CardId>(random));
      return {envelope, cards};
    }
    case 7: return random_mock_interview(random);
    case 8: return {envelope, ImportOp{random() % 2 == 0 ? "" : "客服\"题库\" " + std::to_string(random())}};
    default: return random_review(random);
  }
}

/// The same; one in three came with an import.
inline Op random_op(std::mt19937_64& random) {
  Op op = random_lone_op(random);
  if (random() % 3 == 0) op.import = random_id<OpId>(random);
  return op;
}

/// `line` with a few bytes changed, added or taken away.
inline std::string damaged(std::string line, std::mt19937_64& random) {
  for (std::uint64_t faults = 1 + random() % 3; faults > 0 && !line.empty(); --faults) {
    const std::size_t at = random() % line.size();
    switch (random() % 5) {
      case 0: line[at] = static_cast<char>(random()); break;
      case 1: line.erase(at, 1 + random() % 5); break;
      case 2: line.insert(at, line.substr(random() % line.size(), random() % 20)); break;
      case 3: line[at] = "0123456789-{}[]\",:tnaf."[random() % 23]; break;
      default: line.resize(at + 1); break;
    }
  }
  return line;
}

}  // namespace rehearse::test
