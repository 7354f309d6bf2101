#include "sync/server/front/channel.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <cerrno>
#include <utility>

namespace rehearse::sync {
namespace {

constexpr std::size_t kReadAtOnce = 64 * 1024;
constexpr std::size_t kEncipherAtOnce = 64 * 1024;

bool would_wait() { return errno == EAGAIN || errno == EWOULDBLOCK; }

}  // namespace

Channel::Channel(Descriptor socket, const TlsIdentity* identity)
    : socket_(std::move(socket)),
      tls_(identity != nullptr ? std::make_unique<TlsSession>(*identity) : nullptr) {}

void Channel::said_readable(bool hung_up) {
  readable_ = true;
  hung_up_ = hung_up_ || hung_up;
}

Channel::Outcome Channel::read(std::string& plain) {
  std::array<char, kReadAtOnce> buffer;
  const ssize_t size = ::recv(socket(), buffer.data(), buffer.size(), 0);
  if (size < 0) {
    readable_ = errno == EINTR;
    if (readable_ || would_wait()) return Outcome::kOpen;
    broken_ = true;
    return Outcome::kBroken;
  }
  // Less than was asked for means that the kernel has no more (epoll(7)), except for the end itself.
  readable_ = size > 0 && (hung_up_ || static_cast<std::size_t>(size) == buffer.size());
  if (size == 0) return Outcome::kFinished;
  const std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
  const bool is_first = bytes_in_ == 0;
  bytes_in_ += bytes.size();
  if (tls_ != nullptr && is_first && !begins_tls(bytes.front())) {
    tls_.reset();
    plain += bytes;
    return Outcome::kNotTls;
  }
  if (tls_ == nullptr) {
    plain += bytes;
    return Outcome::kOpen;
  }
  const TlsSession::Outcome outcome = tls_->receive(bytes, plain);
  send_enciphered();
  if (outcome == TlsSession::Outcome::kFailed) return Outcome::kBroken;
  return outcome == TlsSession::Outcome::kFinished ? Outcome::kFinished : Outcome::kOpen;
}

std::size_t Channel::write(const std::array<std::string_view, 2>& pieces) {
  if (tls_ == nullptr) return send_pieces(pieces);
  send_enciphered();
  std::size_t taken = 0;
  for (std::string_view piece : pieces)
    while (!piece.empty() && tls_->outgoing().empty() && !broken_) {
      const std::string_view part = piece.substr(0, kEncipherAtOnce);
      tls_->send(part);
      taken += part.size();
      piece.remove_prefix(part.size());
      send_enciphered();
    }
  return taken;
}

void Channel::finish() {
  if (!finishes_ && tls_ != nullptr) tls_->finish();
  finishes_ = true;
  send_enciphered();
  if (finished_ || has_enciphered()) return;
  finished_ = true;
  ::shutdown(socket(), SHUT_WR);
}

void Channel::drop() {
  const linger at_once{1, 0};
  ::setsockopt(socket(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

void Channel::send_enciphered() {
  if (!has_enciphered()) return;
  std::string& outgoing = tls_->outgoing();
  outgoing.erase(0, send_pieces({outgoing, {}}));
  if (outgoing.empty()) std::string().swap(outgoing);
}

std::size_t Channel::send_pieces(const std::array<std::string_view, 2>& pieces) {
  std::array<iovec, 2> vectors{};
  std::size_t total = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    vectors[i].iov_base = const_cast<char*>(pieces[i].data());
    vectors[i].iov_len = pieces[i].size();
    total += pieces[i].size();
  }
  if (total == 0) return 0;
  msghdr message{};
  message.msg_iov = vectors.data();
  message.msg_iovlen = vectors.size();
  const ssize_t size = ::sendmsg(socket(), &message, MSG_NOSIGNAL);
  if (size < 0) {
    writable_ = errno == EINTR;
    broken_ = !writable_ && !would_wait();
    return 0;
  }
  writable_ = static_cast<std::size_t>(size) == total;
  bytes_out_ += static_cast<std::uint64_t>(size);
  return static_cast<std::size_t>(size);
}

}  // namespace rehearse::sync
