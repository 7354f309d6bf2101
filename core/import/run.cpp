#include "core/import/run.h"

#include <algorithm>
#include <optional>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"
#include "core/import/surroundings.h"

namespace rehearse {
namespace {

/// Behind one of these a run-together text may begin something new.
bool closes_something(char32_t c) {
  static const CharacterSet closing(U";:)]\"'}”’】》〉。!?…！？√×");
  return closing.has(c);
}

/// Numbers that were met and may still go on: those of the questions, and inside them those of a list.
class Chains {
 public:
  bool goes_on(std::size_t number) const {
    return std::any_of(last_.begin(), last_.end(), [&](std::size_t last) { return last + 1 == number; });
  }
  void add(std::size_t number) {
    constexpr std::size_t kDeepest = 8;
    while (!last_.empty() && last_.back() + 1 != number && (number != 1 || last_.size() >= kDeepest))
      last_.pop_back();
    if (number == 1 || last_.empty())
      last_.push_back(number);
    else
      last_.back() = number;
  }

 private:
  std::vector<std::size_t> last_;
};

/// 单选题, 案例分析题 and so on at the start of `text`: bytes, 0 for none.
std::size_t kind_word_length(std::string_view text) {
  for (std::string_view word : {"单项选择题", "多项选择题", "不定项选择题", "单选题", "多选题", "判断题",
                                "填空题", "简答题", "问答题", "案例分析题", "案例题", "论述题"})
    if (starts_with(text, word)) return word.size();
  return 0;
}

constexpr std::u32string_view kFirstOfNumber = U"0123456789第题问題問Qq【[";
constexpr std::u32string_view kFirstOfKind = U"单多不判填简问案论";

/// False for most characters: one look-up for each.
bool may_begin_mark(char32_t c) {
  static const CharacterSet first = [] {
    CharacterSet characters(kFirstOfNumber);
    for (char32_t kind : kFirstOfKind) characters.add(kind);
    characters.add(U'附');  // 附：参考答案
    for (char32_t other = 1; other < 0x10000; ++other)
      if (may_begin_section_mark(other) || may_begin_label(other)) characters.add(other);
    return characters;
  }();
  return first.has(c);
}

/// False for nearly all characters: they neither may begin a mark nor say what the next one stands behind.
bool tells_something(char32_t c) {
  static const CharacterSet telling = [] {
    CharacterSet characters(U" 。!?…”");
    for (char32_t other = 1; other < 0x10000; ++other)
      if (may_begin_mark(other)) characters.add(other);
    return characters;
  }();
  return telling.has(c);
}

/// (共3题,每题20分) or (共40分) at the end of `text`.
bool counts_questions(std::string_view text) {
  const std::size_t half = text.rfind('(');
  const std::size_t full = text.rfind("（");
  const std::size_t open = half == std::string_view::npos ? full : half;
  if (open == std::string_view::npos) return false;
  const std::string_view bracket = text.substr(open);
  const bool in_all = contains_any(bracket, {"共", "总", "合计"}) && contains_any(bracket, {"分"});
  return bracket.find_first_of("0123456789") != std::string_view::npos &&
         (in_all || contains_any(bracket, {"题", "題"}));
}

class RunSplitter {
 public:
  explicit RunSplitter(std::string_view line) : line_(line) {}

  std::vector<std::size_t> points() {
    while (at_ < line_.size()) {
      std::size_t next = at_;
      const char32_t c = folded(next_code_point(line_, next));
      if (!tells_something(c)) {
        second_before_ = before_;
        before_ = c;
        is_behind_blank_ = false;
        at_ = next;
        continue;
      }
      if (may_begin_mark(c) && (take_number(c) || take_section(c) || take_kind_heading(c) || take_label(c)))
        continue;
      is_behind_blank_ = c == ' ';
      if (c != ' ') {
        second_before_ = before_;
        before_ = c;
      }
      if (ends_sentence(c) || c == U'”') closed_at_ = next;
      sentence_ended_ = sentence_ended_ || c == U'。' || c == '?' || c == '!';
      at_ = next;
    }
    return points_;
  }

 private:
  std::string_view rest() const { return line_.substr(at_); }
  bool at_start() const { return at_ == points_.back(); }
  /// A block begins here.
  void begin() {
    marked_ = true;
    if (at_ > points_.back() && at_ < line_.size()) points_.push_back(at_);
  }
  /// What stands at the place is read; `c` is what the following text sees before it.
  void move(std::size_t length, char32_t c) {
    at_ += length;
    before_ = c;
    is_behind_blank_ = false;
  }

