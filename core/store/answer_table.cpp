#include "core/store/answer_table.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rehearse {
namespace {

constexpr const char* kBefore =
    "SELECT number, records FROM answer_chunk WHERE number < ?1 ORDER BY number DESC LIMIT 1";
constexpr const char* kAll = "SELECT records FROM answer_chunk ORDER BY number";
constexpr const char* kWrite = "INSERT OR REPLACE INTO answer_chunk (number, records) VALUES (?1, ?2)";
constexpr const char* kDrop = "DELETE FROM answer_chunk WHERE number = ?1";
constexpr const char* kNext = "SELECT coalesce(max(number), 0) + 1 FROM answer_chunk";
constexpr const char* kClear = "DELETE FROM answer_chunk";

constexpr std::size_t kFullChunk = 3'600;  // bytes: with its row's head it fits a page of the file
constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();

std::vector<AnswerRecord> records_in(std::string_view bytes) {
  std::vector<AnswerRecord> records;
  AnswerReader reader(bytes);
  for (AnswerRecord record; reader.next(record);) records.push_back(record);
  return records;
}

AnswerWriter written(const std::vector<AnswerRecord>& records) {
  AnswerWriter writer;
  for (const AnswerRecord& record : records) writer.add(record);
  return writer;
}

}  // namespace

std::optional<AnswerTable::Chunk> AnswerTable::before(std::int64_t number) const {
  Query query = database_.query(kBefore);
  if (!query.bind(number).step()) return std::nullopt;
  return Chunk{query.integer(0), records_in(query.bytes(1))};
}

void AnswerTable::write(std::int64_t number, const AnswerWriter& chunk) {
  database_.query(kWrite).bind(number, Blob{chunk.bytes()}).run();
}

void AnswerTable::write(const Chunk& chunk) {
  if (chunk.records.empty())
    database_.query(kDrop).bind(chunk.number).run();
  else
    write(chunk.number, written(chunk.records));
}

void AnswerTable::append(const AnswerRecord& record) {
  std::int64_t number = 1;
  AnswerWriter chunk;
  {
    Query query = database_.query(kBefore);
    if (query.bind(kEnd).step()) {
      number = query.integer(0);
      chunk = AnswerWriter(query.bytes(1));
    }
  }
  const std::size_t before = chunk.bytes().size();
  chunk.add(record);
  if (chunk.bytes().size() > kFullChunk && before > 0) {
    ++number;
    chunk = AnswerWriter();
    chunk.add(record);
  }
  write(number, chunk);
}

void AnswerTable::insert(const AnswerRecord& record,
                         const std::function<bool(const AnswerRecord&)>& stands_before) {
  std::optional<Chunk> chunk = before(kEnd);
  while (chunk && !stands_before(chunk->records.front())) {
    const auto earlier = before(chunk->number);
    if (!earlier) break;
    chunk = earlier;
  }
  if (!chunk) return append(record);
  auto& records = chunk->records;
  records.insert(std::partition_point(records.begin(), records.end(), stands_before), record);
  write(*chunk);
}

std::vector<AnswerRecord> AnswerTable::remove(std::int64_t op) {
  std::vector<AnswerRecord> removed;
  // The records of one op stand side by side, nearly always in one row and near the end.
  for (auto chunk = before(kEnd); chunk; chunk = before(chunk->number)) {
    const auto taken = std::stable_partition(chunk->records.begin(), chunk->records.end(),
                                             [&](const AnswerRecord& record) { return record.op != op; });
    const bool found = taken != chunk->records.end();
    removed.insert(removed.end(), taken, chunk->records.end());
    chunk->records.erase(taken, chunk->records.end());
    if (found) write(*chunk);
    if (!removed.empty() && !found) break;
  }
  return removed;
}

void AnswerTable::clear() { database_.execute(kClear); }

std::optional<AnswerRecord> AnswerTable::last() const {
  Query query = database_.query(kBefore);
  if (!query.bind(kEnd).step()) return std::nullopt;
  AnswerRecord record, last;
  bool is_any = false;
  for (AnswerReader reader(query.bytes(1)); reader.next(record); std::swap(record, last)) is_any = true;
  if (!is_any) return std::nullopt;
  return last;
}

void AnswerTable::for_each(const std::function<void(const AnswerRecord&)>& visit) const {
  for_each_while([] { return true; }, visit);
}

bool AnswerTable::for_each_while(const std::function<bool()>& goes_on,
                                 const std::function<void(const AnswerRecord&)>& visit) const {
  Query query = database_.query(kAll);
  AnswerRecord record;
  while (query.step()) {
    if (!goes_on()) return false;
    for (AnswerReader reader(query.bytes(0)); reader.next(record);) visit(record);
  }
  return true;
}

void AnswerTable::for_each_backwards(const std::function<bool(const AnswerRecord&)>& visit) const {
  for (auto chunk = before(kEnd); chunk; chunk = before(chunk->number))
    for (auto record = chunk->records.rbegin(); record != chunk->records.rend(); ++record)
      if (!visit(*record)) return;
}

void AnswerTable::Filler::add(const AnswerRecord& record) {
  if (chunk_.bytes().size() > kFullChunk) finish();
  chunk_.add(record);
}

void AnswerTable::Filler::finish() {
  if (chunk_.bytes().empty()) return;
  std::int64_t number = 0;
  {
    Query query = table_.database_.query(kNext);
    query.step();
    number = query.integer(0);
  }
  table_.write(number, chunk_);
  chunk_ = {};
}

}  // namespace rehearse
