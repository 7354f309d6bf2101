// One learner's computer: a library, the program `rehearse` on it, and somebody who answers cards.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "tests/sync/faults/child_process.h"

namespace rehearse::test {

/// What a library holds and shows.
struct DeviceState {
  std::set<OpId> ops;
  std::vector<std::string> lines;  // of them, in the order of the ids
  std::vector<std::string> cards;  // what is remembered of each
  std::vector<std::string> answers;
  std::size_t reviews = 0;  // as statistics count them
};

class Device {
 public:
  /// Its folder is made; the library is not there yet.
  Device(std::filesystem::path folder, std::string name);

  const std::string& name() const { return name_; }
  std::filesystem::path library() const { return folder_ / "library"; }
  /// Text of the last process of this kind that was run to its end.
  std::string said() const;

  /// Runs `rehearse` with these arguments to its end: the exit code.
  int run(std::vector<std::string> arguments, const std::string& input = "");
  /// Starts it.
  ChildProcess start(std::vector<std::string> arguments);
  /// Starts a process that answers cards, one after the other, and says of each when it is on disk.
  ChildProcess start_answering(std::uint64_t seed);
  /// The answers that such processes have said so of since it was asked last.
  std::vector<OpId> take_confirmed();

  DeviceState state() const;

 private:
  std::filesystem::path folder_;
  std::string name_;
  std::size_t processes_ = 0;
  std::vector<std::filesystem::path> confirmations_;
};

/// The process of start_answering(): what this program does when it is called as `--answer LIBRARY SEED`.
int answer_cards(const std::filesystem::path& library, std::uint64_t seed);

}  // namespace rehearse::test
