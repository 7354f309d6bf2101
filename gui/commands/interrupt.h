// Signals while something is done that must not be left half done.
#pragma once

#include <csignal>

namespace rehearse {

/// While one exists, SIGINT is only noted: the work asks for it where it may stop. One at a time.
class InterruptNoted {
 public:
  InterruptNoted();
  ~InterruptNoted();
  InterruptNoted(const InterruptNoted&) = delete;
  InterruptNoted& operator=(const InterruptNoted&) = delete;

  bool came() const;

 private:
  struct sigaction before_ {};
};

/// While one exists, a terminal that is closed is the end of the input and not of the program.
class HangUpIgnored {
 public:
  HangUpIgnored();
  ~HangUpIgnored();
  HangUpIgnored(const HangUpIgnored&) = delete;
  HangUpIgnored& operator=(const HangUpIgnored&) = delete;

 private:
  struct sigaction before_ {};
};

}  // namespace rehearse
