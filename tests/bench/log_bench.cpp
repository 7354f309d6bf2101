#include <random>

#include "core/deck/identity.h"
#include "core/store/op_log.h"
#include "core/store/packed_line.h"
#include "tests/bench/bench.h"
#include "tests/bench/sample.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kReviews = 100'000;
constexpr std::size_t kQuestions = 2'000;  // fifty answers to each
constexpr std::size_t kPoints = 5;

RandomSource scattered() {
  return [engine = std::mt19937_64(71)]() mutable { return engine(); };
}

template <class AnyId>
AnyId some_id(std::mt19937_64& random) {
  AnyId id;
  for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
  return id;
}

std::vector<ReviewOp> one_answer_to_each(std::mt19937_64& random) {
  std::vector<ReviewOp> reviews(kQuestions);
  for (ReviewOp& review : reviews) {
    review.card = some_id<CardId>(random);
    for (std::size_t i = 0; i < kPoints; ++i)
      review.points.emplace_back(some_id<PointId>(random), PointResult::kRecalled);
    review.scheduler = "sm2";
    review.utc_offset = std::chrono::minutes{480};
  }
  return reviews;
}

ReviewOp next_answer(ReviewOp review, std::mt19937_64& random) {
  for (auto& [point, result] : review.points) result = static_cast<PointResult>(random() % 3);
  review.quality = static_cast<Quality>(random() % 6);
  review.suggested = static_cast<Quality>(random() % 6);
  review.spent = std::chrono::milliseconds{10'000 + random() % 90'000};
  review.interval_days = static_cast<std::int64_t>(random() % 400);
  return review;
}

double bytes_in(Database& database) {
  constexpr const char* kBytes = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
  Query query = database.query(kBytes);
  query.step();
  return static_cast<double>(query.integer(0));
}

Figure measure_packing(Database& database) {
  constexpr std::size_t kLines = 1000;
  const std::string line =
      R"({"by":"import","c":1,"d":"4f1d2c3b4a596877","k":"set","o":"question:d11d59144dba576682e7281ca2a4a273",)"
      R"("s":1,"t":1796000000000,"v":{"answer":")" +
      sample_deck(1).questions.front().answer +
      R"(","at":"00000010","deck":"1462189a139f54609a3b66143e21e781","kind":"open",)"
      R"("point:48d70523e67d59deb316f98edfbcc210":{"at":"00000010","cue":"倾听","detail":"不打断，记下要点"},)"
      R"("stem":"如何安抚投诉的客户？"},"x":"9a0000000000001f"})";
  Transaction transaction(database);
  Names names(database);
  const double ms = median_ms(21, [&] {
    for (std::size_t i = 0; i < kLines; ++i) (void)pack_line(line, names);
  });
  return {"pack the line of a question, 1 KB", ms * 1000 / kLines, 6, "a quarter of its import", "us"};
}

}  // namespace

std::vector<Figure> measure_log() {
  const test::Scratch scratch;
  Database database(scratch / "library.sqlite");
  OpLog log(database, scattered());
  std::mt19937_64 random(72);
  const std::vector<ReviewOp> questions = one_answer_to_each(random);
  const double empty = bytes_in(database);
  Instant now = parse_instant("2026-11-21T12:00:00+08:00")->at;
  const double append_ms = median_ms(1, [&] {
    Transaction transaction(database);
    for (std::size_t i = 0; i < kReviews; ++i)
      log.append(next_answer(questions[random() % kQuestions], random), now += std::chrono::seconds{40});
    transaction.commit();
  });
  std::size_t read = 0;
  const double read_ms = median_ms(5, [&] { log.for_each_about_cards([&](const StoredOp&) { ++read; }); });
  if (read != 5 * kReviews) std::abort();
  constexpr double kEach = 1000.0 / kReviews;  // us
  return {{"disk for a review of five points", (bytes_in(database) - empty) / kReviews, 165,
           "the plan's, of a line of 415 bytes", "B"},
          {"append one, many in a transaction", append_ms * kEach, 25, "that of a question", "us"},
          {"read one back, in the order of the fold", read_ms * kEach, 5, "5 s for a million", "us"},
          measure_packing(database)};
}

}  // namespace rehearse::bench
