// Putting ops into the projection of answers, and taking them out, wherever they stand in the order of the
// fold.
#include <algorithm>
#include <unordered_map>

#include "core/store/memory.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

constexpr const char* kWait = "INSERT OR IGNORE INTO answer_waiting (card_id, op) VALUES (?1, ?2)";
constexpr const char* kWaitNoMore = "DELETE FROM answer_waiting WHERE op = ?1";

bool is_answer(const AnswerRecord& record) { return record.is_given && !record.schedule && !record.act; }

}  // namespace

/// Tells which of two records comes first. Reads each op from the log once.
class Memory::FoldOrder {
 public:
  FoldOrder(const OpLog& log, const std::vector<StoredOp>& known) : log_(log) {
    for (const StoredOp& stored : known) ops_.emplace(stored.position, stored);
  }

  bool precedes(const AnswerRecord& a, const AnswerRecord& b) {
    if (a.op == b.op) return false;
    const auto& first = op(a.op);
    const auto& second = op(b.op);
    return first && second && stands_before(*first, *second);
  }

  AnswerTable::Precedes as_function() {
    return [this](const AnswerRecord& a, const AnswerRecord& b) { return precedes(a, b); };
  }

 private:
  const std::optional<StoredOp>& op(std::int64_t position) {
    const auto [found, is_new] = ops_.try_emplace(position);
    if (is_new) found->second = log_.at(position);
    return found->second;
  }

  const OpLog& log_;
  std::unordered_map<std::int64_t, std::optional<StoredOp>> ops_;
};

void Memory::merge(const std::vector<StoredOp>& gone, std::vector<StoredOp> come) {
  std::sort(come.begin(), come.end(), stands_before);
  FoldOrder order(log_, come);
  std::set<std::int64_t> gone_ops, questions;
  for (const StoredOp& stored : gone) {
    database_.query(kWaitNoMore).bind(stored.position).run();
    std::vector<CardId> unknown;
    CardFinder finder(cards_);
    for (const AnswerRecord& record : records_of(stored, day_starts(), finder, unknown)) {
      gone_ops.insert(stored.position);
      questions.insert(record.question);
    }
  }
  const std::vector<AnswerRecord> records = records_or_wait(come);
  if (gone_ops.empty()) {
    if (records.empty()) return;
    const auto last = answers_.last();
    if (!last || order.precedes(*last, records.front())) return step(records);
  }
  for (const AnswerRecord& record : records) questions.insert(record.question);
  refold(gone_ops, records, questions, order);
}

/// What ops in the order of the fold say of cards; what they say of cards that no question has yet waits.
std::vector<AnswerRecord> Memory::records_or_wait(const std::vector<StoredOp>& ops) {
  std::vector<AnswerRecord> records;
  std::vector<CardId> unknown;
  CardFinder finder(cards_);
  for (const StoredOp& stored : ops) {
    unknown.clear();
    for (AnswerRecord& record : records_of(stored, day_starts(), finder, unknown)) records.push_back(std::move(record));
    for (const CardId& card : unknown) database_.query(kWait).bind(card, stored.position).run();
  }
  return records;
}

/// Records that stand behind all others.
void Memory::step(const std::vector<AnswerRecord>& records) {
  struct OfQuestion {
    std::vector<CardState> states;
    Heirs heirs;
  };
  std::map<std::int64_t, OfQuestion> folded;
  DayChanges changes;
  std::vector<PointResult> results;
  for (const AnswerRecord& record : records) {
    const auto [found, is_new] = folded.try_emplace(record.question);
    OfQuestion& question = found->second;
    if (is_new) question = {states_of(record.question), heirs_of(database_, record.question)};
    if (is_answer(record)) add_review(changes[record.day], review_of(question.states, record, results));
    fold_answer(question.states, record, question.heirs, scheduler());
  }
  AnswerTable::Filler filler(answers_);
  for (const AnswerRecord& record : records) filler.add(record);
  filler.finish();
  for (const auto& [question, of_question] : folded) save(question, of_question.states);
  save(changes);
}

/// Brings the states of these questions, the days and the table in step with what has gone and come.
void Memory::refold(const std::set<std::int64_t>& gone, const std::vector<AnswerRecord>& come,
                    const std::set<std::int64_t>& questions, FoldOrder& order) {
  RecordsOfQuestions before, come_of;
  for (const std::int64_t question : questions) before[question];
  answers_.for_each([&](const AnswerRecord& record) {
    if (const auto found = before.find(record.question); found != before.end())
      found->second.push_back(record);
  });
  for (const AnswerRecord& record : come) come_of[record.question].push_back(record);
  DayChanges changes;
  for (auto& [question, records] : before) {
    fold(records, changes, take_out_review);
    std::erase_if(records, [&](const AnswerRecord& record) { return gone.contains(record.op); });
    const auto middle = static_cast<std::ptrdiff_t>(records.size());
    const std::vector<AnswerRecord>& added = come_of[question];
    records.insert(records.end(), added.begin(), added.end());
    std::inplace_merge(records.begin(), records.begin() + middle, records.end(), order.as_function());
    save(question, fold(records, changes, add_review));
  }
  save(changes);
  answers_.remove(gone);
  answers_.insert(come, order.as_function());
}

/// The states that the records of one question lead to; `note` is told of each answer among them and the
/// counts of its day.
std::vector<CardState> Memory::fold(const std::vector<AnswerRecord>& records, DayChanges& changes,
                                    void (*note)(AnswerCounts&, const Review&)) const {
  std::vector<CardState> states;
  if (records.empty()) return states;
  const Heirs heirs = heirs_of(database_, records.front().question);
  const Scheduler& scheduler = this->scheduler();
  std::vector<PointResult> results;
  for (const AnswerRecord& record : records) {
    if (is_answer(record)) note(changes[record.day], review_of(states, record, results));
    fold_answer(states, record, heirs, scheduler);
  }
  return states;
}

}  // namespace rehearse
