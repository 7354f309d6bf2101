#include "sync/client/http_client.h"

#include <fcntl.h>
#include <httplib.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>
#include <mutex>
#include <utility>

#include "core/base/text.h"
#include "sync/protocol/lines.h"

namespace rehearse::sync {
namespace {

constexpr std::chrono::seconds kLongestWait{86'400};

/// While one exists, writing to a connection that the other side has closed is an error for this thread and
/// no signal that ends the program: httplib writes without MSG_NOSIGNAL.
class BrokenPipeHeld {
 public:
  BrokenPipeHeld() {
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    sigemptyset(&broken_pipe_);
    sigaddset(&broken_pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe_, &before_);
  }
  ~BrokenPipeHeld() {
    const timespec at_once{0, 0};
    if (!was_pending_) sigtimedwait(&broken_pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  BrokenPipeHeld(const BrokenPipeHeld&) = delete;
  BrokenPipeHeld& operator=(const BrokenPipeHeld&) = delete;

 private:
  sigset_t broken_pipe_{}, before_{};
  bool was_pending_ = false;
};

/// The socket of the connection under way, so that another thread can end it. A descriptor of its own: the
/// number of httplib's may mean another file by then.
class Plug {
 public:
  ~Plug() { forget(); }

  void watch(int socket) {
    const std::lock_guard lock(mutex_);
    forget();
    watched_ = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (is_pulled_) spoil(socket);
  }
  void pull() noexcept {
    const std::lock_guard lock(mutex_);
    is_pulled_ = true;
    if (watched_ >= 0) ::shutdown(watched_, SHUT_RDWR);
  }
  bool is_pulled() const { return is_pulled_; }

 private:
  /// It is not connected yet, and shall not be.
  static void spoil(int socket) {
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0) return;
    ::dup2(nothing, socket);
    ::close(nothing);
  }
  void forget() {
    if (watched_ >= 0) ::close(watched_);
    watched_ = -1;
  }

  std::mutex mutex_;
  std::atomic<bool> is_pulled_{false};
  int watched_ = -1;
};

/// Checks the server's certificate in the handshake: a client that is not satisfied sends nothing.
class CertificateCheck {
 public:
  CertificateCheck(SSL_CTX* context, const std::string& host, const Trust& trust) : trust_(trust) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(context, &CertificateCheck::verify, this);
    if (const auto* authority = std::get_if<PrivateAuthority>(&trust_))
      can_load_ = SSL_CTX_load_verify_locations(context, authority->file.c_str(), nullptr) == 1;
    else
      SSL_CTX_set_default_verify_paths(context);
    X509_VERIFY_PARAM* wanted = SSL_CTX_get0_param(context);
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) != 1)
      X509_VERIFY_PARAM_set1_host(wanted, host.c_str(), host.size());
  }
  CertificateCheck(const CertificateCheck&) = delete;
  CertificateCheck& operator=(const CertificateCheck&) = delete;

  void begin() {
    fault_.clear();
    shown_.reset();
  }
  /// Why the last certificate was not believed; empty when it was, or none was shown.
  const std::string& fault() const { return fault_; }
  const std::optional<Fingerprint>& shown() const { return shown_; }

 private:
  static int verify(X509_STORE_CTX* chain, void* self) {
    return static_cast<CertificateCheck*>(self)->is_believed(chain) ? 1 : 0;
  }

  bool is_believed(X509_STORE_CTX* chain) {
    Fingerprint fingerprint{};
    unsigned size = 0;
    if (X509_digest(X509_STORE_CTX_get0_cert(chain), EVP_sha256(), fingerprint.data(), &size) != 1)
      return false;
    shown_ = fingerprint;
    if (const auto* pinned = std::get_if<Fingerprint>(&trust_)) {
      if (*pinned == fingerprint) return true;
      fault_ = "another certificate than the pinned one";
      X509_STORE_CTX_set_error(chain, X509_V_ERR_CERT_REJECTED);
      return false;
    }
    if (X509_verify_cert(chain) == 1) return true;
    fault_ = can_load_ ? X509_verify_cert_error_string(X509_STORE_CTX_get_error(chain))
                       : "the file of the authority holds no certificate";
    return false;
  }

  Trust trust_;
  bool can_load_ = true;
  std::string fault_;
  std::optional<Fingerprint> shown_;
};

NoReply reason_of(httplib::Error error) {
  switch (error) {
    case httplib::Error::ConnectionTimeout: return NoReply::kTooSlow;
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLServerVerification: return NoReply::kNoTls;
    case httplib::Error::Read:
    case httplib::Error::Write: return NoReply::kCutShort;
    default: return NoReply::kNoConnection;
  }
}

}  // namespace

