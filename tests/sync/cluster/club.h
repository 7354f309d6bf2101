// A study group and its members' computers, signed in through nginx: anna's two, bert's, who edits too, and
// cleo's, who reads. What the server has of them is read from its database.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/store/scope.h"
#include "tests/scratch.h"
#include "tests/sync/cluster/servers.h"
#include "tests/sync/faults/device.h"

namespace rehearse::test {

/// What the database holds: the ops of each stream.
using Streams = std::map<std::int64_t, std::set<OpId>>;
Streams streams_in(const std::string& store);
std::size_t ops_in(const Streams& streams);
/// Of the first, what the second has not.
std::size_t lacking(const Streams& first, const Streams& second, std::int64_t scope);

class Club {
 public:
  struct Member {
    std::string account;
    Device device;
    bool may_publish = false;
  };

  /// Makes accounts, a group, and a deck in it; all have synced when this returns.
  explicit Club(const Servers& servers);

  static constexpr const char* kDeck = "值班";
  Scope group() const { return group_; }
  std::vector<std::unique_ptr<Member>>& members() { return members_; }
  Member& member(std::size_t which) { return *members_[which]; }
  Member& cleo() { return *members_.back(); }

  /// An account that is in no group.
  void add_account(const std::string& name);
  /// A computer more, which is signed in and has synced. It is no member's.
  std::unique_ptr<Member> new_device(const std::string& account, const std::string& name);
  /// Throws what it says unless it ends well.
  void must(Device& device, std::vector<std::string> arguments, const std::string& input = "") const;
  void sign_in(Member& member, const std::vector<std::string>& more) const;

  /// Twice around, so that the first hear what the last had. What is wrong, a line each.
  std::vector<std::string> sync_everybody();
  /// Whether each device holds what its streams do, and the devices of an account show the same.
  std::vector<std::string> compare(const Streams& streams);

 private:
  void make_group();

  const Servers& servers_;
  Scratch scratch_;
  std::vector<std::unique_ptr<Member>> members_;
  Scope group_ = kOwnOps;
};

/// The number of the account that the device is signed in with.
std::int64_t account_of(const Device& device);

}  // namespace rehearse::test
