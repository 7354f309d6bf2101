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

// Answers that were given here while those of years come in from elsewhere: more are not looked for.
constexpr std::size_t kMostBehind = 4'000;

bool is_answer(const AnswerRecord& record) { return record.is_given && !record.schedule && !record.act; }

}  // namespace

/// Tells which of two records comes first. Reads each op from the log once, but for those that are known,
/// which have to stay where they are.
class Memory::FoldOrder {
 public:
  FoldOrder(const OpLog& log, const std::vector<StoredOp>& known) : log_(log) {
    known_.reserve(known.size());
    for (const StoredOp& stored : known) known_.emplace(stored.position, &stored);
  }

  bool precedes(const AnswerRecord& a, const AnswerRecord& b) {
    if (a.op == b.op) return false;
    const StoredOp* first = op(a.op);
    const StoredOp* second = op(b.op);
    return first != nullptr && second != nullptr && stands_before(*first, *second);
  }

  /// The questions of the answers in the table that stand behind this record; nothing when they are too many.
  std::optional<std::set<std::int64_t>> questions_behind(const AnswerRecord& record,
                                                         const AnswerTable& answers) {
    std::set<std::int64_t> questions;
    if (const auto last = answers.last(); !last || precedes(*last, record)) return questions;
    std::size_t behind = 0;
    answers.for_each_backwards([&](const AnswerRecord& last) {
      if (precedes(last, record)) return false;
      questions.insert(last.question);
      return ++behind < kMostBehind;
    });
    if (behind == kMostBehind) return std::nullopt;
    return questions;
  }

  AnswerTable::Precedes as_function() {
    return [this](const AnswerRecord& a, const AnswerRecord& b) { return precedes(a, b); };
  }

 private:
  const StoredOp* op(std::int64_t position) {
    if (const auto known = known_.find(position); known != known_.end()) return known->second;
    const auto [found, is_new] = read_.try_emplace(position);
    if (is_new) found->second = log_.at(position);
    return found->second ? &*found->second : nullptr;
  }

  const OpLog& log_;
  std::unordered_map<std::int64_t, const StoredOp*> known_;
  std::unordered_map<std::int64_t, std::optional<StoredOp>> read_;
};

void Memory::merge(std::vector<StoredOp> gone, std::vector<StoredOp> come) {
  brought_in_.settle(gone, come);
  std::sort(come.begin(), come.end(), stands_before);
  FoldOrder order(log_, come);
  const std::chrono::hours day_starts_at = day_starts();
  std::set<std::int64_t> gone_ops, questions;
  for (const StoredOp& stored : gone) {
    database_.query(kWaitNoMore).bind(stored.position).run();
    std::vector<CardId> unknown;
    CardFinder finder(cards_);
    for (const AnswerRecord& record : records_of(stored, day_starts_at, finder, unknown)) {
      gone_ops.insert(stored.position);
      questions.insert(record.question);
    }
  }
  const std::vector<AnswerRecord> records = records_or_wait(come);
  if (gone_ops.empty() && records.empty()) return;
  std::optional<std::set<std::int64_t>> late;
  if (gone_ops.empty()) late = order.questions_behind(records.front(), answers_);
  std::vector<AnswerRecord> last, in_between;  // of their questions
  for (const AnswerRecord& record : records) {
    const bool is_last = late && !late->contains(record.question);
    (is_last ? last : in_between).push_back(record);
    if (!is_last) questions.insert(record.question);
  }
  step(last);
  if (!questions.empty()) refold(gone_ops, in_between, questions, order);
  if (!gone_ops.empty()) answers_.remove(gone_ops);
  if (!late || !late->empty()) return answers_.insert(records, order.as_function());
  AnswerTable::Filler filler(answers_);
  for (const AnswerRecord& record : records) filler.add(record);
  filler.finish();
}

/// What ops in the order of the fold say of cards; what they say of cards that no question has yet waits.
std::vector<AnswerRecord> Memory::records_or_wait(const std::vector<StoredOp>& ops) {
  std::vector<AnswerRecord> records;
  std::vector<CardId> unknown;
  CardFinder finder(cards_);
  const std::chrono::hours day_starts_at = day_starts();
  for (const StoredOp& stored : ops) {
    unknown.clear();
    for (AnswerRecord& record : records_of(stored, day_starts_at, finder, unknown))
      records.push_back(std::move(record));
    for (const CardId& card : unknown) database_.query(kWait).bind(card, stored.position).run();
  }
  return records;
}

/// Brings states and days in step with records that stand behind all others of their questions.
void Memory::step(const std::vector<AnswerRecord>& records) {
  struct OfQuestion {
    std::vector<CardState> states;
    Heirs heirs;
  };
  std::map<std::int64_t, OfQuestion> folded;
  DayChanges changes;
  std::vector<PointResult> results;
  const Scheduler& scheduler = this->scheduler();
  for (const AnswerRecord& record : records) {
    const auto [found, is_new] = folded.try_emplace(record.question);
    OfQuestion& question = found->second;
    if (is_new) question = {states_of(record.question), heirs_of(database_, record.question)};
    if (is_answer(record)) add_review(changes[record.day], review_of(question.states, record, results));
    fold_answer(question.states, record, question.heirs, scheduler);
  }
  for (const auto& [question, of_question] : folded) save(question, of_question.states);
  save(changes);
}

/// Brings the states of these questions and the days in step with what has gone and come.
void Memory::refold(const std::set<std::int64_t>& gone, const std::vector<AnswerRecord>& come,
                    const std::set<std::int64_t>& questions, FoldOrder& order) {
  RecordsOfQuestions before, come_of;
  for (const std::int64_t question : questions) before[question];
  answers_.for_each_about(questions,
                          [&](const AnswerRecord& record) { before[record.question].push_back(record); });
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
