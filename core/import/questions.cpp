#include "core/import/questions.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/criteria.h"
#include "core/import/options.h"
#include "core/import/question_kind.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

using Place = std::pair<std::size_t, std::size_t>;  // section, number

/// Many leave the question mark out at the end of a line.
bool asks_without_mark(std::string_view line) {
  constexpr std::size_t kShortest = 18;  // bytes; less is a heading
  constexpr std::size_t kLongest = 300;
  const char32_t last = last_character(line);
  if (line.size() < kShortest || line.size() > kLongest || last == ',' || last == ':' || last == ';')
    return false;
  return contains_any(
             line, {"怎么", "怎麼", "怎样", "怎樣", "如何", "什么", "什麼", "哪些", "哪个", "为何", "吗"}) ||
         starts_with_any(line, {"请", "請", "谈谈", "說說", "说说"});
}

/// 实现一个…: the listing below is what was asked for.
bool asks_for_listing(std::string_view stem) {
  return contains_any(stem, {"实现", "手写", "编写", "写出", "写一", "怎么写", "用代码", "mplement", "rite a",
                             "ode a"}) &&
         !contains_any(stem, {"下面", "以下", "下列", "如下", "这段", "following", "below"});
}

/// 下面的代码输出什么: the listing below belongs to the question.
bool speaks_of_listing(std::string_view stem) {
  return !asks_for_listing(stem) &&
         contains_any(
             stem, {"下面", "以下", "下列", "如下", "这段", "该段", "这个程序", "输出", "打印", "following",
                    "below", "this code", "this program", "this query", "snippet", "output", "print"});
}

/// The stem goes on until a line closes; then the answer begins. 0 when the stem is all there is.
std::size_t stem_pieces(const Passage& passage) {
  const auto& pieces = passage.pieces();
  if (pieces.size() > 1 && pieces[1].is_code) {
    if (asks_for_listing(pieces[0].text)) return 1;
    if (speaks_of_listing(pieces[0].text)) {
      std::size_t end = 1;
      while (end < pieces.size() && pieces[end].is_code) ++end;
      return end < pieces.size() ? end : 0;
    }
  }
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    std::string_view bare = pieces[i].text;
    while (!bare.empty() && (bare.back() == '*' || bare.back() == '_' || bare.back() == '`'))
      bare.remove_suffix(1);
    const char32_t last = last_character(bare);
    if (!pieces[i + 1].starts_line) continue;
    // Nobody lists bullets in a question: they answer it.
    if (i == 0 && bullet_length(bare) == 0 && bullet_length(pieces[1].text) > 0) return 1;
    if (ends_sentence(last) || last == ')' || (i == 0 && last == '.' && asks(bare)) ||
        (i == 0 && asks_without_mark(pieces[i].text)))
      return i + 1;
  }
  return 0;
}

bool speaks_of_itself(std::string_view sentence) {
  return starts_with_any(
      sentence, {"我", "首先", "在我", "作为", "对于", "面对", "第一", "如果遇到", "遇到这", "处理这"});
}

/// In run-together text: the end of the last sentence that still asks. `text` is one piece. 0 for none.
std::size_t stem_length_in_run(std::string_view text) {
  constexpr std::size_t kMostSentences = 5;
  std::size_t last_question = 0;
  std::size_t begin = 0;
  std::size_t sentences = 0;
  for (Scanner scanner(text); !scanner.at_end() && sentences < kMostSentences;) {
    const char32_t c = scanner.take();
    if (!ends_sentence(c)) continue;
    if (starts_with(scanner.rest(), "](")) {  // the question is a link
      const std::size_t close = scanner.rest().find(')');
      scanner.rewind(close == std::string_view::npos ? text.size() : scanner.offset() + close + 1);
    }
    const std::string_view sentence = text.substr(begin, scanner.offset() - begin);
    if (sentences > 0 && speaks_of_itself(sentence)) break;
    if (c == '?' || contains_any(sentence, {",请", "，请", ",請", "，請"}) ||
        starts_with_any(sentence,
                        {"请", "结合", "谈谈", "说明", "简述", "描述", "讲一", "讲讲", "讲述", "说一", "说说",
                         "聊聊", "举一", "举例", "介绍", "分享", "阐述", "回忆", "论述"}))
      last_question = scanner.offset();
    begin = scanner.offset();
    ++sentences;
  }
  return last_question < text.size() ? last_question : 0;
}

/// A tick or a star that the author put behind his question.
bool says_nothing(std::string_view text) {
  for (Scanner scanner(text); !scanner.at_end();)
    if (const char32_t c = scanner.take(); is_han(c) || (c < 0x80 && c > ' ')) return false;
  return true;
}

bool holds_options(const Passage& stem) {
  const std::string text = stem.text(LineEnds::kMeant, Listings::kLeftOut, Markup::kKept);
  return part_checkboxes(text) || !part_options(text).options.empty();
}

