#include "gui/window/import/file_review.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "gui/window/strings/import_words.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 80;      // code points, in the list
constexpr std::size_t kShownBefore = 1500;  // bytes of the text before the selected part
constexpr std::size_t kShownBehind = 4500;  // and from its beginning on
constexpr std::size_t kMostProblems = 6;    // of one question
constexpr std::size_t kMostGeneral = 3;
constexpr std::size_t kFarthest = 16 << 10;  // bytes behind a question in which its parts are looked for

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// All that a question was found in.
SourceSpan whole_span(const QuestionSource& source) {
  SourceSpan whole = source.stem;
  const auto take = [&](const SourceSpan& span) {
    if (span.begin == span.end) return;
    if (whole.begin == whole.end) whole = span;
    whole = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)};
  };
  take(source.code);
  for (const SourceSpan& span : source.options) take(span);
  for (const SourceSpan& span : source.answer_key) take(span);
  take(source.answer);
  for (const SourceSpan& span : source.points) take(span);
  take(source.analysis);
  take(source.criteria);
  return whole;
}

SourceSpan nth(const std::vector<SourceSpan>& spans, std::size_t index) {
  return index < spans.size() ? spans[index] : SourceSpan{};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

Words with_line(const Problem& problem) {
  const std::string line = std::to_string(problem.line);
  return {"line " + line + ": " + problem.message.english,
          "第 " + line + " 行：" + problem.message.in(Language::kChinese)};
}

std::string text_of(const KeyPoint& point) {
  return point.detail.empty() ? point.cue : point.cue + "\n" + point.detail;
}

}  // namespace

FileReview::FileReview(SourcedBanks& banks, std::string file_name) : banks_(banks) {
  view_.file_name = std::move(file_name);
  line_starts_.push_back(0);
  for (std::size_t at = banks.text.find('\n'); at != std::string::npos; at = banks.text.find('\n', at + 1))
    line_starts_.push_back(at + 1);
  for (std::size_t deck = 0; deck < banks.decks.size(); ++deck) {
    const Document& document = banks.decks[deck].document;
    view_.title += (view_.title.empty() ? "" : " · ") + document.title;
    for (std::size_t i = 0; i < document.questions.size(); ++i) {
      places_.push_back({deck, i});
      view_.rows.push_back({shortened(document.questions[i].stem, kStemShown), 0, false});
    }
  }
  note_doubts();
  // What is doubtful comes first.
  if (!view_.rows.empty() && view_.rows.front().doubts == 0 && view_.doubts > 0)
    select_next_doubt();
  else
    select_question(0);
}

Question& FileReview::question_at(std::size_t row) {
  return banks_.decks[places_[row].deck].document.questions[places_[row].question];
}

const QuestionSource* FileReview::source_at(std::size_t row) const {
  const std::vector<QuestionSource>& sources = banks_.decks[places_[row].deck].document.sources;
  return places_[row].question < sources.size() ? &sources[places_[row].question] : nullptr;
}

/// A problem belongs to the last question that begins before its line ends.
void FileReview::note_doubts() {
  if (banks_.text.empty() || places_.empty()) return;
  std::vector<std::pair<std::size_t, std::size_t>> begins;  // byte, row
  for (std::size_t row = 0; row < places_.size(); ++row)
    if (const QuestionSource* source = source_at(row)) begins.emplace_back(whole_span(*source).begin, row);
  std::sort(begins.begin(), begins.end());
  for (const Problem& problem : banks_.decks.front().document.problems) {
    ++view_.doubts;
    if (problem.line == 0 && view_.general.size() < kMostGeneral) view_.general.push_back(problem.message);
    if (problem.line == 0 || begins.empty()) continue;
    const std::size_t end_of_line =
        problem.line < line_starts_.size() ? line_starts_[problem.line] : banks_.text.size();
    const auto behind =
        std::lower_bound(begins.begin(), begins.end(), std::pair(end_of_line, std::size_t{0}));
    ++view_.rows[behind == begins.begin() ? begins.front().second : std::prev(behind)->second].doubts;
  }
}

