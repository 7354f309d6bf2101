#include "tests/score/score.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/score/compared_text.h"
#include "tests/score/fields.h"

namespace rehearse::scoring {
namespace {

constexpr double kSameStem = 0.9;

/// A question as expected and what was read for it, if anything was.
struct Pair {
  const ExpectedQuestion* expected = nullptr;
  const Question* read = nullptr;
};

struct Matching {
  std::vector<Pair> pairs;                 // one for each expected question
  std::vector<const Question*> unmatched;  // read, and met by no expected question
};

/// Ten stems may ask the same: what else fits decides which is which.
double fit_beyond_stem(const ExpectedQuestion& expected, const Question& read) {
  double fit = 0;
  if (compared_form(expected.section) == compared_form(read.section)) fit += 0.001;
  if (key_is_right(expected, read)) fit += 0.002;
  if (options_are_right(expected, read)) fit += 0.002;
  if (text_is_right(expected.answers, read.answer)) fit += 0.002;
  return fit;
}

Matching match(const ExpectedDocument& expected, const Document& document) {
  std::vector<std::tuple<double, long, std::size_t, std::size_t>> candidates;
  for (std::size_t i = 0; i < expected.questions.size(); ++i)
    for (std::size_t j = 0; j < document.questions.size(); ++j) {
      const ExpectedQuestion& question = expected.questions[i];
      const Question& read = document.questions[j];
      const double similarity = stem_similarity(question, read, kSameStem);
      if (similarity < kSameStem) continue;
      candidates.emplace_back(similarity + fit_beyond_stem(question, read),
                              -std::labs(static_cast<long>(i) - static_cast<long>(j)), i, j);
    }
  std::sort(candidates.rbegin(), candidates.rend());

  Matching matching;
  for (const ExpectedQuestion& question : expected.questions) matching.pairs.push_back({&question, nullptr});
  std::vector<bool> taken(document.questions.size());
  for (const auto& candidate : candidates) {
    Pair& pair = matching.pairs[std::get<2>(candidate)];
    const std::size_t j = std::get<3>(candidate);
    if (pair.read != nullptr || taken[j]) continue;
    pair.read = &document.questions[j];
    taken[j] = true;
  }
  for (std::size_t j = 0; j < taken.size(); ++j)
    if (!taken[j]) matching.unmatched.push_back(&document.questions[j]);
  return matching;
}

/// The share of right ones among the expected questions that have the thing; none where no question has it.
template <class Concerned, class Right>
std::optional<double> share(const std::vector<Pair>& pairs, Concerned concerned, Right right) {
  std::size_t all = 0;
  std::size_t good = 0;
  for (const Pair& pair : pairs) {
    if (!concerned(*pair.expected)) continue;
    ++all;
    good += pair.read != nullptr && right(*pair.expected, *pair.read);
  }
  if (all == 0) return std::nullopt;
  return static_cast<double>(good) / static_cast<double>(all);
}

// A blank that is typed and a question that is spoken ask for the same words.
bool kind_is_right(const ExpectedQuestion& expected, const Question& read) {
  return read.kind == expected.kind ||
         (expected.kind == QuestionKind::kFill && read.kind == QuestionKind::kOpen);
}

bool answer_is_right(const ExpectedQuestion& expected, const Question& read) {
  if (expected.answers.empty()) return without_blanks(read.answer).empty();
  return text_is_right(expected.answers, read.answer);
}

std::optional<double> criteria_f1(const Matching& matching) {
  ListScore all;
  for (const Pair& pair : matching.pairs)
    all += compare_lists(pair.expected->criteria,
                         pair.read == nullptr ? std::vector<std::string>() : pair.read->criteria);
  for (const Question* question : matching.unmatched) all += compare_lists({}, question->criteria);
  if (all.found + all.invented + all.missed == 0) return std::nullopt;
  return all.f1();
}

std::optional<double> points_f1(const Matching& matching) {
  ListScore all;
  bool any = false;
  for (const Pair& pair : matching.pairs) {
    const ExpectedQuestion& expected = *pair.expected;
    if (!is_recalled_aloud(expected.kind)) continue;
    if (!expected.has_answer && expected.points.front().required.empty()) continue;
    any = true;
    std::vector<std::string> cues;
    if (pair.read != nullptr)
      for (const KeyPoint& point : pair.read->points) cues.push_back(point.cue);
    all += compare_points(expected, cues);
  }
  if (!any) return std::nullopt;
  return all.f1();
}

std::u32string everything_in(const Question& question) {
  std::string all = question.stem + question.answer + question.analysis + question.section;
  for (const Option& option : question.options) all += option.text;
  for (const std::string& criterion : question.criteria) all += criterion;
  for (const KeyPoint& point : question.points) all += point.cue;
  for (const std::string& key : question.answer_key) all += key;
  return without_blanks(all);
}

std::optional<double> free_of_noise(const ExpectedDocument& expected, const Document& read, double recall) {
  std::vector<std::u32string> noise;
  for (const std::string& words : expected.noise)
    if (std::u32string text = without_blanks(words); !text.empty()) noise.push_back(std::move(text));
  if (noise.empty()) return std::nullopt;
  if (read.questions.empty()) return 0;
  const auto noisy =
      std::count_if(read.questions.begin(), read.questions.end(), [&](const Question& question) {
        const std::u32string all = everything_in(question);
        return std::any_of(noise.begin(), noise.end(), [&](const std::u32string& words) {
          return all.find(words) != std::u32string::npos;
        });
      });
  return (1 - static_cast<double>(noisy) / static_cast<double>(read.questions.size())) * recall;
}

double weighted(const std::array<std::optional<double>, kPartCount>& parts) {
  double sum = 0;
  double weights = 0;
  for (std::size_t i = 0; i < kPartCount; ++i) {
    if (!parts[i]) continue;
    sum += kParts[i].weight * *parts[i];
    weights += kParts[i].weight;
  }
  return sum / weights;
}

}  // namespace

DocumentScore score(const ExpectedDocument& expected, const Document& read) {
  const Matching matching = match(expected, read);
  const std::vector<Pair>& pairs = matching.pairs;

  DocumentScore result;
  result.expected = pairs.size();
  result.read = read.questions.size();
  result.matched = result.read - matching.unmatched.size();
  for (const Pair& pair : pairs)
    if (pair.read == nullptr) result.missed.push_back(pair.expected->stems.front());
  for (const Question* question : matching.unmatched) result.invented.push_back(question->stem);

  const auto set = [&](Part part, std::optional<double> value) {
    result.parts[static_cast<std::size_t>(part)] = value;
  };
  const double recall =
      pairs.empty() ? 1 : static_cast<double>(result.matched) / static_cast<double>(result.expected);
  set(Part::kQuestions,
      ListScore{result.matched, matching.unmatched.size(), result.expected - result.matched}.f1());
  set(Part::kKinds, share(
                        pairs, [](const ExpectedQuestion&) { return true; }, kind_is_right));
  set(Part::kOptions,
      share(
          pairs, [](const ExpectedQuestion& q) { return !q.options.empty(); }, options_are_right));
  set(Part::kKeys,
      share(
          pairs, [](const ExpectedQuestion& q) { return !is_recalled_aloud(q.kind); }, key_is_right));
  set(Part::kCriteria, criteria_f1(matching));
  set(Part::kPoints, points_f1(matching));
  set(Part::kAnswers, share(
                          pairs,
                          [](const ExpectedQuestion& q) {
                            return !q.answers.empty() || (is_recalled_aloud(q.kind) && !q.has_answer);
                          },
                          answer_is_right));
  set(Part::kAnalyses, share(
                           pairs, [](const ExpectedQuestion& q) { return !q.analyses.empty(); },
                           [](const ExpectedQuestion& expected_question, const Question& question) {
                             return text_is_right(expected_question.analyses, question.analysis);
                           }));
  set(Part::kNoise, free_of_noise(expected, read, recall));
  result.total = weighted(result.parts);
  return result;
}

}  // namespace rehearse::scoring
