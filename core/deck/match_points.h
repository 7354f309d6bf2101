// Which key point of a question each point of its corrected text is.
#pragma once

#include <vector>

#include "core/deck/match_questions.h"

namespace rehearse {

struct KnownPoint {
  PointId id;
  std::optional<KeyPoint>
      said;  // as the documents had it last; nothing when they have it no longer, or never had
  std::optional<KeyPoint> shown;  // as it stands; nothing when the learner removed it
};

/// As match_questions: by an equal cue of the document, an equal id, an equal cue as it stands, and for the
/// rest by likeness of cue or detail: 0.6 anywhere, 0.2 (two ideographs of a short cue) in the same place
/// between points that were found, where a person who sees both lists would not doubt.
Matches match_points(const std::vector<KnownPoint>& known, const std::vector<KeyPoint>& document,
                     const std::vector<PointId>& ids);

}  // namespace rehearse
