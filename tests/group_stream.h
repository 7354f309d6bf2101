// A group's stream, as its members' libraries hand ops to each other through it.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/library.h"
#include "tests/library_fixture.h"

namespace rehearse::test {

inline constexpr Scope kGroup = -0x1234;

class GroupStream {
 public:
  explicit GroupStream(Scope scope = kGroup) : scope_(scope) {}

  /// Sends what the library has to send, and gives it what it has not read.
  void sync(Library& library, const std::string& author, Instant now) {
    for (UnsentOp& op : library.unsent(0, 10'000, 1 << 24, scope_).ops)
      ops_.push_back({std::move(op.line), op.id, now, {static_cast<std::int64_t>(ops_.size()) + 1, author}});
    const std::string cursor = library.sync_position(scope_).cursor;
    const std::size_t read = cursor.empty() ? 0 : std::stoul(cursor);
    ArrivedOps arrived;
    arrived.scope = scope_;
    arrived.ops.assign(ops_.begin() + static_cast<std::ptrdiff_t>(read), ops_.end());
    arrived.cursor = std::to_string(ops_.size());
    arrived.server_now = arrived.local_now = now;
    arrived.is_read_to_end = true;
    REQUIRE(library.take_in(arrived));
  }

  /// An op that came some other way.
  void push(std::string line, const std::string& author, Instant now) {
    const OpId id = op_id(line);
    ops_.push_back({std::move(line), id, now, {static_cast<std::int64_t>(ops_.size()) + 1, author}});
  }

  std::size_t size() const { return ops_.size(); }
  const ArrivedOp& op(std::size_t index) const { return ops_.at(index); }

 private:
  Scope scope_;
  std::vector<ArrivedOp> ops_;
};

}  // namespace rehearse::test
