#include "core/store/memory.h"

#include <algorithm>
#include <unordered_map>

#include "core/deck/identity.h"
#include "core/interview/report.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

constexpr const char* kReadStates = "SELECT states FROM memory WHERE question = ?1";
constexpr const char* kSaveStates = "INSERT OR REPLACE INTO memory (question, states) VALUES (?1, ?2)";
constexpr const char* kDropStates = "DELETE FROM memory WHERE question = ?1";
constexpr const char* kWait = "INSERT OR IGNORE INTO answer_waiting (card_id, op) VALUES (?1, ?2)";
constexpr const char* kIsAnyWaiting = "SELECT EXISTS (SELECT 1 FROM answer_waiting)";
constexpr const char* kWaitingFor = "SELECT op FROM answer_waiting WHERE card_id = ?1";
constexpr const char* kReadDay = "SELECT counts FROM study_day WHERE day = ?1";
constexpr const char* kSaveDay =
    "INSERT OR REPLACE INTO study_day (day, answers, spent_ms, counts) VALUES (?1, ?2, ?3, ?4)";
constexpr const char* kDropDay = "DELETE FROM study_day WHERE day = ?1";
// With a condition: else nobody who listens is told of the rows.
constexpr const char* kClear =
    "DELETE FROM memory WHERE 1; DELETE FROM answer_waiting; DELETE FROM answer_chunk; DELETE FROM "
    "brought_in; DELETE FROM study_day;";

std::chrono::minutes time_of_day(Instant at, std::chrono::minutes utc_offset) {
  const auto local = std::chrono::floor<std::chrono::minutes>(at + utc_offset);
  return local - std::chrono::floor<std::chrono::days>(local);
}

/// What was missed in a mock interview comes on the day after it.
CardAct drill_act(const MockInterviewOp& interview, const StoredOp& stored,
                  std::chrono::hours day_starts_at) {
  const StudyDay day = study_day(given_at(stored), interview.utc_offset, day_starts_at);
  return {CardActKind::kSetDue, day, drill_day(day)};
}

bool is_answer(const AnswerRecord& record) { return record.is_given && !record.schedule && !record.act; }

}  // namespace

bool Memory::is_made_from(const Op& op) {
  return std::holds_alternative<ReviewOp>(op.body) || std::holds_alternative<ScheduleOp>(op.body) ||
         std::holds_alternative<CardsOp>(op.body) || std::holds_alternative<MockInterviewOp>(op.body);
}