  /// 组织协调类 between a sentence and a number: a block of its own.
  void begin_group_name() {
    if (closed_at_ <= points_.back() || at_ == closed_at_) return;
    if (is_name_of_group(line_.substr(closed_at_, at_ - closed_at_))) points_.push_back(closed_at_);
  }

  /// 应急应变题 stands between the end of a sentence and here.
  bool is_behind_group_name() const {
    constexpr std::size_t kLongest = 36;  // bytes
    return before_ != 0 && closed_at_ > 0 && at_ > closed_at_ && at_ - closed_at_ <= kLongest &&
           is_name_of_group(line_.substr(closed_at_, at_ - closed_at_));
  }

  /// A full stop closes an English sentence; between digits it is a decimal point.
  bool is_closed_before() const {
    const bool full_stop =
        before_ == '.' && (is_behind_blank_ || !(second_before_ >= '0' && second_before_ <= '9'));
    return at_start() || closes_something(before_) || full_stop;
  }

  /// Only the title stands before: nothing was marked and no sentence has ended.
  bool is_behind_title() const {
    constexpr std::size_t kLongestTitle = 240;  // bytes
    return !marked_ && at_ > 0 && at_ <= kLongestTitle && !sentence_ended_ && before_ != '(';
  }

  /// Between the last label and here stands a whole key: 答案:正确4.… needs no full stop.
  bool is_behind_key() const {
    constexpr std::size_t kLongestKey = 20;  // bytes
    if (behind_label_ >= at_ || at_ - behind_label_ > kLongestKey) return false;
    const std::string_view key = trimmed(line_.substr(behind_label_, at_ - behind_label_));
    for (std::string_view word : {"正确", "错误", "对", "错", "√", "×", "True", "False", "T", "F"})
      if (key == word) return true;
    return !key.empty() && key.find_first_not_of("ABCDEFGH,、 ") == std::string_view::npos;
  }

  bool may_begin_number(const NumberMark& mark) const {
    if (mark.may_be_decimal && at_ > 0 && !chains_.goes_on(mark.number)) return false;
    if (is_closed_before() || is_behind_key()) return true;
    const bool goes_on = chains_.goes_on(mark.number);
    const bool worded = mark.style == NumberMark::Style::kWorded || goes_on || mark.number == 1;
    const bool closed = mark.length > 0 && line_[at_ + mark.length - 1] == ':';
    if (worded && mark.says_question &&
        (mark.marks || mark.kind || closed || label(rest().substr(mark.length))))
      return true;
    if (mark.number == 1 && !mark.may_be_decimal && is_behind_group_name()) return true;
    if (is_behind_title() && mark.number == 1 && !mark.may_be_decimal &&
        mark.style == NumberMark::Style::kPlain)
      return true;
    // A number among words, but the one that is due: the closing sign was lost.
    static const CharacterSet no_boundary(U"0123456789.,-~+/*=<>%(第共约近达为至到等于在有是个的每超过Qq");
    const bool letter = (before_ >= 'a' && before_ <= 'z') || (before_ >= 'A' && before_ <= 'Z');
    return mark.style == NumberMark::Style::kPlain && !mark.may_be_decimal && !letter &&
           (is_behind_blank_ || !no_boundary.has(before_)) && goes_on;
  }

  bool take_number(char32_t c) {
    static const CharacterSet first(kFirstOfNumber);
    if (!first.has(c) || (before_ >= '0' && before_ <= '9' && !at_start() && !is_behind_blank_)) return false;
    const auto number = possible_number_mark(rest());
    if (!number || !may_begin_number(*number)) return false;
    if (!at_start() && number->style == NumberMark::Style::kBracketed) return false;
    begin_group_name();
    begin();
    if (!number->may_be_decimal) chains_.add(number->number);
    // "1.答案:B": the label is a block of its own.
    const auto found = label(rest().substr(number->length));
    move(number->length, 0);
    if (found && found->has_colon) begin();
    return true;
  }

  /// A number that questions below a heading may begin with, or a table of keys.
  bool leads_to_number(std::string_view text) const {
    const auto number = number_mark(text);
    if (number) return number->number == 1 || chains_.goes_on(number->number);
    Scanner scanner(text);
    if (!scanner.take_digits()) return false;
    const bool range = scanner.take_one_of(U"-~—–～") && scanner.take_digits();
    return range || (scanner.take_one_of(U":") && scanner.take_one_of(U"ABCDEFGH√×"));
  }

