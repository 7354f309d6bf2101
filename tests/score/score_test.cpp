#include "tests/score/score.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "tests/score/document_from_json.h"
#include "tests/score/evaluation_set.h"

using namespace rehearse;
using namespace rehearse::scoring;

namespace {

struct Sample {
  std::string name;
  ExpectedDocument expected;
  Document perfect;
};

std::vector<Sample> samples() {
  const std::filesystem::path folder = std::filesystem::path(REHEARSE_TESTS_DIR) / "data" / "documents";
  std::vector<Sample> all;
  for (const EvaluationDocument& document : evaluation_documents(folder, folder)) {
    const auto json = read_file(document.expected);
    REQUIRE(json);
    all.push_back({document.name, read_expected(*json), document_from_json(*json)});
  }
  return all;
}

/// Does harm to a perfect reading; false when it has nothing that could be harmed like this.
using Damage = std::function<bool(const ExpectedDocument&, Document&)>;

/// Harms the first question that `harm` finds something to harm in.
Damage in_first(const std::function<bool(const ExpectedQuestion&, Question&)>& harm) {
  return [harm](const ExpectedDocument& expected, Document& document) {
    for (std::size_t i = 0; i < expected.questions.size(); ++i)
      if (harm(expected.questions[i], document.questions[i])) return true;
    return false;
  };
}

struct NamedDamage {
  std::string name;
  Part part;  // must fall
  Damage damage;
};

const std::string kUnrelated = "这里是网页上随便一段说明文字和招聘没有关系";

bool lose_question(const ExpectedDocument&, Document& document) {
  document.questions.erase(document.questions.begin());
  return true;
}

bool invent_question(const ExpectedDocument&, Document& document) {
  document.questions.emplace_back().stem = kUnrelated;
  return true;
}

bool merge_questions(const ExpectedDocument&, Document& document) {
  if (document.questions.size() < 2) return false;
  document.questions[0].stem += document.questions[1].stem;
  document.questions.erase(document.questions.begin() + 1);
  return true;
}

bool leak_noise(const ExpectedDocument& expected, Document& document) {
  if (expected.noise.empty()) return false;
  document.questions.back().answer += expected.noise.front();
  return true;
}

bool mistake_kind(const ExpectedQuestion& expected, Question& question) {
  question.kind = expected.kind == QuestionKind::kSingle ? QuestionKind::kMultiple : QuestionKind::kSingle;
  return true;
}

bool lose_option(const ExpectedQuestion& expected, Question& question) {
  if (question.options.empty() || expected.options_incomplete) return false;
  question.options.pop_back();
  return true;
}

bool merge_options(const ExpectedQuestion& expected, Question& question) {
  if (question.options.size() < 2 || expected.options_incomplete) return false;
  question.options[0].text += " " + question.options[1].text;
  question.options.erase(question.options.begin() + 1);
  return true;
}

bool mistake_key(const ExpectedQuestion&, Question& question) {
  if (question.answer_key.empty()) return false;
  question.answer_key = {question.answer_key.front() == "错误" ? "正确" : "错误"};
  return true;
}

bool invent_key(const ExpectedQuestion& expected, Question& question) {
  if (is_recalled_aloud(expected.kind) || !question.answer_key.empty()) return false;
  question.answer_key = {"A"};
  return true;
}

bool run_criteria_together(const ExpectedQuestion&, Question& question) {
  if (question.criteria.size() < 2) return false;
  std::string together;
  for (const std::string& criterion : question.criteria) together += criterion + "、";
  question.criteria = {together};
  return true;
}

bool lose_point(const ExpectedQuestion&, Question& question) {
  if (question.points.size() < 2) return false;
  question.points.pop_back();
  return true;
}

bool run_points_together(const ExpectedQuestion&, Question& question) {
  if (question.points.size() < 2) return false;
  for (std::size_t i = 1; i < question.points.size(); ++i) question.points[0].cue += question.points[i].cue;
  question.points.resize(1);
  return true;
}

bool take_background_for_points(const ExpectedQuestion&, Question& question) {
  if (question.points.empty()) return false;
  question.points.push_back({kUnrelated, ""});
  return true;
}

bool swallow_analysis(const ExpectedQuestion& expected, Question& question) {
  if (expected.answers.empty()) return false;
  question.answer += "解析:" + kUnrelated + question.answer;
  return true;
}

bool cut_answer(const ExpectedQuestion& expected, Question& question) {
  constexpr std::size_t kLongEnough = 60;
  if (expected.answers.empty() || expected.answers[0].length < kLongEnough) return false;
  std::size_t half = question.answer.size() / 2;
  while ((question.answer[half] & 0xC0) == 0x80) ++half;
  question.answer.resize(half);
  return true;
}

bool invent_answer(const ExpectedQuestion& expected, Question& question) {
  if (expected.has_answer || !is_recalled_aloud(expected.kind)) return false;
  question.answer = "一个编出来的回答";
  return true;
}

bool lose_analysis(const ExpectedQuestion& expected, Question& question) {
  if (expected.analyses.empty()) return false;
  question.analysis.clear();
  return true;
}

std::vector<NamedDamage> damages() {
  return {{"a question lost", Part::kQuestions, lose_question},
          {"page text taken for a question", Part::kQuestions, invent_question},
          {"two questions in one", Part::kQuestions, merge_questions},
          {"a wrong kind", Part::kKinds, in_first(mistake_kind)},
          {"an option lost", Part::kOptions, in_first(lose_option)},
          {"two options in one", Part::kOptions, in_first(merge_options)},
          {"a wrong key", Part::kKeys, in_first(mistake_key)},
          {"an invented key", Part::kKeys, in_first(invent_key)},
          {"criteria in one", Part::kCriteria, in_first(run_criteria_together)},
          {"a point lost", Part::kPoints, in_first(lose_point)},
          {"points in one", Part::kPoints, in_first(run_points_together)},
          {"background as a point", Part::kPoints, in_first(take_background_for_points)},
          {"an analysis inside the answer", Part::kAnswers, in_first(swallow_analysis)},
          {"half an answer", Part::kAnswers, in_first(cut_answer)},
          {"an invented answer", Part::kAnswers, in_first(invent_answer)},
          {"an analysis lost", Part::kAnalyses, in_first(lose_analysis)},
          {"the site's words in an answer", Part::kNoise, leak_noise}};
}

}  // namespace

