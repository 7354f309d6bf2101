// Rounds of accidents: processes of several devices and of a server are ended anywhere and their connections
// cut; then all is quiet, and nothing may be missing.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/scratch.h"
#include "tests/sync/faults/cutting_proxy.h"
#include "tests/sync/faults/device.h"
#include "tests/sync/server/server_program.h"

namespace rehearse::test {

struct RoundCounts {
  std::size_t rounds = 0;
  std::size_t clients_killed = 0, servers_killed = 0;  // in the middle of something
  std::size_t clients = 0;                             // processes
  std::size_t sealings = 0;                            // of all there is, beside the server
  std::size_t syncs_broken = 0;                        // that ended with trouble
  std::size_t confirmed = 0;                           // answers
};

class Rounds {
 public:
  /// The same seed chooses the same deeds; what they meet is up to the machine.
  explicit Rounds(std::uint64_t seed);

  void round();
  /// Lets everybody sync without accidents and looks: what is wrong, a line each.
  std::vector<std::string> faults_when_quiet();

  const RoundCounts& counts() const { return counts_; }
  const CuttingProxy& proxy() const { return proxy_; }
  /// In all libraries and on the server, when all was quiet last.
  std::size_t ops() const { return ops_; }

 private:
  struct Running {
    ChildProcess process;
    Device* device;
    std::chrono::milliseconds ends_by;  // after the begin of the round; then it is killed
    bool is_sync = false;
    bool is_sealing = false;
    std::string edit;  // the text it writes; empty: it is none
  };

  void start_server();
  void sign_in(Device& device, bool is_first);
  void begin_sealing(std::list<Running>& running);
  void begin_deeds(Device& device, std::list<Running>& running);
  void note_end(Running& running, bool was_killed);
  std::vector<std::string> sync_everybody();
  std::set<OpId> server_ops() const;
  void compare(const std::set<OpId>& kept, std::vector<std::string>& faults);
  std::chrono::milliseconds some_time();
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  Scratch scratch_;
  std::mt19937_64 random_;
  CuttingProxy proxy_;
  std::unique_ptr<ServingProgram> server_;
  std::vector<std::unique_ptr<Device>> devices_;
  std::vector<OpId> confirmed_;
  std::vector<std::string> edits_;  // that were reported as done
  std::size_t failed_sealings_ = 0;
  RoundCounts counts_;
  std::size_t ops_ = 0, edit_number_ = 0;
};

}  // namespace rehearse::test
