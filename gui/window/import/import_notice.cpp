#include "gui/window/import/import_notice.h"
#include "gui/window/strings/import_words.h"

#include <set>
#include <vector>

namespace rehearse {
namespace {

constexpr std::size_t kTitlesShown = 4;
constexpr std::size_t kTroubleLines = 6;

class Lines {
 public:
  void add(const Words& line) {
    if (!text_.empty()) text_ = {text_.english + "\n", text_.chinese + "\n"};
    text_ = {text_.english + line.english, text_.chinese + line.in(Language::kChinese)};
  }
  void add(Phrase text, std::initializer_list<std::string_view> values) { add(in_both(text, values)); }
  const Words& text() const { return text_; }

 private:
  Words text_;
};

std::string titles_of(const std::vector<DeckSummary>& decks) {
  std::set<std::string> known;
  std::string titles;
  for (const DeckSummary& deck : decks)
    if (known.insert(deck.title).second && known.size() <= kTitlesShown)
      titles += (titles.empty() ? "" : " · ") + deck.title;
  return known.size() > kTitlesShown ? titles + " · …" : titles;
}

void add_counts(Lines& lines, const ImportOutcome& outcome) {
  const ImportReport& report = outcome.report;
  const std::string added = std::to_string(report.added), updated = std::to_string(report.updated),
                    unchanged = std::to_string(report.unchanged), titles = titles_of(report.decks);
  if (outcome.files_kept == 1)
    lines.add(words::kImported, {titles, added, updated, unchanged});
  else
    lines.add(words::kImportedDecks, {std::to_string(outcome.files_kept), titles, added, updated, unchanged});
  if (report.answers > 0) lines.add(words::kImportedAnswers, {std::to_string(report.answers)});
  if (!report.changes.kept.empty())
    lines.add(words::kImportedKept, {std::to_string(report.changes.kept.size())});
}

Words in_file(const ReadFileView& file, const Words& said) {
  return {file.name + ": " + said.english, file.name + "：" + said.in(Language::kChinese)};
}

Words not_imported(const ReadFileView& file) {
  const Words why = in_file(file, *file.failure);
  return {filled(Language::kEnglish, words::kNotImported, {why.english}),
          filled(Language::kChinese, words::kNotImported, {why.chinese})};
}

/// Files that stayed out come first: they are more than a doubt.
void add_troubles(Lines& lines, const ImportOutcome& outcome) {
  std::vector<Words> troubles;
  for (const ReadFileView& file : outcome.troubled)
    if (file.failure) troubles.push_back(not_imported(file));
  if (!outcome.report.problems.empty())
    troubles.push_back(in_both(words::kImportedProblems, {std::to_string(outcome.report.problems.size())}));
  for (const ReadFileView& file : outcome.troubled)
    for (const Words& line : file.problem_lines)
      troubles.push_back(outcome.files_kept > 1 ? in_file(file, line) : line);
  for (std::size_t i = 0; i < troubles.size() && i < kTroubleLines; ++i) lines.add(troubles[i]);
  if (troubles.size() > kTroubleLines)
    lines.add(words::kMoreLines, {std::to_string(troubles.size() - kTroubleLines)});
}

}  // namespace

Notice import_notice(const ImportOutcome& outcome) {
  Lines lines;
  if (outcome.files_kept > 0) add_counts(lines, outcome);
  if (outcome.files_left > 0) lines.add(words::kImportedStopped, {std::to_string(outcome.files_left)});
  add_troubles(lines, outcome);
  const bool is_clean =
      outcome.troubled.empty() && outcome.files_left == 0 && outcome.report.problems.empty();
  const NoticeKind kind = outcome.files_kept == 0 ? NoticeKind::kTrouble
                          : is_clean              ? NoticeKind::kNews
                                                  : NoticeKind::kWarning;
  return {kind, lines.text(), outcome.change};
}

}  // namespace rehearse
