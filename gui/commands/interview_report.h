// The report of a mock interview, for people and for programs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/interview/interview_text.h"
#include "core/library.h"
#include "core/study/reported_interview.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// Titles of the decks that are there.
class DeckTitles {
 public:
  DeckTitles(const Library& library, LocalInstant now);
  /// Empty when it is gone.
  std::string of(DeckId deck) const;

 private:
  std::map<DeckId, std::string> titles_;
};

enum class ReportDetail {
  kTable,  // by question: what was earned, and the time
  kItems,  // the same, with what each was marked by
};

/// The total, the questions, and what is to be drilled, in lines of at most `columns` columns.
std::string report_page(const ReportedInterview& interview, ReportDetail detail, Language language,
                        std::size_t columns);

/// {"id","deck","name","day","total","seed","drilled_on","questions":[{"id","question","marks","earned",
///  "limit_seconds","spent_ms","items":[{"text","marks","earned"}],"drill","missed":[id…],"missed_cues"}]}
/// id: of the op, null when it is not kept; drill: nothing, points or question.
std::string interview_json(const ReportedInterview& interview);

/// {"interviews":[{"number","id","deck","name","day","total","questions"}]}
std::string interviews_json(const std::vector<ReportedInterview>& interviews);

/// What to type to be asked the same questions again.
std::string seed_words(const ReportedInterview& interview, Language language);

}  // namespace rehearse
