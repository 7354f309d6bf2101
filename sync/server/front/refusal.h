// Why the front answers a request itself, before any handler has seen it.
#pragma once

#include <array>
#include <cstddef>

#include "sync/protocol/problem.h"

namespace rehearse::sync {

enum class Refusal {
  kRequestLine,
  kTarget,
  kHeaderLine,
  kRepeatedHeader,
  kHost,
  kContentLength,
  kTransferEncoding,
  kContentEncoding,
  kRange,
  kExpectation,
  kVersion,
  kTargetTooLong,
  kHeadTooLarge,
  kLengthMissing,
  kBodyTooLarge,
  kHeadTooSlow,
  kBodyTooSlow,
  kQueueFull,
  kMemoryFull,
  kTooManyConnections,
  kTlsOnPlainPort,
  kPlainOnTlsPort,
};
inline constexpr std::size_t kRefusals = static_cast<std::size_t>(Refusal::kPlainOnTlsPort) + 1;

/// For counters and log lines.
const char* name_of(Refusal refusal);
/// As the client is told: what is wrong and what would be right, and when to try again where that helps.
Problem problem_of(Refusal refusal);

}  // namespace rehearse::sync
