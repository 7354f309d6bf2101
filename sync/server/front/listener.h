// The listening socket.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/descriptor.h"

namespace rehearse::sync {

class Listener {
 public:
  /// Throws std::runtime_error that says which address and why.
  Listener(const std::string& address, std::uint16_t port);

  std::uint16_t port() const { return port_; }
  int socket() const { return socket_.number(); }
  bool is_open() const { return socket_.is_open(); }
  void close() { socket_.close(); }

  struct Accepted {
    Descriptor socket;
    std::string peer;                 // its address in figures
    bool out_of_descriptors = false;  // clients wait, and there is no room for them
  };
  /// The next client; without a socket when none waits.
  Accepted accept();

 private:
  Descriptor socket_;
  std::uint16_t port_ = 0;
};

/// Lets this process have as many open files as that, as far as its hard limit goes.
void allow_descriptors(std::size_t count);

}  // namespace rehearse::sync
