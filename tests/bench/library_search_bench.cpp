// Searches of a whole library: what a learner waits for after typing, the list's first page included.
#include <cstdlib>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/library.h"
#include "tests/bench/bench.h"
#include "tests/library_fixture.h"

namespace rehearse::bench {
namespace {

constexpr int kRuns = 31;
constexpr std::size_t kPage = 50;  // cards on the screen at once

std::size_t search(Library& library, const std::string& query, LocalInstant now) {
  const auto result = library.search(query, now);
  const auto* cards = std::get_if<std::vector<CardId>>(&result);
  if (cards == nullptr) std::abort();
  (void)library.describe(std::span(*cards).first(std::min(kPage, cards->size())), now);
  return cards->size();
}

/// Every seventh question has a flag, a tag and a word of its own.
void mark_some(Library& library, LocalInstant now) {
  Library::Batch batch(library);
  for (const DeckSummary& deck : library.decks(now)) {
    const std::vector<ListedQuestion> questions = library.questions(deck.id);
    for (std::size_t i = 0; i < questions.size(); i += 7) {
      (void)library.mark_question(questions[i].id, SetExample{"向客户说明差异的经过"}, now);
      (void)library.mark_question(questions[i].id, SetFlag{static_cast<int>(1 + i % 3)}, now);
      (void)library.mark_question(questions[i].id, AddTags{{i % 2 == 0 ? "压力面" : "管理::团队"}}, now);
    }
  }
  batch.commit();
}

}  // namespace

void measure_library_search(const std::filesystem::path& folder, LocalInstant now,
                            std::vector<Figure>& figures) {
  {
    Library library(folder, test::counting_random(20));
    mark_some(library, now);
    figures.push_back({"the very first search, which indexes all texts",
                       median_ms(1, [&] { search(library, "客户", now); }), 10'000,
                       "once in a library's life"});
  }
  Library library(folder, test::counting_random(21));
  figures.push_back({"the first search after it was opened",
                     median_ms(1, [&] { search(library, "客户", now); }), 300, "felt as at once"});
  const auto measure = [&](const std::string& name, const std::string& query, double limit) {
    figures.push_back(
        {name, median_ms(kRuns, [&] { search(library, query, now); }), limit, "the plan's limit"});
  };
  measure("search 2 characters in some questions", "客户", 2);
  measure("search 2 characters in every question", "盘点", 2);
  measure("search is:due", "is:due", 2);
  measure("search mixed", "客户 is:due (deck:仓储 or -tag:管理) prop:ivl>10 -kind:recall", 5);
  measure("search tag: and flag:", "tag:压力面 -flag:0", 2);
  measure("search every card", "", 5);
  LocalInstant later = now;  // in a small library nothing else is due today: all of it was answered
  later.at += std::chrono::days{60};
  const DueToday due = library.due(later);
  std::size_t next = 0;
  const auto answer = [&] {
    library.grade({due.cards[next++].id, Quality::kGood, std::nullopt, {}, {}}, later);
  };
  std::vector<double> after_answers, after_tags;
  for (int i = 0; i < kRuns && next < due.cards.size(); ++i) {
    answer();
    after_answers.push_back(median_ms(1, [&] { search(library, "is:due", later); }));
  }
  const auto questions = library.questions(library.decks(now).front().id);
  for (int i = 0; i < kRuns; ++i) {
    (void)library.mark_question(questions[static_cast<std::size_t>(i)].id,
                                AddTags{{"第" + std::to_string(i) + "个"}}, now);
    after_tags.push_back(median_ms(1, [&] { search(library, "客户", now); }));
  }
  for (auto* times : {&after_answers, &after_tags}) {
    if (times->empty()) std::abort();
    std::sort(times->begin(), times->end());
    figures.push_back(
        {times == &after_answers ? "search is:due after each answer" : "search a word after each tag",
         (*times)[times->size() / 2], 5, "felt as at once"});
  }
}

}  // namespace rehearse::bench