/// The label was forgotten here alone: behind the question stands a text longer than it, and no question.
bool goes_on_behind_question(const DraftQuestion& draft) {
  constexpr std::size_t kShortestAnswer = 120;  // bytes
  const std::string text = draft.stem.text(LineEnds::kMeant);
  const std::size_t half = text.rfind('?');
  const std::size_t full = text.rfind("？");
  std::size_t end = half == std::string::npos ? full : half;
  if (half != std::string::npos && full != std::string::npos) end = std::max(half, full);
  return end != std::string::npos && draft.criteria.empty() && text.size() - end > kShortestAnswer &&
         text.size() - end > end;
}

void part_unlabelled_answer(DraftQuestion& draft) {
  if (!draft.answer.empty() || draft.stem.empty() || holds_options(draft.stem)) return;
  if (const std::size_t count = stem_pieces(draft.stem)) {
    draft.answer = draft.stem.without_first(count);
    draft.stem = draft.stem.first(count);
    return;
  }
  const Passage::Piece piece = draft.stem.pieces().front();
  const std::size_t length = stem_length_in_run(piece.text);
  const bool is_alone = draft.stem.pieces().size() == 1;
  if (length == 0 || (is_alone && says_nothing(piece.text.substr(length)))) return;
  Passage answer;
  answer.add({trimmed(piece.text.substr(length)), false});
  const Passage others = draft.stem.without_first(1);
  for (const Passage::Piece& other : others.pieces()) answer.add(other);
  Passage stem;
  stem.add({piece.text.substr(0, length), piece.starts_line});
  draft.stem = stem;
  draft.answer = answer;
}

/// TODO, 待补充: the author meant to answer and did not.
bool is_placeholder(std::string_view answer) {
  constexpr std::size_t kLongest = 20;  // code points
  std::string_view bare = trimmed(answer);
  while (!bare.empty() && (bare.front() == '*' || bare.front() == '_')) bare.remove_prefix(1);
  return length_in_code_points(bare.substr(0, 4 * kLongest + 4)) <= kLongest &&
         starts_with_any(bare, {"TODO", "todo", "待补", "（待补", "(待补", "Contributions wanted", "TBD",
                                "待补充", "待完善", "暂无", "（暂无", "(暂无", "略。", "（略", "(略"});
}

/// "4. Low pressure after surgery" on a line of its own, and the answer below it.
Passage without_heading_line(const Passage& later) {
  const auto& pieces = later.pieces();
  if (pieces.size() < 2 || !pieces[1].starts_line) return later;
  const char32_t last = last_character(pieces[0].text);
  const bool is_heading = !ends_sentence(last) && last != ';' && last != ',' && last != '.' && last != ':' &&
                          length_in_code_points(pieces[0].text) <= 45 &&
                          later.text(LineEnds::kMeant).size() > 2 * pieces[0].text.size();
  return is_heading ? later.without_first(1) : later;
}

/// 数字鸿沟首先,…: bytes of the words without any sign in front of the first mark of an enumeration; 0 for
/// none.
std::size_t glued_title_length(std::string_view text) {
  constexpr std::size_t kLongest = 36;  // bytes
  constexpr std::size_t kShortest = 6;
  const std::string_view near = text.substr(0, kLongest + 1);
  std::size_t title = std::string_view::npos;
  for (std::string_view mark :
       {"首先", "第一，", "第一,", "第一、", "一是", "（一）", "(一)", "（1）", "(1)", "①"})
    title = std::min(title, near.find(mark));
  if (title == std::string_view::npos || title < kShortest) return 0;
  const std::string_view words = text.substr(0, title);
  const bool is_sentence = contains_any(words, {"，", "。", "：", "；", ",", ":", ";", "我"}) ||
                           starts_with_any(words, {"应", "要", "会", "需", "可", "面对", "对", "在", "作为",
                                                   "如果", "遇到", "关于"});
  return is_sentence ? 0 : title;
}

Passage without_glued_title(const Passage& answer) {
  if (answer.empty()) return answer;
  const Passage::Piece first = answer.pieces().front();
  Passage bare;
  bare.add({first.text.substr(glued_title_length(first.text)), first.starts_line, first.is_code});
  const Passage others = answer.without_first(1);
  for (const Passage::Piece& piece : others.pieces()) bare.add(piece);
  return bare;
}

/// Most answers of the later part begin with such a title: it was a line of its own.
bool have_glued_titles(const std::vector<DraftQuestion>& answers) {
  const auto glued = std::count_if(answers.begin(), answers.end(), [](const DraftQuestion& later) {
    return later.answer.empty() && !later.stem.empty() &&
           glued_title_length(later.stem.pieces().front().text) > 0;
  });
  return glued >= 3 && static_cast<std::size_t>(glued) * 2 > answers.size();
}

