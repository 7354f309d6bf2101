#include "tests/sim/rules.h"

#include <set>
#include <utility>

#include "core/store/op.h"
#include "core/store/sync_state.h"

namespace rehearse::sim {
namespace {

using sync::PushedOp;
using sync::PushReport;
using sync::ScopeId;
using sync::Sender;
using sync::StreamCursor;
using sync::StreamPage;
using sync::StreamStore;

class Decorator : public StreamStore {
 public:
  explicit Decorator(StreamStore& store) : store_(store) {}

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override {
    return store_.push(scope, sender, ops, now, most_bytes);
  }
  std::optional<StreamPage> read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                 std::size_t most_bytes) override {
    return store_.read(scope, from, most, most_bytes);
  }

  StreamCursor end(ScopeId scope) override { return store_.end(scope); }
  std::optional<GroupRole> role(ScopeId group, std::int64_t account) override {
    return store_.role(group, account);
  }

 protected:
  std::vector<sync::KeptOp> all(ScopeId scope) { return store_.read(scope, {}, SIZE_MAX / 2, SIZE_MAX)->ops; }

  StreamStore& store_;
};

/// Knows ops by device and counter: what a restored copy counts again is lost.
class WithoutHashes : public Decorator {
 public:
  using Decorator::Decorator;

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override {
    std::set<std::pair<std::uint64_t, std::uint64_t>> known;
    for (const sync::KeptOp& op : all(scope)) known.insert(name_of(op.line));
    std::vector<PushedOp> unknown;
    for (const PushedOp& op : ops)
      if (known.insert(name_of(op.line)).second) unknown.push_back(op);
    Decorator::push(scope, sender, unknown, now, most_bytes);
    PushReport report;
    report.accepted = ops.size();
    return report;
  }

 private:
  static std::pair<std::uint64_t, std::uint64_t> name_of(std::string_view line) {
    const auto envelope = read_envelope(line);
    return {envelope->device, envelope->counter};
  }
};

/// Admits so late that no clock is ever corrected.
class WithoutAdmission : public Decorator {
 public:
  using Decorator::Decorator;

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override {
    constexpr std::chrono::days kFarAhead{365 * 100};
    return Decorator::push(scope, sender, ops, now + kFarAhead, most_bytes);
  }
};

/// Goes by the number of ops alone.
class WithoutChain : public Decorator {
 public:
  using Decorator::Decorator;

  std::optional<StreamPage> read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                 std::size_t most_bytes) override {
    StreamCursor real;
    for (const sync::KeptOp& op : all(scope)) {
      if (real.n == from.n) break;
      real = behind(real, op.id, op.admitted, sync::author_name(op.author));
    }
    if (real.n != from.n) return std::nullopt;
    return Decorator::read(scope, real, most, most_bytes);
  }
};

}  // namespace

std::unique_ptr<StreamStore> store_without(std::optional<Rule> rule, StreamStore& store) {
  if (rule == Rule::kHashedIds) return std::make_unique<WithoutHashes>(store);
  if (rule == Rule::kAdmission) return std::make_unique<WithoutAdmission>(store);
  if (rule == Rule::kChainedCursor) return std::make_unique<WithoutChain>(store);
  return nullptr;
}

void take_for_sent(Database& database, const sync::SyncRequest& request) {
  Transaction transaction(database);
  for (const std::string& line : request.scopes.front().ops) {
    const OpId id = op_id(line);
    // Admitted so late that its place in the order stays.
    database
        .query(
            "UPDATE op SET admitted_ms = ?2 WHERE admitted_ms IS NULL"
            " AND position = (SELECT position FROM op_id WHERE id = ?1)")
        .bind(id, kLatestWall.time_since_epoch().count())
        .run();
    SyncState(database).came_back(id);
  }
  transaction.commit();
}

void reset_cursor_only(Database& database) { database.execute("UPDATE sync_scope SET cursor = ''"); }

}  // namespace rehearse::sim
