// Why the front answers a request itself, before any handler has seen it.
#pragma once

#include <array>
#include <cstddef>

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

/// How a refusal is told.
struct RefusalTerms {
  const char* name;   // for counters and log lines
  int status;         // of HTTP
  const char* slug;   // of the problem's type
  const char* title;  // what is wrong and what would be right
};
const RefusalTerms& terms_of(Refusal refusal);

}  // namespace rehearse::sync
