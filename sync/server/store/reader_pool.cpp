#include "sync/server/store/reader_pool.h"

#include <utility>

namespace rehearse::sync {
namespace {

// KiB. There is a connection for each worker, and what it kept is old as soon as anybody has written.
constexpr const char* kSmallCache = "PRAGMA cache_size = -512";

}  // namespace

std::unique_ptr<SqliteDatabase> ReaderPool::take_idle() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return nullptr;
  auto taken = std::move(idle_.back());
  idle_.pop_back();
  return taken;
}

ReaderPool::Lease::Lease(ReaderPool& pool) : pool_(pool) {
  if (auto* const* connections = std::get_if<PostgresPool*>(&pool_.source_)) {
    connection_.emplace(**connections);
    return;
  }
  file_ = pool_.take_idle();
  if (file_) return;
  file_ = std::make_unique<SqliteDatabase>(std::get<std::filesystem::path>(pool_.source_));
  file_->file().execute(kSmallCache);
}

ReaderPool::Lease::~Lease() {
  if (!file_) return;
  const std::lock_guard lock(pool_.mutex_);
  pool_.idle_.push_back(std::move(file_));
}

ServerDatabase& ReaderPool::Lease::database() {
  if (file_) return *file_;
  return connection_->connection();
}

}  // namespace rehearse::sync
