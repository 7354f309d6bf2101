#include "core/import/question_kind.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/fill_keys.h"
#include "core/import/key_in_stem.h"
#include "core/import/keys.h"
#include "core/import/lost_letters.h"
#include "core/import/marks.h"
#include "core/import/marks_note.h"
#include "core/import/option_table.h"
#include "core/import/options.h"
#include "core/import/passage.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

bool is_choice(const std::optional<QuestionKind>& kind) {
  return kind == QuestionKind::kSingle || kind == QuestionKind::kMultiple;
}

/// Without the ** at one end whose other one stood behind a number or before the options.
std::string_view without_dangling_emphasis(std::string_view stem) {
  constexpr std::string_view kMark = "**";
  if (starts_with(stem, "** ")) return trimmed(stem.substr(kMark.size()));
  std::size_t marks = 0;
  for (std::size_t at = stem.find(kMark); at != std::string_view::npos;
       at = stem.find(kMark, at + kMark.size()))
    ++marks;
  const bool closes = stem.size() > kMark.size() && stem.substr(stem.size() - kMark.size()) == kMark;
  return closes && marks % 2 == 1 ? trimmed(stem.substr(0, stem.size() - kMark.size())) : stem;
}

/// "单选 …" "【多选题】…" "判断题(5分)" at the start of a stem: says the kind and is no part of the question.
std::string_view without_leading_kind(std::string_view stem, std::optional<QuestionKind>& kind,
                                      std::optional<double>& marks) {
  Scanner scanner(stem);
  const bool bracketed = scanner.take_one_of(U"([【");
  const std::size_t begin = scanner.offset();
  for (std::string_view word :
       {"不定项选择", "单项选择", "多项选择", "不定项", "单选", "多选", "判断", "填空", "问答", "简答"}) {
    if (!scanner.take(word)) continue;
    scanner.take("题");
    const auto named = word == "问答" ? QuestionKind::kOpen : kind_named_in(scanner.taken_since(begin));
    bool closed = bracketed ? scanner.take_one_of(U")]】") : scanner.take_one_of(U" :\t\n");
    if (const auto said = marks_note(scanner.rest())) {
      if (said->marks) marks = said->marks;
      closed = true;
      scanner.rewind(scanner.offset() + said->length);
    }
    if (!closed) return stem;
    kind = named;
    return trimmed(scanner.rest());
  }
  return stem;
}

/// "(5分)" and "(限时2分钟)(20分)" behind a stem.
std::string_view without_trailing_marks(std::string_view stem, std::optional<double>& marks) {
  constexpr std::size_t kLongest = 72;  // bytes
  while (last_character(stem) == ')' || last_character(stem) == U'】') {
    const std::string_view end = stem.substr(stem.size() - std::min(kLongest, stem.size()));
    std::size_t open = 0;  // of the last bracket
    for (std::string_view bracket : {"(", "（", "[", "【"})
      if (const std::size_t at = end.rfind(bracket); at != std::string_view::npos) open = std::max(open, at);
    const auto said = marks_note(end.substr(open));
    if (!said || said->length != end.size() - open) return stem;
    if (said->marks) marks = said->marks;
    stem = trimmed(stem.substr(0, stem.size() - said->length));
  }
  return stem;
}

/// "(多选)" "(Choose two)" behind a stem: says the kind and stays.
std::optional<QuestionKind> trailing_kind(std::string_view stem) {
  constexpr std::size_t kLongest = 48;  // bytes
  const std::string_view end = stem.substr(stem.size() - std::min(kLongest, stem.size()));
  if (last_character(end) != ')') return std::nullopt;
  if (contains_any(end, {"hoose two", "hoose three", "hoose all", "elect two", "elect three", "elect all",
                         "HOOSE TWO", "多选", "不定项"}))
    return QuestionKind::kMultiple;
  if (contains_any(end, {"单选", "hoose one", "elect one"})) return QuestionKind::kSingle;
  if (contains_any(end, {"(判断)", "（判断）", "判断题", "rue/False", "rue or False", "rue/false",
                         "rue or false", "(T/F)"}))
    return QuestionKind::kTrueFalse;
  return std::nullopt;
}