void FileReview::select_question(std::size_t row) {
  if (row >= view_.rows.size()) return;
  view_.selected = row;
  view_.field = 0;
  show_question();
}

void FileReview::select_field(std::size_t field) {
  if (field >= view_.fields.size()) return;
  view_.field = field;
  show_source();
}

void FileReview::select_next_doubt() {
  for (std::size_t step = 1; step <= view_.rows.size(); ++step) {
    const std::size_t row = (view_.selected + step) % view_.rows.size();
    if (view_.rows[row].doubts > 0) return select_question(row);
  }
}

void FileReview::toggle_left_out() {
  if (view_.rows.empty()) return;
  ReviewRow& row = view_.rows[view_.selected];
  row.is_left_out = !row.is_left_out;
  row.is_left_out ? ++view_.left_out : --view_.left_out;
}

void FileReview::show_question() {
  const Question& question = question_at(view_.selected);
  const QuestionSource* found = source_at(view_.selected);
  const QuestionSource source = found ? *found : QuestionSource{};
  // The past of a question names its points by their places.
  const StudiedDeck& deck = banks_.decks[places_[view_.selected].deck];
  const bool has_past = !deck.histories.empty() || !deck.origins.empty();
  std::vector<ReviewField>& fields = view_.fields;
  fields.clear();
  const auto add = [&](const Phrase& name, std::string text, const SourceSpan& span,
                       bool can_correct = true) {
    if (!text.empty()) fields.push_back({name, std::move(text), span, can_correct});
  };
  add(words::kFieldStem, question.stem, source.stem);
  add(words::kFieldCode, question.code, source.code);
  for (std::size_t i = 0; i < question.options.size(); ++i)
    add(words::kFieldOption, question.options[i].letter + ". " + question.options[i].text,
        nth(source.options, i), false);
  add(words::kFieldKey, joined(question.answer_key), nth(source.answer_key, 0), false);
  for (std::size_t i = 0; i < question.points.size(); ++i)
    add(words::kFieldPoint, text_of(question.points[i]), nth(source.points, i), !has_past);
  if (question.points.empty()) add(words::kFieldAnswer, question.answer, source.answer);
  add(words::kFieldAnalysis, question.analysis, source.analysis);
  add(words::kFieldCriteria, joined(question.criteria), source.criteria, false);

  for (ReviewField& field : fields) field.span = placed(field);

  view_.problems.clear();
  if (view_.rows[view_.selected].doubts > 0 && found) {
    const SourceSpan whole = whole_span(source);
    for (const Problem& problem : banks_.decks.front().document.problems) {
      if (problem.line == 0 || problem.line > line_starts_.size()) continue;
      const std::size_t begin = line_starts_[problem.line - 1];
      const std::size_t end =
          problem.line < line_starts_.size() ? line_starts_[problem.line] : banks_.text.size();
      if (end <= whole.begin || begin >= whole.end) continue;
      if (view_.problems.size() < kMostProblems) view_.problems.push_back(with_line(problem));
    }
  }
  show_source();
}

/// Where the reader found it; else where its first line stands in the text of its question.
SourceSpan FileReview::placed(const ReviewField& field) const {
  const QuestionSource* source = source_at(view_.selected);
  if (field.span.begin != field.span.end || !source) return field.span;
  const SourceSpan whole = whole_span(*source);
  std::size_t end = std::min(banks_.text.size(), whole.end + kFarthest);
  if (view_.selected + 1 < places_.size())
    if (const QuestionSource* next = source_at(view_.selected + 1))
      if (const SourceSpan behind = whole_span(*next); behind.begin > whole.begin)
        end = std::min(end, behind.begin);
  const std::string first_line = field.text.substr(0, field.text.find('\n'));
  const std::size_t at = std::string_view(banks_.text).substr(0, end).find(first_line, whole.begin);
  if (first_line.empty() || at == std::string_view::npos) return {};
  return {at, at + first_line.size()};
}

