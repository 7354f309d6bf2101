// The report of a mock interview, for people and for programs.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/library.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// A report with the words of the library for what it names by ids.
struct ReportedInterview {
  struct Question {
    std::string stem;                 // empty when it is no longer in the library
    std::vector<std::string> missed;  // cues of the missed points; one that is gone is left out
  };

  std::optional<OpId> op;  // nothing while it is not kept
  DeckId deck;
  std::string title;  // of the deck; empty when it is gone
  LocalInstant kept;
  InterviewReport report;
  std::vector<Question> questions;  // of report.questions, same order
};

/// Titles of the decks that are there.
class DeckTitles {
 public:
  DeckTitles(const Library& library, LocalInstant now);
  /// Empty when it is gone.
  std::string of(DeckId deck) const;

 private:
  std::map<DeckId, std::string> titles_;
};

/// `op` and `title` are left to the caller.
ReportedInterview reported(const Library& library, DeckId deck, const InterviewReport& report,
                           LocalInstant kept);

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

/// Such as 7.5: one decimal, and none where it is 0.
std::string marks_text(double marks);

/// Such as 2:41; the seconds are cut.
std::string clock_text(std::chrono::milliseconds time);

}  // namespace rehearse
