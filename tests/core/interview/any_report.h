// Random interview reports, made as the program makes them from random documents and markings.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/interview/report.h"
#include "tests/nasty_text.h"

namespace rehearse::test {

template <class AnyId>
AnyId id_of(std::size_t number) {
  AnyId id;
  id.bytes[0] = static_cast<std::uint8_t>(number);
  id.bytes[1] = static_cast<std::uint8_t>(number >> 8);
  return id;
}

template <class AnyId>
std::vector<AnyId> ids_of(std::size_t count) {
  std::vector<AnyId> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back(id_of<AnyId>(i));
  return ids;
}

inline double any_share(NastyText& nasty) {
  constexpr double kOdd[] = {-1, 7, std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity()};
  return nasty.one_in(8) ? kOdd[nasty.below(4)] : static_cast<double>(nasty.below(101)) / 100;
}

inline QuestionResult any_result(NastyText& nasty) {
  Question question;
  question.kind = static_cast<QuestionKind>(nasty.below(6));
  if (!nasty.one_in(3)) question.marks = static_cast<double>(nasty.below(300)) / 10;
  const std::size_t points = nasty.one_in(20) ? 200 : nasty.below(7);
  for (std::size_t i = 0; i < points; ++i) question.points.push_back({nasty.text(4), ""});
  for (std::size_t left = nasty.below(5); left > 0; --left)
    question.criteria.push_back(nasty.bytes() + (nasty.one_in(2) ? "（3分）" : ""));
  Marking marking;
  for (std::size_t left = nasty.below(8); left > 0; --left) marking.reached.push_back(any_share(nasty));
  for (std::size_t left = nasty.below(4); left > 0; --left) marking.missed_points.push_back(nasty.below(9));
  marking.spent = std::chrono::seconds{static_cast<std::int64_t>(nasty.below(400)) - 10};
  return result_of(ask(id_of<QuestionId>(nasty.below(65'536)), ids_of<PointId>(points), question), marking);
}

inline InterviewReport any_report(NastyText& nasty) {
  InterviewReport report;
  report.seed = nasty.below(std::numeric_limits<std::size_t>::max());
  for (std::size_t left = nasty.below(6); left > 0; --left) report.questions.push_back(any_result(nasty));
  return report;
}

}  // namespace rehearse::test
