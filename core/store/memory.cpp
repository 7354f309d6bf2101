#include "core/store/memory.h"

#include <algorithm>
#include <set>

#include "core/deck/identity.h"

namespace rehearse {
namespace {

constexpr const char* kAddReview =
    "INSERT INTO review (op_id, card_id, day, quality, spent_ms, brought_in) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr const char* kAddObservation =
    "INSERT INTO observation (card_id, effective_ms, stamp_ms, stamp_counter, device, op_id, day, quality)"
    " SELECT ?1, effective_ms, stamp_ms, stamp_counter, device, id, ?3, ?4 FROM op WHERE id = ?2";
// A line may name a card twice.
constexpr const char* kAddSchedule =
    "INSERT OR IGNORE INTO schedule (card_id, effective_ms, stamp_ms, stamp_counter, device, op_id, due_day,"
    " interval_days, easiness_hundredths, repetitions, lapses)"
    " SELECT ?1, effective_ms, stamp_ms, stamp_counter, device, id, ?3, ?4, ?5, ?6, ?7 FROM op WHERE id = ?2";
constexpr const char* kCardsOfOp =
    "SELECT card_id FROM observation WHERE op_id = ?1 UNION SELECT card_id FROM schedule WHERE op_id = ?1";
constexpr const char* kDropObservations = "DELETE FROM observation WHERE op_id = ?1";
constexpr const char* kDropSchedules = "DELETE FROM schedule WHERE op_id = ?1";
constexpr const char* kDropReview = "DELETE FROM review WHERE op_id = ?1";
// A row with a quality is an observation, one without is a schedule. Of one op that speaks for several points
// of a merged one the worst result counts.
constexpr const char* kStepsOfCard =
    "WITH source (id) AS (SELECT ?1 UNION ALL SELECT ancestor_id FROM lineage WHERE card_id = ?1)"
    " SELECT day, min(quality), NULL, NULL, NULL, NULL, effective_ms, stamp_ms, stamp_counter, device, op_id"
    " FROM observation WHERE card_id IN source GROUP BY op_id"
    " UNION ALL SELECT due_day, NULL, interval_days, easiness_hundredths, repetitions, lapses, effective_ms,"
    " stamp_ms, stamp_counter, device, op_id FROM schedule WHERE card_id IN source GROUP BY op_id"
    " ORDER BY effective_ms, stamp_ms, stamp_counter, device, op_id";
constexpr const char* kHeirsOf = "SELECT card_id FROM lineage WHERE ancestor_id = ?1";
constexpr const char* kSteppedCards =
    "SELECT card_id FROM observation UNION SELECT card_id FROM schedule UNION SELECT card_id FROM lineage";
constexpr const char* kReadMemory =
    "SELECT repetitions, easiness_hundredths, interval_days, lapses, anchor_day, seen_day, first_day"
    " FROM memory WHERE card_id = ?1";
constexpr const char* kSaveMemory =
    "INSERT OR REPLACE INTO memory (card_id, repetitions, easiness_hundredths, interval_days, lapses,"
    " anchor_day, seen_day, first_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr const char* kLatestOfDevice =
    "SELECT r.op_id, r.card_id FROM op o JOIN review r ON r.op_id = o.id"
    " WHERE o.device = ?1 AND NOT r.brought_in ORDER BY o.position DESC LIMIT 1";
constexpr const char* kDropMemory = "DELETE FROM memory WHERE card_id = ?1";
constexpr const char* kClear =
    "DELETE FROM memory; DELETE FROM schedule; DELETE FROM observation; DELETE FROM review;";

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

/// The cards that take the answers of `card` as their own.
std::vector<CardId> heirs_of(Database& database, CardId card) {
  std::vector<CardId> heirs;
  Query query = database.query(kHeirsOf);
  query.bind(card);
  while (query.step()) heirs.push_back(query.id<CardId>(0));
  return heirs;
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
      .bind(stored.id, review.card, day, static_cast<int>(review.quality), std::int64_t{review.spent.count()},
            !review.from.empty())
      .run();
  for (const auto& [card, quality] : observations_of(review))
    database.query(kAddObservation).bind(card, stored.id, day, static_cast<int>(quality)).run();
}

std::vector<CardId> cards_of(const ScheduleOp& op) {
  std::vector<CardId> cards{op.card};
  for (const PointId& point : op.points) cards.push_back(point_card_id(point));
  return cards;
}

void add_rows(Database& database, const StoredOp& stored, const ScheduleOp& op) {
  const Schedule& schedule = op.schedule;
  for (const CardId& card : cards_of(op))
    database.query(kAddSchedule)
        .bind(card, stored.id, day_number(schedule.due), schedule.interval_days, schedule.easiness,
              schedule.repetitions, schedule.lapses)
        .run();
}

/// The state and the day of the first answer after an observation on `day`.
void step(Remembered& card, Quality quality, StudyDay day) {
  if (!card.state.met) card.first = day;
  card.state = observe(card.state, quality, day);
}

void step(Remembered& card, const Schedule& schedule) {
  const bool was_met = card.state.met;
  card.state = take_over(card.state, schedule);
  if (!was_met) card.first = card.state.anchor;
}

Schedule read_schedule(const Query& row) {
  return {day_from_number(row.integer(0)), row.integer(2), static_cast<int>(row.integer(3)),
          static_cast<int>(row.integer(4)), static_cast<int>(row.integer(5))};
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

bool Memory::is_made_from(const Op& op) {
  return std::holds_alternative<ReviewOp>(op.body) || std::holds_alternative<ScheduleOp>(op.body);
}

void Memory::add_latest(const StoredOp& stored) {
  std::vector<CardId> stepped;
  const auto step_card = [&](CardId id, const auto& event) {
    Remembered card = read(database_, id);
    event(card);
    save(id, card.state, card.first);
    stepped.push_back(id);
  };
  if (const auto* review = std::get_if<ReviewOp>(&stored.op.body)) {
    add_rows(database_, stored, *review);
    const StudyDay day = day_of(stored, *review);
    for (const auto& observation : observations_of(*review))
      step_card(observation.first, [&](Remembered& card) { step(card, observation.second, day); });
  } else if (const auto* schedule = std::get_if<ScheduleOp>(&stored.op.body)) {
    add_rows(database_, stored, *schedule);
    const std::vector<CardId> cards = cards_of(*schedule);
    for (const CardId& id : std::set<CardId>(cards.begin(), cards.end()))
      step_card(id, [&](Remembered& card) { step(card, schedule->schedule); });
  }
  refold_heirs(stepped);
}

void Memory::add(const StoredOp& stored) {
  std::vector<CardId> cards;
  if (const auto* review = std::get_if<ReviewOp>(&stored.op.body)) {
    add_rows(database_, stored, *review);
    for (const auto& [card, quality] : observations_of(*review)) cards.push_back(card);
  } else if (const auto* schedule = std::get_if<ScheduleOp>(&stored.op.body)) {
    add_rows(database_, stored, *schedule);
    cards = cards_of(*schedule);
  }
  for (const CardId& card : cards) refold(card);
  refold_heirs(cards);
}

void Memory::remove(OpId op) {
  std::vector<CardId> cards;
  {
    Query query = database_.query(kCardsOfOp);
    query.bind(op);
    while (query.step()) cards.push_back(query.id<CardId>(0));
  }
  database_.query(kDropObservations).bind(op).run();
  database_.query(kDropSchedules).bind(op).run();
  database_.query(kDropReview).bind(op).run();
  for (const CardId& card : cards) refold(card);
  refold_heirs(cards);
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
    if (!is_made_from(stored.op) || log.is_void(stored.id)) return;
    if (const auto* review = std::get_if<ReviewOp>(&stored.op.body)) add_rows(database_, stored, *review);
    if (const auto* op = std::get_if<ScheduleOp>(&stored.op.body)) add_rows(database_, stored, *op);
  });
  std::vector<CardId> cards;
  {
    Query query = database_.query(kSteppedCards);
    while (query.step()) cards.push_back(query.id<CardId>(0));
  }
  for (const CardId& card : cards) refold(card);
}

void Memory::refold(CardId card) {
  Remembered remembered;
  {
    Query query = database_.query(kStepsOfCard);
    query.bind(card);
    while (query.step()) {
      if (query.is_null(1))
        step(remembered, read_schedule(query));
      else
        step(remembered, static_cast<Quality>(query.integer(1)), day_from_number(query.integer(0)));
    }
  }
  if (remembered.state.met)
    save(card, remembered.state, remembered.first);
  else
    database_.query(kDropMemory).bind(card).run();
}

/// A point may be answered under its old name: on a machine, or in a sitting, that does not know yet what
/// became of it.
void Memory::refold_heirs(const std::vector<CardId>& cards) {
  for (const CardId& card : cards)
    for (const CardId& heir : heirs_of(database_, card)) refold(heir);
}

void Memory::save(CardId card, const MemoryState& state, StudyDay first) {
  database_.query(kSaveMemory)
      .bind(card, state.sm2.repetitions, state.sm2.easiness, state.sm2.interval_days, state.lapses,
            day_number(state.anchor), day_number(state.seen), day_number(first))
      .run();
}

}  // namespace rehearse
