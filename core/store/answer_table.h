// All answers that were not taken back, in the order of the fold, decoded once: some hundred records a row,
// so that a million of them are read at the speed of the disk.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/store/answer_record.h"
#include "core/store/database.h"

namespace rehearse {

class AnswerTable {
 public:
  explicit AnswerTable(Database& database) : database_(database) {}

  /// Adds one that stands behind all others. Inside a transaction.
  void append(const AnswerRecord& record);
  /// Adds one where it belongs: behind the last of which `stands_before` says so. Inside a transaction.
  void insert(const AnswerRecord& record, const std::function<bool(const AnswerRecord&)>& stands_before);
  /// Takes every record of an op out; gives them back. Inside a transaction.
  std::vector<AnswerRecord> remove(std::int64_t op);
  void clear();

  std::optional<AnswerRecord> last() const;
  void for_each(const std::function<void(const AnswerRecord&)>& visit) const;
  /// The same until `goes_on`, asked every hundred records or so, says no: then it returns false.
  bool for_each_while(const std::function<bool()>& goes_on,
                      const std::function<void(const AnswerRecord&)>& visit) const;
  /// From the last to the first, while `visit` says true.
  void for_each_backwards(const std::function<bool(const AnswerRecord&)>& visit) const;

  /// Writes many that follow each other; they are in the table when finish() returns. Inside a transaction.
  class Filler {
   public:
    explicit Filler(AnswerTable& table) : table_(table) {}
    void add(const AnswerRecord& record);
    void finish();

   private:
    AnswerTable& table_;
    AnswerWriter chunk_;
  };

 private:
  struct Chunk {
    std::int64_t number = 0;
    std::vector<AnswerRecord> records;
  };

  void write(std::int64_t number, const AnswerWriter& chunk);
  void write(const Chunk& chunk);
  std::optional<Chunk> before(std::int64_t number) const;

  Database& database_;
};

}  // namespace rehearse