/// "✔ 回答正确" "5分" behind a key: what a page says about somebody's answer.
std::string without_verdicts(std::string_view rest) {
  std::string kept;
  for (std::string_view line : split_lines(rest)) {
    line = trimmed(line);
    Scanner scanner(line);
    const bool signed_off = scanner.take_one_of(U"✔✘✓✗√×");
    scanner.skip_blanks();
    const bool verdict = scanner.take("回答正确") || scanner.take("回答错误") || scanner.take("漏选") ||
                         scanner.take("错选") || scanner.take("未作答");
    const bool only_marks = !signed_off && marks_named_in(line) && length_in_code_points(line) <= 5;
    const bool somebodys = starts_with_any(line, {"我的答案", "你的答案", "您的答案", "您选择", "你选择"});
    if ((verdict && trimmed(scanner.rest()).empty()) || only_marks || somebodys || line.empty()) continue;
    if (!kept.empty()) kept += '\n';
    kept += line;
  }
  return kept;
}

/// "故选A" "标准答案为 B、C" as the last line below the options: its key, and the text above it.
struct ClosingKey {
  std::string_view above;
  std::string_view key;
};
std::optional<ClosingKey> take_closing_key(std::string_view written) {
  const std::size_t end = written.rfind('\n');
  if (end == std::string_view::npos) return std::nullopt;
  Scanner scanner(trimmed(written.substr(end)));
  const bool worded = scanner.take("故选") || scanner.take("应选") || scanner.take("因此选") ||
                      scanner.take("本题选") || scanner.take("标准答案") || scanner.take("正确答案") ||
                      scanner.take("参考答案") || scanner.take("答案");
  if (!worded) return std::nullopt;
  scanner.take("为") || scanner.take("是") || scanner.take("选");
  scanner.take_one_of(U":");
  const std::string_view rest = trimmed(scanner.rest());
  const auto key = take_choice_key(rest, {});
  if (!key || !key->rest.empty()) return std::nullopt;
  return ClosingKey{trimmed(written.substr(0, end)), rest};
}

/// 说一次…。✔ The tick is the author's own: nothing in the question can be true or false.
bool is_ticked_request(std::string_view stem) {
  if (!ends_with_any(trimmed(stem), {"✔", "✓", "✅"})) return false;
  return contains_any(stem, {"?", "？"}) ||
         starts_with_any(stem, {"说", "讲", "谈", "聊", "请", "介绍", "描述", "简述", "举", "列举", "手写"});
}

/// Without the buttons 正确 and 错误 on lines of their own below a statement.
std::string_view without_truth_buttons(std::string_view written) {
  std::string_view above = written;
  for (std::size_t buttons = 1;; ++buttons) {
    const std::size_t end = above.rfind('\n');
    if (end == std::string_view::npos) return written;
    const auto word = take_truth_key(above.substr(end));
    if (!word || !word->rest.empty()) return written;
    above = trimmed(above.substr(0, end));
    if (buttons == 2) return above;
  }
}

class StemReader {
 public:
  StemReader(Question& question, std::optional<QuestionKind> named) : question_(question), named_(named) {}

  std::vector<Doubt> read(std::string_view written) {
    part(written);
    question_.stem = unwrapped(without_markup(marked_stem_));
    return tell_kind();
  }

  std::vector<Doubt> read_parted() {
    marked_stem_ = question_.stem;
    return tell_kind();
  }

 private:
  std::vector<Doubt> tell_kind() {
    if (are_truth_options(question_.options) ||
        (named_ == QuestionKind::kTrueFalse && question_.options.empty()))
      read_truth();
    else if (!question_.options.empty())
      read_choice();
    else if (is_choice(named_))
      read_choice_without_options();
    else if (named_ == QuestionKind::kFill)
      read_fill();
    else if (!named_)
      tell_by_answer();
    return std::move(doubts_);
  }

