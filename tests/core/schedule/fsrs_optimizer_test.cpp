// Parameters fitted to logs: of learners whose memory we know, and those the reference program was fitted to.
#include "core/schedule/fsrs_optimizer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/process.h"
#include "tests/scratch.h"
#include "tests/shared_folder.h"
#include "tests/skip.h"
#include "tests/synthetic_learner.h"

namespace rehearse {
namespace {

using Log = std::vector<LoggedAnswer>;
using test::learner_log;
using test::plain_log_loss;

/// What the issue grants over the reference program's own fit.
constexpr double kOverReference = 0.0002;

/// card_id,review_time in ms,review_rating,…; the days are UTC's.
Log read_log(const std::filesystem::path& csv) {
  std::ifstream file(csv);
  std::string line;
  std::getline(file, line);
  Log log;
  while (std::getline(file, line)) {
    unsigned card = 0;
    long long milliseconds = 0;
    int rating = 0;
    REQUIRE(std::sscanf(line.c_str(), "%u,%lld,%d", &card, &milliseconds, &rating) == 3);
    log.push_back({card, day_from_number(milliseconds / 86'400'000), static_cast<Fsrs6Rating>(rating)});
  }
  return log;
}

nlohmann::json reference_of(const std::filesystem::path& shared, std::size_t rows) {
  std::ifstream file(shared / "vectors" / "fsrs6_optimizer.json");
  const auto reference = nlohmann::json::parse(file);
  for (const auto& result : reference["results"])
    if (result["rows"] == rows) return result;
  FAIL("the reference has no log of this size");
  return {};
}

void check_against_reference(const Log& log, const nlohmann::json& reference) {
  REQUIRE(log.size() == reference["rows"]);
  const auto& losses = reference["plain_log_loss"];
  const auto fit = fit_fsrs6(log, SameDayAnswers::kCount);
  REQUIRE(fit);
  CHECK(fit->reviews == reference["items"]);
  CHECK(plain_log_loss(log, {}) ==
        doctest::Approx(losses["default"]["log_loss"].get<double>()).epsilon(1e-5));
  CHECK(plain_log_loss(log, fit->parameters) <=
        losses["optimized"]["log_loss"].get<double>() + kOverReference);
}

bool is_in_order(const Fsrs6Parameters& parameters) {
  return std::is_sorted(parameters.w.begin(), parameters.w.begin() + 4);
}

/// Three answers each, Good at first, a day apart; `rating` says how the others went.
Log log_of_cards(int cards, Fsrs6Rating rating) {
  Log log;
  const StudyDay start{std::chrono::days{20'000}};
  for (int card = 0; card < cards; ++card)
    for (int day = 0; day < 3; ++day)
      log.push_back({static_cast<std::uint32_t>(card), start + std::chrono::days{day},
                     day == 0 ? Fsrs6Rating::kGood : rating});
  return log;
}

}  // namespace

TEST_SUITE("core/schedule/fsrs_optimizer") {
  TEST_CASE("under 400 reviews it says so in both languages and stops") {
    const auto fit = fit_fsrs6(log_of_cards(199, Fsrs6Rating::kGood), SameDayAnswers::kAreDrill);
    REQUIRE(!fit);
    CHECK(fit.error().line(Language::kEnglish).find("398") != std::string::npos);
    CHECK(fit.error().line(Language::kEnglish).find("400") != std::string::npos);
    CHECK(fit.error().line(Language::kChinese).find("398") != std::string::npos);
    CHECK(fit_fsrs6(log_of_cards(200, Fsrs6Rating::kGood), SameDayAnswers::kAreDrill));
    CHECK(!fit_fsrs6({}, SameDayAnswers::kAreDrill));
  }

  TEST_CASE("a fitted learner is foretold nearly as well as with the memory that is true") {
    const Fsrs6Parameters truth = test::unusual_parameters();
    const Log unseen = learner_log(truth, 40'000, 100);
    const double best = plain_log_loss(unseen, truth);
    const double ignorance = plain_log_loss(unseen, {}) - best;
    REQUIRE(ignorance > 0.002);
    struct Case {
      std::size_t answers;
      double share_of_ignorance;
    };
    for (const Case& c : {Case{600, 1}, Case{2'000, 0.8}, Case{10'000, 0.25}, Case{50'000, 0.06}}) {
      CAPTURE(c.answers);
      const auto fit = fit_fsrs6(learner_log(truth, c.answers, c.answers), SameDayAnswers::kCount);
      REQUIRE(fit);
      CHECK(plain_log_loss(unseen, fit->parameters) - best < c.share_of_ignorance * ignorance);
    }
  }

  TEST_CASE("the fit is never worse on its own log than the default and keeps to the ranges and the order") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      CAPTURE(seed);
      const Log log = learner_log(seed % 2 == 0 ? Fsrs6Parameters{} : test::unusual_parameters(), 700, seed);
      for (const auto same_day : {SameDayAnswers::kCount, SameDayAnswers::kAreDrill}) {
        const auto fit = fit_fsrs6(log, same_day);
        REQUIRE(fit);
        CHECK(fit->log_loss <= fit->default_log_loss);
        CHECK(within_ranges(fit->parameters) == fit->parameters);
        CHECK(is_in_order(fit->parameters));
      }
    }
  }

  TEST_CASE("the same log gives the same parameters in whatever order its cards stand") {
    const Log log = learner_log({}, 3'000, 5);
    Log turned;
    for (auto end = log.end(); end != log.begin();) {
      auto begin = end - 1;
      while (begin != log.begin() && (begin - 1)->card == begin->card) --begin;
      turned.insert(turned.end(), begin, end);
      end = begin;
    }
    const auto fit = fit_fsrs6(log, SameDayAnswers::kCount);
    const auto other = fit_fsrs6(turned, SameDayAnswers::kCount);
    REQUIRE(fit);
    REQUIRE(other);
    CHECK(fit->parameters == other->parameters);
  }

  TEST_CASE("what the log says nothing of stays as it was") {
    const Fsrs6Parameters defaults;
    const auto fit = fit_fsrs6(learner_log(test::unusual_parameters(), 5'000, 6), SameDayAnswers::kAreDrill);
    REQUIRE(fit);
    for (const std::size_t i : {17, 18, 19}) CHECK(fit->parameters.w[i] == defaults.w[i]);
  }

  TEST_CASE("a log of nothing but recalls or nothing but failures gives parameters one can use") {
    for (const auto rating : {Fsrs6Rating::kAgain, Fsrs6Rating::kHard, Fsrs6Rating::kEasy}) {
      const auto fit = fit_fsrs6(log_of_cards(3'000, rating), SameDayAnswers::kAreDrill);
      REQUIRE(fit);
      CHECK(within_ranges(fit->parameters) == fit->parameters);
      CHECK(is_in_order(fit->parameters));
      const double good = fit->parameters.w[2], usual = Fsrs6Parameters{}.w[2];
      CHECK((rating == Fsrs6Rating::kAgain ? good < usual : good > usual));
    }
  }

  TEST_CASE("it tells how far it has come and stops when asked to") {
    const Log log = learner_log({}, 2'000, 7);
    double before = 0;
    const auto fit = fit_fsrs6(log, SameDayAnswers::kCount, [&](double done) {
      CHECK(done >= before);
      CHECK(done <= 1);
      before = done;
      return FitStep::kGoOn;
    });
    CHECK(fit);
    CHECK(before == 1);
    int asked = 0;
    const auto stopped = fit_fsrs6(log, SameDayAnswers::kCount,
                                   [&](double) { return ++asked == 2 ? FitStep::kStop : FitStep::kGoOn; });
    CHECK(asked == 2);
    REQUIRE(!stopped);
    CHECK(!stopped.error().what.chinese.empty());
  }

  TEST_CASE("logs of 1000 and 10000 rows are foretold as well as by the reference") {
    const auto shared = test::shared_folder();
    if (!shared) SKIP_IN_WORDS("there is no folder `shared` beside the source folder");
    for (const std::size_t rows : {1'000, 10'000})
      check_against_reference(read_log(*shared / "vectors" / ("synthetic_" + std::to_string(rows) + ".csv")),
                              reference_of(*shared, rows));
  }

  TEST_CASE("a log of 100000 rows is foretold as well as by the reference") {
    const auto shared = test::shared_folder();
    if (!shared) SKIP_IN_WORDS("there is no folder `shared` beside the source folder");
    const test::Scratch scratch;
    const auto csv = scratch / "log.csv";
    const ProcessOutcome made =
        run_process({"node", (*shared / "peers" / "fsrs" / "gen_csv.mjs").string(), csv.string(), "100000"},
                    "", {std::chrono::minutes{2}, 1U << 20, std::size_t{1} << 40});
    if (made.end == ProcessOutcome::End::kNotInstalled)
      SKIP_IN_WORDS("there is no node to make the log with");
    REQUIRE(made.exit_code == 0);
    check_against_reference(read_log(csv), reference_of(*shared, 100'000));
  }
}

}  // namespace rehearse
