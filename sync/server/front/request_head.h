// The first line and the headers of a request, read strictly: what two readers could read differently is
// refused. RFC 9112, sections 2 to 6, without what our clients never send: line folding, bare LF, other forms
// of the target than /path, Transfer-Encoding, Content-Encoding, Range.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/server/front/limits.h"
#include "sync/server/front/refusal.h"

namespace rehearse::sync {

struct Header {
  std::string name;  // in lower case
  std::string value;
  bool operator==(const Header&) const = default;
};

struct RequestHead {
  std::string method;
  std::string target;  // as sent: path and query, percent signs and all
  std::vector<Header> headers;
  std::uint64_t content_length = 0;
  bool has_content_length = false;
  bool has_host = false;
  bool keeps_connection = true;
  bool expects_continue = false;
  bool operator==(const RequestHead&) const = default;
};

/// Reads one head from bytes that come in any pieces: how they are cut changes nothing.
class RequestHeadReader {
 public:
  enum class State { kNeedsMore, kRefused, kComplete };

  /// `limits` has to outlive the reader.
  explicit RequestHeadReader(const FrontLimits& limits) : limits_(&limits) {}

  /// Takes bytes from the front of `bytes` up to the end of the head, and says how many it took. Once the
  /// head is refused or complete it takes none.
  std::size_t read(std::string_view bytes);

  State state() const { return state_; }
  Refusal refusal() const { return refusal_; }
  /// All the bytes it took.
  std::size_t size() const { return size_; }

  /// The complete head. The reader is as new after it.
  RequestHead take();

 private:
  void read_line(std::string_view line);
  void read_request_line(std::string_view line);
  void read_header(std::string_view line);
  void read_known_header(std::string_view name, std::string_view value);
  void read_content_length(std::string_view value);
  void read_connection(std::string_view value);
  void finish();
  void refuse(Refusal refusal);

  const FrontLimits* limits_;
  State state_ = State::kNeedsMore;
  Refusal refusal_ = Refusal::kRequestLine;
  std::size_t size_ = 0;
  std::string begun_line_;
  RequestHead head_;
};

}  // namespace rehearse::sync
