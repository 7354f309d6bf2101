#include "core/import/read_text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/import/blocks.h"
#include "core/import/characters.h"
#include "core/import/chrome.h"
#include "core/import/field_spans.h"
#include "core/import/outline.h"
#include "core/import/points.h"
#include "core/import/questions.h"
#include "core/import/repair.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

/// A narrow screen: no line is longer than a few words, and of those that fill it nearly all end in
/// mid-sentence.
bool is_narrow_and_wrapped(std::string_view text, const std::vector<LinePart>& lines) {
  constexpr std::size_t kWidest = 60;  // columns
  constexpr std::size_t kFewest = 6;   // lines that fill the screen
  std::vector<std::size_t> widths;
  for (const LinePart& part : lines) {
    const std::string_view line = text.substr(part.span.begin, part.span.end - part.span.begin);
    constexpr std::size_t kMostBytes = 2;  // of a column
    if (line.size() > kMostBytes * kWidest) return false;
    widths.push_back(display_width(line));
  }
  const std::size_t widest = widths.empty() ? 0 : *std::max_element(widths.begin(), widths.end());
  if (widest > kWidest) return false;
  std::size_t full = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (widths[i] + 2 < widest) continue;
    ++full;
    const char32_t last = last_character(text.substr(0, lines[i].span.end));
    if (!ends_sentence(last) && last != ':' && last != ';') ++open;
  }
  return full >= kFewest && full * 10 >= lines.size() && open * 5 >= full * 4;
}

/// Lines of a page that was wrapped to its width mostly end in mid-sentence.
LineEnds line_ends_of(std::string_view text, const std::vector<LinePart>& lines) {
  constexpr std::size_t kLongLine = 60;  // bytes
  std::size_t long_lines = 0;
  std::size_t open = 0;
  for (const LinePart& part : lines) {
    const std::string_view line = text.substr(part.span.begin, part.span.end - part.span.begin);
    if (line.size() < kLongLine) continue;
    ++long_lines;
    const char32_t last = last_character(line);
    if (is_han(last) || last == ',' || last == U'、') ++open;
  }
  return open * 2 > long_lines || is_narrow_and_wrapped(text, lines) ? LineEnds::kWrapped : LineEnds::kMeant;
}

void report_declared_counts(const Outline& outline, const RepairedText& text,
                            std::vector<Problem>& problems) {
  std::vector<std::size_t> counts(outline.sections.size());
  for (const DraftQuestion& draft : outline.questions)
    if (draft.section != kNoSection) ++counts[draft.section];
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto declared = outline.sections[i].head.declared_count;
    if (!declared || *declared == counts[i]) continue;
    const TextPlace place =
        text.place_in_decoded_text(static_cast<std::size_t>(outline.sections[i].begin - text.text.data()));
    problems.push_back({place.line,
                        place.column,
                        "declared-count",
                        {"this section says it has " + std::to_string(*declared) + " questions, " +
                             std::to_string(counts[i]) + " were found",
                         "这一部分写明共 " + std::to_string(*declared) + " 题，实际读到 " +
                             std::to_string(counts[i]) + " 题"}});
  }
}

/// The part of a draft that stands last in the text.
const Passage& last_part(const DraftQuestion& draft, const RepairedText& text) {
  const Passage* last = &draft.stem;
  for (const Passage* part : {&draft.answer, &draft.analysis, &draft.criteria})
    if (part->span_in(text.text).end > last->span_in(text.text).end) last = part;
  return *last;
}

bool breaks_off(const Passage& passage) {
  if (passage.empty()) return false;
  const std::string_view text = passage.pieces().back().text;
  const char32_t sign = last_character(text);
  if (!is_han(sign) && sign != ',' && sign != U'、' && sign != ':' && sign != U'“') return false;
  // The last item of a list needs no full stop.
  const std::vector<std::string_view> sentences = split_sentences(text);
  if (sentences.empty() || number_mark(sentences.back()) || bullet_length(sentences.back()) > 0) return false;
  constexpr std::size_t kShortestSentence = 5;  // code points; 对 and 正确 are whole answers
  return length_in_code_points(sentences.back()) >= kShortestSentence;
}

/// A document that ends in mid-sentence, where its other parts end with one, is a preview or was cut off.
void report_truncation(const Outline& outline, const RepairedText& text, std::vector<Problem>& problems) {
  const Passage* last = nullptr;
  std::size_t end = 0;
  std::size_t open = 0;
  for (const DraftQuestion& draft : outline.questions) {
    const Passage& part = last_part(draft, text);
    if (breaks_off(part)) ++open;
    const std::size_t part_end = part.span_in(text.text).end;
    if (last != nullptr && part_end <= end) continue;
    last = &part;
    end = part_end;
  }
  if (last == nullptr || !breaks_off(*last)) return;
  if (open * 2 > outline.questions.size() && outline.questions.size() > 1) return;
  const TextPlace place = text.place_in_decoded_text(end);
  problems.push_back(
      {place.line, place.column, "truncated", {"the document breaks off here", "文档在此处中断"}});
}

/// Beyond so many of a kind they are counted: nobody reads them, and a hostile text holds a problem a line.
constexpr std::size_t kMostOfAKind = 1'000;

