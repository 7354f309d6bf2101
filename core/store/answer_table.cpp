#include "core/store/answer_table.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace rehearse {
namespace {

constexpr const char* kBefore =
    "SELECT number, records FROM answer_chunk WHERE number < ?1 ORDER BY number DESC LIMIT 1";
constexpr const char* kAll = "SELECT records FROM answer_chunk ORDER BY number";
constexpr const char* kWrite = "INSERT OR REPLACE INTO answer_chunk (number, records) VALUES (?1, ?2)";
constexpr const char* kDrop = "DELETE FROM answer_chunk WHERE number = ?1";
constexpr const char* kAtOrAfter =
    "SELECT number, records FROM answer_chunk WHERE number >= ?1 ORDER BY number LIMIT 1";
constexpr const char* kClear = "DELETE FROM answer_chunk";

constexpr std::size_t kFullChunk = 3'600;  // bytes: with its row's head it fits a page of the file
constexpr std::size_t kFewRecords = 16;
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

std::optional<AnswerTable::Chunk> AnswerTable::at_or_after(std::int64_t number) const {
  Query query = database_.query(kAtOrAfter);
  if (!query.bind(number).step()) return std::nullopt;
  return Chunk{query.integer(0), records_in(query.bytes(1))};
}

void AnswerTable::insert(const std::vector<AnswerRecord>& records, const Precedes& precedes) {
  if (records.empty()) return;
  std::optional<Chunk> chunk = before(kEnd);
  if (!chunk || precedes(chunk->records.back(), records.front())) {
    Filler filler(*this);
    for (const AnswerRecord& record : records) filler.add(record);
    return filler.finish();
  }
  while (!precedes(chunk->records.front(), records.front())) {
    auto earlier = before(chunk->number);
    if (!earlier) break;
    chunk = std::move(earlier);
  }
  // A few that belong into one row are written there; else all behind is, so that rows stay short.
  if (records.size() > kFewRecords) return rewrite_from(chunk->number, records, precedes);
  const auto next = at_or_after(chunk->number + 1);
  if (next && precedes(next->records.front(), records.back()))
    return rewrite_from(chunk->number, records, precedes);
  std::vector<AnswerRecord> merged;
  std::merge(chunk->records.begin(), chunk->records.end(), records.begin(), records.end(),
             std::back_inserter(merged), precedes);
  chunk->records = std::move(merged);
  write(*chunk);
}

void AnswerTable::rewrite_from(std::int64_t number, const std::vector<AnswerRecord>& records,
                               const Precedes& precedes) {
  const std::optional<Chunk> last = before(kEnd);
  Filler filler(*this, last->number + 1);
  auto next = records.begin();
  for (auto chunk = at_or_after(number); chunk && chunk->number <= last->number;
       chunk = at_or_after(chunk->number + 1)) {
    for (const AnswerRecord& record : chunk->records) {
      while (next != records.end() && !precedes(record, *next)) filler.add(*next++);
      filler.add(record);
    }
    database_.query(kDrop).bind(chunk->number).run();
  }
  while (next != records.end()) filler.add(*next++);
  filler.finish();
}

void AnswerTable::remove(const std::set<std::int64_t>& ops) {
  std::set<std::int64_t> missing = ops;
  // The records of one op stand side by side, nearly always in one row and near the end.
  for (auto chunk = before(kEnd); chunk; chunk = before(chunk->number)) {
    const std::size_t size = chunk->records.size();
    std::erase_if(chunk->records, [&](const AnswerRecord& record) {
      if (!ops.contains(record.op)) return false;
      missing.erase(record.op);
      return true;
    });
    const bool found = chunk->records.size() != size;
    if (found) write(*chunk);
    if (missing.empty() && !found) break;
  }
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
  Query query = database_.query(kAll);
  AnswerRecord record;
  while (query.step())
    for (AnswerReader reader(query.bytes(0)); reader.next(record);) visit(record);
}

void AnswerTable::for_each_about(const std::set<std::int64_t>& questions,
                                 const std::function<void(const AnswerRecord&)>& visit) const {
  for_each_about_while(
      questions, [] { return true; }, visit);
}

bool AnswerTable::for_each_about_while(const std::set<std::int64_t>& questions,
                                       const std::function<bool()>& goes_on,
                                       const std::function<void(const AnswerRecord&)>& visit) const {
  const MayBeAbout wanted(questions);
  Query query = database_.query(kAll);
  AnswerRecord record;
  while (query.step()) {
    if (!goes_on()) return false;
    for (AnswerReader reader(query.bytes(0)); reader.next_about(wanted, record);)
      if (questions.contains(record.question)) visit(record);
  }
  return true;
}

void AnswerTable::for_each_backwards(const std::function<bool(const AnswerRecord&)>& visit) const {
  for (auto chunk = before(kEnd); chunk; chunk = before(chunk->number))
    for (auto record = chunk->records.rbegin(); record != chunk->records.rend(); ++record)
      if (!visit(*record)) return;
}

AnswerTable::Filler::Filler(AnswerTable& table) : table_(table), number_(1) {
  Query query = table_.database_.query(kBefore);
  if (!query.bind(kEnd).step()) return;
  number_ = query.integer(0);
  chunk_ = AnswerWriter(query.bytes(1));
}

void AnswerTable::Filler::add(const AnswerRecord& record) {
  if (chunk_.bytes().size() > kFullChunk) {
    table_.write(number_++, chunk_);
    chunk_ = {};
  }
  chunk_.add(record);
}

void AnswerTable::Filler::finish() {
  if (!chunk_.bytes().empty()) table_.write(number_, chunk_);
  chunk_ = {};
}

}  // namespace rehearse
