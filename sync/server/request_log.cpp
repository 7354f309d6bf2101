#include "sync/server/request_log.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "sync/server/limiter/client_address.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostWaiting = 10'000;
constexpr std::size_t kLongestMethod = 16;

/// Control characters escaped; what is no UTF-8 replaced.
std::string one_line(const Json& json) { return json.dump(-1, ' ', true, Json::error_handler_t::replace); }

}  // namespace

std::string log_line(const FinishedRequest& request, const RequestNote& note) {
  constexpr double kMicroseconds = 1000;
  Json json;
  json["at"] = format_instant(std::chrono::floor<std::chrono::milliseconds>(request.at));
  json["id"] = request.id;
  if (!request.method.empty()) json["method"] = request.method.substr(0, kLongestMethod);
  if (!request.pattern.empty()) json["route"] = request.pattern;
  json["status"] = request.status;
  json["ms"] = static_cast<double>(request.took.count()) / kMicroseconds;
  json["in"] = request.bytes_in;
  json["out"] = request.bytes_out;
  if (note.account != 0) json["account"] = note.account;
  json["from"] = truncated_address(note.address.empty() ? request.peer : note.address);
  if (!request.refusal.empty()) json["refused"] = request.refusal;
  return one_line(json);
}

std::string fault_line(Instant at, std::string_view words) {
  return one_line({{"at", format_instant(at)}, {"fault", words}});
}

LogWriter::LogWriter(Write write) : write_(std::move(write)) {
  thread_ = std::thread([this] { serve(); });
}

LogWriter::~LogWriter() {
  {
    const std::lock_guard lock(mutex_);
    is_closing_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void LogWriter::add(std::string line) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= kMostWaiting) {
      ++left_out_;
      return;
    }
    waiting_.push_back(std::move(line));
  }
  arrived_.notify_one();
}

void LogWriter::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    arrived_.wait(lock, [this] { return is_closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::deque<std::string> lines = std::exchange(waiting_, {});
    const std::uint64_t left_out = std::exchange(left_out_, 0);
    lock.unlock();
    std::string together;
    for (const std::string& line : lines) together += line + '\n';
    if (left_out > 0) together += one_line({{"left_out", left_out}}) + '\n';
    write_(together);
    lock.lock();
  }
}

}  // namespace rehearse::sync
