// What `rehearse-bench growth` measures, at one size.
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "core/deck/deck_markdown.h"
#include "core/import/read_document.h"
#include "core/recall/coverage.h"
#include "core/schedule/fsrs_optimizer.h"
#include "core/search/tokens.h"
#include "tests/bench/bank.h"
#include "tests/bench/growth.h"
#include "tests/bench/sample.h"
#include "tests/bench/sync/sync_bench.h"
#include "tests/synthetic_learner.h"

namespace rehearse::bench {
namespace {

// Six to a question of five points. As many answers as cards, so that the largest size is a million of both.
constexpr std::size_t kCardsOfQuestion = 6;

std::size_t questions_of(std::size_t cards) { return (cards + kCardsOfQuestion - 1) / kCardsOfQuestion; }

/// Limits are not what growth is held against.
Figure grown(std::string name, double measured, std::string unit = "ms") {
  return {std::move(name), measured, 1, "growth", std::move(unit)};
}

/// Small sizes are over in no time: the more of them.
int runs_of(std::size_t size) { return size < 100'000 ? 31 : size < 1'000'000 ? 9 : 3; }

std::vector<Figure> grow_library(std::size_t cards) { return measure_large(questions_of(cards), cards); }

std::vector<Figure> grow_deck(std::size_t cards) {
  const Document deck = sample_deck(questions_of(cards));
  const int runs = runs_of(cards);
  std::string text;
  const double write = median_ms(runs, [&] { text = write_deck_markdown(deck); });
  const double read = median_ms(runs, [&] {
    if (read_deck_markdown(text).questions.size() != deck.questions.size()) std::abort();
  });
  const double terms = median_ms(runs, [&] { (void)DeckTerms(deck.questions); });
  return {grown("write a deck as Markdown", write), grown("read it again", read),
          grown("terms of its points", terms)};
}

std::vector<Figure> grow_document(std::size_t bytes) {
  const std::string bank = varied_bank(bytes), mirror = mirrored(bank), text = sample_text(bytes);
  const std::string_view texts[] = {bank};
  const int runs = runs_of(bytes / 10);
  const auto read = [&](const std::string& document) {
    return median_ms(runs, [&] { (void)read_document(document, "bank.txt"); });
  };
  return {grown("read a text", read(text)), grown("read a varied bank", read(bank)),
          grown("read it as a site turned it round", read(mirror)),
          grown("tokens for the index", median_ms(runs, [&] { (void)index_text(texts); }))};
}

std::vector<Figure> grow_fit(std::size_t answers) {
  const auto log = test::learner_log(test::unusual_parameters(), answers, 1);
  const int runs = answers < 1'000'000 ? 5 : 1;
  return {
      grown("fit FSRS-6 to answers", median_ms(runs, [&] { (void)fit_fsrs6(log, SameDayAnswers::kCount); }))};
}

}  // namespace

std::vector<Figure> measure_growth(std::string_view topic, std::size_t size) {
  if (topic == "library") return grow_library(size);
  if (topic == "deck") return grow_deck(size);
  if (topic == "document") return grow_document(size);
  if (topic == "files") return {grown("import files", measure_import(size).front().measured)};
  if (topic == "fit") return grow_fit(size);
  if (topic == "sync") return measure_log_sync(size);
  throw std::invalid_argument("growth has no topic " + std::string(topic));
}

}  // namespace rehearse::bench
