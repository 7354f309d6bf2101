#include "core/store/check.h"

#include <array>
#include <utility>

#include "core/base/hash.h"

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
        "quote(q.id)||quote(d.id)||quote(q.at)||q.alive||q.is_documented||quote(q.kind)||quote(q.cards)"
        " FROM question q JOIN deck d ON d.position = q.deck ORDER BY q.id"},
    Projection{
        "question_text",
        "SELECT quote(q.id)||quote(t.fields) FROM question_text t LEFT JOIN question q ON q.position = "
        "t.position ORDER BY q.id"},
    Projection{"lineage",
               "SELECT quote(card_id)||quote(ancestor_id)||quote(question_id) FROM lineage"
               " ORDER BY card_id, ancestor_id"},
    Projection{"review",
               "SELECT quote(op_id)||quote(card_id)||day||' '||quality||' '||spent_ms||' '||"
               "brought_in FROM review ORDER BY op_id"},
    Projection{"observation",
               "SELECT quote(card_id)||effective_ms||' '||stamp_ms||' '||stamp_counter||"
               "quote(device)||quote(op_id)||day||' '||quality FROM observation"
               " ORDER BY card_id, effective_ms, stamp_ms, stamp_counter, device, op_id"},
    Projection{"schedule",
               "SELECT quote(card_id)||effective_ms||' '||stamp_ms||' '||stamp_counter||"
               "quote(device)||quote(op_id)||due_day||' '||interval_days||' '||easiness_hundredths||' '||"
               "repetitions||' '||lapses FROM schedule"
               " ORDER BY card_id, effective_ms, stamp_ms, stamp_counter, device, op_id"},
    Projection{"memory",
               "SELECT quote(card_id)||repetitions||' '||easiness_hundredths||' '||interval_days||' '||"
               "lapses||' '||anchor_day||' '||seen_day||' '||first_day FROM memory ORDER BY card_id"},
};

constexpr const char* kIsRebuildWanted = "SELECT 1 FROM sqlite_schema WHERE name = 'rebuild_wanted'";
constexpr const char* kRebuilt = "DROP TABLE rebuild_wanted";
constexpr const char* kIntegrity = "PRAGMA integrity_check(20)";
constexpr const char* kForeignKeys = "PRAGMA foreign_key_check";
constexpr const char* kLines =
    "SELECT id, line, device, counter, stamp_ms, stamp_counter, kind, target FROM op ORDER BY position";

std::array<Hash128, kProjections.size()> digests(Database& database) {
  std::array<Hash128, kProjections.size()> result;
  for (std::size_t i = 0; i < kProjections.size(); ++i) {
    Query query = database.query(kProjections[i].rows);
    Hash128 digest{};
    // A chain over the rows: a library of any size is compared in a few bytes.
    while (query.step()) {
      std::string link(reinterpret_cast<const char*>(digest.data()), digest.size());
      digest = blake2b_128(link + query.text(0));
    }
    result[i] = digest;
  }
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

/// The columns from the third on against the line they were taken from.
bool row_repeats(const Query& row, const Op& op) {
  const Envelope& envelope = op.envelope;
  return row.text(2) == hex_text(envelope.device) &&
         row.integer(3) == static_cast<std::int64_t>(envelope.counter) &&
         row.integer(4) == envelope.stamp.ms &&
         row.integer(5) == static_cast<std::int64_t>(envelope.stamp.counter) && row.text(6) == kind_of(op) &&
         row.text(7) == target_of(op);
}

void check_lines(Database& database, std::vector<std::string>& faults) {
  Query query = database.query(kLines);
  while (query.step()) {
    const std::string line = query.text(1);
    const OpId id = query.id<OpId>(0);
    const Result<Op> op = read_op(line);
    if (op_id(line) != id)
      faults.push_back("op " + id.hex() + ": its bytes have changed");
    else if (!op)
      faults.push_back("op " + id.hex() + ": " + op.error().line());
    else if (!row_repeats(query, *op))
      faults.push_back("op " + id.hex() + ": its row says otherwise than its line");
  }
}

}  // namespace

void rebuild_projections(const OpLog& log, Content& content, Memory& memory) {
  content.clear();
  for (const std::string& target : log.register_targets()) content.refold(target);
  memory.rebuild(log);
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

std::vector<std::string> check_library(Database& database, const OpLog& log, Content& content,
                                       Memory& memory) {
  std::vector<std::string> faults;
  check_file(database, faults);
  check_lines(database, faults);
  Transaction only_to_look(database);
  const auto stored = digests(database);
  rebuild_projections(log, content, memory);
  const auto rebuilt = digests(database);
  for (std::size_t i = 0; i < kProjections.size(); ++i)
    if (stored[i] != rebuilt[i])
      faults.push_back(std::string("table ") + kProjections[i].table + " differs from what the log says");
  return faults;
}

}  // namespace rehearse
