// Records of answers: those of some questions are the same whether the others are read or skipped.
#include "core/store/answer_record.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

namespace rehearse {
namespace {

AnswerRecord random_record(std::mt19937_64& random) {
  AnswerRecord record;
  record.op = static_cast<std::int64_t>(random() % 1'000'000);
  // Some share their lower bits.
  record.question = static_cast<std::int64_t>(random() % 4 * 65'536 + random() % 20);
  record.asked = static_cast<std::uint16_t>(random() % 300);
  record.is_own = random() % 2 == 0;
  record.quality = static_cast<Quality>(random() % 6);
  record.day = day_from_number(static_cast<std::int64_t>(random() % 20'000));
  for (std::size_t left = random() % 6; left > 0; --left)
    record.points.emplace_back(static_cast<std::uint16_t>(random() % 200),
                               static_cast<PointResult>(random() % 3));
  switch (random() % 3) {
    case 0:
      record.schedule = Schedule{};
      record.schedule->due = day_from_number(static_cast<std::int64_t>(random() % 20'000));
      record.schedule->interval_days = static_cast<std::int64_t>(random() % 4'000);
      break;
    case 1: record.act = CardAct{CardActKind::kReset, record.day, record.day}; break;
    default:
      record.time_of_day = std::chrono::minutes{random() % 1'440};
      record.spent = std::chrono::milliseconds{random() % 600'000};
  }
  return record;
}

std::vector<AnswerRecord> all_in(std::string_view bytes) {
  std::vector<AnswerRecord> records;
  AnswerReader reader(bytes);
  for (AnswerRecord record; reader.next(record);) records.push_back(record);
  return records;
}

std::vector<AnswerRecord> about(const std::set<std::int64_t>& questions, std::string_view bytes) {
  const MayBeAbout wanted(questions);
  std::vector<AnswerRecord> records;
  AnswerReader reader(bytes);
  for (AnswerRecord record; reader.next_about(wanted, record);)
    if (questions.contains(record.question)) records.push_back(record);
  return records;
}

std::vector<AnswerRecord> random_records(std::mt19937_64& random) {
  std::vector<AnswerRecord> records(random() % 40);
  for (AnswerRecord& record : records) record = random_record(random);
  return records;
}

std::string written(const std::vector<AnswerRecord>& records) {
  AnswerWriter writer;
  for (const AnswerRecord& record : records) writer.add(record);
  return writer.bytes();
}

std::set<std::int64_t> some_questions(const std::vector<AnswerRecord>& records, std::mt19937_64& random) {
  std::set<std::int64_t> questions{7};
  for (const AnswerRecord& record : records)
    if (random() % 3 == 0) questions.insert(record.question);
  return questions;
}

}  // namespace

TEST_SUITE("core/store/answer_record") {
  TEST_CASE("what is written is read and of some questions just those records") {
    std::mt19937_64 random(41);
    for (int round = 0; round < 2'000; ++round) {
      CAPTURE(round);
      std::vector<AnswerRecord> records = random_records(random);
      const std::string bytes = written(records);
      REQUIRE(all_in(bytes) == records);
      const std::set<std::int64_t> questions = some_questions(records, random);
      std::erase_if(records,
                    [&](const AnswerRecord& record) { return !questions.contains(record.question); });
      REQUIRE(about(questions, bytes) == records);
    }
  }

  TEST_CASE("bytes that are damaged come to an end whether records are read or skipped") {
    std::mt19937_64 random(43);
    for (int round = 0; round < 5'000; ++round) {
      CAPTURE(round);
      const std::vector<AnswerRecord> records = random_records(random);
      std::string bytes = written(records);
      bytes.resize(bytes.size() - (bytes.empty() ? 0 : random() % bytes.size() / 2));
      for (std::size_t left = random() % 4; left > 0 && !bytes.empty(); --left)
        bytes[random() % bytes.size()] = static_cast<char>(random());
      CHECK(all_in(bytes).size() <= bytes.size());
      CHECK(about(some_questions(records, random), bytes).size() <= bytes.size());
    }
  }
}

}  // namespace rehearse
