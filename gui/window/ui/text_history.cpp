#include "gui/window/ui/text_history.h"

#include <utility>

namespace rehearse {

bool TextHistory::joins(const TextStep& step) const {
  if (!is_run_open_ || done_ == 0 || steps_[done_ - 1].act != step.act) return false;
  const TextStep& last = steps_[done_ - 1];
  switch (step.act) {
    case TextAct::kTyped: return step.removed.empty() && step.at == last.at + last.inserted.size();
    case TextAct::kErasedBackwards: return step.at + step.removed.size() == last.at;
    case TextAct::kErasedForwards: return step.at == last.at;
    case TextAct::kOther: break;
  }
  return false;
}

void TextHistory::add(TextStep step) {
  const bool is_joined = joins(step);
  steps_.resize(done_);
  if (is_joined) {
    TextStep& last = steps_.back();
    last.inserted += step.inserted;
    last.removed =
        step.act == TextAct::kErasedBackwards ? step.removed + last.removed : last.removed + step.removed;
    last.at = step.act == TextAct::kErasedBackwards ? step.at : last.at;
    last.after = step.after;
  } else {
    steps_.push_back(std::move(step));
  }
  done_ = steps_.size();
  is_run_open_ = true;
}

const TextStep* TextHistory::undo() {
  end_run();
  return done_ == 0 ? nullptr : &steps_[--done_];
}

const TextStep* TextHistory::redo() {
  end_run();
  return done_ == steps_.size() ? nullptr : &steps_[done_++];
}

}  // namespace rehearse
