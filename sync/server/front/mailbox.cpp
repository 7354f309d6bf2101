#include "sync/server/front/mailbox.h"

#include <sys/eventfd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

namespace rehearse::sync {

Mailbox::Mailbox() : bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!bell_.is_open()) throw std::system_error(errno, std::generic_category(), "eventfd");
}

void Mailbox::deliver(Done done) {
  bool is_first = false;
  {
    const std::lock_guard lock(mutex_);
    is_first = done_.empty();
    done_.push_back(std::move(done));
  }
  if (is_first) ring();
}

void Mailbox::ask_to_stop() noexcept {
  stop_ = true;
  ring();
}

void Mailbox::ask_to_reload() noexcept {
  reload_ = true;
  ring();
}

std::vector<Done> Mailbox::collect() {
  // The bell first: what comes between the two rings again.
  std::uint64_t rings = 0;
  [[maybe_unused]] const ssize_t size = ::read(bell(), &rings, sizeof rings);
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, {});
}

void Mailbox::ring() noexcept {
  const int before = errno;  // a signal's handler must leave it as it was
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t size = ::write(bell(), &one, sizeof one);
  errno = before;
}

}  // namespace rehearse::sync