TEST_SUITE("score/score") {
  TEST_CASE("reading as a person reads scores 1 in any order of the questions") {
    std::mt19937 random(3);
    for (Sample& sample : samples()) {
      CAPTURE(sample.name);
      CHECK(score(sample.expected, sample.perfect).total == doctest::Approx(1));
      std::shuffle(sample.perfect.questions.begin(), sample.perfect.questions.end(), random);
      CHECK(score(sample.expected, sample.perfect).total == doctest::Approx(1));
    }
  }

  TEST_CASE("every kind of fault lowers its part of the score and the whole") {
    const std::vector<Sample> all = samples();
    for (const NamedDamage& damage : damages()) {
      CAPTURE(damage.name);
      std::size_t harmed = 0;
      for (const Sample& sample : all) {
        CAPTURE(sample.name);
        Document document = sample.perfect;
        if (!damage.damage(sample.expected, document)) continue;
        ++harmed;
        const DocumentScore found = score(sample.expected, document);
        CHECK(found.total < 0.9999);
        CHECK(found.part(damage.part).value_or(0) < 0.9999);
      }
      CHECK(harmed > 0);
    }
  }

  TEST_CASE("reading nothing scores 0") {
    for (const Sample& sample : samples()) CHECK(score(sample.expected, Document()).total < 0.1);
  }
}
