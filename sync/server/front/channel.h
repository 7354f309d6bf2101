// A client's socket, with or without TLS on it. Never blocks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/descriptor.h"
#include "sync/server/front/tls.h"

namespace rehearse::sync {

class Channel {
 public:
  /// Plain when there is no identity.
  Channel(Descriptor socket, const TlsIdentity* identity);

  enum class Outcome {
    kOpen,
    kFinished,  // the client will send nothing more
    kBroken,
    kNotTls,  // TLS was expected; the channel is plain from now on and `plain` has what came
  };
  /// Reads once, at most one buffer, and adds what the client meant to `plain`.
  Outcome read(std::string& plain);
  /// Whether the kernel may have more to read: true from said_readable() until a read found less than it
  /// could take.
  bool is_readable() const { return readable_; }
  void said_readable(bool hung_up);

  /// Sends as much as the kernel takes, and says how much was taken over from the pieces: with TLS what is
  /// already enciphered stays here until the next call, which may be given nothing.
  std::size_t write(const std::array<std::string_view, 2>& pieces);
  bool is_writable() const { return writable_; }
  void said_writable() { writable_ = true; }
  bool is_broken() const { return broken_; }
  bool has_enciphered() const { return tls_ != nullptr && !tls_->outgoing().empty(); }

  /// Says that nothing more will come, once all is sent.
  void finish();
  /// Closing it will not wait for a client that does not read.
  void drop();

  int socket() const { return socket_.number(); }
  std::uint64_t bytes_in() const { return bytes_in_; }
  std::uint64_t bytes_out() const { return bytes_out_; }

 private:
  std::size_t send_pieces(const std::array<std::string_view, 2>& pieces);
  void send_enciphered();

  Descriptor socket_;
  std::unique_ptr<TlsSession> tls_;
  bool readable_ = true;
  bool hung_up_ = false;
  bool writable_ = true;
  bool broken_ = false;
  bool finishes_ = false;
  bool finished_ = false;
  std::uint64_t bytes_in_ = 0;
  std::uint64_t bytes_out_ = 0;
};

}  // namespace rehearse::sync
