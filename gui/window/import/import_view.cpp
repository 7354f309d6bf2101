#include "gui/window/import/import_view.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/deck/problem_groups.h"

namespace rehearse {
namespace {

constexpr std::size_t kQuestionsShown = 12;
constexpr std::size_t kProblemLinesShown = 8;
constexpr std::size_t kLinesShown = 12;    // below a stem
constexpr std::size_t kAnswerShown = 120;  // code points
constexpr std::size_t kStemShown = 300;

using Line = AnswerLineView;

ReadQuestionView view_of(const Question& question) {
  ReadQuestionView view{question.kind, shortened(question.stem, kStemShown), {}};
  const std::vector<std::string>& key = question.answer_key;
  for (const Option& option : question.options) {
    const bool is_right = std::find(key.begin(), key.end(), option.letter) != key.end();
    view.lines.push_back(
        {is_right ? Line::Kind::kRightOption : Line::Kind::kWrongOption, option.letter + ". " + option.text});
  }
  if (question.options.empty())
    for (const std::string& part : key) view.lines.push_back({Line::Kind::kRightOption, part});
  for (const KeyPoint& point : question.points) view.lines.push_back({Line::Kind::kPoint, point.cue});
  if (view.lines.empty() && !question.answer.empty())
    view.lines.push_back({Line::Kind::kPoint, question.answer});
  if (view.lines.size() > kLinesShown) view.lines.resize(kLinesShown);
  for (Line& line : view.lines) line.text = shortened(line.text, kAnswerShown);
  return view;
}

}  // namespace

ReadFileView read_file_view(const std::filesystem::path& file, const std::vector<StudiedDeck>& decks,
                            const ImportReport& preview) {
  ReadFileView view;
  view.name = file.filename().string();
  view.added = preview.added;
  view.updated = preview.updated;
  view.unchanged = preview.unchanged;
  view.problems = preview.problems.size();
  for (const ProblemGroup& group : grouped(preview.problems))
    if (view.problem_lines.size() < kProblemLinesShown)
      view.problem_lines.push_back(line_of(group));
    else
      ++view.problem_lines_left;
  for (const StudiedDeck& deck : decks) {
    view.title += (view.title.empty() ? "" : " · ") + deck.document.title;
    view.questions += deck.document.questions.size();
    for (const Question& question : deck.document.questions)
      if (view.first.size() < kQuestionsShown) view.first.push_back(view_of(question));
  }
  return view;
}

ReadFileView failed_file_view(const std::filesystem::path& file, const Error& error) {
  ReadFileView view;
  view.name = file.filename().string();
  Error nameless = error;
  nameless.where.clear();
  view.failure = {nameless.line(Language::kEnglish), nameless.line(Language::kChinese)};
  return view;
}

}  // namespace rehearse