  void part(std::string_view written);
  void take_options_behind_key(StemAndOptions& parted);
  void read_truth();
  void read_choice();
  void read_choice_without_options();
  void read_fill();
  void tell_by_answer();

  void keep(const KeyAndRest& found) {
    question_.answer_key = found.key;
    if (question_.analysis.empty()) question_.analysis = without_verdicts(found.rest);
    question_.answer.clear();
  }
  void keep(KeyInStem found) {
    question_.answer_key = std::move(found.key);
    question_.stem = unwrapped(without_markup(found.stem));
  }
  void doubt(std::string code, std::string english, std::string chinese) {
    doubts_.push_back({std::move(code), {std::move(english), std::move(chinese)}});
  }

  Question& question_;
  std::optional<QuestionKind> named_;
  std::string marked_stem_;
  std::vector<Doubt> doubts_;
};

void StemReader::part(std::string_view written) {
  written = without_leading_kind(without_dangling_emphasis(trimmed(written)), named_, question_.marks);
  if (named_ == QuestionKind::kTrueFalse) written = without_truth_buttons(written);
  if (question_.answer.empty()) {
    if (const auto closing = take_closing_key(written)) {
      question_.answer = std::string(closing->key);
      written = closing->above;
    }
  }
  if (auto boxes = part_checkboxes(written)) {
    marked_stem_ = std::move(boxes->stem);
    question_.options = std::move(boxes->options);
    question_.answer_key = std::move(boxes->key);
  } else if (auto table = part_option_table(written)) {
    marked_stem_ = std::move(table->stem);
    question_.options = std::move(table->options);
    question_.answer_key = std::move(table->emphasised);
  } else {
    StemAndOptions parted = part_options(written);
    const auto key = take_choice_key(question_.answer, {});
    if (is_choice(named_) || (!named_ && key && key->rest.empty())) {
      auto by_lines = part_options_by_lines(written);
      if (by_lines && by_lines->options.size() > parted.options.size()) {
        parted = std::move(*by_lines);
        doubt("guessed-options", "letters of the options were lost: they are given in order",
              "部分选项字母缺失，已按顺序补上");
      }
    }
    if (parted.options.empty()) take_options_behind_key(parted);
    marked_stem_ = std::move(parted.stem);
    question_.options = std::move(parted.options);
    question_.answer_key = std::move(parted.emphasised);
  }
  marked_stem_ =
      std::string(without_trailing_marks(without_dangling_emphasis(trimmed(marked_stem_)), question_.marks));
  const auto kind = trailing_kind(marked_stem_);
  if (kind && is_choice(kind) == !question_.options.empty()) named_ = kind;
}

/// "(答案:B) A.甲 B.乙": the key stands between the stem and its options.
void StemReader::take_options_behind_key(StemAndOptions& parted) {
  StemAndOptions behind = part_options(question_.answer);
  const auto key = behind.options.empty() ? std::nullopt : take_choice_key(behind.stem, behind.options);
  if (!key || !key->rest.empty()) return;
  parted.options = std::move(behind.options);
  question_.answer = std::move(behind.stem);
  while (last_character(parted.stem) == U'【' || last_character(parted.stem) == '(')
    parted.stem.resize(parted.stem.size() - (parted.stem.back() == '(' ? 1 : std::string_view("【").size()));
}

void StemReader::read_truth() {
  const std::vector<Option> options = std::exchange(question_.options, {});
  question_.kind = QuestionKind::kTrueFalse;
  const auto truth_of = [&](const std::string& letter) {
    for (const Option& option : options)
      if (option.letter == letter) return take_truth_key(option.text)->key;
    return std::vector<std::string>();
  };
  const std::vector<std::string> ticked = std::exchange(question_.answer_key, {});
  const auto by_letter = options.empty() ? std::nullopt : take_choice_key(question_.answer, options);
  if (by_letter && by_letter->key.size() == 1) {
    keep({truth_of(by_letter->key.front()), by_letter->rest});
  } else if (const auto found = take_truth_key(question_.answer)) {
    keep(*found);
  } else if (ticked.size() == 1) {
    question_.answer_key = truth_of(ticked.front());
  } else if (question_.answer.empty()) {
    if (auto in_stem = take_truth_from_stem(question_.stem)) keep(std::move(*in_stem));
  }
}

