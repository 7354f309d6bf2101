// Connections for reading a server's data file, one for each thread that reads at the same moment.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "core/store/database.h"

namespace rehearse::sync {

class ReaderPool {
 public:
  explicit ReaderPool(std::filesystem::path file) : file_(std::move(file)) {}

  /// A connection of its own for one thread, for as long as it lives.
  class Lease {
   public:
    explicit Lease(ReaderPool& pool);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Database& database() { return *database_; }

   private:
    ReaderPool& pool_;
    std::unique_ptr<Database> database_;
  };

 private:
  std::filesystem::path file_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Database>> idle_;
};

}  // namespace rehearse::sync
