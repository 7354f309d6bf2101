// The six rules of sync, each of which can be taken out of a simulation: the simulator must notice.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "core/store/database.h"
#include "sync/protocol/sync_message.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sim {

enum class Rule {
  kHashedIds,         // the id of an op is the hash of its bytes
  kAdmission,         // no op counts later than the server took it in
  kChainedCursor,     // a cursor names what was read, not how much
  kSentWhenBack,      // an op is sent when it has come back
  kGoneMeansSendAll,  // a server that forgot is told everything again
  kEditsNameBase,     // an edit names the versions it replaces
};

struct NamedRule {
  Rule rule;
  std::string_view name;
};
inline constexpr std::array kRules = {
    NamedRule{Rule::kHashedIds, "hashed-ids"},         NamedRule{Rule::kAdmission, "admission"},
    NamedRule{Rule::kChainedCursor, "chained-cursor"}, NamedRule{Rule::kSentWhenBack, "sent-when-back"},
    NamedRule{Rule::kGoneMeansSendAll, "send-all"},    NamedRule{Rule::kEditsNameBase, "base"},
};

/// `store` as it is without the rule; null when the rule is none of a server's. `store` outlives it.
std::unique_ptr<sync::StreamStore> store_without(std::optional<Rule> rule, sync::StreamStore& store);

/// Takes the ops of a request that was answered for sent.
void take_for_sent(Database& database, const sync::SyncRequest& request);

/// Forgets how far the stream was read, and nothing else.
void reset_cursor_only(Database& database);

}  // namespace rehearse::sim
