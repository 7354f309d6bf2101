#include "core/schedule/fsrs6_loss.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace rehearse {
namespace {

// Derivatives are carried forward through a history. Of the four first stabilities a history knows one only,
// so slot 0 is that one's and slot k > 0 is w[k + 3]'s. Difficulty depends on w4 … w7 alone.
constexpr std::size_t kSlots = kFsrs6ParameterCount - 3;
constexpr std::size_t kDifficultySlots = 4;
constexpr std::size_t slot_of(std::size_t parameter) { return parameter - 3; }

using SlotVector = std::array<double, kSlots>;

/// A state and its derivatives.
struct Moment {
  double stability = 0, difficulty = 0;
  SlotVector by_stability{};                             // ∂S/∂w
  std::array<double, kDifficultySlots> by_difficulty{};  // ∂D/∂w, w4 … w7
};

/// R at a moment; its derivatives are slope·∂S/∂w, and for w20 that plus decay_slope.
struct Recall {
  double probability = 1, slope = 0, decay_slope = 0;
};

/// The formulas of core/schedule/fsrs6.h, not rounded, and what each owes to its parameters.
class Derivatives {
 public:
  Derivatives(const Fsrs6Parameters& parameters, Fsrs6Terms terms)
      : w_(parameters.w), same_day_counts_(terms == Fsrs6Terms::kShortAndLong) {
    const double power = std::pow(kRecallAtStability, -1 / w_[20]);
    factor_ = power - 1;
    factor_slope_ = power * std::log(kRecallAtStability) / (w_[20] * w_[20]);
    growth_ = std::exp(w_[8]);
    easy_power_ = std::exp(3 * w_[5]);
    lapse_ceiling_ = same_day_counts_ ? std::exp(-w_[17] * w_[18]) : 1;
  }

  Moment first(Fsrs6Rating rating) const {
    const int above_again = static_cast<int>(rating) - 1;
    const double power = std::exp(w_[5] * above_again);
    Moment moment;
    moment.stability = w_[static_cast<std::size_t>(above_again)];
    moment.by_stability[0] = 1;
    moment.difficulty = w_[4] - power + 1;
    moment.by_difficulty = {1, -above_again * power, 0, 0};
    clamp_difficulty(moment);
    return moment;
  }

  Recall recall(const Moment& moment, double elapsed_days) const {
    const double days = elapsed_days / moment.stability;
    const double base = 1 + factor_ * days;
    const double log_base = std::log(base);
    const double probability = std::exp(-w_[20] * log_base);
    const double outer = probability * w_[20] / base;
    return {probability, outer * factor_ * days / moment.stability,
            -probability * log_base - outer * days * factor_slope_};
  }

  Moment step(const Moment& before, const Recall& recall, const AnswerNode& node) const {
    Moment after;
    if (node.elapsed_days == 0 && same_day_counts_)
      on_the_same_day(before, node.rating, after);
    else if (node.rating == Fsrs6Rating::kAgain)
      after_lapse(before, recall, after);
    else
      after_recall(before, recall, node.rating, after);
    if (after.stability < kLowestStability || after.stability > kHighestStability) {
      after.stability = std::clamp(after.stability, kLowestStability, kHighestStability);
      after.by_stability = {};
    }
    move_difficulty(before, node.rating, after);
    return after;
  }

 private:
  /// ∂S'/∂w from ∂S'/∂S, ∂S'/∂D and ∂S'/∂R; what a formula owes to w itself is added by it afterwards.
  static void chain(const Moment& before, const Recall& recall, double by_stability, double by_difficulty,
                    double by_recall, Moment& after) {
    const double through_stability = by_stability + by_recall * recall.slope;
    for (std::size_t i = 0; i < kSlots; ++i)
      after.by_stability[i] = through_stability * before.by_stability[i];
    for (std::size_t i = 0; i < kDifficultySlots; ++i)
      after.by_stability[slot_of(4) + i] += by_difficulty * before.by_difficulty[i];
    after.by_stability[slot_of(20)] += by_recall * recall.decay_slope;
  }

