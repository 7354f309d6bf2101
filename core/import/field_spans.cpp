#include "core/import/field_spans.h"

#include <string>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

/// White space, line ends and the signs of emphasis, which reading leaves out.
bool is_left_out(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '*' || c == '_' || c == '`' || c == '\r';
}

/// The end of `fragment` where it begins at `begin` of `text`, but for what reading leaves out; npos when it
/// does not.
std::size_t end_of_match(std::string_view text, std::size_t begin, std::string_view fragment) {
  std::size_t at = begin;
  for (std::size_t i = 0; i < fragment.size();) {
    if (is_left_out(fragment[i])) {
      ++i;
      continue;
    }
    while (at < text.size() && is_left_out(text[at])) ++at;
    if (at == text.size() || text[at] != fragment[i]) return std::string_view::npos;
    ++at;
    ++i;
  }
  return at;
}

/// Finds fragments one behind the other in a stretch of the text.
class Finder {
 public:
  Finder(std::string_view text, SourceSpan stretch) : text_(text), stretch_(stretch), at_(stretch.begin) {}

  /// The next place of the fragment; empty when there is none before the stretch ends.
  SourceSpan find(std::string_view fragment) {
    const std::string_view wanted = trimmed(fragment);
    if (wanted.empty()) return {};
    const std::string_view inside = text_.substr(0, stretch_.end);
    for (std::size_t begin = inside.find(wanted[0], at_); begin != std::string_view::npos;
         begin = inside.find(wanted[0], begin + 1)) {
      const std::size_t end = end_of_match(inside, begin, wanted);
      if (end == std::string_view::npos) continue;
      at_ = end;
      return {begin, end};
    }
    return {};
  }

 private:
  std::string_view text_;
  SourceSpan stretch_;
  std::size_t at_;
};

}  // namespace

QuestionSource spans_of(const Question& question, const DraftQuestion& draft, std::string_view text) {
  QuestionSource source;
  const SourceSpan stem = draft.stem.span_in(text);
  const SourceSpan answer = draft.answer.span_in(text);
  source.stem = stem;
  source.answer = answer;
  source.analysis = draft.analysis.span_in(text);
  source.criteria = draft.criteria.span_in(text);
  Finder in_stem(text, stem);
  source.code = in_stem.find(question.code);
  Finder options(text, stem);
  for (const Option& option : question.options) source.options.push_back(options.find(option.text));
  Finder keys(text, answer);
  for (const std::string& key : question.answer_key) {
    const SourceSpan found = keys.find(key);
    source.answer_key.push_back(found.end > 0 ? found : answer.end > 0 ? answer : stem);
  }
  Finder points(text, answer);
  for (const KeyPoint& point : question.points) source.points.push_back(points.find(point.cue));
  return source;
}

}  // namespace rehearse
