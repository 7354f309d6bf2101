#include "core/store/memory.h"

#include <algorithm>
#include <unordered_map>

#include "core/deck/identity.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

constexpr const char* kReadStates = "SELECT states FROM memory WHERE question = ?1";
constexpr const char* kSaveStates = "INSERT OR REPLACE INTO memory (question, states) VALUES (?1, ?2)";
constexpr const char* kDropStates = "DELETE FROM memory WHERE question = ?1";
constexpr const char* kWait = "INSERT OR IGNORE INTO answer_waiting (card_id, op) VALUES (?1, ?2)";
constexpr const char* kIsAnyWaiting = "SELECT EXISTS (SELECT 1 FROM answer_waiting)";
constexpr const char* kWaitingFor = "SELECT op FROM answer_waiting WHERE card_id = ?1";
constexpr const char* kWaitNoMore = "DELETE FROM answer_waiting WHERE op = ?1";
constexpr const char* kCountAnswer =
    "INSERT INTO study_day (day, answers, spent_ms) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (day) DO UPDATE SET answers = answers + ?2, spent_ms = spent_ms + ?3";
constexpr const char* kDropAnswer =
    "UPDATE study_day SET answers = answers - 1, spent_ms = spent_ms - ?2 WHERE day = ?1 AND answers > 1"
    " RETURNING 1";
constexpr const char* kDropDay = "DELETE FROM study_day WHERE day = ?1";
constexpr const char* kClear =
    "DELETE FROM memory; DELETE FROM answer_waiting; DELETE FROM answer_chunk; DELETE FROM study_day;";

std::chrono::minutes time_of_day(Instant at, std::chrono::minutes utc_offset) {
  const auto local = std::chrono::floor<std::chrono::minutes>(at + utc_offset);
  return local - std::chrono::floor<std::chrono::days>(local);
}

bool is_answer(const AnswerRecord& record) { return record.is_given && !record.schedule; }

}  // namespace

bool Memory::is_made_from(const Op& op) {
  return std::holds_alternative<ReviewOp>(op.body) || std::holds_alternative<ScheduleOp>(op.body);
}

/// One record for each question whose cards the op names, the asked card's first. `unknown`: the cards that
/// no question has.
std::vector<AnswerRecord> Memory::records_of(const StoredOp& stored, std::vector<CardId>& unknown) const {
  const auto* review = std::get_if<ReviewOp>(&stored.op.body);
  const auto* schedule = std::get_if<ScheduleOp>(&stored.op.body);
  if (review == nullptr && schedule == nullptr) return {};
  AnswerRecord common;
  common.op = stored.position;
  common.is_own = hex_text(stored.op.envelope.device) == log_.device();
  if (review != nullptr) {
    common.is_brought_in = !review->from.empty();
    common.quality = review->quality;
    common.day = study_day(given_at(stored), review->utc_offset);
    common.time_of_day = time_of_day(given_at(stored), review->utc_offset);
    common.spent = review->spent;
  } else {
    common.is_brought_in = true;
    common.schedule = schedule->schedule;
  }
  std::vector<AnswerRecord> records;
  const auto record_of = [&](const CardPlace& place) -> AnswerRecord& {
    for (AnswerRecord& record : records)
      if (record.question == place.question) return record;
    AnswerRecord& record = records.emplace_back(common);
    record.question = place.question;
    record.asked = place.slot;
    record.is_given = false;
    return record;
  };
  const CardId asked = review != nullptr ? review->card : schedule->card;
  if (const auto place = cards_.find(asked))
    record_of(*place).is_given = true;
  else
    unknown.push_back(asked);
  const auto add_point = [&](PointId point, PointResult result) {
    const CardId card = point_card_id(point);
    if (const auto place = cards_.find(card))
      record_of(*place).points.emplace_back(place->slot, result);
    else
      unknown.push_back(card);
  };
  if (review != nullptr)
    for (const auto& [point, result] : review->points) add_point(point, result);
  else
    for (const PointId& point : schedule->points) add_point(point, PointResult::kRecalled);
  return records;
}