  /// Bytes up to the number behind a title of at most 60 characters that is no sentence; 0 for none.
  std::size_t title_length(std::string_view text) const {
    constexpr std::size_t kLongestTitle = 60;  // code points
    Scanner scanner(text);
    char32_t before = 0;
    for (std::size_t i = 0; i < kLongestTitle && !scanner.at_end(); ++i) {
      const char32_t c = scanner.peek();
      const bool digit = (c >= '0' && c <= '9') || c == U'第' || c == U'题';
      // Behind 单选题 or a bracket any number may go on: answers stand in the order of their questions.
      const bool behind_kind = (before == U'题' || before == ')') && number_mark(scanner.rest());
      if (i > 1 && digit && (behind_kind || leads_to_number(scanner.rest()))) return scanner.offset();
      before = scanner.take();
      // 一、专业能力题(共3题,每题20分)要求:…: the bracket that counts ends the title.
      if (before == ')' && counts_questions(text.substr(0, scanner.offset()))) return scanner.offset();
      if (ends_sentence(before)) return 0;
    }
    return 0;
  }

  bool take_section(char32_t c) {
    if (!may_begin_section_mark(c)) return false;
    // English words are parted by blanks; a section begins behind a sentence or the title.
    if (c < 0x80 && c != '(' && !(is_behind_blank_ && (is_closed_before() || is_behind_title())) &&
        !at_start())
      return false;
    const auto mark = section_mark(rest());
    if (!mark || mark->is_bracketed) return false;
    const std::string_view behind = rest().substr(mark->length);
    if (const std::size_t length = at_start() ? 0 : answer_heading_length(behind)) {  // 二、参考答案
      begin();
      move(mark->length + length, ':');
      begin();
      return true;
    }
    const auto keys = possible_number_mark(behind);  // 第二部分 9.× 10.√
    const bool number_follows = keys && !keys->may_be_decimal;
    const bool no_title = (starts_with(rest(), "第") && (leads_to_number(behind) || number_follows)) ||
                          (at_ == 0 && number_follows && keys->style == NumberMark::Style::kPlain);
    const std::size_t title = no_title ? 0 : title_length(behind);
    if (title > 0 || no_title) {
      begin();
      move(mark->length + title, ')');
      begin();
      return true;
    }
    // 一、 二、 may number the questions themselves.
    const bool goes_on = mark->number == 1 || mark->number == last_chinese_ + 1;
    if (!goes_on || !(is_closed_before() || (is_behind_title() && mark->number == 1))) return false;
    last_chinese_ = mark->number;
    begin();
    move(mark->length, ')');
    return true;
  }

  /// 单选题(每题2分)1、: a section without a numeral.
  bool take_kind_heading(char32_t c) {
    static const CharacterSet first(kFirstOfKind);
    const std::size_t word = first.has(c) ? kind_word_length(rest()) : 0;
    if (word == 0 || before_ == U'、' || before_ == '(') return false;
    Scanner scanner(rest());
    scanner.rewind(word);
    constexpr std::size_t kLongestBracket = 90;  // bytes
    if (scanner.take_one_of(U"(")) {
      while (!scanner.at_end() && scanner.offset() < word + kLongestBracket && scanner.peek() != ')')
        scanner.take();
      if (!scanner.take_one_of(U")")) return false;
    }
    if (!leads_to_number(scanner.rest())) return false;
    begin();
    move(scanner.offset(), ')');
    begin();
    return true;
  }

  /// A label in mid-line must be a word nobody uses in a sentence before a colon.
  bool is_label_here(const Label& found) {
    if (!found.has_colon || found.part == Part::kStem) return false;
    if (is_closed_before() || is_behind_blank_ || before_ == '.' || before_ == U'、') return true;
    const char first = line_[at_];
    const bool lower_before = before_ >= 'a' && before_ <= 'z';
    if (first >= 'A' && first <= 'Z' && !lower_before) return true;
    const bool plain_word =
        starts_with_any(rest(), {"答案", "参考答案", "正确答案", "标准答案", "解析", "答案解析", "评分标准",
                                 "答题要点", "参考要点", "案例材料", "我的答案", "【"});
    static const CharacterSet joins(U"的与及和该此其看按据为是考标正好出写找有得给个");
    if (joins.has(before_)) return false;
    if (plain_word || first == '[') return true;
    // 参考回答: is no word of a sentence; 答: is the label that parted the questions before.
    constexpr std::size_t kLongWord = 12;  // bytes: four characters
    static const CharacterSet endings(U"回问解应作抢对");
    if (found.part != Part::kAnswer) return false;
    return found.length > kLongWord ||
           (!endings.has(before_) && starts_with(rest(), "答") && parts_questions(short_labels_, "答"));
  }

