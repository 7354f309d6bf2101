#include "core/interview/report_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/interview/draw.h"
#include "tests/core/interview/any_report.h"

using namespace rehearse;

namespace {

std::string object_of(const std::map<std::string, std::string>& members) {
  std::string text;
  for (const auto& [key, value] : members) text += (text.empty() ? "{\"" : ",\"") + key + "\":" + value;
  return text + "}";
}

std::string written(const InterviewReport& report) { return object_of(write_report(report)); }

/// Where the error of a report lies that was changed in one place.
std::string fault_of(const char* pointer, const nlohmann::json& value) {
  InterviewReport report;
  Question question;
  question.points = {{"倾听", ""}, {"致歉", ""}};
  report.questions = {
      result_of(ask(test::id_of<QuestionId>(1), test::ids_of<PointId>(2), question), {{1, 0}, {}, {}})};
  nlohmann::json json = nlohmann::json::parse(written(report));
  json[nlohmann::json::json_pointer(pointer)] = value;
  const auto read = read_report(json.dump());
  return read ? "none" : read.error().where;
}

}  // namespace

TEST_SUITE("core/interview/report_json") {
  TEST_CASE("a report is read as it was written and written the same again") {
    test::NastyText nasty(41);
    for (int i = 0; i < 10'000; ++i) {
      const InterviewReport report = test::any_report(nasty);
      const std::string text = written(report);
      REQUIRE(text.size() <= kLongestReport);
      const auto read = read_report(text);
      REQUIRE(read);
      REQUIRE(written(*read) == text);
      REQUIRE(read->seed == report.seed);
      REQUIRE(read->total() == doctest::Approx(report.total()).epsilon(0.01));
      REQUIRE(read->questions.size() == report.questions.size());
      for (std::size_t q = 0; q < report.questions.size(); ++q) {
        REQUIRE(read->questions[q].drill == report.questions[q].drill);
        REQUIRE(read->questions[q].missed == report.questions[q].missed);
        REQUIRE(read->questions[q].items.size() == report.questions[q].items.size());
      }
    }
  }

  TEST_CASE("the keys are those of the page") {
    InterviewReport report;
    report.seed = 0xBEEF;
    Question question;
    question.points = {{"倾听", ""}, {"致歉", ""}};
    report.questions = {result_of(ask(test::id_of<QuestionId>(1), test::ids_of<PointId>(2), question),
                                  {{1, 0}, {}, std::chrono::milliseconds{42'500}})};
    CHECK(
        written(report) ==
        R"({"q":[{"got":5.0,"id":"01000000000000000000000000000000","items":[[5.0,5.0,"倾听"],[5.0,0.0,"致歉"]],)"
        R"("miss":["01000000000000000000000000000000"],"ms":42500,"of":10.0,"sec":180}],)"
        R"("score":50.0,"seed":"000000000000beef"})");
  }

  TEST_CASE("the largest interview fits and loses texts before marks and never what to drill") {
    InterviewReport report;
    Question question;
    for (int i = 0; i < 200; ++i) {
      question.points.push_back({std::string(300, 'x'), ""});
      question.criteria.push_back(std::string(5000, 'y'));
    }
    const AskedQuestion asked = ask(test::id_of<QuestionId>(1), test::ids_of<PointId>(200), question);
    Marking marking;
    for (std::size_t i = 0; i < kMostMissedPoints; ++i) marking.missed_points.push_back(i);
    report.questions.assign(kMostQuestionsAsked + 5, result_of(asked, marking));
    const std::string text = written(report);
    CHECK(text.size() <= kLongestReport);
    const auto read = read_report(text);
    REQUIRE(read);
    CHECK(read->questions.size() == kMostQuestionsAsked);
    CHECK(read->questions.back().missed.size() == kMostMissedPoints);
    CHECK(read->questions.back().items.empty());
    report.questions.resize(8);
    const auto fewer = read_report(written(report));
    REQUIRE(fewer);
    CHECK(fewer->questions.back().items.size() == 200);
  }

  TEST_CASE("a damaged report says which key is wrong") {
    CHECK(fault_of("/score", 101) == "score");
    CHECK(fault_of("/seed", "xyz") == "seed");
    CHECK(fault_of("/seed", "00000000DEADBEEF") == "seed");
    CHECK(fault_of("/q", "none") == "q");
    CHECK(fault_of("/q/0", 7) == "q");
    CHECK(fault_of("/q/0/id", "12") == "q.id");
    CHECK(fault_of("/q/0/got", 11) == "q.got");
    CHECK(fault_of("/q/0/of", "ten") == "q.of");
    CHECK(fault_of("/q/0/sec", 1.5) == "q.sec");
    CHECK(fault_of("/q/0/ms", -1) == "q.ms");
    CHECK(fault_of("/q/0/miss", nlohmann::json::array()) == "q.miss");
    CHECK(fault_of("/q/0/items/0", {1, 2}) == "q.items");
    CHECK(fault_of("/from", "a newer version") == "none");
    CHECK(!read_report("{"));
    CHECK(!read_report("[]"));
    CHECK(!read_report("{}"));
  }
}
