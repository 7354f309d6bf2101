// The session ends, or someone ends the program: it has a few seconds and nobody to ask.
#pragma once

#include <array>
#include <csignal>

namespace rehearse {

/// While one exists, SIGTERM, SIGHUP and SIGINT are only noted: the window's loop looks for them, at least
/// once a second. One at a time.
class SessionEnd {
 public:
  SessionEnd();
  ~SessionEnd();
  SessionEnd(const SessionEnd&) = delete;
  SessionEnd& operator=(const SessionEnd&) = delete;

  bool came() const;

 private:
  static constexpr std::array kSignals{SIGTERM, SIGHUP, SIGINT};

  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace rehearse