/// The answer of a later part without its question, which may stand above it once more.
Passage answer_behind_stem(const Passage& later, const Passage& stem, LineEnds ends) {
  const auto& pieces = later.pieces();
  if (pieces.empty() || stem.empty()) return later;
  const std::string_view asked = stem.pieces().front().text;
  const std::string_view first = pieces.front().text;
  if (starts_with(first, asked) && stem.pieces().size() <= pieces.size()) {
    const std::size_t lines = stem.pieces().size();  // the last of them may go on with the answer
    const std::string_view end = stem.pieces().back().text;
    const std::string_view line = pieces[lines - 1].text;
    if (starts_with(line, end)) {
      Passage answer;
      answer.add({trimmed(line.substr(end.size())), false});
      for (std::size_t i = lines; i < pieces.size(); ++i) answer.add(pieces[i]);
      if (!answer.empty()) return answer;
    }
  }
  return ends == LineEnds::kMeant ? without_heading_line(later) : later;
}

}  // namespace

void match_later_answers(Outline& outline, const RepairedText& text, LineEnds ends,
                         std::vector<Problem>& problems) {
  if (outline.later_answers.empty()) return;
  std::map<Place, std::size_t> by_place;
  std::map<std::size_t, std::size_t> by_number;  // for answers without sections: the first that has none yet
  for (std::size_t i = outline.questions.size(); i-- > 0;) {
    const DraftQuestion& draft = outline.questions[i];
    by_place[{draft.section, draft.number}] = i;
    by_number[draft.number] = i;
  }
  const bool glued_titles = have_glued_titles(outline.later_answers);
  for (const DraftQuestion& later : outline.later_answers) {
    auto found = by_place.find({later.section, later.number});
    std::optional<std::size_t> at;
    if (found != by_place.end())
      at = found->second;
    else if (const auto numbered = by_number.find(later.number); numbered != by_number.end())
      at = numbered->second;
    const bool taken =
        at && outline.questions[*at].has_answer_label && !outline.questions[*at].answer.empty();
    if (!at || taken) {
      const Passage& first = later.stem.empty() ? later.answer : later.stem;
      const TextPlace place = text.place_in_decoded_text(first.span_in(text.text).begin);
      problems.push_back(
          {place.line,
           place.column,
           "unmatched-answer",
           {"answer " + std::to_string(later.number) + " belongs to no question that was found",
            "第 " + std::to_string(later.number) + " 个答案没有对应的题目"}});
      continue;
    }
    DraftQuestion& draft = outline.questions[*at];
    draft.has_answer_label = true;
    draft.answer = later.answer.empty() ? answer_behind_stem(later.stem, draft.stem, ends) : later.answer;
    if (glued_titles && later.answer.empty()) draft.answer = without_glued_title(draft.answer);
    if (!later.analysis.empty()) draft.analysis = later.analysis;
    if (!later.criteria.empty()) draft.criteria = later.criteria;
  }
  outline.later_answers.clear();
}

void part_unlabelled_answers(Outline& outline) {
  const auto labelled = std::count_if(outline.questions.begin(), outline.questions.end(),
                                      [](const DraftQuestion& draft) { return draft.has_answer_label; });
  const bool most_are_labelled = static_cast<std::size_t>(labelled) * 4 >= outline.questions.size();
  for (DraftQuestion& draft : outline.questions) {
    if (draft.has_answer_label || (most_are_labelled && !goes_on_behind_question(draft))) continue;
    part_unlabelled_answer(draft);
    if (draft.answer.empty()) continue;
    const Passage::Piece& first = draft.answer.pieces().front();
    const double sure = most_are_labelled   ? confidence::kForgottenLabel
                        : first.starts_line ? confidence::kAnswerBelowQuestion
                                            : confidence::kAnswerInLine;
    outline.guesses.push_back({first.text,
                               sure,
                               "guessed-answer",
                               {"no label says where the answer begins; it was taken to begin here",
                                "没有“答案”之类的标记，按从这里开始算作答案"}});
  }
}

Question make_question(const DraftQuestion& draft, const Outline& outline, LineEnds ends,
                       const RepairedText& text, std::vector<Problem>& problems) {
  Question question;
  std::optional<QuestionKind> named = draft.kind;
  if (draft.section != kNoSection) {
    const SectionHead& head = outline.sections[draft.section].head;
    question.section = head.title;
    if (!named) named = head.kind;
    question.marks = head.marks_each;
  }
  if (draft.marks) question.marks = draft.marks;
  question.code = draft.stem.code();
  question.answer = draft.answer.text(ends);
  if (is_placeholder(question.answer)) question.answer.clear();
  question.analysis = draft.analysis.text(ends);
  question.criteria = split_criteria(draft.criteria.text(ends));
  if (named == QuestionKind::kCase) question.kind = QuestionKind::kCase;
  const std::string written = draft.stem.text(LineEnds::kMeant, Listings::kLeftOut, Markup::kKept);
  for (Doubt& doubt : read_stem(question, named, written)) {
    const TextPlace place = text.place_in_decoded_text(draft.stem.span_in(text.text).begin);
    problems.push_back({place.line, place.column, std::move(doubt.code), std::move(doubt.message)});
  }
  if (!draft.material.empty()) {
    question.stem = draft.material.text(ends) + "\n" + question.stem;
    if (question.kind == QuestionKind::kOpen) question.kind = QuestionKind::kCase;
  }
  return question;
}

}  // namespace rehearse