Problem and_more(std::size_t count, std::string code) {
  const std::string number = std::to_string(count);
  return {0,
          0,
          std::move(code),
          {"the same holds for " + number + " more places", "还有 " + number + " 处同样的情况"}};
}

void report_missing_answers(const Document& document, const RepairedText& text,
                            std::vector<Problem>& problems) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < document.questions.size(); ++i) {
    const Question& question = document.questions[i];
    if (!question.answer.empty() || !question.answer_key.empty()) continue;
    if (++count > kMostOfAKind) continue;
    const TextPlace place = text.place_in_decoded_text(document.sources[i].stem.begin);
    problems.push_back({place.line,
                        place.column,
                        "no-answer",
                        {"no answer was found to: " + shortened_line(question.stem, kQuotedColumns),
                         "没有找到答案：" + shortened_line(question.stem, kQuotedColumns)}});
  }
  if (count > kMostOfAKind) problems.push_back(and_more(count - kMostOfAKind, "no-answer"));
}

Guess points_guessed_in(const DraftQuestion& draft) {
  return {draft.answer.pieces().front().text,
          confidence::kPointsInProse,
          "guessed-points",
          {"no marks tell the key points of this answer apart; they were taken from its sentences",
           "答案里没有要点标记，要点是按句意切分的"}};
}

void report_guesses(const Guesses& guesses, const RepairedText& text, std::vector<Problem>& problems) {
  std::map<std::string, std::size_t> counts;
  for (const Guess& guess : guesses) {
    if (guess.confidence >= kSureEnough || ++counts[guess.code] > kMostOfAKind) continue;
    const auto offset = static_cast<std::size_t>(guess.place.data() - text.text.data());
    const TextPlace place = text.place_in_decoded_text(offset);
    problems.push_back({place.line, place.column, guess.code, guess.reason});
  }
  for (const auto& [code, count] : counts)
    if (count > kMostOfAKind) problems.push_back(and_more(count - kMostOfAKind, code));
}

/// Tens of thousands of questions of a few words each, answers and all: what is known of a question takes far
/// more room than such a text, and no bank is like this.
bool is_in_shreds(const Outline& outline, std::string_view text) {
  constexpr std::size_t kManyQuestions = 60'000;
  constexpr std::size_t kShreds = 64;  // bytes a question
  const std::size_t count = outline.questions.size();
  return count > kManyQuestions && text.size() < kShreds * count;
}

ReadDocument shreds_only(const Outline& outline, std::string text, std::string_view file_name) {
  ReadDocument result;
  result.document.title = outline.title.empty() ? title_from_file_name(file_name) : outline.title;
  result.document.problems.push_back(
      {0,
       0,
       "in-shreds",
       {"its lines are too many and too short to be questions", "行数太多而且每行太短，不像题库"}});
  result.text = std::move(text);
  return result;
}

}  // namespace

ReadDocument read_text(ExtractedText extracted, std::string_view file_name) {
  RepairedText repaired = repair_text(std::move(extracted.text));
  LineEnds ends = LineEnds::kMeant;
  // Lines, and then blocks, take more room than the text: each goes as soon as the next stage has them.
  const auto blocks = [&] {
    const std::vector<LinePart> lines = content_lines(repaired.text);
    ends = line_ends_of(repaired.text, lines);
    return split_into_blocks(repaired.text, lines);
  };
  Outline outline = read_outline(blocks());
  if (is_in_shreds(outline, repaired.text)) return shreds_only(outline, std::move(repaired.text), file_name);
  std::vector<Problem> problems = std::move(extracted.problems);
  problems.insert(problems.end(), repaired.problems.begin(), repaired.problems.end());
  match_later_answers(outline, repaired, ends, problems);
  part_unlabelled_answers(outline);

  ReadDocument result;
  Document& document = result.document;
  document.title = outline.title.empty() ? title_from_file_name(file_name) : outline.title;
  for (const DraftSection& section : outline.sections)
    document.sections.push_back({section.head.title, section.description});
  document.questions.reserve(outline.questions.size());
  document.sources.reserve(outline.questions.size());
  for (const DraftQuestion& draft : outline.questions) {
    Question question = make_question(draft, outline, ends, repaired, problems);
    if (question.stem.empty() && question.options.empty()) continue;
    if (is_recalled_aloud(question.kind)) {
      KeyPointsAndMarks found = key_points_and_marks(question.answer);
      question.points = std::move(found.points);
      if (question.points.size() >= 2 && !found.are_marked)
        outline.guesses.push_back(points_guessed_in(draft));
    }
    document.sources.push_back(spans_of(question, draft, repaired.text));
    document.questions.push_back(std::move(question));
  }
  report_guesses(outline.guesses, repaired, problems);
  report_declared_counts(outline, repaired, problems);
  report_missing_answers(document, repaired, problems);
  report_truncation(outline, repaired, problems);
  if (document.questions.empty())
    problems.push_back({0, 0, "no-questions", {"no questions were found in this text", "没有找到题目"}});
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  document.problems = std::move(problems);
  result.text = std::move(repaired.text);
  return result;
}

std::string title_from_file_name(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  return std::string(trimmed(file_name.substr(0, dot == 0 ? std::string_view::npos : dot)));
}

}  // namespace rehearse
