// TLS 1.2 and 1.3 (OpenSSL) between two piles of bytes: no socket here.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace rehearse::sync {

struct TlsFiles {
  std::string certificate;  // PEM, with the certificates between it and the root behind it
  std::string key;          // PEM
};

/// A certificate and its key, in memory.
class TlsIdentity {
 public:
  /// Throws std::runtime_error that names the file and says what is wrong with it.
  explicit TlsIdentity(const TlsFiles& files);

 private:
  friend class TlsSession;
  struct Free {
    void operator()(ssl_ctx_st* context) const;
  };
  std::unique_ptr<ssl_ctx_st, Free> context_;
};

/// The server's side of one connection. Lives on when its identity goes.
class TlsSession {
 public:
  explicit TlsSession(const TlsIdentity& identity);

  enum class Outcome { kOpen, kFinished, kFailed };
  /// Takes what the client sent and adds what it meant to `plain`. What has to be sent in turn is in
  /// outgoing(), also after a failure.
  Outcome receive(std::string_view cipher, std::string& plain);
  /// To be called once the handshake is over, which is when there was something to answer.
  void send(std::string_view plain);
  /// Says goodbye.
  void finish();

  /// Bytes for the client. The caller removes what it sent.
  std::string& outgoing() { return outgoing_; }

 private:
  void collect();

  struct Free {
    void operator()(ssl_st* session) const;
  };
  std::unique_ptr<ssl_st, Free> session_;
  std::string outgoing_;
};

/// Whether a connection that begins with this byte begins with TLS (RFC 8446, 5.1).
constexpr bool begins_tls(char first_byte) { return first_byte == 0x16; }

}  // namespace rehearse::sync
