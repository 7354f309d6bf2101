#include "core/recall/coverage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "tests/nasty_text.h"

using namespace rehearse;

namespace {

Question complaint() {
  Question question;
  question.stem = "客户在月台上发火，你怎么办？";
  question.points = {{"倾听", "不打断对方，记下送货单号"},
                     {"致歉", "为久等赔个不是"},
                     {"补救", "半小时内调来叉车，先卸他的货"},
                     {"复盘", "周五开会改排班表"}};
  return question;
}

std::vector<PointVerdict> verdicts(const Question& question, std::string_view typed) {
  std::vector<PointVerdict> verdicts;
  for (const PointCoverage& point : covered_points(question, typed, DeckTerms({&question, 1})))
    verdicts.push_back(point.verdict);
  return verdicts;
}

std::string matched_text(const PointCoverage& point, std::string_view typed) {
  std::string text;
  for (const SourceSpan& span : point.matched)
    text += (text.empty() ? "" : "|") + std::string(typed.substr(span.begin, span.end - span.begin));
  return text;
}

std::vector<Question> bundled_questions() {
  std::vector<Question> questions;
  for (const char* name : {"customer-service-manager.md", "behavioural-interview.md"}) {
    const auto text = read_file(std::string(REHEARSE_SOURCE_DIR "/decks/") + name);
    REQUIRE(text);
    for (Question& question : read_deck_markdown(*text).questions)
      if (!question.points.empty()) questions.push_back(std::move(question));
  }
  return questions;
}

constexpr auto kRecalled = PointVerdict::kRecalled;
constexpr auto kMissed = PointVerdict::kMissed;

}  // namespace

TEST_SUITE("core/recall/coverage") {
  TEST_CASE("an answer recited in any order recalls the points it has and misses those left out") {
    std::mt19937_64 random(3);
    const std::vector<Question> questions = bundled_questions();
    const DeckTerms deck(questions);
    for (const Question& question : questions) {
      std::vector<std::size_t> order(question.points.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      const std::size_t left_out = order.back();
      order.pop_back();
      std::string typed;
      for (const std::size_t i : order)
        typed += question.points[i].cue + "。" + question.points[i].detail + "\n";
      const std::vector<PointCoverage> covered = covered_points(question, typed, deck);
      REQUIRE(covered.size() == question.points.size());
      for (std::size_t i = 0; i < covered.size(); ++i) {
        INFO(question.stem << ": " << question.points[i].cue << " " << covered[i].coverage);
        if (i == left_out) {
          CHECK(covered[i].verdict != kRecalled);
        } else {
          CHECK(covered[i].verdict == kRecalled);
          CHECK(covered[i].coverage > 0.8);
        }
      }
    }
  }

  TEST_CASE("the words found are shown where they stand in the text") {
    const std::string typed = "首先倾听，别打断，把送货单号记下来。然后向他道歉。";
    const Question question = complaint();
    const auto covered = covered_points(question, typed, DeckTerms({&question, 1}));
    CHECK(matched_text(covered[0], typed) == "倾听|打断|送货单号记下来");
    CHECK(matched_text(covered[1], typed) == "道歉");
    CHECK(covered[2].matched.empty());
    CHECK(covered[2].coverage < 0.02);
  }

  TEST_CASE("what is denied recalls no point that asks for it") {
    const Question question = complaint();
    CHECK(verdicts(question, "倾听，不打断对方，记下送货单号")[0] == kRecalled);
    CHECK(verdicts(question, "随时打断对方")[0] == kMissed);
    CHECK(verdicts(question, "不调叉车，不卸他的货")[2] == kMissed);
  }

  TEST_CASE("the question said back and empty phrases recall nothing") {
    const Question question = complaint();
    for (const char* typed :
         {"", "。。。", "客户在月台上发火，你怎么办？", "我会尽力做好，具体情况具体分析", "???"})
      for (const PointVerdict verdict : verdicts(question, typed)) CHECK(verdict == kMissed);
  }

  TEST_CASE("whatever is typed the coverage is a share and the spans stand in order inside the text") {
    test::NastyText nasty(17);
    for (int i = 0; i < 10'000; ++i) {
      Question question;
      question.stem = nasty.text(4);
      for (std::size_t left = nasty.below(5); left > 0; --left)
        question.points.push_back({nasty.text(6), nasty.text()});
      const std::string typed = nasty.one_in(2) ? nasty.text(30) : nasty.bytes(60);
      const DeckTerms deck({&question, nasty.below(2)});
      const std::vector<PointCoverage> covered = covered_points(question, typed, deck);
      REQUIRE(covered.size() == question.points.size());
      for (const PointCoverage& point : covered) {
        REQUIRE(point.coverage >= 0);
        REQUIRE(point.coverage <= 1);
        std::size_t end = 0;
        for (const SourceSpan& span : point.matched) {
          REQUIRE(span.begin < span.end);
          REQUIRE((end == 0 || span.begin > end));
          end = span.end;
        }
        REQUIRE(end <= typed.size());
      }
    }
  }

  TEST_CASE("two hundred points and a very long text are answered") {
    Question question;
    for (int i = 0; i < 200; ++i)
      question.points.push_back({"第" + std::to_string(i) + "号仓", "盘点" + std::to_string(i * 7) + "箱"});
    question.points.push_back({"", ""});
    std::string typed;
    while (typed.size() < 200'000) typed += "第7号仓盘点49箱，再看第8号仓。";
    const auto covered = covered_points(question, typed, DeckTerms({&question, 1}));
    REQUIRE(covered.size() == 201);
    CHECK(covered[7].verdict == kRecalled);
    CHECK(covered[200].verdict == kMissed);
    CHECK(covered[200].coverage == 0);
  }
}
