// A process that works on a library, says what it is about to do and what is done, and is killed meanwhile.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rehearse::test {

/// The end of the pipe that the working process has. A line is with the other one once say() returned,
/// whatever becomes of this process.
class Voice {
 public:
  explicit Voice(int descriptor) : descriptor_(descriptor) {}
  /// At most some 4,000 bytes; without a line end.
  void say(const std::string& line) const;

 private:
  int descriptor_;
};

/// What became of a working process.
struct Ending {
  std::vector<std::string> said;
  bool was_killed = false;  // before its work was over
  int exit_code = 0;        // where it was not killed
  std::chrono::microseconds lasted{0};
};

/// Runs `work` in a process of its own, and after `life` ends it with SIGKILL. Nothing: it is let be. What
/// `work` throws ends the process with 98 and is the last thing it says. Precondition: this process has no
/// threads and no library open.
Ending work_in_child(const std::function<void(const Voice&)>& work,
                     std::optional<std::chrono::microseconds> life = std::nullopt);

/// The same, but after `life` `accident` happens, and the process is let be; it counts as killed then.
Ending work_beside(const std::function<void(const Voice&)>& work,
                   std::optional<std::chrono::microseconds> life, const std::function<void()>& accident);

/// How long a kind of work lasts, learnt from what was seen, so that accidents fall into it.
class UsualLength {
 public:
  /// `share` of 1 is a little behind the usual end: now and then work is done before, which is how it is seen
  /// that it lasts shorter than it did. Nothing while none was seen: it is to be let be.
  std::optional<std::chrono::microseconds> moment(double share) const;
  void note(const Ending& ending);

 private:
  double usual_us_ = 0;
};

}  // namespace rehearse::test
