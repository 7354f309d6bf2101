// What a handler is given and what it gives back.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/protocol/problem.h"
#include "sync/server/front/request_head.h"

namespace rehearse::sync {

/// A whole request, within the limits.
struct Request {
  std::string id;  // 16 hexadecimal digits, new for each; in the reply as X-Request-Id
  std::string method;
  std::string path;                          // percent signs resolved, without the query
  std::map<std::string, std::string> parts;  // of the path, by the names in the route's pattern
  std::map<std::string, std::string> query;  // the first value of each name
  std::vector<Header> headers;
  std::string body;
  std::string peer;  // the address at the other end of the connection, never a header's

  /// The value of the first header of that name (in lower case); empty when there is none.
  std::string_view header(std::string_view name) const;
};

struct Reply {
  int status = 200;
  std::string content_type;  // empty: no body
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

/// May be called by several threads at once. What it throws is a fault of ours: the client reads
/// the problem `internal`, and the log the words of the exception.
using Handler = std::function<Reply(const Request&)>;

/// `pattern` is a path whose parts may be names in braces: /v1/devices/{device}. A name stands for one part,
/// never an empty one. The first pattern that fits counts. A handler of GET answers HEAD too: its body is not
/// sent.
struct Route {
  std::string method;
  std::string pattern;
  Handler handler;
};
using Routes = std::vector<Route>;

/// An error as a client reads it: the problem's status and body, Retry-After where it says when to come
/// again, and how to sign in for who has to.
Reply problem_reply(const Problem& problem, std::string_view request_id);

}  // namespace rehearse::sync
