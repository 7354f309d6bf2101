#include "sync/server/store/postgres/postgres_pool.h"

#include <utility>

#include "sync/server/store/postgres/postgres_fault.h"
#include "sync/server/store/postgres/postgres_schema.h"

namespace rehearse::sync {

PostgresPool::PostgresPool(PostgresAddress address, PostgresLimits limits)
    : address_(std::move(address)), limits_(limits) {
  auto first = std::make_unique<PostgresConnection>(address_, limits_.silence);
  bring_up_to_date(*first);
  idle_.push_back(std::move(first));
}

std::unique_ptr<PostgresConnection> PostgresPool::take_idle() {
  std::unique_lock lock(mutex_);
  if (!given_back_.wait_for(lock, limits_.wait, [&] { return in_use_ < limits_.connections; }))
    throw PostgresFault(PostgresFault::Kind::kOther, {"all connections are in use, and it gives none back",
                                                      "所有连接都在使用中，没有空闲"});
  ++in_use_;
  if (idle_.empty()) return nullptr;
  auto taken = std::move(idle_.back());
  idle_.pop_back();
  // One that the server has left is found out here, and not by whoever wanted to use it.
  return taken->is_idle() ? std::move(taken) : nullptr;
}

std::unique_ptr<PostgresConnection> PostgresPool::take() {
  if (auto idle = take_idle()) return idle;
  try {
    return std::make_unique<PostgresConnection>(address_, limits_.silence);
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void PostgresPool::give_back(std::unique_ptr<PostgresConnection> connection) {
  const bool is_kept = connection && connection->is_idle();
  {
    const std::lock_guard lock(mutex_);
    --in_use_;
    if (is_kept) idle_.push_back(std::move(connection));
  }
  given_back_.notify_one();
}

}  // namespace rehearse::sync
