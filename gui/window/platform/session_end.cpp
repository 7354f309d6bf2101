#include "gui/window/platform/session_end.h"

#include <atomic>

namespace rehearse {
namespace {

std::atomic<bool> has_come = false;  // a signal handler reaches nothing else
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

SessionEnd::SessionEnd() {
  has_come = false;
  struct sigaction note {};
  note.sa_handler = [](int) { has_come = true; };
  note.sa_flags = SA_RESTART;
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals[i], nullptr, &before_[i]);
    // Started with nohup, or in the background of a script: that one is not meant for it.
    if (before_[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &note, nullptr);
  }
}

SessionEnd::~SessionEnd() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
}

bool SessionEnd::came() const { return has_come; }

}  // namespace rehearse