/// Cut out of the text around the selected field, at whole lines where these are short.
void FileReview::show_source() {
  view_.excerpt.clear();
  view_.lit = {};
  const std::string& text = banks_.text;
  if (text.empty() || view_.fields.empty()) return;
  SourceSpan span = view_.fields[view_.field].span;
  const bool is_found = span.begin != span.end;
  if (!is_found)
    if (const QuestionSource* source = source_at(view_.selected)) span = whole_span(*source);
  span.end = std::min(span.end, text.size());
  span.begin = std::min(span.begin, span.end);

  std::size_t begin = span.begin - std::min(span.begin, kShownBefore);
  const std::size_t line = text.rfind('\n', span.begin);
  if (begin > 0) {
    const std::size_t next = text.find('\n', begin);
    if (next != std::string::npos && line != std::string::npos && next <= line) begin = next + 1;
  }
  while (begin > 0 && is_continuation(text[begin])) --begin;
  std::size_t end = std::min(text.size(), std::max(span.end, span.begin + kShownBehind));
  end = std::min(end, span.begin + 4 * kShownBehind);  // of a very long part its beginning
  while (end < text.size() && is_continuation(text[end])) ++end;
  view_.excerpt = text.substr(begin, end - begin);
  view_.at = span.begin - begin;
  if (is_found) view_.lit = {span.begin - begin, std::min(span.end, end) - begin};
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), begin);
  view_.first_line = static_cast<std::size_t>(after - line_starts_.begin());
}

bool FileReview::correct(const std::string& text) {
  if (view_.fields.empty() || !view_.fields[view_.field].can_correct) return false;
  Question& question = question_at(view_.selected);
  const ReviewField& field = view_.fields[view_.field];
  const std::string clean(trimmed(text));
  if (field.name == words::kFieldStem) {
    if (clean.empty()) return false;
    question.stem = clean;
    view_.rows[view_.selected].stem = shortened(clean, kStemShown);
  } else if (field.name == words::kFieldCode) {
    question.code = clean;
  } else if (field.name == words::kFieldAnswer) {
    question.answer = clean;
  } else if (field.name == words::kFieldAnalysis) {
    question.analysis = clean;
  } else if (field.name == words::kFieldPoint) {
    const auto before = static_cast<std::size_t>(
        std::count_if(view_.fields.begin(), view_.fields.begin() + static_cast<std::ptrdiff_t>(view_.field),
                      [&](const ReviewField& other) { return other.name == field.name; }));
    // Its first line is the cue; an emptied point is none.
    if (clean.empty()) {
      question.points.erase(question.points.begin() + static_cast<std::ptrdiff_t>(before));
    } else {
      const std::size_t end = std::min(clean.find('\n'), clean.size());
      question.points[before] = {std::string(trimmed(clean.substr(0, end))),
                                 std::string(trimmed(clean.substr(end)))};
    }
  }
  is_corrected_ = true;
  const std::size_t selected = view_.field;
  show_question();
  select_field(std::min(selected, view_.fields.size() - 1));
  return true;
}

std::vector<StudiedDeck> FileReview::kept() const {
  std::vector<StudiedDeck> decks = banks_.decks;
  for (std::size_t row = places_.size(); row-- > 0;) {
    if (!view_.rows[row].is_left_out) continue;
    StudiedDeck& deck = decks[places_[row].deck];
    const auto erase = [&](auto& list) {
      if (places_[row].question < list.size())
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(places_[row].question));
    };
    erase(deck.document.questions);
    erase(deck.document.sources);
    erase(deck.histories);
    erase(deck.origins);
    erase(deck.marks);
  }
  for (StudiedDeck& deck : decks) deck.document.sources = {};
  return decks;
}

}  // namespace rehearse
