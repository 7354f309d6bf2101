#include "core/store/check.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/hash.h"
#include "core/store/names.h"
#include "core/store/op_row.h"
#include "core/store/packed_line.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

struct Projection {
  const char* table;
  const char* rows;  // every column of every row, in a fixed order
};

constexpr std::array kProjections = {
    Projection{
        "deck",
        "SELECT "
        "quote(id)||quote(title)||quote(sections)||alive||quote(interview_day)||quote(interview_since_day)"
        " FROM deck ORDER BY id"},
    Projection{
        "question",
        "SELECT "
        "quote(q.id)||quote(d.id)||quote(q.at)||q.alive||q.is_documented||quote(q.kind)||quote(q.section)||"
        "quote(q.marks)||quote(q.text_id)"
        " FROM question q LEFT JOIN deck d ON d.position = q.deck WHERE q.deck IS NOT NULL ORDER BY q.id"},
    Projection{
        "question_text",
        "SELECT quote(q.id)||quote(t.fields) FROM question_text t LEFT JOIN question q ON q.position = "
        "t.position ORDER BY q.id"},
    Projection{"question_mark",
               "SELECT quote(id)||flag||quote(tags)||quote(example) FROM question_mark ORDER BY id"},
    Projection{"other_versions", "SELECT quote(question) FROM other_versions ORDER BY question"},
    Projection{"group_removal", "SELECT quote(question)||is_own FROM group_removal ORDER BY question"},
    Projection{"answer_waiting", "SELECT quote(card_id)||op FROM answer_waiting ORDER BY card_id, op"},
    Projection{"brought_in", "SELECT quote(id)||op||' '||counts FROM brought_in ORDER BY id, op"},
    Projection{"setting", "SELECT target||' '||name||' '||value FROM setting ORDER BY target, name"},
    Projection{"study_day",
               "SELECT day||' '||answers||' '||spent_ms||quote(counts) FROM study_day ORDER BY day"},
};

constexpr const char* kCards = "SELECT position, cards FROM question";
constexpr const char* kShown =
    "SELECT position, cards, shown FROM question WHERE deck IS NOT NULL ORDER BY id";
constexpr const char* kMemory = "SELECT question, states FROM memory";
constexpr const char* kIsRebuildWanted = "SELECT 1 FROM sqlite_schema WHERE name = 'rebuild_wanted'";
constexpr const char* kRebuilt = "DROP TABLE rebuild_wanted";
constexpr const char* kIntegrity = "PRAGMA integrity_check(20)";
constexpr const char* kForeignKeys = "PRAGMA foreign_key_check";
constexpr const char* kLines =
    "SELECT position, kind, target, line, admitted_ms, scope FROM op ORDER BY position";
constexpr const char* kParts = "SELECT import, first, last FROM import_part";
constexpr const char* kPositionOf = "SELECT position FROM op_id WHERE id = ?1";
constexpr const char* kIdAt = "SELECT id FROM op_id WHERE position = ?1";

/// A chain over the parts: a library of any size is compared in a few bytes.
class Digest {
 public:
  void add(std::string_view part) {
    std::string link(reinterpret_cast<const char*>(value_.data()), value_.size());
    value_ = blake2b_128(link.append(part));
  }
  const Hash128& value() const { return value_; }

 private:
  Hash128 value_{};
};

Hash128 digest_of_rows(Database& database, const char* rows) {
  Digest digest;
  Query query = database.query(rows);
  while (query.step()) digest.add(query.text(0));
  return digest.value();
}

/// Cards have other slots, and questions other positions, when the tables are made anew.
class NamedCards {
 public:
  explicit NamedCards(Database& database) {
    Query query = database.query(kCards);
    while (query.step()) by_slot_.emplace(query.integer(0), query.ids<CardId>(1));
  }

  std::string name(std::int64_t question, std::size_t slot) const {
    const auto found = by_slot_.find(question);
    if (found == by_slot_.end() || slot >= found->second.size()) return "?";
    return found->second[slot].hex();
  }

 private:
  std::map<std::int64_t, std::vector<CardId>> by_slot_;
};

/// The cards each question has now, by their names.
Hash128 digest_of_cards(Database& database, const NamedCards& cards) {
  Digest digest;
  Query query = database.query(kShown);
  while (query.step()) {
    std::string names;
    for (const std::uint16_t slot : read_shown(query, 1, 2)) names += cards.name(query.integer(0), slot);
    digest.add(names);
  }
  return digest.value();
}

Hash128 digest_of_answers(Database& database, const NamedCards& cards) {
  Digest digest;
  AnswerTable(database).for_each([&](AnswerRecord record) {
    std::string text = cards.name(record.question, record.asked);
    for (auto& [slot, result] : record.points) {
      text += cards.name(record.question, slot);
      slot = 0;
    }
    record.question = record.asked = 0;
    AnswerWriter rest;
    rest.add(record);
    digest.add(text + rest.bytes());
  });
  return digest.value();
}

Hash128 digest_of_memory(Database& database, const NamedCards& cards) {
  std::map<std::string, std::string> states;
  Query query = database.query(kMemory);
  while (query.step()) {
    std::size_t slot = 0;
    for (const CardState& state : read_card_states(query.bytes(1))) {
      const std::string name = cards.name(query.integer(0), slot++);
      if (state != CardState()) states.emplace(name, write_card_states({state}));
    }
  }
  Digest digest;
  for (const auto& [name, state] : states) digest.add(name + state);
  return digest.value();
}

