// A learner whose memory is FSRS-6 with parameters that we know, and the log that such a learner leaves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/schedule/answer_tree.h"

namespace rehearse::test {

/// Parameters a good way from the default, as a learner's may be.
Fsrs6Parameters unusual_parameters();

/// At least `answers` answers, card by card: 4 to 16 of each, a fifth to five times the stability apart, most
/// failures asked again on the same day. The same seed gives the same log.
std::vector<LoggedAnswer> learner_log(const Fsrs6Parameters& memory, std::size_t answers, std::uint64_t seed);

/// Mean of −ln R or −ln (1 − R) over the answers that come a day or more after another of their card, with a
/// second answer on a day counted by the formula for the same day. Step by step, as any program would.
double plain_log_loss(const std::vector<LoggedAnswer>& log, const Fsrs6Parameters& parameters);

}  // namespace rehearse::test
