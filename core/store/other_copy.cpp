#include "core/store/other_copy.h"

#include <optional>
#include <set>
#include <string>

#include "core/base/store_error.h"
#include "core/store/packed_line.h"

namespace rehearse {
namespace {

constexpr const char* kIsKnown = "SELECT 1 FROM op_id WHERE id = ?1";
constexpr const char* kLineAt = "SELECT line, admitted_ms FROM op WHERE position = ?1";

// Places of a log follow each other; only in a damaged file some cannot be read.
constexpr std::int64_t kMostMissing = 10'000;

struct Line {
  std::string text;
  std::optional<Instant> admitted;
};

/// Whether the file names an op of these bytes: in a damaged one a line may have others and still be one.
/// Where that cannot be read, the line is believed.
bool is_as_written(Database& database, const OpId& id) {
  try {
    return database.query(kIsKnown).bind(id).step();
  } catch (const StoreError&) {
    return true;
  }
}

std::optional<Line> line_at(Database& database, const Names& names, std::int64_t position) {
  try {
    Query query = database.query(kLineAt);
    if (!query.bind(position).step()) return std::nullopt;
    Result<std::string> text = unpack_line(query.bytes(0), names);
    if (!text) return std::nullopt;
    Line line{std::move(*text), std::nullopt};
    if (!query.is_null(1)) line.admitted = Instant{std::chrono::milliseconds{query.integer(1)}};
    return line;
  } catch (const StoreError&) {  // this page of the file is damaged, the next may be sound
    return std::nullopt;
  }
}

/// What a chain of voids ends at; nothing when that is not here.
std::optional<StoredOp> subject_of(const OpLog& log, StoredOp stored) {
  std::optional<StoredOp> subject = std::move(stored);
  while (subject && std::holds_alternative<VoidOp>(subject->op.body))
    subject = log.find(std::get<VoidOp>(subject->op.body).target);
  return subject;
}

std::vector<StoredOp> voids_of(const OpLog& log, OpId id) { return log.about("op:" + id.hex()); }

/// OpLog::is_void as if these were all the ops there are.
bool is_void_among(const std::unordered_set<OpId>& ops, const OpLog& log, OpId id) {
  struct Node {
    OpId id;
    std::size_t parent;
    bool is_void = false;
  };
  std::vector<Node> tree{{id, 0}};
  for (std::size_t i = 0; i < tree.size(); ++i)
    for (const StoredOp& taking_back : voids_of(log, tree[i].id))
      if (ops.contains(taking_back.id)) tree.push_back({taking_back.id, i});
  for (std::size_t i = tree.size() - 1; i > 0; --i)
    if (!tree[i].is_void) tree[tree[i].parent].is_void = true;
  return tree.front().is_void;
}

/// An import without answers is taken back as one; what came with others, op by op.
bool is_taken_back_whole(const OpLog& log, OpId import) {
  for (const OpRange& part : log.parts_of(import))
    if (log.count_about_cards(part) > 0) return false;
  return true;
}

bool is_answer(const Op& op) {
  return std::holds_alternative<ReviewOp>(op.body) || std::holds_alternative<MockInterviewOp>(op.body);
}

}  // namespace

OtherCopy unite_with(const std::filesystem::path& file, OpLog& log) {
  Database database(file);
  const Names names(database);
  OtherCopy copy;
  for (std::int64_t position = 1, missing = 0; missing < kMostMissing; ++position) {
    const std::optional<Line> line = line_at(database, names, position);
    if (!line) {
      ++missing;
      continue;
    }
    missing = 0;
    const OpId id = op_id(line->text);
    if (!is_as_written(database, id)) continue;
    copy.ops.insert(id);
    const Result<std::optional<StoredOp>> received = log.receive(line->text, line->admitted);
    if (received && *received) ++copy.brought_in;
  }
  return copy;
}

DoneSince done_since(const OpLog& log, const std::unordered_set<OpId>& ops) {
  DoneSince done;
  std::set<OpId> touched;  // ops of then that were taken back or brought back since
  const auto size = static_cast<std::int64_t>(log.size());
  for (std::int64_t position = 1; position <= size; ++position) {
    const std::optional<std::string> line = log.line_at(position);
    if (!line || ops.contains(op_id(*line))) continue;
    std::optional<StoredOp> stored = log.at(position);
    if (!stored) continue;
    if (is_answer(stored->op)) ++done.answers;
    const std::optional<OpId> import = stored->op.import;
    if (import && !ops.contains(*import) && is_taken_back_whole(log, *import)) continue;
    if (std::holds_alternative<ImportOp>(stored->op.body) && !is_taken_back_whole(log, stored->id)) continue;
    const bool is_void = std::holds_alternative<VoidOp>(stored->op.body);
    const std::optional<StoredOp> subject = subject_of(log, std::move(*stored));
    if (!subject || is_answer(subject->op) || std::holds_alternative<UnknownOp>(subject->op.body)) continue;
    if (is_void && ops.contains(subject->id))
      touched.insert(subject->id);
    else if (!is_void && !log.is_void(*subject))
      done.to_void.push_back(subject->id);
  }
  for (const OpId& op : touched) {
    const bool stands = !log.is_void(op), stood = !is_void_among(ops, log, op);
    if (stands && !stood) done.to_void.push_back(op);
    if (stands || !stood) continue;
    for (const StoredOp& taking_back : voids_of(log, op))
      if (!log.is_void(taking_back.id)) done.to_void.push_back(taking_back.id);
  }
  return done;
}

}  // namespace rehearse
