// rehearse-coverage FOLDER [HALF]: which points typed answers cover, by the program and by a person, as a
// table. HALF is tuning or held; without it both. With tuning also every point on which they differ. Exit 1
// when a bound is missed, 2 for wrong usage.
#include <cstdio>
#include <exception>
#include <string>

#include "tests/coverage/limits.h"
#include "tests/coverage/verdict_counts.h"

namespace {

using namespace rehearse;
using namespace rehearse::coverage;

constexpr AnswerKind kKinds[] = {AnswerKind::kGood, AnswerKind::kParaphrased, AnswerKind::kPartial,
                                 AnswerKind::kOffTopic};

void print_share(const std::optional<double>& share) {
  if (share)
    std::printf(" %9.3f", *share);
  else
    std::printf(" %9s", "-");
}

void print_row(std::string_view half, std::string_view kind, std::size_t answers,
               const VerdictCounts& counts) {
  std::printf("%-8s %-12s %7zu %7zu", std::string(half).c_str(), std::string(kind).c_str(), answers,
              counts.points());
  print_share(counts.precision());
  print_share(counts.recall());
  print_share(counts.recall_with_partly());
  print_share(counts.agreement());
  std::printf(" %9zu\n", counts.false_ticks());
}

bool print_half(const std::vector<MarkedDeck>& decks, Half half) {
  const HalfCounts counts = counts_of(decks, half);
  VerdictCounts all;
  std::size_t answers = 0;
  for (const AnswerKind kind : kKinds) {
    const std::size_t index = static_cast<std::size_t>(kind);
    print_row(to_word(half), to_word(kind), counts.answers[index], counts.of(kind));
    all.add(counts.of(kind));
    answers += counts.answers[index];
  }
  print_row(to_word(half), "all", answers, all);
  return reaches(counts, kGoal);
}

char mark_of(PointVerdict verdict) { return "-~+"[static_cast<std::size_t>(verdict)]; }

void print_differences(const std::vector<MarkedDeck>& decks, Half half) {
  for (const MarkedDeck& deck : decks) {
    const DeckTerms terms = terms_of(deck);
    for (const MarkedQuestion& asked : deck.questions) {
      if (asked.half != half) continue;
      for (const TypedAnswer& answer : asked.answers) {
        const std::vector<PointCoverage> covered = covered_points(asked.question, answer.text, terms);
        for (std::size_t i = 0; i < covered.size(); ++i) {
          if (covered[i].verdict == answer.expected[i]) continue;
          const KeyPoint& point = asked.question.points[i];
          std::printf("%s %c found %c %.2f  %s: %s\n", std::string(to_word(answer.kind)).c_str(),
                      mark_of(answer.expected[i]), mark_of(covered[i].verdict), covered[i].coverage,
                      point.cue.c_str(), point.detail.c_str());
          for (const SourceSpan& span : covered[i].matched)
            std::printf("    %s\n", answer.text.substr(span.begin, span.end - span.begin).c_str());
        }
      }
    }
  }
}

int run(const std::string& folder, const std::string& half) {
  const std::vector<MarkedDeck> decks = marked_decks(folder);
  std::printf("%-8s %-12s %7s %7s %9s %9s %9s %9s %9s\n", "half", "answers", "", "points", "precision",
              "recall", "+ partly", "agree", "false +");
  bool reached = true;
  if (half != to_word(Half::kHeld)) reached &= print_half(decks, Half::kTuning);
  if (half != to_word(Half::kTuning)) reached &= print_half(decks, Half::kHeld);
  if (half == to_word(Half::kTuning)) print_differences(decks, Half::kTuning);
  return reached ? 0 : 1;
}

}  // namespace

int main(int count, char** words) try {
  const std::string half = count == 3 ? words[2] : "";
  if (count < 2 || count > 3 ||
      (count == 3 && half != to_word(Half::kTuning) && half != to_word(Half::kHeld))) {
    std::fprintf(stderr, "usage: rehearse-coverage FOLDER [tuning|held]\n");
    return 2;
  }
  return run(words[1], half);
} catch (const std::exception& fault) {
  std::fprintf(stderr, "rehearse-coverage: %s\n", fault.what());
  return 1;
}
