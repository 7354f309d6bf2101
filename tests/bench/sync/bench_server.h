// The program rehearse-sync under load: accounts that are there before it starts, and what it takes.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sync/client/server_address.h"
#include "tests/scratch.h"
#include "tests/sync/server/server_program.h"

namespace rehearse::bench {

/// What a process has and has used.
struct ProcessUse {
  double resident_mb = 0;
  double most_resident_mb = 0;  // since its start
  double processor_seconds = 0;
};

class BenchServer {
 public:
  /// With so many accounts of one device each, and with `arguments` behind `serve`. What one account may ask
  /// for is not limited: that is not what is measured.
  explicit BenchServer(std::size_t accounts, const std::vector<std::string>& arguments = {});

  /// Of the account's device.
  const std::string& token(std::size_t account) const { return tokens_[account]; }
  std::uint16_t port() const { return program_->port(); }
  sync::ServerAddress address() const;
  ProcessUse use() const;
  /// A line of /metrics; -1 when it is not there.
  double metric(const std::string& name) const;
  const std::filesystem::path& folder() const { return scratch_.folder(); }

 private:
  test::Scratch scratch_;
  std::vector<std::string> tokens_;
  std::unique_ptr<test::ServingProgram> program_;
};

}  // namespace rehearse::bench