  /// "答案与解析" run together with the section or the first number behind it: its length, else 0.
  std::size_t answer_heading_length(std::string_view text) const {
    constexpr std::size_t kLongestGroup = 40;  // bytes
    for (std::string_view word :
         {"附：参考答案", "附:参考答案", "参考答案与评分标准", "参考答案及评分标准", "参考答案部分",
          "参考答案如下", "答案部分",    "参考答案与解析",     "参考答案及解析",     "答案与解析",
          "答案及解析",   "答案解析",    "参考答案",           "标准答案",           "试题答案",
          "附：答案",     "附:答案",     "答案速查",           "SUGGESTED ANSWERS",  "Suggested answers",
          "Answer key"}) {
      if (!starts_with(text, word)) continue;
      const std::string_view behind = trimmed(text.substr(word.size()));
      const auto number = number_mark(behind);
      const auto section = section_mark(behind);
      const std::size_t digit = behind.substr(0, kLongestGroup).find('1');
      const bool group = digit != std::string_view::npos && is_name_of_group(behind.substr(0, digit)) &&
                         number_mark(behind.substr(digit));
      const bool leads = group || (number && number->number == 1) || kind_word_length(behind) > 0 ||
                         (section && !section->is_bracketed &&
                          (title_length(behind.substr(section->length)) > 0 || section->number == 1));
      return leads ? word.size() : 0;
    }
    // 答案一、单选题: the bare word needs the name of a kind behind it.
    constexpr std::string_view kBareWord = "答案";
    if (!starts_with(text, kBareWord)) return 0;
    const std::string_view behind = text.substr(kBareWord.size());
    const auto section = section_mark(behind);
    const bool names_kind =
        section && section->is_plain && kind_word_length(behind.substr(section->length)) > 0;
    return names_kind || kind_word_length(behind) > 0 ? kBareWord.size() : 0;
  }

  /// 参考答案 between two sentences, several times in the line: it stood on lines of its own. Bytes, else 0.
  std::size_t bare_label_length() {
    static const CharacterSet joins(U"的与及和该此其看按据为是与附");
    static const CharacterSet goes_on(U":为是与及和的(解]】");
    if (joins.has(before_)) return 0;
    for (std::string_view word : {"参考答案", "标准答案", "正确答案"}) {
      if (!starts_with(rest(), word)) continue;
      const bool alone = !goes_on.has(Scanner(rest().substr(word.size())).peek());
      return alone && parts_questions(bare_labels_, word) ? word.size() : 0;
    }
    return 0;
  }

  /// The word stands behind closed sentences at least so often; counted when first asked.
  bool parts_questions(std::optional<std::size_t>& count, std::string_view word) const {
    constexpr std::size_t kSeveral = 2;
    if (!count) {
      count = 0;
      for (std::size_t at = line_.find(word); at != std::string_view::npos; at = line_.find(word, at + 1))
        if (ends_sentence(last_character(line_.substr(0, at)))) ++*count;
    }
    return *count >= kSeveral;
  }

  bool take_label(char32_t c) {
    static const CharacterSet joins(U"及与和含附带的");
    if (!may_begin_label(c) && c != 'S' && c != 'A' && c != U'附') return false;
    const auto is_lower = [](char32_t letter) { return letter >= 'a' && letter <= 'z'; };
    if (is_lower(c) && is_lower(before_) && !is_behind_blank_ && !at_start()) return false;  // inside a word
    const bool may_be_heading = !at_start() && !joins.has(before_);
    if (const std::size_t length = may_be_heading ? answer_heading_length(rest()) : 0) {
      begin();
      move(length, ':');
      begin();
      return true;
    }
    if (const std::size_t length = bare_label_length()) {
      begin();
      move(length, ':');
      begin();
      return true;
    }
    const auto found = label(rest());
    if (!found || !(at_start() || is_label_here(*found))) return false;
    // 答 with a blank for its colon is a label only together with what follows.
    const bool stands_alone = label(trimmed(rest().substr(0, found->length))).has_value();
    begin();
    move(found->length, ':');
    if (found->has_colon && stands_alone) begin();
    behind_label_ = found->part == Part::kAnswer ? at_ : line_.size();
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::vector<std::size_t> points_{0};
  char32_t before_ = 0;  // the character before, blanks left out
  char32_t second_before_ = 0;
  bool is_behind_blank_ = false;
  bool sentence_ended_ = false;
  std::size_t closed_at_ = 0;                                // behind the last sign that ends a sentence
  bool marked_ = false;                                      // a block was begun
  std::size_t behind_label_ = static_cast<std::size_t>(-1);  // where the text of the last answer label begins
  std::optional<std::size_t> bare_labels_;                   // 参考答案 behind sentences
  std::optional<std::size_t> short_labels_;                  // 答 behind sentences
  Chains chains_;
  std::size_t last_chinese_ = 0;
};

}  // namespace

std::vector<std::size_t> begins_in_run(std::string_view line) { return RunSplitter(line).points(); }

}  // namespace rehearse
