// One sync of a library with its server, over the network.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/library.h"
#include "sync/client/http_client.h"
#include "sync/client/sync_session.h"
#include "sync/client/trouble.h"

namespace rehearse::sync {

struct SyncProgress {
  SyncCounts counts;
  std::size_t to_send = 0, to_read = 0;  // ops, as far as is known
};

struct SyncResult {
  SyncCounts counts;
  std::optional<Trouble> trouble;  // nothing: all was sent and read
};

/// What the caller says between two requests.
enum class Onward { kGo, kStop };

/// Sends and reads until nothing is left or something is in the way. Every reply that was read is kept, so
/// that whatever breaks it off costs nothing. `clock` is this computer's, unless `compared` says otherwise.
/// Throws StoreError of the library.
SyncResult sync_now(Library& library, HttpClient& client, const std::string& token,
                    const std::function<Instant()>& clock,
                    const std::function<Onward(const SyncProgress&)>& between,
                    ComparedClock compared = ComparedClock::kComputers);

/// By how much the clock of this computer is ahead of the server's, behind when negative; nothing when it is
/// about right or was never compared.
std::optional<std::chrono::milliseconds> clock_error(const SyncPosition& position);
/// "this computer's clock is 3 hours ahead of the server's"
Words clock_in_words(std::chrono::milliseconds error);

}  // namespace rehearse::sync