  void after_recall(const Moment& before, const Recall& recall, Fsrs6Rating rating, Moment& after) const {
    const double log_stability = std::log(before.stability);
    const double growing = std::exp(w_[10] * (1 - recall.probability));
    const double plain = before.stability * growth_ * (kDifficultyWithoutGrowth - before.difficulty) *
                         std::exp(-w_[9] * log_stability);
    const double bonus = rating == Fsrs6Rating::kHard ? w_[15] : rating == Fsrs6Rating::kEasy ? w_[16] : 1;
    const double unaided = plain * (growing - 1), gain = bonus * unaided;
    after.stability = before.stability + gain;
    chain(before, recall, 1 + gain / before.stability * (1 - w_[9]),
          -gain / (kDifficultyWithoutGrowth - before.difficulty), -bonus * plain * growing * w_[10], after);
    SlotVector& by = after.by_stability;
    by[slot_of(8)] += gain;
    by[slot_of(9)] -= gain * log_stability;
    by[slot_of(10)] += bonus * plain * growing * (1 - recall.probability);
    if (rating == Fsrs6Rating::kHard) by[slot_of(15)] += unaided;
    if (rating == Fsrs6Rating::kEasy) by[slot_of(16)] += unaided;
  }

  void after_lapse(const Moment& before, const Recall& recall, Moment& after) const {
    const double log_stability = std::log(before.stability + 1), log_difficulty = std::log(before.difficulty);
    const double power = std::exp(w_[13] * log_stability);
    const double kept = w_[11] * std::exp(w_[14] * (1 - recall.probability) - w_[12] * log_difficulty);
    const double relearned = kept * (power - 1);
    SlotVector& by = after.by_stability;
    if (relearned > before.stability * lapse_ceiling_) {
      after.stability = before.stability * lapse_ceiling_;
      chain(before, recall, lapse_ceiling_, 0, 0, after);
      if (!same_day_counts_) return;
      by[slot_of(17)] -= after.stability * w_[18];
      by[slot_of(18)] -= after.stability * w_[17];
      return;
    }
    after.stability = relearned;
    chain(before, recall, kept * w_[13] * power / (before.stability + 1),
          -w_[12] * relearned / before.difficulty, -w_[14] * relearned, after);
    by[slot_of(11)] += relearned / w_[11];
    by[slot_of(12)] -= relearned * log_difficulty;
    by[slot_of(13)] += kept * power * log_stability;
    by[slot_of(14)] += relearned * (1 - recall.probability);
  }

  void on_the_same_day(const Moment& before, Fsrs6Rating rating, Moment& after) const {
    const double log_stability = std::log(before.stability);
    const double above_good = static_cast<int>(rating) - 3;
    const double change = std::exp(w_[17] * (above_good + w_[18]) - w_[19] * log_stability);
    if (rating != Fsrs6Rating::kAgain && change < 1) {
      after.stability = before.stability;
      after.by_stability = before.by_stability;
      return;
    }
    after.stability = before.stability * change;
    chain(before, {}, change * (1 - w_[19]), 0, 0, after);
    SlotVector& by = after.by_stability;
    by[slot_of(17)] += after.stability * (above_good + w_[18]);
    by[slot_of(18)] += after.stability * w_[17];
    by[slot_of(19)] -= after.stability * log_stability;
  }

  void move_difficulty(const Moment& before, Fsrs6Rating rating, Moment& after) const {
    const double ninths = (static_cast<int>(rating) - 3) / 9.0;
    const double moved = before.difficulty - w_[6] * ninths * (kHighestDifficulty - before.difficulty);
    const double easy = w_[4] - easy_power_ + 1;
    after.difficulty = w_[7] * easy + (1 - w_[7]) * moved;
    const double kept = (1 - w_[7]) * (1 + w_[6] * ninths);
    for (std::size_t i = 0; i < kDifficultySlots; ++i)
      after.by_difficulty[i] = kept * before.by_difficulty[i];
    after.by_difficulty[0] += w_[7];
    after.by_difficulty[1] -= w_[7] * 3 * easy_power_;
    after.by_difficulty[2] -= (1 - w_[7]) * ninths * (kHighestDifficulty - before.difficulty);
    after.by_difficulty[3] += easy - moved;
    clamp_difficulty(after);
  }

