// One history of a study group: members with their devices, a server, who may what from one moment to the
// next, and what goes wrong on the way.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/sim/chance.h"
#include "tests/sim/device.h"
#include "tests/sim/server.h"
#include "tests/sim/world.h"

namespace rehearse::sim {

inline constexpr Scope kGroup = -0x5eed;

class GroupWorld {
 public:
  GroupWorld(const Templates& templates, std::uint64_t seed);

  /// From its begin to its end. Throws Broken.
  void live();
  const std::vector<std::string>& steps() const { return steps_; }

 private:
  struct Member {
    std::int64_t account = 0;
    std::vector<std::unique_ptr<Device>> devices;
    bool only_reads = false;  // nothing of his own: he has what the group says
    /// Answers of questions that he wrote himself last, and that nobody but he may change.
    std::map<QuestionId, std::string> own{};
  };
  using Roles = std::map<std::int64_t, GroupRole>;
  struct Copy {
    ServerCopy server;
    Roles roles;
  };

  void note(const std::string& step) { steps_.push_back(step); }
  std::string name_of(const Member& member, const Device& device) const;
  LocalInstant now_of(const Device& device) const { return {now_.at + device.clock_error, now_.utc_offset}; }
  DeckId deck() const;
  std::unique_ptr<Device> new_device(std::int64_t account, const DeviceCopy& copy);
  std::optional<ListedQuestion> any_question(Device& device);
  void step();

  void deed(Member& member, Device& device);
  void answer(Device& device);
  void edit(Member& member, Device& device);
  void remove(Device& device);
  void choose(Member& member, Device& device);
  void publish(Member& member, Device& device);
  void suggest(Member& member, Device& device);
  void settle(Device& device);
  void go_back(Device& device);
  void show_week(Device& device);

  void change_roles();
  void forge(Device& device);
  void crash(Device& device);
  void seal();
  void restore_server();

  void sync(Device& device);
  /// False when it was broken off.
  bool sync_scope(Device& device, Scope scope);
  sync::SyncStep exchange(Device& device, sync::SyncSession& session, Scope scope);
  /// What the stream has now that it had not before came from those who may write.
  void look_at_stream();

  void sync_until_quiet();
  void check_laws();

  const Templates& templates_;
  Chance chance_, salts_;
  bool network_fails_, clocks_are_wrong_, crashes_, server_is_restored_, roles_change_;
  bool is_quiet_ = false;
  bool was_restored_ = false;
  LocalInstant now_;
  Server server_;
  std::vector<Member> members_;
  Roles roles_;
  std::vector<Copy> copies_;
  std::size_t seen_ = 0;  // ops of the group's stream that were looked at
  std::int64_t sessions_ = 0;
  std::size_t texts_ = 0;
  std::vector<std::string> steps_;
};

}  // namespace rehearse::sim
