#include "core/store/memory.h"

#include <algorithm>

#include "core/deck/identity.h"

namespace rehearse {
namespace {

constexpr const char* kAddReview =
    "INSERT INTO review (op_id, card_id, day, quality, spent_ms) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* kAddObservation =
    "INSERT INTO observation (card_id, effective_ms, stamp_ms, stamp_counter, device, op_id, day, quality)"
    " SELECT ?1, effective_ms, stamp_ms, stamp_counter, device, id, ?3, ?4 FROM op WHERE id = ?2";
constexpr const char* kCardsOfReview = "SELECT card_id FROM observation WHERE op_id = ?1";
constexpr const char* kDropObservations = "DELETE FROM observation WHERE op_id = ?1";
constexpr const char* kDropReview = "DELETE FROM review WHERE op_id = ?1";
constexpr const char* kObservationsOfCard =
    "SELECT day, quality FROM observation WHERE card_id = ?1"
    " ORDER BY effective_ms, stamp_ms, stamp_counter, device, op_id";
constexpr const char* kObservedCards = "SELECT DISTINCT card_id FROM observation";
constexpr const char* kReadMemory =
    "SELECT repetitions, easiness_hundredths, interval_days, lapses, anchor_day, seen_day, first_day"
    " FROM memory WHERE card_id = ?1";
constexpr const char* kSaveMemory =
    "INSERT OR REPLACE INTO memory (card_id, repetitions, easiness_hundredths, interval_days, lapses,"
    " anchor_day, seen_day, first_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr const char* kLatestOfDevice =
    "SELECT r.op_id, r.card_id FROM op o JOIN review r ON r.op_id = o.id WHERE o.device = ?1"
    " ORDER BY o.position DESC LIMIT 1";
constexpr const char* kDropMemory = "DELETE FROM memory WHERE card_id = ?1";
constexpr const char* kClear = "DELETE FROM memory; DELETE FROM observation; DELETE FROM review;";

struct Remembered {
  MemoryState state;
  StudyDay first{};
};

Remembered read(Database& database, CardId card) {
  Query query = database.query(kReadMemory);
  query.bind(card);
  if (!query.step()) return {};
  return {read_memory(query, 0), day_from_number(query.integer(6))};
}

/// A stamp never goes back, so after one answer under a clock a year ahead all later stamps are a year ahead
/// too. The order must follow them; the learner's day must not, or nothing would be asked for a year: it
/// follows the wall clock where that lay behind the stamp, and the admitting server where that did.
StudyDay day_of(const StoredOp& stored, const ReviewOp& review) {
  const Instant effective{std::chrono::milliseconds{stored.effective_ms}};
  return study_day(std::min(effective, stored.op.envelope.wall), review.utc_offset);
}

/// What the review says of each card it covers. On a point card the point's own result is the answer.
std::vector<std::pair<CardId, Quality>> observations_of(const ReviewOp& review) {
  std::vector<std::pair<CardId, Quality>> observations{{review.card, review.quality}};
  for (const auto& [point, result] : review.points) {
    const CardId card = point_card_id(point);
    if (card == review.card)
      observations.front().second = quality_of(result);
    else
      observations.emplace_back(card, quality_of(result));
  }
  return observations;
}

void add_rows(Database& database, const StoredOp& stored, const ReviewOp& review) {
  const std::int64_t day = day_number(day_of(stored, review));
  database.query(kAddReview)
      .bind(stored.id, review.card, day, static_cast<int>(review.quality), std::int64_t{review.spent.count()})
      .run();
  for (const auto& [card, quality] : observations_of(review))
    database.query(kAddObservation).bind(card, stored.id, day, static_cast<int>(quality)).run();
}

}  // namespace

MemoryState read_memory(const Query& row, int column) {
  MemoryState state;
  if (row.is_null(column)) return state;
  state.met = true;
  state.sm2 = {static_cast<int>(row.integer(column)), static_cast<int>(row.integer(column + 1)),
               row.integer(column + 2)};
  state.lapses = static_cast<int>(row.integer(column + 3));
  state.anchor = day_from_number(row.integer(column + 4));
  state.seen = day_from_number(row.integer(column + 5));
  return state;
}

void Memory::add_latest(const StoredOp& stored) {
  const auto* review = std::get_if<ReviewOp>(&stored.op.body);
  if (review == nullptr) return;
  add_rows(database_, stored, *review);
  const StudyDay day = day_of(stored, *review);
  for (const auto& [card, quality] : observations_of(*review)) {
    const Remembered before = read(database_, card);
    save(card, observe(before.state, quality, day), before.state.met ? before.first : day);
  }
}

void Memory::add(const StoredOp& stored) {
  const auto* review = std::get_if<ReviewOp>(&stored.op.body);
  if (review == nullptr) return;
  add_rows(database_, stored, *review);
  for (const auto& [card, quality] : observations_of(*review)) refold(card);
}

void Memory::remove(OpId review) {
  std::vector<CardId> cards;
  {
    Query query = database_.query(kCardsOfReview);
    query.bind(review);
    while (query.step()) cards.push_back(query.id<CardId>(0));
  }
  database_.query(kDropObservations).bind(review).run();
  database_.query(kDropReview).bind(review).run();
  for (const CardId& card : cards) refold(card);
}

MemoryState Memory::state(CardId card) const { return read(database_, card).state; }

std::optional<std::pair<OpId, CardId>> Memory::latest_review(const std::string& device) const {
  Query query = database_.query(kLatestOfDevice);
  query.bind(device);
  if (!query.step()) return std::nullopt;
  return std::pair(query.id<OpId>(0), query.id<CardId>(1));
}

void Memory::rebuild(const OpLog& log) {
  database_.execute(kClear);
  log.for_each([&](const StoredOp& stored) {
    const auto* review = std::get_if<ReviewOp>(&stored.op.body);
    if (review && !log.is_void(stored.id)) add_rows(database_, stored, *review);
  });
  std::vector<CardId> cards;
  {
    Query query = database_.query(kObservedCards);
    while (query.step()) cards.push_back(query.id<CardId>(0));
  }
  for (const CardId& card : cards) refold(card);
}

void Memory::refold(CardId card) {
  MemoryState state;
  StudyDay first{};
  {
    Query query = database_.query(kObservationsOfCard);
    query.bind(card);
    while (query.step()) {
      const StudyDay day = day_from_number(query.integer(0));
      if (!state.met) first = day;
      state = observe(state, static_cast<Quality>(query.integer(1)), day);
    }
  }
  if (state.met)
    save(card, state, first);
  else
    database_.query(kDropMemory).bind(card).run();
}

void Memory::save(CardId card, const MemoryState& state, StudyDay first) {
  database_.query(kSaveMemory)
      .bind(card, state.sm2.repetitions, state.sm2.easiness, state.sm2.interval_days, state.lapses,
            day_number(state.anchor), day_number(state.seen), day_number(first))
      .run();
}

}  // namespace rehearse
