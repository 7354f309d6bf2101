#include "gui/commands/study_page.h"

#include <array>
#include <cmath>

#include "core/base/text.h"
#include "gui/commands/wrapped.h"

namespace rehearse {
namespace {

// Around what was found in a typed answer: what a terminal without colours shows, too.
constexpr const char *kMarkBegin = "【", *kMarkEnd = "】";

const Words kNew{"new: read it point by point, then say it", "新题：逐条读一遍，再自己说一遍"};
const Words kMarks{"marks", "分"};
const Words kMinutes{"min", "分钟"};
const Words kHidden{"(hidden)", "（未显示）"};
const Words kAnswer{"answer", "参考答案"};
const Words kAnalysis{"analysis", "解析"};
const Words kCriteria{"criteria", "评分标准"};
const Words kYourAnswer{"your answer", "你的答案"};
const Words kKey{"key", "正确答案"};
const Words kRight{"right", "正确"};
const Words kWrong{"wrong", "错误"};
const Words kGrade{"grade", "评分"};
const Words kRead{"read", "读过"};
const Words kNoKey{"the document does not say what is right: grade yourself", "文档没有给出答案，请自己评分"};
const Words kStored{"stored: ", "已保存："};
const Words kAgainIn{", again in ", "，下次在 "};
const Words kDay{" day", " 天后"};
const Words kDays{" days", " 天后"};
const Words kRecallKeys{
    "Space show · A all · 1-9,0 tick · Left/Right or Alt+0-5 grade · Enter next · t type · u undo · q leave",
    "空格 显示 · A 全部 · 1-9,0 打勾 · ←/→ 或 Alt+0-5 评分 · Enter 下一张 · t 打字作答 · u 撤销 · q 离开"};
const Words kTypedKeys{"type your answer · Enter check · Ctrl+Z undo · Esc speak instead",
                       "输入你的答案 · Enter 核对 · Ctrl+Z 撤销 · Esc 改为口答"};
const Words kCoveredKeys{
    "1-9,0 change a tick · Left/Right or Alt+0-5 grade · Enter next · t speak instead · u undo · q leave",
    "1-9,0 改打勾 · ←/→ 或 Alt+0-5 评分 · Enter 下一张 · t 改为口答 · u 撤销 · q 离开"};
const Words kChoiceKeys{"1-9 choose · Enter check, then next · u undo · q leave",
                        "1-9 选择 · Enter 核对，再按下一张 · u 撤销 · q 离开"};
const Words kFillKeys{"type, several blanks divided by ; · Enter check, then next · Ctrl+Z undo · Esc leave",
                      "输入答案，多个空用 ; 分开 · Enter 核对，再按下一张 · Ctrl+Z 撤销 · Esc 离开"};
const std::array<Words, 6> kGrades{Words{"0 blank", "0 空白"},  Words{"1 familiar", "1 眼熟"},
                                   Words{"2 almost", "2 差点"}, Words{"3 hard", "3 吃力"},
                                   Words{"4 good", "4 顺利"},   Words{"5 perfect", "5 完美"}};

std::string tick_mark(const PointProgress& point) {
  if (!point.tick) return "[ ]";
  switch (*point.tick) {
    case PointResult::kRecalled: return "[x]";
    case PointResult::kHint: return "[~]";
    case PointResult::kMissed: return "[-]";
  }
  return "[ ]";
}

/// The parts of the typed answer, each between marks, in one line.
std::string marked(std::string_view typed, const std::vector<SourceSpan>& spans) {
  std::string text;
  std::size_t at = 0;
  for (const SourceSpan& span : spans) {
    text += std::string(typed.substr(at, span.begin - at)) + kMarkBegin +
            std::string(typed.substr(span.begin, span.end - span.begin)) + kMarkEnd;
    at = span.end;
  }
  return text + std::string(typed.substr(at));
}

class Page {
 public:
  Page(const Sitting& sitting, AnswerBy answer_by, Language language, std::size_t columns)
      : sitting_(sitting),
        question_(sitting.card().question),
        answer_by_(answer_by),
        language_(language),
        columns_(columns) {}

  /// What the check of a typed answer says, for who saw the card already.
  std::string coverage() {
    if (sitting_.coverage().empty()) return "";
    points();
    return page_;
  }

  std::string text() {
    head();
    line(question_.stem, 0);
    if (!question_.code.empty()) page_ += question_.code + "\n";
    page_ += "\n";
    if (sitting_.card().kind == CardKind::kChoice)
      choices();
    else
      points();
    return page_;
  }

 private:
  void line(std::string_view text, std::size_t indent) { page_ += wrapped(text, columns_, indent) + "\n"; }

  void labelled(const Words& label, std::string_view text) {
    if (text.empty()) return;
    page_ += std::string(label.in(language_)) + ": ";
    line(text, 2);
  }

