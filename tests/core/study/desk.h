// What the sittings' tests share.
#pragma once

#include "core/study/sitting.h"
#include "tests/library_fixture.h"

namespace rehearse::test {

inline constexpr std::chrono::milliseconds kSpent{5000};

/// A library with one deck of open questions, and sittings over it.
struct Desk : LibraryFixture {
  explicit Desk(std::size_t questions = 3, std::size_t points = 5) {
    library.import_document(open_document("deck", questions, points), now);
  }

  /// So many cards at most; no limit of minutes.
  Sitting sit(std::optional<std::size_t> cards = std::nullopt) {
    return Sitting(library, {{}, {std::nullopt, cards}}, now);
  }

  /// Everything met once, and the next day begun.
  void meet_all() {
    Sitting sitting = sit();
    while (!sitting.finished()) {
      sitting.override_grade(Quality::kGood);
      sitting.grade(now, kSpent);
    }
    pass_days(1);
  }

  /// What the log says of the latest answer.
  ReviewOp last_review() {
    OpenStore store(file());
    ReviewOp last;
    store.log.for_each_about_cards([&](const StoredOp& op) {
      if (const auto* review = std::get_if<ReviewOp>(&op.op.body)) last = *review;
    });
    return last;
  }
};

}  // namespace rehearse::test
