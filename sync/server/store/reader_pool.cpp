#include "sync/server/store/reader_pool.h"

#include <utility>

#include "sync/server/store/server_schema.h"

namespace rehearse::sync {
namespace {

// KiB. There is a connection for each worker, and what it kept is old as soon as anybody has written.
constexpr const char* kSmallCache = "PRAGMA cache_size = -512";

}  // namespace

ReaderPool::Lease::Lease(ReaderPool& pool) : pool_(pool) {
  {
    const std::lock_guard lock(pool_.mutex_);
    if (!pool_.idle_.empty()) {
      database_ = std::move(pool_.idle_.back());
      pool_.idle_.pop_back();
    }
  }
  if (database_) return;
  database_ = std::make_unique<Database>(pool_.file_, server_format());
  database_->execute(kSmallCache);
}

ReaderPool::Lease::~Lease() {
  const std::lock_guard lock(pool_.mutex_);
  pool_.idle_.push_back(std::move(database_));
}

}  // namespace rehearse::sync
