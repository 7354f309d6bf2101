#include "tests/bench/sync/written_answers.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"

namespace rehearse::bench {

void write_answers(const std::filesystem::path& folder, const Document& deck, std::size_t count,
                   Instant end) {
  constexpr std::size_t kTogether = 10'000;
  constexpr std::chrono::milliseconds kYears = std::chrono::days{3 * 365};
  test::OpenStore store(folder / "library.sqlite");
  const DeckId id = derive_deck_id(deck.title);
  std::vector<CardId> cards;
  for (const Question& question : deck.questions)
    cards.push_back(question_card_id(derive_question_id(id, question, 0)));
  std::mt19937_64 random(7);
  for (std::size_t done = 0; done < count;) {
    Transaction transaction(store.database);
    for (const std::size_t until = std::min(count, done + kTogether); done < until; ++done) {
      ReviewOp op;
      op.card = cards[random() % cards.size()];
      op.quality = static_cast<Quality>(random() % 6);
      op.suggested = op.quality;
      op.spent = std::chrono::milliseconds{3'000 + random() % 20'000};
      op.utc_offset = std::chrono::hours{8};
      op.scheduler = "fsrs6";
      op.interval_days = static_cast<std::int64_t>(random() % 60);
      store.log.append(std::move(op), end - kYears / static_cast<std::int64_t>(count) *
                                                static_cast<std::int64_t>(count - done));
    }
    transaction.commit();
  }
}

}  // namespace rehearse::bench
