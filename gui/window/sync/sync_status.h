// How the library and its server stand.
#pragma once

#include <cstddef>
#include <string>

#include "core/base/words.h"

namespace rehearse {

struct SyncStatus {
  std::string name, server;  // empty: nobody is signed in
  bool is_working = false;
  std::string synced;  // when all was sent and read, on the learner's clock; empty: never
  std::size_t unsent = 0, refused = 0;
  Words trouble, clock;  // what is in the way; that this computer's clock is wrong
  bool needs_person = false;

  bool is_signed_in() const { return !server.empty(); }
  friend bool operator==(const SyncStatus& a, const SyncStatus& b) {
    const auto same = [](const Words& x, const Words& y) {
      return x.english == y.english && x.chinese == y.chinese;
    };
    return a.name == b.name && a.server == b.server && a.is_working == b.is_working && a.synced == b.synced &&
           a.unsent == b.unsent && a.refused == b.refused && same(a.trouble, b.trouble) &&
           same(a.clock, b.clock) && a.needs_person == b.needs_person;
  }
};

}  // namespace rehearse