/// Of what each table says, by its name.
std::map<std::string, Hash128> digests(Database& database) {
  std::map<std::string, Hash128> result;
  for (const Projection& projection : kProjections)
    result[projection.table] = digest_of_rows(database, projection.rows);
  const NamedCards cards(database);
  result["question (cards)"] = digest_of_cards(database, cards);
  result["answer_chunk"] = digest_of_answers(database, cards);
  result["memory"] = digest_of_memory(database, cards);
  return result;
}

void check_file(Database& database, std::vector<std::string>& faults) {
  {
    Query query = database.query(kIntegrity);
    while (query.step())
      if (query.text(0) != "ok") faults.push_back("file: " + query.text(0));
  }
  Query query = database.query(kForeignKeys);
  while (query.step()) faults.push_back("table " + query.text(0) + " refers to a row that is missing");
}

/// The row at this place of the log, by its id as far as that is known.
std::string op_name(Database& database, std::int64_t position) {
  Query query = database.query(kIdAt);
  if (query.bind(position).step()) return "op " + query.id<OpId>(0).hex();
  return "op at place " + std::to_string(position);
}

/// What came with each import: the first position of each run of ops, and its last.
using ImportRuns = std::map<std::pair<OpId, std::int64_t>, std::int64_t>;

/// Runs of ops that came with one import each, as their lines say. Positions come in order.
class RunsOfLines {
 public:
  void add(const Op& op, std::int64_t position) {
    if (!op.import) return;
    const bool goes_on =
        open_ != runs_.end() && open_->first.first == *op.import && open_->second + 1 == position;
    if (goes_on)
      open_->second = position;
    else
      open_ = runs_.emplace(std::pair(*op.import, position), position).first;
  }
  const ImportRuns& runs() const { return runs_; }

 private:
  ImportRuns runs_;
  ImportRuns::iterator open_ = runs_.end();
};

ImportRuns noted_runs(Database& database) {
  ImportRuns runs;
  Query query = database.query(kParts);
  while (query.step()) runs.emplace(std::pair(query.id<OpId>(0), query.integer(1)), query.integer(2));
  return runs;
}

/// What is wrong with a row of the columns position, kind, target, line, admitted_ms, scope; empty when
/// nothing is.
std::string fault_of(Database& database, const Query& row, const Names& names, Stamp last,
                     RunsOfLines& runs) {
  const Result<std::string> line = unpack_line(row.bytes(3), names);
  if (!line) return line.error().line();
  {
    Query query = database.query(kPositionOf);
    if (!query.bind(op_id(*line)).step()) return "its bytes have changed";
    if (query.integer(0) != row.integer(0)) return "it is there twice";
  }
  const Result<Op> op = read_op(*line);
  if (!op) return op.error().line();
  runs.add(*op, row.integer(0));
  const bool same_target =
      row.is_null(2) ? !stored_target(*op) : stored_target(*op) == std::string(row.bytes(2));
  if (!same_target || row.integer(1) != static_cast<int>(stored_kind(*op)) ||
      row.integer(5) != op->envelope.scope)
    return "its row says otherwise than its line";
  const Stamp stamp = op->envelope.stamp;
  const std::int64_t effective = row.is_null(4) ? stamp.ms : std::min(stamp.ms, row.integer(4));
  if (last < effective_stamp(stamp, effective)) return "its stamp is larger than the largest of the log";
  return "";
}

void check_lines(Database& database, const OpLog& log, const std::function<bool()>& is_cancelled,
                 std::vector<std::string>& faults) {
  Names names(database);
  names.read_all();
  std::size_t lines = 0;
  RunsOfLines runs;
  Query query = database.query(kLines);
  for (; query.step(); ++lines) {
    if (is_cancelled()) return;
    if (const std::string fault = fault_of(database, query, names, log.last_stamp(), runs); !fault.empty())
      faults.push_back(op_name(database, query.integer(0)) + ": " + fault);
  }
  if (runs.runs() != noted_runs(database))
    faults.push_back("table import_part says otherwise than the lines");
  if (lines != log.size())
    faults.push_back("table op_id names " + std::to_string(log.size()) + " ops and there are " +
                     std::to_string(lines));
}

}  // namespace

void rebuild_projections(const OpLog& log, Content& content, Memory& memory) {
  memory.clear();
  content.clear();
  std::vector<std::string> targets = log.register_targets();
  // What the learner says of groups comes first: whether their words count.
  std::stable_partition(targets.begin(), targets.end(),
                        [](const std::string& target) { return target.starts_with(kGroupTarget); });
  for (const std::string& target : targets) content.refold(target);
  memory.rebuild();
}

void rebuild_if_wanted(Database& database, const OpLog& log, Content& content, Memory& memory) {
  const auto is_wanted = [&] {
    Query query = database.query(kIsRebuildWanted);
    return query.step();
  };
  if (!is_wanted()) return;
  Transaction transaction(database);
  // Another program may have done the work while this one waited for its turn.
  if (!is_wanted()) return;
  rebuild_projections(log, content, memory);
  database.execute(kRebuilt);
  transaction.commit();
}

std::vector<std::string> check_log(Database& database, const OpLog& log,
                                   const std::function<bool()>& is_cancelled) {
  std::vector<std::string> faults;
  check_file(database, faults);
  check_lines(database, log, is_cancelled, faults);
  return faults;
}

std::vector<std::string> check_library(Database& database, const OpLog& log, Content& content,
                                       Memory& memory) {
  std::vector<std::string> faults = check_log(database, log, [] { return false; });
  Transaction only_to_look(database);
  const auto stored = digests(database);
  rebuild_projections(log, content, memory);
  const auto rebuilt = digests(database);
  for (const auto& [table, digest] : rebuilt)
    if (stored.at(table) != digest) faults.push_back("table " + table + " differs from what the log says");
  return faults;
}

}  // namespace rehearse
