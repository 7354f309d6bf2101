// Mock interviews: kept as one op each, and read out of the log when somebody asks.
#include <algorithm>

#include "core/library_parts.h"

namespace rehearse {

OpId Library::keep_interview(DeckId deck, const InterviewReport& report, LocalInstant now) {
  Transaction transaction(parts_->database);
  const StoredOp stored = parts_->log.append(MockInterviewOp{deck, report, now.utc_offset}, now.at);
  parts_->memory.add(stored);
  transaction.commit();
  return stored.id;
}

std::vector<KeptInterview> Library::interviews(std::optional<DeckId> deck) const {
  std::vector<KeptInterview> kept;
  for (StoredOp& stored : parts_->log.mock_interviews()) {
    auto& interview = std::get<MockInterviewOp>(stored.op.body);
    if (deck && interview.deck != *deck) continue;
    const LocalInstant at{given_at(stored), interview.utc_offset};
    kept.push_back({stored.id, interview.deck, at, day_of(at), std::move(interview.report)});
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

}  // namespace rehearse
