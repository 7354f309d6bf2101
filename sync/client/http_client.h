// Requests to one server over HTTP/1.1, one after the other on a connection that is kept.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "sync/client/resolve.h"
#include "sync/client/server_address.h"
#include "sync/client/trust.h"

namespace rehearse::sync {

struct HttpLimits {
  std::chrono::seconds connect{10};  // with the TLS handshake; and as long for the look-up of the name
  std::chrono::seconds read{30};     // until the next byte comes, or goes
  std::size_t reply_bytes = 8 * 1024 * 1024;
};

struct HttpRequest {
  std::string method, path;  // the path from /v1
  std::string token;         // empty: none is shown
  std::string content_type, body;
};

struct HttpReply {
  int status = 0;
  std::string content_type;
  std::string body;
  std::optional<std::chrono::seconds> retry_after;  // of its header
};

enum class NoReply {
  kNoConnection,  // nobody there, no network, no such name
  kTooSlow,
  kUntrusted,  // the certificate is not one that is believed
  kNoTls,      // whoever answers does not speak TLS, or none that both know
  kCutShort,
  kTooLarge,
  kStopped,
};

struct HttpFailure {
  NoReply why = NoReply::kNoConnection;
  std::string detail;                // in English, of the library that noticed
  std::optional<Fingerprint> shown;  // of the certificate that was not believed
};

class HttpClient {
 public:
  /// Connects when it has something to send.
  HttpClient(ServerAddress server, const Trust& trust, HttpLimits limits = {}, Resolver resolver = resolve);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  const ServerAddress& server() const { return server_; }

  /// Never throws for what the network does. One thread at a time.
  std::variant<HttpReply, HttpFailure> send(const HttpRequest& request);

  /// From any thread: the request that is under way ends soon with kStopped, and so does every later one.
  void stop() noexcept;

 private:
  class Parts;
  ServerAddress server_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace rehearse::sync
