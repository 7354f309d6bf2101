#include "tests/bench/sync/load_connection.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace rehearse::bench {
namespace {

constexpr std::string_view kEndOfHead = "\r\n\r\n";
constexpr std::string_view kLength = "\r\nContent-Length: ";
constexpr std::ptrdiff_t kLater = -1;  // nothing could be done now

Descriptor connected(std::uint16_t port) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (!socket.is_open() ||
      ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::system_error(errno, std::generic_category(), "connect");
  const int on = 1;
  ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

[[noreturn]] void closed() { throw std::runtime_error("the server has closed a connection"); }

std::ptrdiff_t checked(ssize_t size) {
  if (size > 0) return size;
  if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return kLater;
  closed();
}

std::ptrdiff_t checked(SSL* tls, int size) {
  if (size > 0) return size;
  const int error = SSL_get_error(tls, size);
  if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return kLater;
  closed();
}

}  // namespace

LoadTransport::LoadTransport(Cipher cipher) {
  if (cipher == Cipher::kNone) return;
  context_.reset(SSL_CTX_new(TLS_client_method()));
  if (!context_) throw std::bad_alloc();
  SSL_CTX_set_mode(context_.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                       SSL_MODE_RELEASE_BUFFERS);
}

void LoadTransport::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }
void LoadConnection::Free::operator()(ssl_st* session) const { SSL_free(session); }

LoadConnection::LoadConnection(std::uint16_t port, const LoadTransport& transport)
    : socket_(connected(port)) {
  if (transport.context() != nullptr) {
    tls_.reset(SSL_new(transport.context()));
    SSL_set_fd(tls_.get(), socket_.number());
    SSL_set_connect_state(tls_.get());
    if (SSL_do_handshake(tls_.get()) != 1) throw std::runtime_error("no TLS handshake");
  }
  ::fcntl(socket_.number(), F_SETFL, O_NONBLOCK);  // from here on
}

void LoadConnection::send(std::string_view bytes) {
  unsent_ += bytes;
  while (!unsent_.empty()) {
    const std::ptrdiff_t size = write_some(unsent_.data(), unsent_.size());
    if (size == kLater) return;
    unsent_.erase(0, static_cast<std::size_t>(size));
  }
}

std::optional<LoadReply> LoadConnection::advance() {
  send({});
  std::array<char, 16 * 1024> bytes;
  for (;;) {
    const std::ptrdiff_t size = read_some(bytes.data(), bytes.size());
    if (size == kLater) return take_reply();
    unread_.append(bytes.data(), static_cast<std::size_t>(size));
  }
}

std::optional<LoadReply> LoadConnection::take_reply() {
  const std::size_t end = unread_.find(kEndOfHead);
  if (end == std::string::npos) return std::nullopt;
  const std::size_t length = unread_.find(kLength);
  if (length > end) throw std::runtime_error("a reply without its length");
  const std::size_t body = end + kEndOfHead.size();
  const std::size_t size = std::strtoull(unread_.c_str() + length + kLength.size(), nullptr, 10);
  if (unread_.size() < body + size) return std::nullopt;
  LoadReply reply{std::atoi(unread_.c_str() + unread_.find(' ')), unread_.substr(body, size)};
  unread_.erase(0, body + size);
  return reply;
}

std::ptrdiff_t LoadConnection::write_some(const char* bytes, std::size_t size) {
  if (tls_) return checked(tls_.get(), SSL_write(tls_.get(), bytes, static_cast<int>(size)));
  return checked(::send(socket_.number(), bytes, size, MSG_NOSIGNAL));
}

std::ptrdiff_t LoadConnection::read_some(char* bytes, std::size_t size) {
  if (!tls_) return checked(::recv(socket_.number(), bytes, size, 0));
  return checked(tls_.get(), SSL_read(tls_.get(), bytes, static_cast<int>(size)));
}

}  // namespace rehearse::bench
