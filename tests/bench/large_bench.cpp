// The library of someone who has studied for years: what it takes on disk, and what every step costs in it.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "core/deck/identity.h"
#include "core/library.h"
#include "core/store/answer_table.h"
#include "core/store/check.h"
#include "tests/bench/bare_commits.h"
#include "tests/bench/bench.h"
#include "tests/bench/peak_memory.h"
#include "tests/bench/sample.h"
#include "tests/library_fixture.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kPoints = 5;
constexpr double kMegabyte = 1e6;

LocalInstant noon(int days_ago) {
  LocalInstant now = *parse_instant("2026-11-21T12:00:00+08:00");
  now.at -= std::chrono::days{days_ago};
  return now;
}

/// After days away: cards wait in a library of any size.
LocalInstant weeks_later() { return noon(-40); }

template <class Work>
double elapsed_ms(Work&& work) {
  return median_ms(1, work);
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// Answers to random questions over three years, each of all five points.
void write_answers(test::OpenStore& store, const Document& deck, std::size_t count) {
  constexpr int kDays = 3 * 365;
  constexpr std::size_t kTogether = 10'000;
  std::mt19937_64 random(7);
  const DeckId id = derive_deck_id(deck.title);
  std::vector<std::pair<CardId, std::vector<PointId>>> questions;
  for (const Question& question : deck.questions) {
    const QuestionId question_id = derive_question_id(id, question, 0);
    auto& [card, points] = questions.emplace_back(question_card_id(question_id), std::vector<PointId>());
    for (const KeyPoint& point : question.points)
      points.push_back(derive_point_id(question_id, point.cue, 0));
  }
  for (std::size_t done = 0; done < count;) {
    Transaction transaction(store.database);
    const std::size_t until = std::min(count, done + kTogether);
    for (; done < until; ++done) {
      const auto& [card, points] = questions[random() % questions.size()];
      ReviewOp op;
      op.card = card;
      op.quality = static_cast<Quality>(random() % 6);
      op.suggested = op.quality;
      for (const PointId& point : points)
        op.points.emplace_back(point, static_cast<PointResult>(random() % 3));
      op.spent = std::chrono::milliseconds{20'000 + random() % 60'000};
      op.utc_offset = std::chrono::hours{8};
      op.scheduler = "sm2";
      op.interval_days = static_cast<std::int64_t>(random() % 60);
      const auto ago = std::chrono::milliseconds{std::chrono::days{kDays}} /
                       static_cast<std::int64_t>(count) * static_cast<std::int64_t>(count - done);
      store.log.append(std::move(op), noon(0).at - ago);
    }
    transaction.commit();
  }
}

Answer answer_to(const Card& card) {
  Answer answer{card.id, Quality::kGood, Quality::kGood, {}, std::chrono::seconds{40}};
  for (const PointId& point : card.points) answer.points.emplace_back(point, PointResult::kRecalled);
  return answer;
}

void measure_steps(const std::filesystem::path& folder, const test::Scratch& scratch,
                   std::vector<Figure>& figures) {
  figures.push_back({"open it", median_ms(9, [&] { Library again(folder, test::counting_random(9)); }), 20,
                     "the plan's limit"});
  std::vector<double> first;
  for (int i = 0; i < 5; ++i) {
    Library library(folder, test::counting_random(10));
    first.push_back(elapsed_ms([&] { (void)library.due(weeks_later()); }));
  }
  figures.push_back({"today's queue after it was opened", percentile(first, 0.5), 30, "the plan's limit"});
  Library library(folder, test::counting_random(11));
  const DueToday due = library.due(weeks_later());
  std::vector<double> next, answered, bare;
  BareCommits beside(scratch / "bare.sqlite");  // each in its turn, for the disk and the machine change pace
  for (std::size_t i = 0; i < std::min<std::size_t>(300, due.cards.size()); ++i) {
    std::optional<Card> card;
    next.push_back(elapsed_ms([&] { card = library.card(due.cards[i].id); }) * 1000);
    if (card) answered.push_back(elapsed_ms([&] { library.grade(answer_to(*card), weeks_later()); }));
    bare.push_back(beside.one_ms());
  }
  figures.push_back({"next card, p50", percentile(next, 0.5), 20, "the plan's limit", "us"});
  figures.push_back({"an answer, durably, p50", percentile(answered, 0.5), 2 * percentile(bare, 0.5),
                     "2 bare commits of this disk"});
  figures.push_back({"an answer, durably, p99", percentile(answered, 0.99),
                     std::max(2.0, percentile(bare, 0.99)), "2 ms, or a bare commit's p99"});
  figures.push_back({"take it back",
                     median_ms(9, [&] { library.undo(library.latest_answer()->op, weeks_later()); }), 100,
                     "felt as at once"});
  figures.push_back({"all statistics", median_ms(9, [&] { (void)library.statistics(weeks_later()); }), 50,
                     "the plan's limit"});
  std::vector<double> after;
  for (std::size_t i = 0; i < 9 && i < due.cards.size(); ++i) {
    library.grade(answer_to(*library.card(due.cards[i].id)), weeks_later());
    after.push_back(elapsed_ms([&] { (void)library.statistics(weeks_later()); }));
  }
  figures.push_back({"all statistics after one more answer", percentile(after, 0.5), 5, "the plan's limit"});
  const DeckId deck = library.decks(weeks_later()).front().id;
  figures.push_back({"statistics of one deck, with its readiness over time",
                     median_ms(3, [&] { (void)library.statistics(deck, weeks_later()); }), 1'500,
                     "walks over every answer"});
  figures.push_back({"plan and readiness of all cards in one deck",
                     median_ms(3, [&] { (void)library.outlook(deck, weeks_later()); }), 250,
                     "the plan's limit for a fifth of the cards"});
}

/// Questions that come one by one, each on disk before the next, into a deck that grows to all of them.
/// Between any two of those measured the disk is asked what a commit costs just now.
std::vector<Figure> measure_adding(const test::Scratch& scratch, const Document& deck) {
  Library library(scratch / "added", test::counting_random());
  const std::size_t together = std::min<std::size_t>(1000, deck.questions.size() / 2);
  const auto add = [&](std::size_t index) {
    return elapsed_ms(
        [&] { static_cast<void>(*library.add_question(deck.title, deck.questions[index], noon(0))); });
  };
  BareCommits beside(scratch / "bare_beside.sqlite");
  struct Pace {
    double each, bare;  // medians
  };
  const auto pace_from = [&](std::size_t begin) {
    std::vector<double> each, bare;
    for (std::size_t i = begin; i < begin + together; ++i) {
      each.push_back(add(i));
      bare.push_back(beside.one_ms());
    }
    return Pace{percentile(each, 0.5), percentile(bare, 0.5)};
  };
  const auto limit = [](const Pace& pace) { return std::max(0.3, 2 * pace.bare); };
  constexpr const char* kLimitIs = "the plan's limit, or 2 bare commits of this disk";
  const Pace first = pace_from(0);
  const std::size_t last = deck.questions.size() - together;
  for (std::size_t i = together; i < last; ++i) add(i);
  const Pace at_end = pace_from(last);
  std::vector<double> again;
  for (std::size_t i = 0; i < together; ++i) again.push_back(add(i));
  return {{"add a question, durably, the first thousand", first.each, limit(first), kLimitIs},
          {"add a question, durably, the last thousand", at_end.each, limit(at_end), kLimitIs},
          {"the last thousand against the first", at_end.each / first.each, 1.25, "flat", "times"},
          {"see that the deck has it already", percentile(again, 0.5), 0.3, "the plan's limit"}};
}

}  // namespace

