#include "sync/server/front/httplib_adapter.h"

#include <httplib.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <string_view>
#include <utility>

namespace rehearse::sync {
namespace {

Problem not_found() { return {ProblemKind::kNotFound, "there is nothing at this path", std::nullopt}; }

// NOLINTBEGIN(modernize-use-override): the functions are those of each version, and some override nothing in
// this one.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsuggest-override"
/// Bytes to read, and nowhere to write: the front writes the replies.
class MemoryStream : public httplib::Stream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}

  bool is_readable() const { return !bytes_.empty(); }
  bool wait_readable() const { return is_readable(); }  // since 0.19
  bool is_writable() const { return true; }
  bool wait_writable() const { return true; }  // since 0.19
  ssize_t read(char* target, std::size_t size) {
    size = std::min(size, bytes_.size());
    std::memcpy(target, bytes_.data(), size);
    bytes_.remove_prefix(size);
    return static_cast<ssize_t>(size);
  }
  ssize_t write(const char*, std::size_t size) { return static_cast<ssize_t>(size); }
  void get_remote_ip_and_port(std::string&, int&) const {}
  void get_local_ip_and_port(std::string&, int&) const {}
  socket_t socket() const { return INVALID_SOCKET; }
  time_t duration() const { return 0; }  // since 0.19

 private:
  std::string_view bytes_;
};
#pragma GCC diagnostic pop
// NOLINTEND(modernize-use-override)

struct Pattern {
  std::string text;
  std::vector<std::string> names;
  std::vector<const Route*> routes;  // one per method
};

/// The regular expression of a pattern; the names go to `names`.
std::string expression_of(const std::string& pattern, std::vector<std::string>& names) {
  std::string expression;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (end != std::string::npos) {
      names.push_back(pattern.substr(i + 1, end - i - 1));
      expression += "([^/]+)";
      i = end;
    } else {
      if (std::strchr(".^$|()[]{}*+?\\", pattern[i]) != nullptr) expression += '\\';
      expression += pattern[i];
    }
  }
  return expression;
}

std::vector<Pattern> patterns_of(const Routes& routes) {
  std::vector<Pattern> patterns;
  for (const Route& route : routes) {
    auto found = std::find_if(patterns.begin(), patterns.end(),
                              [&](const Pattern& pattern) { return pattern.text == route.pattern; });
    if (found == patterns.end()) found = patterns.insert(patterns.end(), Pattern{route.pattern, {}, {}});
    found->routes.push_back(&route);
  }
  return patterns;
}

}  // namespace

class HttplibAdapter::Server : httplib::Server {
 public:
  explicit Server(const Routes& routes) : patterns_(patterns_of(routes)) {
    for (Pattern& pattern : patterns_) {
      const std::string expression = expression_of(pattern.text, pattern.names);
      const auto found = [this, &pattern](const httplib::Request& parsed, httplib::Response&) {
        call(pattern, parsed);
      };
      Get(expression, found);  // and HEAD
      Post(expression, found);
      Put(expression, found);
      Patch(expression, found);
      Delete(expression, found);
      Options(expression, found);
    }
  }

  Routed answer(Request& request, const std::string& target) {
    request_ = &request;
    failure_ = nullptr;
    routed_ = {problem_reply(not_found(), request.id), {}};
    // Without a length some methods would wait for a body.
    const std::string head = request.method + " " + target + " HTTP/1.1\r\nContent-Length: 0\r\n\r\n";
    MemoryStream stream(head);
    process(&Server::process_request, stream);
    if (failure_) std::rethrow_exception(failure_);
    return std::move(routed_);
  }

 private:
  using Setup = std::function<void(httplib::Request&)>;

  // 0.11, which is in Debian 12.
  void process(bool (httplib::Server::*function)(httplib::Stream&, bool, bool&, const Setup&),
               httplib::Stream& stream) {
    bool closed = false;
    (this->*function)(stream, true, closed, nullptr);
  }
  // 0.18, which is in Debian 13: the addresses of both ends come in too.
  void process(bool (httplib::Server::*function)(httplib::Stream&, const std::string&, int,
                                                 const std::string&, int, bool, bool&, const Setup&),
               httplib::Stream& stream) {
    bool closed = false;
    (this->*function)(stream, {}, 0, {}, 0, true, closed, nullptr);
  }

  void call(const Pattern& pattern, const httplib::Request& parsed) try {
    routed_.pattern = pattern.text;
    const std::string method = parsed.method == "HEAD" ? "GET" : parsed.method;
    const auto route = std::find_if(pattern.routes.begin(), pattern.routes.end(),
                                    [&](const Route* each) { return each->method == method; });
    if (route == pattern.routes.end()) {
      routed_.reply = problem_reply({ProblemKind::kMethodNotAllowed, "", std::nullopt}, request_->id);
      std::string methods;
      for (const Route* each : pattern.routes) methods += (methods.empty() ? "" : ", ") + each->method;
      routed_.reply.headers.emplace_back("Allow", methods);
      return;
    }
    request_->path = parsed.path;
    for (const auto& [name, value] : parsed.params) request_->query.emplace(name, value);
    for (std::size_t i = 0; i < pattern.names.size(); ++i)
      request_->parts[pattern.names[i]] = parsed.matches[i + 1].str();
    routed_.reply = (*route)->handler(*request_);
  } catch (...) {
    failure_ = std::current_exception();
  }

  std::vector<Pattern> patterns_;  // stays as it is: the handlers point into it
  Request* request_ = nullptr;
  Routed routed_;
  std::exception_ptr failure_;
};

HttplibAdapter::HttplibAdapter(const Routes& routes) : server_(std::make_unique<Server>(routes)) {}
HttplibAdapter::~HttplibAdapter() = default;

HttplibAdapter::Routed HttplibAdapter::answer(Request& request, const std::string& target) {
  return server_->answer(request, target);
}

}  // namespace rehearse::sync
