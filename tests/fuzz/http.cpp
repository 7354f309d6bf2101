// What a client may send on a connection: requests as the front reads them, cut anywhere.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sync/server/front/connection.h"
#include "tests/fuzz/reading.h"

namespace rehearse::fuzz {
namespace {

using sync::Connection;
using sync::Refusal;

struct Seen {
  std::string target;
  std::string body;
  std::optional<Refusal> refusal;
  bool operator==(const Seen&) const = default;
};

void check_head(const sync::RequestHead& head, const sync::FrontLimits& limits) {
  require(!head.target.empty() && head.target.front() == '/', "a target is a path");
  require(head.target.size() <= limits.target_bytes, "a target is within its limit");
  require(head.headers.size() <= limits.headers, "the headers are within their limit");
  require(head.content_length <= limits.body_bytes, "a body is within its limit");
  for (const sync::Header& header : head.headers) {
    require(header.name.find_first_of(" :\r\n\t") == std::string::npos && !header.name.empty(),
            "a name is a token");
    require(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
            "a value is one line");
    require(header.name != "transfer-encoding" && header.name != "content-encoding", "a body is not coded");
  }
}

/// All requests of the bytes given in pieces of `piece`, each answered, to the refusal if there is one.
std::vector<Seen> requests_of(std::string_view bytes, std::size_t piece) {
  sync::FrontLimits limits;
  limits.body_bytes = 1000;
  const sync::Moment now{};
  Connection connection(limits, limits.idle, now);
  std::vector<Seen> seen;
  while (connection.phase() != Connection::Phase::kLingering) {
    if (connection.phase() == Connection::Phase::kAnswering) {
      const auto refusal = connection.take_refusal();
      const auto request = connection.take_request();
      require(refusal.has_value() != request.has_value(), "a connection asks for one answer");
      if (request) {
        check_head(request->head, limits);
        require(request->body.size() == request->head.content_length, "a body has its length");
        seen.push_back({request->head.target, request->body, {}});
      } else {
        seen.push_back({"", "", refusal});
      }
      connection.answer({"reply", "", false}, now);
      const auto pieces = connection.unsent();
      connection.sent(pieces[0].size() + pieces[1].size(), now);
      continue;
    }
    if (bytes.empty()) break;
    require(connection.wants_bytes(), "a connection without a request takes bytes");
    connection.receive(bytes.substr(0, piece), now);
    bytes.remove_prefix(std::min(piece, bytes.size()));
    require(connection.held_bytes() < 4 * (limits.head_bytes + limits.body_bytes + piece),
            "memory is bounded");
  }
  return seen;
}

}  // namespace
}  // namespace rehearse::fuzz

// The first byte says how the others are cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rehearse::fuzz;
  if (size == 0) return 0;
  const std::string_view bytes = as_bytes(data + 1, size - 1);
  require(requests_of(bytes, bytes.size() + 1) == requests_of(bytes, data[0] % 64 + 1),
          "how bytes are cut changes nothing");
  return 0;
}
