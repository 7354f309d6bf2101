// Where randomness comes in.
#pragma once

#include <cstdint>
#include <functional>

namespace rehearse {

/// Unpredictable 64 bits a call; handed in so that nothing in core reads a random device.
using RandomSource = std::function<std::uint64_t()>;

}  // namespace rehearse
