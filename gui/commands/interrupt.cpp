#include "gui/commands/interrupt.h"

#include <atomic>

namespace rehearse {
namespace {

std::atomic<bool> interrupted = false;  // a signal handler reaches nothing else
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

InterruptNoted::InterruptNoted() {
  interrupted = false;
  struct sigaction note {};
  note.sa_handler = [](int) { interrupted = true; };
  note.sa_flags = SA_RESTART;
  sigaction(SIGINT, &note, &before_);
}

InterruptNoted::~InterruptNoted() { sigaction(SIGINT, &before_, nullptr); }

bool InterruptNoted::came() const { return interrupted; }

HangUpIgnored::HangUpIgnored() {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGHUP, &ignore, &before_);
}

HangUpIgnored::~HangUpIgnored() { sigaction(SIGHUP, &before_, nullptr); }

}  // namespace rehearse
