// What the handlers know of a request and the line in the log says: whose it was and where it came from.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace rehearse::sync {

struct RequestNote {
  std::int64_t account = 0;  // 0: none was named
  std::string address;       // behind the proxies; empty when no handler saw the request
};

class RequestNotes {
 public:
  void set_address(const std::string& request_id, std::string address) {
    const std::lock_guard lock(mutex_);
    notes_[request_id].address = std::move(address);
  }
  void set_account(const std::string& request_id, std::int64_t account) {
    const std::lock_guard lock(mutex_);
    notes_[request_id].account = account;
  }
  /// To be called once for each request, at its end.
  RequestNote take(const std::string& request_id) {
    const std::lock_guard lock(mutex_);
    const auto node = notes_.extract(request_id);
    return node.empty() ? RequestNote{} : node.mapped();
  }

 private:
  std::mutex mutex_;
  std::map<std::string, RequestNote> notes_;
};

}  // namespace rehearse::sync