  static void clamp_difficulty(Moment& moment) {
    if (moment.difficulty >= kLowestDifficulty && moment.difficulty <= kHighestDifficulty) return;
    moment.difficulty = std::clamp(moment.difficulty, kLowestDifficulty, kHighestDifficulty);
    moment.by_difficulty = {};
  }

  const Fsrs6Vector& w_;
  bool same_day_counts_;
  double factor_, factor_slope_;  // of the curve: f and ∂f/∂w20
  double growth_, easy_power_, lapse_ceiling_;
};

/// The sums of all histories that begin with one rating.
class Sums {
 public:
  void add(const Moment& moment, const Recall& recall, const AnswerNode& node) {
    // A recall that is certain would make one failure infinitely surprising.
    const double certain = std::clamp(recall.probability, 1e-9, 1 - 1e-9);
    const bool recalled = node.rating != Fsrs6Rating::kAgain;
    const double told = recalled ? certain : 1 - certain;
    log_loss_ -= node.cards * std::log(told);
    const double by_recall = (recalled ? -1.0 : 1.0) * node.cards / told;
    const double weight = node.cards / (certain * (1 - certain));
    SlotVector by;
    for (std::size_t i = 0; i < kSlots; ++i) by[i] = recall.slope * moment.by_stability[i];
    by[slot_of(20)] += recall.decay_slope;
    for (std::size_t i = 0; i < kSlots; ++i) {
      gradient_[i] += by_recall * by[i];
      const double weighted = weight * by[i];
      for (std::size_t j = i; j < kSlots; ++j) information_[i][j] += weighted * by[j];
    }
  }

  void add_to(Fsrs6Loss& loss, Fsrs6Rating first) const {
    const auto parameter_of = [first](std::size_t slot) {
      return slot == 0 ? static_cast<std::size_t>(first) - 1 : slot + 3;
    };
    loss.log_loss += log_loss_;
    for (std::size_t i = 0; i < kSlots; ++i) {
      const std::size_t row = parameter_of(i);
      loss.gradient[row] += gradient_[i];
      for (std::size_t j = i; j < kSlots; ++j) {
        const std::size_t column = parameter_of(j);
        loss.information[row][column] += information_[i][j];
        if (j > i) loss.information[column][row] += information_[i][j];
      }
    }
  }

 private:
  double log_loss_ = 0;
  SlotVector gradient_{};
  std::array<SlotVector, kSlots> information_{};
};

}  // namespace

Fsrs6Loss fsrs6_loss(const AnswerTree& tree, const Fsrs6Parameters& parameters, Fsrs6Terms terms) {
  const Derivatives derivatives(parameters, terms);
  std::vector<Moment> path(tree.longest);  // by depth: after the answer that stands there
  std::array<Sums, 4> sums;                // by the first rating
  std::size_t first = 0;
  for (const AnswerNode& node : tree.nodes) {
    if (node.depth == 0) {
      first = static_cast<std::size_t>(node.rating) - 1;
      path[0] = derivatives.first(node.rating);
      continue;
    }
    const Moment& before = path[node.depth - 1];
    const Recall recall = derivatives.recall(before, node.elapsed_days);
    if (node.elapsed_days > 0) sums[first].add(before, recall, node);
    if (node.goes_on) path[node.depth] = derivatives.step(before, recall, node);
  }
  Fsrs6Loss loss;
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i].add_to(loss, static_cast<Fsrs6Rating>(i + 1));
  return loss;
}

}  // namespace rehearse