class HttpClient::Parts {
 public:
  Parts(const ServerAddress& server, const Trust& trust, const HttpLimits& limits, Resolver resolver)
      : limits_(limits), resolver_(std::move(resolver)), host_(server.host) {
    if (server.scheme == Scheme::kHttps) {
      auto client = std::make_unique<httplib::SSLClient>(server.host, server.port);
      check_.emplace(client->ssl_context(), server.host, trust);
      client->enable_server_certificate_verification(false);  // httplib's, after the handshake: ours is in it
      client_ = std::move(client);
    } else {
      client_ = std::make_unique<httplib::ClientImpl>(server.host, server.port);
    }
    client_->set_connection_timeout(limits.connect);
    client_->set_read_timeout(limits.read);
    client_->set_write_timeout(limits.read);
    client_->set_keep_alive(true);
    client_->set_tcp_nodelay(true);
    client_->set_decompress(false);
    client_->set_socket_options([this](socket_t socket) { plug.watch(socket); });
  }

  /// To the first of the server's addresses that takes a connection.
  std::variant<HttpReply, HttpFailure> send(httplib::Request& request) {
    if (is_in_figures(host_) || client_->is_socket_open() > 0) return send_once(request);
    const auto addresses =
        resolve_in_time(resolver_, host_, limits_.connect, [this] { return !plug.is_pulled(); });
    if (plug.is_pulled()) return HttpFailure{NoReply::kStopped, "", {}};
    if (!addresses) return HttpFailure{NoReply::kTooSlow, "the look-up of the name", {}};
    for (const std::string& address : *addresses) {
      client_->set_hostname_addr_map({{host_, address}});
      auto result = send_once(request);
      const bool is_unreached = std::holds_alternative<HttpFailure>(result) && !is_reached_;
      if (!is_unreached || plug.is_pulled() || &address == &addresses->back()) return result;
    }
    return HttpFailure{NoReply::kNoConnection, "no such name", {}};
  }

  Plug plug;

 private:
  std::variant<HttpReply, HttpFailure> send_once(httplib::Request& request) {
    const BrokenPipeHeld held;
    if (check_) check_->begin();
    HttpReply reply;
    bool is_too_large = false;
    request.content_receiver = [&](const char* bytes, std::size_t size, auto...) {
      is_too_large = size > limits_.reply_bytes - reply.body.size();
      if (!is_too_large) reply.body.append(bytes, size);
      return !is_too_large;
    };
    const auto began = std::chrono::steady_clock::now();
    const httplib::Result result = client_->send(request);
    is_reached_ = result || (result.error() != httplib::Error::Connection &&
                             result.error() != httplib::Error::ConnectionTimeout);
    if (is_too_large) return HttpFailure{NoReply::kTooLarge, "", {}};
    if (!result) return failure(result.error(), std::chrono::steady_clock::now() - began);
    reply.status = result->status;
    reply.content_type = result->get_header_value("Content-Type");
    if (const auto wait = whole_number<std::int64_t>(trimmed(result->get_header_value("Retry-After"))))
      reply.retry_after = std::min(std::chrono::seconds{*wait}, kLongestWait);
    return reply;
  }

  HttpFailure failure(httplib::Error error, std::chrono::steady_clock::duration took) const {
    if (plug.is_pulled()) return {NoReply::kStopped, "", {}};
    if (check_ && !check_->fault().empty()) return {NoReply::kUntrusted, check_->fault(), check_->shown()};
    // httplib calls a read that has waited for too long a read that failed.
    const bool has_waited = error == httplib::Error::Read && took >= limits_.read;
    return {has_waited ? NoReply::kTooSlow : reason_of(error), httplib::to_string(error), {}};
  }

  HttpLimits limits_;
  Resolver resolver_;
  std::string host_;
  bool is_reached_ = false;                // the last request came to a connection at least
  std::optional<CertificateCheck> check_;  // outlives the client that calls it
  std::unique_ptr<httplib::ClientImpl> client_;
};

HttpClient::HttpClient(ServerAddress server, const Trust& trust, HttpLimits limits, Resolver resolver)
    : server_(std::move(server)),
      parts_(std::make_unique<Parts>(server_, trust, limits, std::move(resolver))) {}
HttpClient::~HttpClient() = default;

std::variant<HttpReply, HttpFailure> HttpClient::send(const HttpRequest& request) {
  if (parts_->plug.is_pulled()) return HttpFailure{NoReply::kStopped, "", {}};
  httplib::Request out;
  out.method = request.method;
  out.path = server_.path + request.path;
  out.set_header("User-Agent", "rehearse/" REHEARSE_VERSION);
  if (!request.token.empty()) out.set_header("Authorization", "Bearer " + request.token);
  if (!request.content_type.empty()) out.set_header("Content-Type", request.content_type);
  out.body = request.body;
  auto result = parts_->send(out);
  explicit_bzero(out.body.data(), out.body.size());  // it may hold a password
  return result;
}

void HttpClient::stop() noexcept { parts_->plug.pull(); }

}  // namespace rehearse::sync