std::vector<Figure> measure_large(std::size_t questions, std::size_t answers) {
  SmallParent small;
  const test::Scratch scratch;
  const std::filesystem::path folder = scratch / "large";
  const Document deck = sample_deck(questions);
  std::vector<Figure> figures;
  {
    Library library(folder, test::counting_random());
    const double each = elapsed_ms([&] { library.import_document(deck, noon(3 * 365)); }) * 1000 /
                        static_cast<double>(questions);
    figures.push_back(
        {"import a question of five points", each, 25, "the plan's limit", "us", Role::kPromise, questions});
  }
  for (Figure& figure : measure_adding(scratch, deck)) figures.push_back(std::move(figure));
  {
    test::OpenStore store(folder / "library.sqlite");
    const double each =
        elapsed_ms([&] { write_answers(store, deck, answers); }) * 1000 / static_cast<double>(answers);
    figures.push_back(
        {"write an answer's line, many at once", each, 100, "for comparison", "us", Role::kPromise, answers});
    const auto in_transaction = [&](const auto& work) {
      return elapsed_ms([&] {
        Transaction transaction(store.database);
        work();
        transaction.commit();
      });
    };
    figures.push_back({"make all tables from the lines again",
                       in_transaction([&] { rebuild_projections(store.log, store.content, store.memory); }),
                       20'000, "asked for seldom"});
    figures.push_back({"of it: the answers", in_transaction([&] {
                         store.memory.clear();
                         store.memory.rebuild();
                       }),
                       10'000, "the plan's limit for a million"});
    figures.push_back({"fold all answers again by SM-2", in_transaction([&] { store.memory.replay(); }),
                       1'000, "the plan's limit for a million"});
    const auto choose = [&](const Scheduler& scheduler) {
      store.log.append(ConfigOp{kLibraryTarget, scheduler_fields(scheduler), {}}, noon(0).at);
      store.content.refold(kLibraryTarget);
    };
    figures.push_back({"switch to FSRS-6", in_transaction([&] { choose(Scheduler::fsrs6()); }), 1'500,
                       "the plan's limit for a million"});
    in_transaction([&] { choose(Scheduler()); });
    std::size_t seen = 0;
    figures.push_back({"read every answer",
                       median_ms(3,
                                 [&] {
                                   AnswerTable(store.database).for_each([&](const AnswerRecord& record) {
                                     seen += record.points.size();
                                   });
                                 }),
                       1'000, "the plan's limit for a replay"});
    if (seen != 3 * answers * kPoints) std::abort();
    store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  figures.push_back({"on disk",
                     static_cast<double>(std::filesystem::file_size(folder / "library.sqlite")) / kMegabyte,
                     250, "the plan's limit for a million", "MB"});
  measure_steps(folder, scratch, figures);
  measure_library_search(folder, weeks_later(), figures);
  const std::string library = folder.string(), now = "2026-12-31T12:00:00+08:00";
  for (const auto& [name, command] :
       {std::pair<const char*, std::vector<std::string>>{"memory of today's queue", {"due", "--json"}},
        {"memory of a search", {"search", "is:due", "--json"}},
        {"memory of all statistics", {"stats", "--json"}}}) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"--library", library, "--now", now});
    figures.push_back({name, small.peak_memory_mb(arguments), 120, "the plan's limit", "MB"});
  }
  return figures;
}

}  // namespace rehearse::bench