/// One record for each question whose cards the op names, the asked card's first. `unknown`: the cards that
/// no question has.
std::vector<AnswerRecord> Memory::records_of(const StoredOp& stored, std::chrono::hours day_starts_at,
                                             CardFinder& finder, std::vector<CardId>& unknown) const {
  const auto* review = std::get_if<ReviewOp>(&stored.op.body);
  const auto* schedule = std::get_if<ScheduleOp>(&stored.op.body);
  const auto* cards = std::get_if<CardsOp>(&stored.op.body);
  const auto* interview = std::get_if<MockInterviewOp>(&stored.op.body);
  if (review == nullptr && schedule == nullptr && cards == nullptr && interview == nullptr) return {};
  AnswerRecord common;
  common.op = stored.position;
  common.is_own = log_.is_own(stored);
  if (review != nullptr) {
    common.is_brought_in = !review->from.empty();
    common.quality = review->quality;
    common.day = study_day(given_at(stored), review->utc_offset, day_starts_at);
    common.time_of_day = time_of_day(given_at(stored), review->utc_offset);
    common.spent = review->spent;
  } else if (schedule != nullptr) {
    common.is_brought_in = true;
    common.schedule = schedule->schedule;
  } else {
    common.act = cards != nullptr ? cards->act : drill_act(*interview, stored, day_starts_at);
    common.day = common.act->on;
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
  const auto add_card = [&](CardId card, PointResult result) {
    if (const auto place = finder.find(card))
      record_of(*place).points.emplace_back(place->slot, result);
    else
      unknown.push_back(card);
  };
  const auto add_point = [&](PointId point, PointResult result) {
    if (const auto place = finder.find(point))
      record_of(*place).points.emplace_back(place->slot, result);
    else
      unknown.push_back(point_card_id(point));
  };
  if (cards != nullptr) {
    for (const CardId& card : cards->cards) add_card(card, PointResult::kRecalled);
    return records;
  }
  if (interview != nullptr) {
    for (const QuestionResult& result : interview->report.questions) {
      for (const PointId& point : result.missed) add_point(point, PointResult::kMissed);
      if (result.drill != DrillNeed::kQuestion) continue;
      const CardId card = question_card_id(result.question);
      if (const auto place = finder.find(card))
        record_of(*place).points.clear();  // all its cards
      else
        unknown.push_back(card);
    }
    return records;
  }
  const CardId asked = review != nullptr ? review->card : schedule->card;
  if (const auto place = finder.find(asked))
    record_of(*place).is_given = true;
  else
    unknown.push_back(asked);
  if (review != nullptr)
    for (const auto& [point, result] : review->points) add_point(point, result);
  else
    for (const PointId& point : schedule->points) add_point(point, PointResult::kRecalled);
  return records;
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
  std::vector<StoredOp> waiting;
  for (const std::int64_t op : ops)
    if (auto stored = log_.at(op)) waiting.push_back(std::move(*stored));
  merge(waiting, waiting);
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
  answers_.for_each_about(questions, [&](const AnswerRecord& record) {
    fold_answer(states[record.question], record, heirs[record.question], scheduler);
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
  removals_.answers_are(question, has_answers(states));
}

/// Adds to what the days say.
void Memory::save(const DayChanges& changes) {
  for (const auto& [day, change] : changes) {
    AnswerCounts counts;
    {
      Query query = database_.query(kReadDay);
      if (query.bind(day_number(day)).step()) counts = read_counts(query.bytes(0)).value_or(counts);
    }
    add_counts(counts, change);
    if (counts.reviews() == 0)
      database_.query(kDropDay).bind(day_number(day)).run();
    else
      database_.query(kSaveDay)
          .bind(day_number(day), std::int64_t{counts.reviews()}, static_cast<std::int64_t>(counts.spent_ms),
                Blob{write_counts(counts)})
          .run();
  }
}

CardState Memory::state(CardId card) const { return states({&card, 1}).front(); }

std::vector<CardState> Memory::states(std::span<const CardId> cards) const {
  std::vector<CardState> states;
  std::optional<std::int64_t> question;  // that `known` are of
  std::vector<CardState> known;
  for (const CardId& card : cards) {
    const auto place = cards_.find(card);
    if (place && question != place->question) {
      question = place->question;
      known = states_of(place->question);
    }
    states.push_back(place && place->slot < known.size() ? known[place->slot] : CardState());
  }
  return states;
}

std::vector<LoggedAnswer> Memory::answers_to_fit() const {
  std::map<CardPlace, std::uint32_t> numbers;
  std::uint32_t cards = 0;
  std::set<CardPlace> taken_over;
  std::vector<LoggedAnswer> log;
  std::vector<CardPlace> places;  // of `log`
  const auto add = [&](const AnswerRecord& record, std::uint16_t slot, Quality quality) {
    const CardPlace place{record.question, slot};
    const auto [number, is_new] = numbers.emplace(place, cards);
    if (is_new) ++cards;
    const std::uint32_t card = number->second;
    log.push_back({card, record.day, fsrs6_rating(quality)});
    places.push_back(place);
  };
  answers_.for_each([&](const AnswerRecord& record) {
    const bool is_rescheduled = record.act && record.act->kind == CardActKind::kReschedule;
    if (record.schedule || is_rescheduled) {
      if (record.schedule) taken_over.insert({record.question, record.asked});
      for (const auto& point : record.points) taken_over.insert({record.question, point.first});
      return;
    }
    if (record.act) {
      // What is answered behind a reset is another card's history.
      if (record.act->kind == CardActKind::kReset)
        for (const auto& point : record.points) numbers.erase({record.question, point.first});
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
  std::set<std::int64_t> positions;
  for (const QuestionId& id : questions)
    if (const auto place = cards_.find(question_card_id(id))) {
      wanted.emplace(place->question, id);
      positions.insert(place->question);
    }
  OpsAbout ops;
  if (wanted.empty()) return ops;
  answers_.for_each_about(positions, [&](const AnswerRecord& record) {
    if (!record.act) ops[wanted[record.question]].push_back(record.op);
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

bool Memory::replay_of(const std::set<std::int64_t>& questions, const std::function<bool()>& is_wanted,
                       const std::function<void(const AnswerRecord&, const Review*,
                                                const std::vector<CardState>&)>& visit) const {
  struct OfQuestion {
    std::vector<CardState> states;
    Heirs heirs;
  };
  std::unordered_map<std::int64_t, OfQuestion> folded;
  for (const std::int64_t question : questions) folded[question].heirs = heirs_of(database_, question);
  const Scheduler& scheduler = this->scheduler();
  std::vector<PointResult> results;
  const auto take = [&](const AnswerRecord& record) {
    OfQuestion& question = folded[record.question];
    std::optional<Review> review;
    if (is_answer(record)) review = review_of(question.states, record, results);
    fold_answer(question.states, record, question.heirs, scheduler);
    visit(record, review ? &*review : nullptr, question.states);
  };
  return answers_.for_each_about_while(
      questions, [&] { return !is_wanted || is_wanted(); }, take);
}

void Memory::replay() {
  const std::map<std::int64_t, Heirs> heirs = all_heirs(database_);
  const Heirs none;
  const Scheduler& scheduler = this->scheduler();
  std::unordered_map<std::int64_t, std::vector<CardState>> states;
  answers_.for_each([&](const AnswerRecord& record) {
    const auto found = heirs.empty() ? heirs.end() : heirs.find(record.question);
    fold_answer(states[record.question], record, found == heirs.end() ? none : found->second, scheduler);
  });
  save_in_order(states);
}

void Memory::replay_days() {
  if (!answers_.last()) return;  // a rebuild of everything, which will come to the answers
  clear();
  rebuild();
}

void Memory::save_in_order(const std::unordered_map<std::int64_t, std::vector<CardState>>& states) {
  std::vector<std::int64_t> questions;
  questions.reserve(states.size());
  for (const auto& [question, folded] : states) questions.push_back(question);
  std::sort(questions.begin(), questions.end());
  for (const std::int64_t question : questions) save(question, states.at(question));
}

void Memory::rebuild() {
  ++rebuilds_;
  const std::chrono::hours day_starts_at = day_starts();
  const std::map<std::int64_t, Heirs> heirs = all_heirs(database_);
  const Heirs none;
  const Scheduler& scheduler = this->scheduler();
  std::unordered_map<std::int64_t, std::vector<CardState>> states;
  DayChanges days;
  std::vector<PointResult> results;
  AnswerTable::Filler filler(answers_);
  BroughtIn::Filler brought_in(brought_in_);
  CardFinder finder(cards_);
  std::vector<CardId> unknown;
  log_.for_each_about_cards([&](const StoredOp& stored) {
    if (!brought_in.add(stored)) return;
    unknown.clear();
    for (const AnswerRecord& record : records_of(stored, day_starts_at, finder, unknown)) {
      filler.add(record);
      const auto found = heirs.find(record.question);
      std::vector<CardState>& of_question = states[record.question];
      if (is_answer(record)) add_review(days[record.day], review_of(of_question, record, results));
      fold_answer(of_question, record, found == heirs.end() ? none : found->second, scheduler);
    }
    for (const CardId& card : unknown) database_.query(kWait).bind(card, stored.position).run();
  });
  filler.finish();
  brought_in.finish();
  save_in_order(states);
  save(days);
}

}  // namespace rehearse
