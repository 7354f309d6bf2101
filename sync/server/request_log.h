// The log: one line of JSON for each request and each fault. No bodies, tokens, names or query strings.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "core/base/time.h"
#include "sync/server/front/front.h"
#include "sync/server/routes/request_notes.h"

namespace rehearse::sync {

/// at, id, method, route, status, ms, in, out, account, from, refused: those that there are. `from` is cut:
/// client_address.h.
std::string log_line(const FinishedRequest& request, const RequestNote& note);
/// at, fault.
std::string fault_line(Instant at, std::string_view words);

/// Writes lines on a thread of its own: who reads the log slowly keeps nobody waiting. When too many wait,
/// lines are left out, and a line says how many.
class LogWriter {
 public:
  using Write = std::function<void(const std::string& lines)>;

  explicit LogWriter(Write write);
  ~LogWriter();
  LogWriter(const LogWriter&) = delete;
  LogWriter& operator=(const LogWriter&) = delete;

  void add(std::string line);

 private:
  void serve();

  Write write_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::string> waiting_;
  std::uint64_t left_out_ = 0;
  bool is_closing_ = false;
  std::thread thread_;
};

}  // namespace rehearse::sync
