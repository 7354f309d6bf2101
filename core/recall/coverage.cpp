#include "core/recall/coverage.h"

#include <algorithm>

#include "core/recall/answer_text.h"
#include "core/recall/clause_owners.h"
#include "core/recall/weighed_point.h"

namespace rehearse {
namespace {

// Set on the `tuning` half of tests/data/recall.
constexpr double kElsewhere = 0.3;     // what a find counts in a clause that speaks of another point
constexpr double kAnchor = 0.25;       // weight found in a clause, from which it surely speaks of the point
constexpr double kSurelySaid = 2;      // weight found of a point, from which it surely is in the answer
constexpr double kFoundShare = 0.8;    // of the coverage: the words that were found
constexpr double kSaidShare = 0.25;    // that something was said about a whole word of it
constexpr double kOnTopicShare = 0.5;  // the same, in an answer that has the other points as well
constexpr double kHintShare = 1;       // that something was said there about single ideographs of it
constexpr double kRecalledFrom = 0.4;
constexpr double kPartlyFrom = 0.12;

double sum(const std::vector<double>& values) {
  double all = 0;
  for (const double value : values) all += value;
  return all;
}

/// What of one point is in the answer.
struct PointInAnswer {
  std::vector<Match> matches;
  double found = 0;   // weight
  double weight = 0;  // of the whole point
  double said = 0;    // length of the clauses that speak of it, at most the point's own, as a share of that
};

/// The weight of the units of `point` that the matches stand for, each unit once.
class FoundWeight {
 public:
  explicit FoundWeight(const WeighedPoint& point) : point_(&point), credits_(point.units.size(), 0) {}

  void add(const Match& match, double factor) {
    for (std::size_t i = match.in_point.first; i < match.in_point.first + match.in_point.length; ++i)
      credits_[i] = std::max(credits_[i], factor * match.credit);
  }
  double total() const {
    double total = 0;
    for (std::size_t i = 0; i < credits_.size(); ++i) total += credits_[i] * point_->weights[i];
    return total;
  }

 private:
  const WeighedPoint* point_;
  std::vector<double> credits_;
};

Evidence evidence_of(const AnswerText& answer, const std::vector<WeighedPoint>& points,
                     const std::vector<PointInAnswer>& in_answer) {
  Evidence evidence(answer.clauses().size(), std::vector<double>(points.size(), 0));
  for (std::size_t point = 0; point < points.size(); ++point) {
    const std::vector<Match>& matches = in_answer[point].matches;
    for (auto match = matches.begin(); match != matches.end();) {
      const std::uint32_t clause = match->clause;
      FoundWeight here(points[point]);
      for (; match != matches.end() && match->clause == clause; ++match) here.add(*match, 1);
      evidence[clause][point] = here.total();
    }
  }
  return evidence;
}

/// The length of the clauses that hold a find, and of their neighbours that explain it: all of them the
/// point's.
double length_said(const AnswerText& answer, const Evidence& evidence, const std::vector<std::size_t>& owners,
                   std::size_t point) {
  const std::vector<Clause>& clauses = answer.clauses();
  const auto is_anchor = [&](std::size_t clause) {
    return clause < clauses.size() && owners[clause] == point && evidence[clause][point] >= kAnchor;
  };
  double length = 0;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (owners[i] != point) continue;
    const bool leads_to_one = is_anchor(i + 1) && clauses[i + 1].sentence == clauses[i].sentence;
    if (is_anchor(i) || (i > 0 && is_anchor(i - 1)) || leads_to_one) length += clauses[i].length;
  }
  return length;
}

enum class Finds { kWholeTerms, kIdeographs };

/// The units that matches in the point's own clauses stand on, as spans of the text. Runs of common words
/// alone say nothing to a reader.
std::vector<SourceSpan> matched_spans(const AnswerText& answer, const std::vector<Match>& matches,
                                      const std::vector<std::size_t>& owners, std::size_t point,
                                      Finds finds) {
  const std::vector<Unit>& units = answer.units();
  std::vector<bool> is_matched(units.size(), false);
  for (const Match& match : matches) {
    const bool is_ideograph = match.in_answer.kind == Term::Kind::kIdeograph;
    if (owners[match.clause] != point || is_ideograph != (finds == Finds::kIdeographs)) continue;
    for (std::size_t i = match.in_answer.first; i < match.in_answer.first + match.in_answer.length; ++i)
      is_matched[i] = true;
  }
  std::vector<SourceSpan> spans;
  for (std::size_t begin = 0, end = 0; begin < units.size(); begin = end) {
    bool tells = false;
    for (end = begin; end < units.size() && is_matched[end] && units[end].clause == units[begin].clause;
         ++end)
      tells |= !units[end].is_common;
    if (end == begin) ++end;
    if (!tells) continue;
    // Two units may stand on one character: ½ is 1 and 2.
    const SourceSpan span{units[begin].source.begin, units[end - 1].source.end};
    if (!spans.empty() && span.begin < spans.back().end)
      spans.back().end = span.end;
    else
      spans.push_back(span);
  }
  return spans;
}

/// From 0 to 1: how far the other points are in the answer. An answer about something else has one by chance.
double on_topic(const std::vector<PointInAnswer>& in_answer, std::size_t without) {
  if (in_answer.size() < 2) return 0;
  double others = 0;
  for (std::size_t i = 0; i < in_answer.size(); ++i)
    if (i != without) others += std::min(1.0, in_answer[i].found / kSurelySaid);
  return others / static_cast<double>(in_answer.size() - 1);
}

PointVerdict verdict_on(double coverage) {
  if (coverage >= kRecalledFrom) return PointVerdict::kRecalled;
  return coverage >= kPartlyFrom ? PointVerdict::kPartly : PointVerdict::kMissed;
}

}  // namespace

std::vector<PointCoverage> covered_points(const Question& question, std::string_view typed,
                                          const DeckTerms& deck) {
  const AnswerText answer(typed, deck);
  const std::vector<WeighedPoint> points = weighed_points(question, deck);
  std::vector<PointInAnswer> in_answer(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) in_answer[i].matches = answer.matches_of(points[i]);
  const Evidence evidence = evidence_of(answer, points, in_answer);
  const std::vector<std::size_t> owners = clause_owners(answer.clauses(), evidence);
  for (std::size_t i = 0; i < points.size(); ++i) {
    FoundWeight found(points[i]);
    for (const Match& match : in_answer[i].matches)
      found.add(match, owners[match.clause] == i ? 1 : kElsewhere);
    in_answer[i].found = found.total();
    in_answer[i].weight = sum(points[i].weights);
    const double said = length_said(answer, evidence, owners, i);
    in_answer[i].said = std::min(1.0, said / std::max(points[i].length, 1.0));
  }
  std::vector<PointCoverage> covered(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const PointInAnswer& point = in_answer[i];
    if (point.found <= 0) continue;
    covered[i].matched = matched_spans(answer, point.matches, owners, i, Finds::kWholeTerms);
    const double topic = on_topic(in_answer, i);
    const bool has_words = !covered[i].matched.empty();
    const double said = point.said * (has_words ? kSaidShare + kOnTopicShare * topic : kHintShare * topic);
    covered[i].coverage = std::min(1.0, kFoundShare * point.found / point.weight + said);
    covered[i].verdict = verdict_on(covered[i].coverage);
    if (!has_words) covered[i].matched = matched_spans(answer, point.matches, owners, i, Finds::kIdeographs);
  }
  return covered;
}

}  // namespace rehearse
