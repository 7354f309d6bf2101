#include "sync/server/store/reader_pool.h"

#include <utility>

#include "sync/server/store/server_schema.h"

namespace rehearse::sync {

ReaderPool::Lease::Lease(ReaderPool& pool) : pool_(pool) {
  {
    const std::lock_guard lock(pool_.mutex_);
    if (!pool_.idle_.empty()) {
      database_ = std::move(pool_.idle_.back());
      pool_.idle_.pop_back();
    }
  }
  if (!database_) database_ = std::make_unique<Database>(pool_.file_, server_format());
}

ReaderPool::Lease::~Lease() {
  const std::lock_guard lock(pool_.mutex_);
  pool_.idle_.push_back(std::move(database_));
}

}  // namespace rehearse::sync
