// The marks that one line of a rubric names.
#pragma once

#include <optional>
#include <string_view>

namespace rehearse {

struct CriterionMarks {
  enum class Unit { kMarks, kPercent };

  double value = 0;  // at least 0
  Unit unit = Unit::kMarks;
};

/// The last number of marks that `criterion` names, in any width: （5分）, 得 2.5 分, 5 points, 3-5分 (the
/// upper), or a percentage that stands in brackets by itself: （40%）. 0 when all it names is taken away:
/// 超时扣2分, minus 1 point. Nothing where it names none: 5分钟, 3个例子, 20% cheaper.
std::optional<CriterionMarks> criterion_marks(std::string_view criterion);

}  // namespace rehearse