bool Memory::comes_before(const AnswerRecord& record, const StoredOp& stored) const {
  const auto op = log_.at(record.op);
  return op && stands_before(*op, stored);
}

void Memory::add(const StoredOp& stored) {
  std::vector<CardId> unknown;
  const std::vector<AnswerRecord> records = records_of(stored, unknown);
  for (const CardId& card : unknown) database_.query(kWait).bind(card, stored.position).run();
  if (records.empty()) return;
  const auto last = answers_.last();
  const bool is_last = !last || comes_before(*last, stored);
  std::set<std::int64_t> questions;
  for (const AnswerRecord& record : records) {
    questions.insert(record.question);
    if (is_answer(record)) count(record);
    if (is_last) {
      answers_.append(record);
      step(record);
    } else {
      answers_.insert(record, [&](const AnswerRecord& other) { return comes_before(other, stored); });
    }
  }
  if (!is_last) refold(questions);
}

void Memory::remove(const StoredOp& stored) {
  database_.query(kWaitNoMore).bind(stored.position).run();
  std::set<std::int64_t> questions;
  for (const AnswerRecord& record : answers_.remove(stored.position)) {
    questions.insert(record.question);
    if (is_answer(record)) uncount(record);
  }
  refold(questions);
}

void Memory::cards_have_come(const std::vector<CardId>& cards) {
  {
    Query query = database_.query(kIsAnyWaiting);
    query.step();
    if (query.integer(0) == 0) return;
  }
  std::set<std::int64_t> ops;
  for (const CardId& card : cards) {
    Query query = database_.query(kWaitingFor);
    query.bind(card);
    while (query.step()) ops.insert(query.integer(0));
  }
  for (const std::int64_t op : ops) {
    const auto stored = log_.at(op);
    if (!stored) continue;
    remove(*stored);
    add(*stored);
  }
}

void Memory::step(const AnswerRecord& record) {
  std::vector<CardState> states = states_of(record.question);
  fold_answer(states, record, heirs_of(database_, record.question), scheduler());
  save(record.question, states);
}

void Memory::refold(const std::set<std::int64_t>& questions) {
  if (questions.empty()) return;
  std::map<std::int64_t, std::vector<CardState>> states;
  std::map<std::int64_t, Heirs> heirs;
  for (const std::int64_t question : questions) {
    states[question];
    heirs[question] = heirs_of(database_, question);
  }
  const Scheduler& scheduler = this->scheduler();
  answers_.for_each([&](const AnswerRecord& record) {
    if (const auto found = states.find(record.question); found != states.end())
      fold_answer(found->second, record, heirs[record.question], scheduler);
  });
  for (const auto& [question, folded] : states) save(question, folded);
}

std::vector<CardState> Memory::states_of(std::int64_t question) const {
  Query query = database_.query(kReadStates);
  if (!query.bind(question).step()) return {};
  return read_card_states(query.bytes(0));
}

void Memory::save(std::int64_t question, const std::vector<CardState>& states) {
  if (states.empty())
    database_.query(kDropStates).bind(question).run();
  else
    database_.query(kSaveStates).bind(question, Blob{write_card_states(states)}).run();
}

void Memory::count(const AnswerRecord& record) {
  database_.query(kCountAnswer)
      .bind(day_number(record.day), std::int64_t{1}, std::int64_t{record.spent.count()})
      .run();
}

void Memory::uncount(const AnswerRecord& record) {
  const std::int64_t day = day_number(record.day);
  bool goes_on = false;
  {
    Query query = database_.query(kDropAnswer);
    goes_on = query.bind(day, std::int64_t{record.spent.count()}).step();
  }
  if (!goes_on) database_.query(kDropDay).bind(day).run();
}

CardState Memory::state(CardId card) const {
  const auto place = cards_.find(card);
  if (!place) return {};
  Query query = database_.query(kReadStates);
  if (!query.bind(place->question).step()) return {};
  return read_card_state(query.bytes(0), place->slot);
}

