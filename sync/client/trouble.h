// Why something with a server did not succeed, and what that means for what comes next.
#pragma once

#include <chrono>
#include <optional>

#include "core/base/words.h"
#include "sync/client/http_client.h"
#include "sync/protocol/problem.h"

namespace rehearse::sync {

enum class TroubleKind {
  kStopped,       // by the person, or because the program ends
  kNoReply,       // no network, nobody there, cut short: it may be there again soon
  kUntrusted,     // the certificate is not believed
  kSignedOut,     // the token is worth nothing any more
  kRefused,       // the same request would be refused again
  kTooOld,        // the server speaks another version
  kOtherAccount,  // the library was synced with another one before
  kWait,          // too often, or too much at once
  kServerFault,
};

/// What of the things that somebody typed to sign in is the matter.
enum class Concern { kServer, kName, kPassword, kInvite, kDevice };

struct Trouble {
  TroubleKind kind = TroubleKind::kServerFault;
  Words words;  // a sentence without its stop
  std::optional<std::chrono::seconds> retry_after;
  std::optional<Concern> concern{};    // when signing in
  std::optional<Fingerprint> shown{};  // of kUntrusted: the certificate's, when one was shown
};

Trouble trouble_of(const HttpFailure& failure, const ServerAddress& server);
Trouble trouble_of(const Problem& problem);
/// What the reply says when its status is none of success.
Problem problem_in(const HttpReply& reply);
/// A reply that has the status of success and makes no sense.
Trouble no_sense();

}  // namespace rehearse::sync
