// A connection of a load generator: it never waits, and knows of HTTP what is needed to find the end of a
// reply.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/descriptor.h"

struct ssl_st;
struct ssl_ctx_st;

namespace rehearse::bench {

/// How connections are made: plainly, or with TLS to whoever answers.
class LoadTransport {
 public:
  enum class Cipher { kNone, kTls };
  explicit LoadTransport(Cipher cipher);
  ssl_ctx_st* context() const { return context_.get(); }

 private:
  struct Free {
    void operator()(ssl_ctx_st* context) const;
  };
  std::unique_ptr<ssl_ctx_st, Free> context_;
};

struct LoadReply {
  int status = 0;
  std::string body;
};

class LoadConnection {
 public:
  /// To 127.0.0.1. Throws std::system_error.
  LoadConnection(std::uint16_t port, const LoadTransport& transport);

  int socket() const { return socket_.number(); }
  /// Once it is connected, and as far as there is room; the rest goes when advance() is called again.
  void send(std::string_view bytes);
  /// Writes and reads what can be. A whole reply when there is one. Throws std::runtime_error when the server
  /// has closed the connection.
  std::optional<LoadReply> advance();

 private:
  std::ptrdiff_t write_some(const char* bytes, std::size_t size);
  std::ptrdiff_t read_some(char* bytes, std::size_t size);
  std::optional<LoadReply> take_reply();

  struct Free {
    void operator()(ssl_st* session) const;
  };
  Descriptor socket_;
  std::unique_ptr<ssl_st, Free> tls_;
  std::string unsent_, unread_;
};

}  // namespace rehearse::bench
