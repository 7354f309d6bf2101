// Devices that push answers, as many as the server takes.
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/bench/sync/load_connection.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace rehearse::bench {

/// What all of them share, so that making a request costs next to nothing beside what the server does for it.
class Packer {
 public:
  Packer();
  std::string pack(const std::string& text);
  std::string unpack(const std::string& packed);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> compress_;
  std::unique_ptr<ZSTD_DCtx_s, Free> expand_;
};

/// A signed-in device. Each request is the one of a real client: new ops, the cursor of the last reply, zstd.
class PushingDevice {
 public:
  PushingDevice(std::string token, std::uint64_t number, std::size_t ops_at_once, Packer& packer);

  std::string next(const LoadReply* last);

 private:
  /// A review that there was never before: its line with other digits.
  std::string next_line();

  std::string token_;
  std::size_t ops_at_once_;
  Packer& packer_;
  std::mt19937_64 random_;
  std::string line_, cursor_;
  std::size_t card_at_, salt_at_, counter_at_;  // in the line
  std::uint64_t count_ = 0;
};

}  // namespace rehearse::bench
