#include "tests/sync/front/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace rehearse::test {

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) socket_.close();
  const int on = 1;
  ::setsockopt(socket(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const timeval patience{std::chrono::seconds(kPatience).count(), 0};
  ::setsockopt(socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::send(socket(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

std::string Client::receive() {
  std::array<char, 64 * 1024> buffer;
  const ssize_t size = ::recv(socket(), buffer.data(), buffer.size(), 0);
  if (size > 0) return std::string(buffer.data(), static_cast<std::size_t>(size));
  ended_ = size == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
  return {};
}

std::optional<ClientReply> Client::reply(std::string_view method) {
  const auto need = [this](auto&& is_there) {
    while (!is_there()) {
      const std::string more = receive();
      if (more.empty()) return false;
      unread_ += more;
    }
    return true;
  };
  if (!need([this] { return unread_.find("\r\n\r\n") != std::string::npos; })) return std::nullopt;
  const std::size_t head_size = unread_.find("\r\n\r\n") + 4;
  ClientReply reply;
  std::string head = unread_.substr(0, head_size - 2);
  unread_.erase(0, head_size);
  if (head.substr(0, 9) != "HTTP/1.1 ") return std::nullopt;
  reply.status = std::stoi(head.substr(9, 3));
  head.erase(0, head.find("\r\n") + 2);
  while (!head.empty()) {
    const std::size_t end = head.find("\r\n");
    const std::size_t colon = head.find(": ");
    std::string name = head.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    reply.headers[name] = head.substr(colon + 2, end - colon - 2);
    head.erase(0, end + 2);
  }
  const auto length = reply.headers.find("content-length");
  if (method == "HEAD" || length == reply.headers.end()) return reply;
  const std::size_t size = std::stoul(length->second);
  if (!need([&] { return unread_.size() >= size; })) return std::nullopt;
  reply.body = unread_.substr(0, size);
  unread_.erase(0, size);
  return reply;
}

std::optional<ClientReply> Client::get(const std::string& target, const std::string& headers) {
  if (!send(get_request(target, headers))) return std::nullopt;
  return reply();
}

std::optional<ClientReply> Client::post(const std::string& target, const std::string& body) {
  if (!send(post_request(target, body))) return std::nullopt;
  return reply();
}

std::string Client::rest() {
  std::string all = std::move(unread_);
  unread_.clear();
  for (std::string more = receive(); !more.empty(); more = receive()) all += more;
  return all;
}

void Client::finish() { ::shutdown(socket(), SHUT_WR); }

void Client::reset() {
  const linger at_once{1, 0};
  ::setsockopt(socket(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  socket_.close();
}

std::string get_request(const std::string& target, const std::string& headers) {
  return "GET " + target + " HTTP/1.1\r\nHost: test\r\n" + headers + "\r\n";
}

std::string post_request(const std::string& target, const std::string& body, const std::string& headers) {
  return "POST " + target + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ops\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
}

}  // namespace rehearse::test
