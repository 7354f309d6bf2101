#include "core/interview/rubric.h"

#include <algorithm>

#include "core/interview/criterion_marks.h"

namespace rehearse {
namespace {

constexpr std::chrono::seconds kLongestLimit = std::chrono::hours{1};

bool are_sound(std::optional<double> marks) { return marks && *marks >= kLeastMarks && *marks <= kMostMarks; }

double sum_of(const std::vector<RubricItem>& items) {
  double sum = 0;
  for (const RubricItem& item : items) sum += item.marks;
  return sum;
}

void share_evenly(std::vector<RubricItem>& items, double marks) {
  for (RubricItem& item : items) item.marks = marks / static_cast<double>(items.size());
}

/// The marks of criteria, of which `named` say their own. `whole` is the question's, or nothing.
void set_marks(std::vector<RubricItem>& items, const std::vector<std::optional<CriterionMarks>>& named,
               std::optional<double> whole) {
  double given = 0;
  std::size_t silent = 0;
  bool names_marks = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!named[i]) {
      ++silent;
      continue;
    }
    const bool is_percent = named[i]->unit == CriterionMarks::Unit::kPercent;
    names_marks |= !is_percent;
    const double of = is_percent ? whole.value_or(kUsualMarks) / 100 : 1;
    items[i].marks = std::min(named[i]->value * of, kMostMarks);
    given += items[i].marks;
  }
  const auto speaking = static_cast<double>(items.size() - silent);
  if (given <= 0) {
    // 扣2分 and 0分 alone: what is silent shares everything, and where nothing is, all do.
    const bool all = silent == 0;
    const auto sharing = static_cast<double>(all ? items.size() : silent);
    for (std::size_t i = 0; i < items.size(); ++i)
      items[i].marks = all || !named[i] ? whole.value_or(kUsualMarks) / sharing : 0;
    return;
  }
  const double left = whole.value_or(kUsualMarks) - given;
  const bool shares_rest = whole && left > 0;
  const double each =
      shares_rest ? left / static_cast<double>(std::max<std::size_t>(silent, 1)) : given / speaking;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!named[i]) items[i].marks = each;
  const double sum = sum_of(items);
  const double wanted = whole ? *whole : names_marks ? std::clamp(sum, kLeastMarks, kMostMarks) : kUsualMarks;
  for (RubricItem& item : items) item.marks *= wanted / sum;
}

}  // namespace

double sound_marks(std::optional<double> marks) { return are_sound(marks) ? *marks : kUsualMarks; }

Rubric rubric_of(const Question& question) {
  Rubric rubric;
  if (!question.criteria.empty()) {
    rubric.source = RubricSource::kCriteria;
    std::vector<std::optional<CriterionMarks>> named;
    for (const std::string& criterion : question.criteria) {
      rubric.items.push_back({criterion, 0});
      named.push_back(criterion_marks(criterion));
    }
    set_marks(rubric.items, named, are_sound(question.marks) ? question.marks : std::nullopt);
  } else if (!question.points.empty()) {
    rubric.source = RubricSource::kPoints;
    for (const KeyPoint& point : question.points) rubric.items.push_back({point.cue, 0});
    share_evenly(rubric.items, sound_marks(question.marks));
  } else {
    rubric.items.push_back({"", sound_marks(question.marks)});
  }
  rubric.marks = sum_of(rubric.items);
  return rubric;
}

std::chrono::seconds time_limit_of(const Question& question) {
  using namespace std::chrono_literals;
  if (question.time_limit && *question.time_limit > 0s) return std::min(*question.time_limit, kLongestLimit);
  switch (question.kind) {
    case QuestionKind::kOpen: return 3min;
    case QuestionKind::kCase: return 5min;
    case QuestionKind::kMultiple: return 90s;
    case QuestionKind::kSingle:
    case QuestionKind::kTrueFalse:
    case QuestionKind::kFill: return 1min;
  }
  return 1min;
}

}  // namespace rehearse
