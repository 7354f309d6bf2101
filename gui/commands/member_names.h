// What members of a group are called.
#pragma once

#include <string>
#include <vector>

#include "core/library.h"
#include "gui/commands/environment.h"

namespace rehearse {

class MemberNames {
 public:
  /// As the library knows them. Where it does not know one of `authors` the server is asked once; without a
  /// network it stays at the account's number.
  MemberNames(const Environment& environment, Library& library, Scope group,
              const std::vector<std::string>& authors);

  /// "you" for who is asking, and for what was not sent yet.
  Words operator()(const std::string& author) const;

 private:
  std::vector<GroupMember> members_;
};

}  // namespace rehearse
