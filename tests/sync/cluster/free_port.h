// A port for a program that has to know it beforehand: because another one is told of it, or because it is
// started again on the same.
#pragma once

#include <cstdint>

namespace rehearse::test {

/// Of 127.0.0.1, free now. Below those that the system gives to whoever asks for any, so that it is as good
/// as certainly free later on, too.
std::uint16_t free_port();

}  // namespace rehearse::test
