// What was done to a text, to be undone and done again. A run of typed characters is one step.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "gui/window/ui/text_rows.h"

namespace rehearse {

/// The caret, and where the selection that ends at it began; the two are equal without one.
struct TextCaret {
  TextPlace place;
  std::size_t anchor = 0;

  friend bool operator==(const TextCaret&, const TextCaret&) = default;
};

enum class TextAct { kTyped, kErasedBackwards, kErasedForwards, kOther };

/// `inserted` took the place of `removed` at `at`, in code points.
struct TextStep {
  TextAct act = TextAct::kOther;
  std::size_t at = 0;
  std::u32string removed;
  std::u32string inserted;
  TextCaret before, after;
};

class TextHistory {
 public:
  /// Joins the step to the last one when both belong to one run. What had been undone is forgotten.
  void add(TextStep step);
  /// The next step begins a new run: the caret was moved.
  void end_run() { is_run_open_ = false; }

  /// The step to take back, or to do again; null when there is none. Valid until the next call.
  const TextStep* undo();
  const TextStep* redo();

 private:
  bool joins(const TextStep& step) const;

  std::vector<TextStep> steps_;
  std::size_t done_ = 0;  // of steps_; those behind were undone
  bool is_run_open_ = false;
};

}  // namespace rehearse
