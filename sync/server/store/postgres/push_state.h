// What a push into PostgreSQL relies on: locked and looked at in one round trip.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "sync/server/store/postgres/postgres_connection.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {

struct PushState {
  bool is_signed_in = false;           // the sender
  std::optional<GroupRole> role = {};  // the sender's; an owner in the account's own stream
  StreamHead head = {};                // of a sender who may write: locked
  std::set<OpId> there = {};           // those of the ops that the stream has
};

/// Until the end of the transaction nobody signs the sender out, changes the role, or writes into the stream.
PushState lock_and_look(PostgresConnection& connection, ScopeId scope, const Sender& sender,
                        const std::vector<PushedOp>& ops);

}  // namespace rehearse::sync
