// The ops of one push on their way into PostgreSQL: written together.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "sync/server/store/admission.h"
#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {

inline Blob blob_of(const OpId& id) {
  return {{reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()}};
}

class PostgresOps : public OpTable {
 public:
  /// `there`: those that the stream has.
  PostgresOps(PostgresConnection& connection, ScopeId scope, std::set<OpId> there)
      : connection_(connection), scope_(scope), there_(std::move(there)) {}

  bool is_there(const PushedOp& op) override { return there_.contains(op.id); }
  bool add(const PushedOp& op, const StreamCursor& end) override;

  /// Sends what was added along with the next statement.
  void hold_added(const Admission& admission);

 private:
  PostgresConnection& connection_;
  ScopeId scope_;
  std::set<OpId> there_;
  // A column each: what unnest() makes rows of.
  std::vector<std::int64_t> n_, device_, counter_, chain_;
  std::vector<Blob> id_, line_;
};

}  // namespace rehearse::sync