std::vector<LoggedAnswer> Memory::answers_to_fit() const {
  std::map<CardPlace, std::uint32_t> numbers;
  std::set<CardPlace> taken_over;
  std::vector<LoggedAnswer> log;
  std::vector<CardPlace> places;  // of `log`
  const auto add = [&](const AnswerRecord& record, std::uint16_t slot, Quality quality) {
    const CardPlace place{record.question, slot};
    const std::uint32_t card = numbers.emplace(place, numbers.size()).first->second;
    log.push_back({card, record.day, fsrs6_rating(quality)});
    places.push_back(place);
  };
  answers_.for_each([&](const AnswerRecord& record) {
    if (record.schedule) {
      taken_over.insert({record.question, record.asked});
      for (const auto& point : record.points) taken_over.insert({record.question, point.first});
      return;
    }
    for (const auto& [slot, result] : record.points) add(record, slot, quality_of(result));
    // A whole answer speaks through its points.
    if (record.points.empty()) add(record, record.asked, record.quality);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < log.size(); ++i)
    if (!taken_over.contains(places[i])) log[kept++] = log[i];
  log.resize(kept);
  return log;
}

OpsAbout Memory::ops_about(const std::vector<QuestionId>& questions) const {
  std::map<std::int64_t, QuestionId> wanted;  // by position
  for (const QuestionId& id : questions)
    if (const auto place = cards_.find(question_card_id(id))) wanted.emplace(place->question, id);
  OpsAbout ops;
  if (wanted.empty()) return ops;
  answers_.for_each([&](const AnswerRecord& record) {
    if (const auto found = wanted.find(record.question); found != wanted.end())
      ops[found->second].push_back(record.op);
  });
  return ops;
}

std::optional<std::pair<OpId, CardId>> Memory::latest_review() const {
  std::optional<std::pair<OpId, CardId>> latest;
  answers_.for_each_backwards([&](const AnswerRecord& record) {
    if (!record.is_own || record.is_brought_in || !is_answer(record)) return true;
    if (const auto stored = log_.at(record.op))
      if (const auto* review = std::get_if<ReviewOp>(&stored->op.body)) latest = {stored->id, review->card};
    return false;
  });
  return latest;
}

void Memory::clear() { database_.execute(kClear); }

void Memory::replay() {
  const std::map<std::int64_t, Heirs> heirs = all_heirs(database_);
  const Heirs none;
  const Scheduler& scheduler = this->scheduler();
  std::unordered_map<std::int64_t, std::vector<CardState>> states;
  answers_.for_each([&](const AnswerRecord& record) {
    const auto found = heirs.empty() ? heirs.end() : heirs.find(record.question);
    fold_answer(states[record.question], record, found == heirs.end() ? none : found->second, scheduler);
  });
  for (const auto& [question, folded] : states) save(question, folded);
}

void Memory::rebuild() {
  const std::set<OpId> voided = log_.voided();
  const std::map<std::int64_t, Heirs> heirs = all_heirs(database_);
  const Heirs none;
  const Scheduler& scheduler = this->scheduler();
  std::map<std::int64_t, std::vector<CardState>> states;
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> days;  // answers, milliseconds
  AnswerTable::Filler filler(answers_);
  std::vector<CardId> unknown;
  log_.for_each([&](const StoredOp& stored) {
    if (!is_made_from(stored.op) || voided.contains(stored.id)) return;
    unknown.clear();
    for (const AnswerRecord& record : records_of(stored, unknown)) {
      filler.add(record);
      const auto found = heirs.find(record.question);
      fold_answer(states[record.question], record, found == heirs.end() ? none : found->second, scheduler);
      if (!is_answer(record)) continue;
      auto& [answers, spent] = days[day_number(record.day)];
      ++answers;
      spent += record.spent.count();
    }
    for (const CardId& card : unknown) database_.query(kWait).bind(card, stored.position).run();
  });
  filler.finish();
  for (const auto& [question, folded] : states) save(question, folded);
  for (const auto& [day, sums] : days) database_.query(kCountAnswer).bind(day, sums.first, sums.second).run();
}

}  // namespace rehearse
