// A month of a large study group: thirty members with a device or two, who study every day. Editors edit and
// publish, others keep words of their own, people are put out, come back and get other roles, and somebody
// forges.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sync/server/groups/groups.h"
#include "tests/sim/chance.h"
#include "tests/sim/device.h"
#include "tests/sim/server.h"
#include "tests/sim/world.h"

namespace rehearse::sim {

/// What is left of a month, for who wants to know that something happened in it.
struct MonthCounts {
  std::size_t devices = 0, syncs = 0, answers = 0, edits = 0, published = 0, put_out = 0, put_out_in_push = 0,
              roles_changed = 0, forged = 0, invites_raced = 0, group_ops = 0, overrides_kept = 0;
};

class GroupMonth {
 public:
  GroupMonth(const Templates& templates, std::uint64_t seed);

  /// From its begin to its end. Throws Broken.
  void live();
  const std::vector<std::string>& steps() const { return steps_; }
  const MonthCounts& counts() const { return counts_; }

 private:
  struct Member {
    std::int64_t account = 0;
    std::vector<std::unique_ptr<Device>> devices{};
    bool only_studies = false;  // has no words of his own
    std::size_t answers = 0;
    /// Answers of questions that he wrote himself last, and that nobody but he may change.
    std::map<QuestionId, std::string> own{};
    std::set<std::string> unpublished{};
  };

  void note(const std::string& step) { steps_.push_back(step); }
  std::unique_ptr<Device> new_device(std::int64_t account);
  DeckId deck() const;
  std::optional<GroupRole> role_of(const Member& member) { return server_.role(kScope, member.account); }
  Member& any_but_owner() { return members_[1 + chance_.below(members_.size() - 1)]; }

  void found();
  void all_join();
  void live_day();
  void study(Member& member, Device& device);
  void edit(Member& member, Device& device);
  void publish(Member& member, Device& device);
  void administer();
  void put_out(Member& member);
  void change_role(Member& member);
  /// One use, and two who come in the same moment.
  void race_for_an_invite();
  void forge(Member& member);

  void sync(Member& member, Device& device);
  bool sync_scope(Member& member, Device& device, Scope scope);
  /// What the group's stream has now that it had not before.
  void look_at_stream();
  void check_laws();
  void check_member(Member& member);
  void check_readers();

  static constexpr Scope kScope = -0x30daeb;

  const Templates& templates_;
  Chance chance_, salts_;
  LocalInstant now_;
  Document document_;
  Server server_;
  std::vector<Member> members_;
  std::set<std::string> published_;  // words that their authors have published
  std::size_t seen_ = 0;             // ops of the group's stream that were looked at
  std::int64_t sessions_ = 0;
  bool is_quiet_ = false;
  MonthCounts counts_;
  std::vector<std::string> steps_;
};

}  // namespace rehearse::sim
