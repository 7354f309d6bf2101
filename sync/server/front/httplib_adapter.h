// The one place that meets cpp-httplib: it takes the path apart and finds the handler. It is given the first
// line alone, over memory. Headers and body pass it by: in the versions of Debian 12 and 13 it resolves
// percent signs inside header values, unpacks bodies without a bound, and takes forms and multipart bodies
// apart unasked.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "sync/server/front/messages.h"

namespace rehearse::sync {

/// One per thread: it remembers the request it is at.
class HttplibAdapter {
 public:
  /// `routes` has to outlive it.
  explicit HttplibAdapter(const Routes& routes);
  ~HttplibAdapter();
  HttplibAdapter(const HttplibAdapter&) = delete;
  HttplibAdapter& operator=(const HttplibAdapter&) = delete;

  struct Routed {
    Reply reply;
    std::string pattern;  // of the route; empty when none fits
  };

  /// Calls the handler whose pattern fits; `request` has all but path, parts and query. Without a handler the
  /// reply is a problem: not-found, or method-not-allowed with the methods there are. Throws what the handler
  /// throws.
  Routed answer(Request& request, const std::string& target);

 private:
  class Server;
  std::unique_ptr<Server> server_;
};

}  // namespace rehearse::sync