void StemReader::read_choice() {
  if (const auto found = take_choice_key(question_.answer, question_.options))
    keep(*found);
  else if (question_.answer.empty() && question_.answer_key.empty())
    if (auto in_stem = take_choice_from_stem(marked_stem_, question_.options)) keep(std::move(*in_stem));
  const bool many = question_.answer_key.size() > 1;
  question_.kind =
      many || named_ == QuestionKind::kMultiple ? QuestionKind::kMultiple : QuestionKind::kSingle;
}

void StemReader::read_choice_without_options() {
  const auto found = take_choice_key(question_.answer, {});
  if (!found && !question_.answer.empty()) return;
  question_.kind = *named_;
  question_.stem = without_markup(marked_stem_);  // its lines may be the options
  if (found) keep(*found);
  doubt("no-options", "the options of this question could not be told apart", "这道选择题的选项无法分清");
}

void StemReader::read_fill() {
  question_.kind = QuestionKind::kFill;
  question_.answer = without_verdicts(question_.answer);
  if (question_.answer.empty()) {
    if (auto in_stem = take_fills_from_stem(marked_stem_)) return keep(std::move(*in_stem));
  }
  question_.stem = with_visible_blanks(question_.stem);
  const std::size_t blanks = count_blanks(question_.stem);
  question_.answer_key = fill_key(std::exchange(question_.answer, {}), blanks);
  const std::size_t keys = question_.answer_key.size();
  if (keys > 0 && blanks != keys)
    doubt("guessed-key",
          "this question has " + std::to_string(blanks) + " blanks and " + std::to_string(keys) + " answers",
          "本题有 " + std::to_string(blanks) + " 个空，读到 " + std::to_string(keys) + " 个答案");
}

void StemReader::tell_by_answer() {
  constexpr std::size_t kLongestFill = 60;   // code points
  constexpr std::size_t kLongestTruth = 12;  // code points
  const std::size_t length = length_in_code_points(question_.answer);
  const bool states = !asks(question_.stem);
  if (question_.answer.empty()) {
    auto in_stem = is_ticked_request(question_.stem) ? std::nullopt : take_truth_from_stem(question_.stem);
    if (in_stem) {
      question_.kind = QuestionKind::kTrueFalse;
      keep(std::move(*in_stem));
    } else if (auto word = states && question_.code.empty() ? take_named_word(marked_stem_) : std::nullopt) {
      question_.kind = QuestionKind::kFill;
      keep(std::move(*word));
      doubt("guessed-key", "the words in bold were taken for the answer", "以粗体文字为答案");
    } else if (states && question_.stem.find("__") != std::string::npos) {
      question_.kind = QuestionKind::kFill;
    }
    return;
  }
  if (question_.stem.find("__") != std::string::npos && length <= kLongestFill) return read_fill();
  // 对 or × as the whole answer says what kind of question it was; with a reason behind it, a statement does.
  const bool is_letter = question_.answer == "A" || question_.answer == "B";
  const auto truth = is_letter ? std::nullopt : take_truth_key(question_.answer);
  const bool with_reason = states && starts_with_any(question_.answer, {"正确", "错误", "不正确", "√", "×",
                                                                        "True", "False", "TRUE", "FALSE"});
  if (truth && (truth->rest.empty() ? length <= kLongestTruth : with_reason)) {
    question_.kind = QuestionKind::kTrueFalse;
    keep(*truth);
  }
}

}  // namespace

std::vector<Doubt> read_stem(Question& question, std::optional<QuestionKind> named,
                             std::string_view written) {
  return StemReader(question, named).read(written);
}

std::vector<Doubt> read_key(Question& question, std::optional<QuestionKind> named) {
  return StemReader(question, named).read_parted();
}

}  // namespace rehearse
