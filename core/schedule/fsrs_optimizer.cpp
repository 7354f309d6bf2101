#include "core/schedule/fsrs_optimizer.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "core/schedule/fsrs6_loss.h"
#include "core/schedule/fsrs6_prior.h"

namespace rehearse {
namespace {

// Of the log-likelihood: a step that promises less is not worth taking. The steps are Newton's, so what is
// left is no more than what was promised, a twentieth of a standard deviation of what the log can tell.
constexpr double kSmallestGain = 2e-3;
constexpr int kMostSteps = 50;
constexpr double kFirstDamping = 1e-3, kLowestDamping = 1e-6, kHighestDamping = 1e6;

/// What is made small at a point, the log-loss and the penalty, and how it changes around it.
struct Outlook {
  double log_loss = 0, objective = 0;
  Fsrs6Vector gradient{};
  Fsrs6Matrix curvature{};
};

class Objective {
 public:
  Objective(const AnswerTree& tree, Fsrs6Terms terms) : tree_(tree), terms_(terms) {}

  const Fsrs6Prior& prior() const { return prior_; }

  Outlook at(const Fsrs6Vector& point) const {
    const Fsrs6Parameters parameters = prior_.parameters(point);
    const Fsrs6Loss loss = fsrs6_loss(tree_, parameters, terms_);
    const Fsrs6Matrix slopes = prior_.slopes(parameters);
    Outlook outlook{loss.log_loss, loss.log_loss, {}, {}};
    Fsrs6Matrix half{};  // information · slopes
    for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i)
      for (std::size_t k = 0; k < kFsrs6ParameterCount; ++k)
        for (std::size_t j = 0; j < kFsrs6ParameterCount; ++j)
          half[i][j] += loss.information[i][k] * slopes[k][j];
    for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
      outlook.objective += point[i] * point[i] / 2;
      outlook.gradient[i] = point[i];
      outlook.curvature[i][i] = 1;
      for (std::size_t k = 0; k < kFsrs6ParameterCount; ++k) {
        outlook.gradient[i] += slopes[k][i] * loss.gradient[k];
        for (std::size_t j = 0; j < kFsrs6ParameterCount; ++j)
          outlook.curvature[i][j] += slopes[k][i] * half[k][j];
      }
    }
    return outlook;
  }

 private:
  const AnswerTree& tree_;
  Fsrs6Terms terms_;
  Fsrs6Prior prior_;
};

/// Solves matrix · x = right by Cholesky's decomposition. Precondition: symmetric and positive definite,
/// which the penalty sees to.
Fsrs6Vector solve(Fsrs6Matrix matrix, Fsrs6Vector right) {
  const std::size_t size = right.size();
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = matrix[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= matrix[i][k] * matrix[j][k];
      matrix[i][j] = i == j ? std::sqrt(sum) : sum / matrix[j][j];
    }
    for (std::size_t k = 0; k < i; ++k) right[i] -= matrix[i][k] * right[k];
    right[i] /= matrix[i][i];
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t k = i + 1; k < size; ++k) right[i] -= matrix[k][i] * right[k];
    right[i] /= matrix[i][i];
  }
  return right;
}

struct Move {
  Fsrs6Vector to;
  double promised_gain = 0;
};

/// The Gauss-Newton step, shortened by `damping` (Levenberg and Marquardt), inside the ranges.
Move move_from(const Fsrs6Vector& point, const Outlook& outlook, const Fsrs6Prior& prior, double damping) {
  Fsrs6Matrix matrix = outlook.curvature;
  Fsrs6Vector right{};
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
    matrix[i][i] *= 1 + damping;
    if (prior.is_held(i, point[i], outlook.gradient[i])) {
      for (std::size_t j = 0; j < kFsrs6ParameterCount; ++j) matrix[i][j] = matrix[j][i] = i == j ? 1 : 0;
    } else {
      right[i] = -outlook.gradient[i];
    }
  }
  const Fsrs6Vector step = solve(matrix, right);
  Move move{point, 0};
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
    move.to[i] = prior.bounded(i, point[i] + step[i]);
    move.promised_gain -= (move.to[i] - point[i]) * outlook.gradient[i] / 2;
  }
  return move;
}

/// How far a descent has come: gains shrink by about the same factor from step to step.
double share_done(double first_gain, double gain) {
  if (gain <= kSmallestGain) return 1;
  return 1 - std::log(gain / kSmallestGain) / std::log(first_gain / kSmallestGain);
}

struct Descent {
  Fsrs6Vector point{};
  double log_loss_before = 0, log_loss = 0;
};

/// From the default down to the smallest objective; nothing when `progress` said stop.
std::optional<Descent> descend(const Objective& objective, const FitProgress& progress) {
  Descent descent;
  Outlook outlook = objective.at(descent.point);
  descent.log_loss_before = outlook.log_loss;
  double damping = kFirstDamping, first_gain = 0, done = 0;
  for (int step = 0; step < kMostSteps && damping < kHighestDamping; ++step) {
    const Move move = move_from(descent.point, outlook, objective.prior(), damping);
    first_gain = std::max(first_gain, move.promised_gain);
    done = std::max(done, share_done(first_gain, move.promised_gain));
    if (progress && progress(done) == FitStep::kStop) return std::nullopt;
    if (move.promised_gain <= kSmallestGain) break;
    const Outlook next = objective.at(move.to);
    if (next.objective < outlook.objective) {
      descent.point = move.to;
      outlook = next;
      damping = std::max(damping / 10, kLowestDamping);
    } else {
      damping *= 10;
    }
  }
  descent.log_loss = outlook.log_loss;
  return descent;
}

Fsrs6Parameters rounded(Fsrs6Parameters parameters) {
  for (double& value : parameters.w) value = std::round(value * 1e6) / 1e6;
  return parameters;
}

Error too_few(std::size_t reviews) {
  const std::string count = std::to_string(reviews), needed = std::to_string(kFewestReviewsToFit);
  return {{"only " + count + " reviews come a day or more after an earlier one; fitting FSRS needs " + needed,
           "隔天以上的复习只有 " + count + " 次，拟合 FSRS 参数需要 " + needed + " 次"},
          "",
          {"study on with the default parameters", "请先用默认参数继续学习"}};
}

}  // namespace

Result<FsrsFit> fit_fsrs6(std::span<const LoggedAnswer> log, SameDayAnswers same_day,
                          const FitProgress& progress) {
  const AnswerTree tree = grouped(log, same_day);
  if (tree.reviews < kFewestReviewsToFit) return too_few(tree.reviews);
  const Objective objective(
      tree, same_day == SameDayAnswers::kCount ? Fsrs6Terms::kShortAndLong : Fsrs6Terms::kLongOnly);
  const std::optional<Descent> best = descend(objective, progress);
  if (!best)
    return Error{
        {"the fit was stopped; the parameters stay as they were", "拟合已中止，参数没有改动"}, "", {}};
  const auto reviews = static_cast<double>(tree.reviews);
  return FsrsFit{rounded(objective.prior().parameters(best->point)), tree.reviews,
                 best->log_loss_before / reviews, best->log_loss / reviews};
}

}  // namespace rehearse
