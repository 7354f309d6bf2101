// A client that sends whatever bytes it is told to, well or badly. Blocks, but never longer than kPatience.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/descriptor.h"

namespace rehearse::test {

inline constexpr std::chrono::seconds kPatience{10};

struct ClientReply {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class Client {
 public:
  /// Connects to 127.0.0.1, or to nobody when that fails.
  explicit Client(std::uint16_t port);
  virtual ~Client() = default;
  Client(Client&&) = default;

  /// False when the server has closed the connection.
  virtual bool send(std::string_view bytes);
  /// At least one byte; empty at the end of the connection or of the patience.
  virtual std::string receive();

  /// The next whole reply; none when the connection ends first. `method` HEAD: without a body.
  std::optional<ClientReply> reply(std::string_view method = "GET");
  /// Sends a request and reads its reply.
  std::optional<ClientReply> get(const std::string& target, const std::string& headers = {});
  std::optional<ClientReply> post(const std::string& target, const std::string& body);

  /// Everything up to the end of the connection.
  std::string rest();
  /// The server closes within the patience.
  bool is_closed() { return rest(), ended_; }

  /// No more bytes from here; the replies can still be read.
  void finish();
  /// Ends with a reset.
  void reset();
  int socket() const { return socket_.number(); }

 protected:
  bool ended_ = false;

 private:
  Descriptor socket_;
  std::string unread_;
};

std::string get_request(const std::string& target, const std::string& headers = {});
std::string post_request(const std::string& target, const std::string& body, const std::string& headers = {});

}  // namespace rehearse::test
