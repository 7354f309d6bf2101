// What a learner can change of a question that is in a library.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/deck/question.h"

namespace rehearse {

/// What is not set stays.
struct ChangeText {
  std::optional<std::string> stem, section, answer, analysis;
  std::optional<std::vector<Option>> options;
  std::optional<std::vector<std::string>> answer_key, criteria;
  std::optional<QuestionKind> kind{};
  std::optional<std::optional<double>> marks{};  // nothing inside: it has none
  std::optional<std::optional<std::chrono::seconds>> time_limit{};
};

/// Other words for the same point: it keeps its progress.
struct RenamePoint {
  PointId point;
  KeyPoint wording;
};

struct MovePoint {
  PointId point;
  std::size_t to = 0;  // the index it has then; behind the last: the last
};

/// One point in the place of several. It takes the history of all; of one answer the worst result counts.
struct MergePoints {
  std::vector<PointId> points;             // two or more; the first one's place is kept
  std::optional<std::string> cue, detail;  // nothing: theirs, one behind the other
};

/// Several points in the place of one. Each takes its whole history.
struct SplitPoint {
  PointId point;
  std::vector<KeyPoint> parts;  // two or more
};

/// A point that was not there. One that was removed and comes again under its first cue goes on from its
/// history.
struct AddPoint {
  KeyPoint point;
  std::size_t to = 0;  // the index it has then; behind the last: the last
};

/// Its answers stay in the log.
struct RemovePoint {
  PointId point;
};

using QuestionEdit =
    std::variant<ChangeText, RenamePoint, MovePoint, MergePoints, SplitPoint, AddPoint, RemovePoint>;

}  // namespace rehearse