  void head() {
    const SittingCounts left = sitting_.counts();
    page_ += std::to_string(sitting_.position() + 1) + "/" + std::to_string(sitting_.length()) + "  " +
             sitting_.card().deck_title;
    if (!question_.section.empty()) page_ += " · " + question_.section;
    if (question_.marks) {
      std::string marks = std::to_string(*question_.marks);
      marks.erase(marks.find_last_not_of('0') + 1);
      if (marks.back() == '.') marks.pop_back();
      page_ += " · " + marks + " " + kMarks.in(language_);
    }
    if (question_.time_limit)
      page_ += " · " +
               std::to_string(std::chrono::ceil<std::chrono::minutes>(*question_.time_limit).count()) + " " +
               kMinutes.in(language_);
    page_ += "  (" + std::to_string(left.fresh) + " · " + std::to_string(left.missed) + " · " +
             std::to_string(left.due) + ")\n";
    if (sitting_.is_first_meeting()) page_ += std::string(kNew.in(language_)) + "\n";
    page_ += "\n";
  }

  void points() {
    const auto& points = sitting_.points();
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (sitting_.card().asked && *sitting_.card().asked != i) continue;
      page_ += tick_mark(points[i]) + " " + digit_of(i) + " ";
      if (!points[i].shown) {
        page_ += std::string(kHidden.in(language_)) + "\n";
        continue;
      }
      line(question_.points[i].cue, 6);
      if (!question_.points[i].detail.empty()) {
        page_ += std::string(6, ' ');
        line(question_.points[i].detail, 6);
      }
      if (!sitting_.coverage().empty()) covered(sitting_.coverage()[i]);
    }
    if (answer_by_ == AnswerBy::kTyping) labelled(kYourAnswer, sitting_.typed_answer() + "_");
    if (!sitting_.coverage().empty())
      labelled(kYourAnswer,
               marked(sitting_.typed_answer(), all_matched(sitting_.card(), sitting_.coverage())));
    if (!sitting_.all_points_shown()) return;
    // On a point card the notes would give the other points away.
    if (!sitting_.card().asked) notes();
    if (!sitting_.is_only_read()) grade();
  }

  /// How much of a point was typed, and by which words.
  void covered(const PointCoverage& coverage) {
    std::string words;
    for (const SourceSpan& span : coverage.matched)
      words +=
          (words.empty() ? ": " : " · ") + sitting_.typed_answer().substr(span.begin, span.end - span.begin);
    page_ += std::string(6, ' ');
    line(std::to_string(std::lround(coverage.coverage * 100)) + "%" + words, 6);
  }

  /// The key that ticks a point. The only one of a point card is ticked by 1; from the eleventh on there is
  /// none.
  std::string digit_of(std::size_t point) const {
    if (sitting_.card().asked) return "1";
    return point < 10 ? std::to_string((point + 1) % 10) : " ";
  }

  void notes() {
    if (question_.points.empty()) labelled(kAnswer, question_.answer);
    labelled(kAnalysis, question_.analysis);
    for (const std::string& criterion : question_.criteria) labelled(kCriteria, criterion);
  }

  void grade() {
    page_ += "\n" + kGrade.in(language_) + ": " + grade_words(sitting_.grade_to_give()).in(language_) + "\n";
  }

  void choices() {
    const auto options = sitting_.choices();
    const bool truth = question_.kind == QuestionKind::kTrueFalse;
    for (std::size_t i = 0; i < options.size(); ++i) {
      page_ += std::string(sitting_.chosen()[i] ? "[x] " : "[ ] ") + std::to_string(i + 1) + " " +
               options[i].letter + ". ";
      line(truth ? (i == 0 ? kRight : kWrong).in(language_) : options[i].text, 6);
    }
    if (sitting_.is_typed()) labelled(kYourAnswer, sitting_.typed_answer() + "_");
    if (!sitting_.is_checked()) return;
    std::string key;
    for (const std::string& part : question_.answer_key) key += (key.empty() ? "" : " · ") + part;
    const Words& verdict = !sitting_.has_key() ? kNoKey : sitting_.is_right() ? kRight : kWrong;
    page_ += "\n" + verdict.in(language_) + "\n";
    labelled(kKey, key);
    notes();
    grade();
  }

  const Sitting& sitting_;
  const Question& question_;
  AnswerBy answer_by_;
  Language language_;
  std::size_t columns_;
  std::string page_;
};

}  // namespace

std::string card_page(const Sitting& sitting, AnswerBy answer_by, Language language, std::size_t columns) {
  return Page(sitting, answer_by, language, columns).text();
}

std::string coverage_lines(const Sitting& sitting, Language language, std::size_t columns) {
  return Page(sitting, AnswerBy::kSpeaking, language, columns).coverage();
}

const Words& grade_words(Quality quality) { return kGrades[static_cast<std::size_t>(quality)]; }

std::string stored_line(const Sitting& sitting, int interval_days, Language language) {
  const Words& grade = sitting.is_only_read() ? kRead : grade_words(sitting.grade_to_give());
  return kStored.in(language) + grade.in(language) + kAgainIn.in(language) + std::to_string(interval_days) +
         (interval_days == 1 ? kDay : kDays).in(language);
}

std::string keys_line(const Sitting& sitting, AnswerBy answer_by, Language language) {
  if (sitting.card().kind == CardKind::kChoice)
    return (sitting.is_typed() ? kFillKeys : kChoiceKeys).in(language);
  if (!sitting.coverage().empty()) return kCoveredKeys.in(language);
  return (answer_by == AnswerBy::kTyping ? kTypedKeys : kRecallKeys).in(language);
}

}  // namespace rehearse
