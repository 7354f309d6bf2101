// All answers that were not taken back, in the order of the fold, decoded once: some hundred records a row,
// so that a million of them are read at the speed of the disk.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "core/store/answer_record.h"
#include "core/store/database.h"

namespace rehearse {

class AnswerTable {
 public:
  explicit AnswerTable(Database& database) : database_(database) {}

  using Precedes = std::function<bool(const AnswerRecord&, const AnswerRecord&)>;

  /// Adds records that follow each other, each where it belongs: behind those that precede it. Inside a
  /// transaction.
  void insert(const std::vector<AnswerRecord>& records, const Precedes& precedes);
  /// Takes every record of these ops out. Inside a transaction.
  void remove(const std::set<std::int64_t>& ops);
  void clear();

  std::optional<AnswerRecord> last() const;
  void for_each(const std::function<void(const AnswerRecord&)>& visit) const;
  /// Those about some questions, by position.
  void for_each_about(const std::set<std::int64_t>& questions,
                      const std::function<void(const AnswerRecord&)>& visit) const;
  /// The same until `goes_on`, asked every hundred records or so, says no: then it returns false.
  bool for_each_about_while(const std::set<std::int64_t>& questions, const std::function<bool()>& goes_on,
                            const std::function<void(const AnswerRecord&)>& visit) const;
  /// From the last to the first, while `visit` says true.
  void for_each_backwards(const std::function<bool(const AnswerRecord&)>& visit) const;

  /// Writes many that follow each other behind all others; they are in the table when finish() returns.
  /// Inside a transaction.
  class Filler {
   public:
    /// Goes on in the last row of the table.
    explicit Filler(AnswerTable& table);
    void add(const AnswerRecord& record);
    void finish();

   private:
    friend class AnswerTable;
    Filler(AnswerTable& table, std::int64_t number) : table_(table), number_(number) {}

    AnswerTable& table_;
    std::int64_t number_;  // of the row that is being filled
    AnswerWriter chunk_;
  };

 private:
  struct Chunk {
    std::int64_t number = 0;
    std::vector<AnswerRecord> records;
  };

  void write(std::int64_t number, const AnswerWriter& chunk);
  void write(const Chunk& chunk);
  void rewrite_from(std::int64_t number, const std::vector<AnswerRecord>& records, const Precedes& precedes);
  std::optional<Chunk> before(std::int64_t number) const;
  std::optional<Chunk> at_or_after(std::int64_t number) const;

  Database& database_;
};

}  // namespace rehearse
