// How the verdicts on typed answers compare with a person's.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "tests/coverage/typed_answers.h"

namespace rehearse::coverage {

/// Points, by what a person says of them and by what the program says.
class VerdictCounts {
 public:
  void add(PointVerdict expected, PointVerdict found) { ++at(expected, found); }
  void add(const VerdictCounts& other);

  std::size_t points() const;
  /// The share that a person agrees with, of what the program calls recalled. Nothing when it is nothing.
  std::optional<double> precision() const;
  /// The share that the program calls recalled, of what a person does.
  std::optional<double> recall() const;
  /// The share that the program calls recalled or partly recalled, of what a person calls recalled.
  std::optional<double> recall_with_partly() const;
  /// The share of the points that both call the same.
  std::optional<double> agreement() const;
  /// What a person calls missed and the program recalled.
  std::size_t false_ticks() const { return at(PointVerdict::kMissed, PointVerdict::kRecalled); }

 private:
  static constexpr std::size_t kVerdicts = 3;

  std::size_t& at(PointVerdict expected, PointVerdict found) {
    return counts_[static_cast<std::size_t>(expected)][static_cast<std::size_t>(found)];
  }
  std::size_t at(PointVerdict expected, PointVerdict found) const {
    return counts_[static_cast<std::size_t>(expected)][static_cast<std::size_t>(found)];
  }
  std::size_t expected(PointVerdict verdict) const;
  std::size_t found(PointVerdict verdict) const;

  std::array<std::array<std::size_t, kVerdicts>, kVerdicts> counts_{};  // [expected][found]
};

/// By the kind of answer, over one half of the questions. Each deck's terms are weighed by all its questions.
struct HalfCounts {
  std::array<VerdictCounts, kAnswerKinds> of_kind;
  std::array<std::size_t, kAnswerKinds> answers{};

  const VerdictCounts& of(AnswerKind kind) const { return of_kind[static_cast<std::size_t>(kind)]; }
};
HalfCounts counts_of(const std::vector<MarkedDeck>& decks, Half half);

/// The terms of a marked deck.
DeckTerms terms_of(const MarkedDeck& deck);

}  // namespace rehearse::coverage
