#include "gui/commands/interview_page.h"

#include "gui/commands/interview_report.h"
#include "gui/commands/wrapped.h"

namespace rehearse {
namespace {

const Words kTitle{"Mock interview", "模拟面试"};
const Words kQuestions{" questions", " 题"};
const Words kOneQuestion{" question", " 题"};
const Words kMarks{" marks", " 分"};
const Words kBegin{
    "Each question has its time. Answer aloud, then see the reference answer and mark yourself item by item.",
    "每题限时。先出声作答，再看参考答案，按评分标准逐项给自己打分。"};
const Words kBeginKeys{"Enter begin, the time runs from then on · q leave",
                       "Enter 开始（同时开始计时）· q 离开"};
const Words kLeft{" left", "剩余 "};
const Words kColon{": ", "："};
const Words kOverBy{"over time by ", "已超时 "};
const Words kSpent{"spent ", "用时 "};
const Words kOf{" of ", " / "};
const Words kAnswering{"Enter done · s nothing to say · b back · q leave",
                       "Enter 答完 · s 答不上来 · b 上一题 · q 离开"};
const Words kPoints{"Key points:", "参考要点："};
const Words kWhichMissed{"Key points: which were missed?", "参考要点：漏说了哪些？"};
const Words kAnswer{"Reference answer", "参考答案"};
const Words kAnalysis{"Analysis", "解析"};
const Words kKey{"Right", "正确答案"};
const Words kCriteria{"Criteria", "评分标准"};
const Words kMarkedBy{"Marked by its points", "按要点给分"};
const Words kMarkedWhole{"Marked as a whole", "整体给分"};
const Words kTheWhole{"the whole answer", "整个回答"};
const Words kItemKeys{"0-9 marks · Enter full · Left/Right half a mark · Up/Down move · b back · q leave",
                      "0-9 得分 · Enter 满分 · ←/→ 半分 · ↑/↓ 移动 · b 上一题 · q 离开"};
const Words kPointKeys{"1-9,0 or Space: this point was missed · Up/Down move · Enter next · b back · q leave",
                       "1-9,0 或空格 标出漏说的要点 · ↑/↓ 移动 · Enter 下一题 · b 上一题 · q 离开"};
const Words kNextKeys{"Enter next · Up change the marks · b back · q leave",
                      "Enter 下一题 · ↑ 改分 · b 上一题 · q 离开"};
const Words kFinishedKeys{"Enter keep the report · b mark the last question again · q leave",
                          "Enter 保存成绩 · b 改最后一题的分 · q 离开"};
const Words kLeaving{"k keep what is marked · d throw it away · any other key goes on",
                     "k 保存已打分的题 · d 放弃 · 其他键继续"};
const Words kLeavingEmpty{"no question is marked to the end yet: d leave · any other key goes on",
                          "还没有打完分的题：d 离开 · 其他键继续"};

std::string count_text(std::size_t questions, Language language) {
  return std::to_string(questions) + (questions == 1 ? kOneQuestion : kQuestions).in(language);
}

/// Once it was answered: the time it took, and by how much that is too long.
std::string spent_text(const MockInterview& interview, Language language) {
  const auto spent = interview.spent({}), over = spent - interview.asked().limit;
  std::string text =
      kSpent.in(language) + clock_text(spent) + kOf.in(language) + clock_text(interview.asked().limit);
  if (over > std::chrono::milliseconds{0}) text += " · " + kOverBy.in(language) + clock_text(over);
  return text;
}

class Page {
 public:
  Page(const MockInterview& interview, Language language, std::size_t columns)
      : interview_(interview),
        question_(interview.question().question),
        rubric_(interview.asked().rubric),
        language_(language),
        columns_(columns) {}

  std::string asked() {
    head();
    stem();
    options();
    return page_;
  }

  std::string marking(const MarkingCursor::Place& place) {
    head();
    line(spent_text(interview_, language_), 0);
    page_ += "\n";
    stem();
    key_and_options();
    // What the keys are for stands last: that is what a low terminal shows.
    const bool has_points = asks_for_points(interview_);
    if (has_points && place.item < rubric_.items.size()) {
      points(kPoints, place);
      page_ += "\n";
      notes();
      items(place);
    } else {
      notes();
      items(place);
      if (!has_points) return page_;
      page_ += "\n";
      points(kWhichMissed, place);
    }
    return page_;
  }

 private:
  const std::string& in(const Words& words) const { return words.in(language_); }
  void line(std::string_view text, std::size_t indent) { page_ += wrapped(text, columns_, indent) + "\n"; }

  void head() {
    std::string text = std::to_string(interview_.position() + 1) + "/" + std::to_string(interview_.length());
    if (!question_.section.empty()) text += " · " + question_.section;
    text += " · " + marks_text(rubric_.marks) + in(kMarks) + " · " + clock_text(interview_.asked().limit);
    line(text, 0);
    page_ += "\n";
  }

  void stem() {
    line(question_.stem, 0);
    if (!question_.code.empty()) page_ += question_.code + "\n";
    page_ += "\n";
  }

  void options() {
    for (const Option& option : question_.options) line(option.letter + ". " + option.text, 3);
    if (!question_.options.empty()) page_ += "\n";
  }

  void labelled(const Words& label, std::string_view text) {
    if (text.empty()) return;
    page_ += in(label) + in(kColon) + "\n  ";
    line(text, 2);
    page_ += "\n";
  }

  void key_and_options() {
    options();
    std::string key;
    for (const std::string& part : question_.answer_key) key += (key.empty() ? "" : " · ") + part;
    labelled(kKey, key);
  }

  void notes() {
    if (question_.points.empty()) labelled(kAnswer, question_.answer);
    labelled(kAnalysis, question_.analysis);
  }

  void points(const Words& title, const MarkingCursor::Place& place) {
    page_ += in(title) + "\n";
    const bool is_asked = place.item >= rubric_.items.size();
    for (std::size_t i = 0; i < question_.points.size(); ++i) {
      page_ += is_asked && place.point == i ? "> " : "  ";
      page_ += interview_.is_missed(i) ? "[-] " : "[ ] ";
      page_ += (i < 10 ? std::to_string((i + 1) % 10) : " ") + " ";
      line(point_text(question_.points[i]), 8);
    }
  }

  static std::string point_text(const KeyPoint& point) {
    return point.detail.empty() ? point.cue : point.cue + ": " + point.detail;
  }

  void items(const MarkingCursor::Place& place) {
    const Words& title = rubric_.source == RubricSource::kCriteria ? kCriteria
                         : rubric_.source == RubricSource::kPoints ? kMarkedBy
                                                                   : kMarkedWhole;
    page_ +=
        in(title) + in(kColon) + marks_text(interview_.earned()) + "/" + marks_text(rubric_.marks) + "\n";
    for (std::size_t i = 0; i < rubric_.items.size(); ++i) {
      const RubricItem& item = rubric_.items[i];
      const auto reached = interview_.reached(i);
      const std::string marks = "[" + (reached ? marks_text(*reached * item.marks) : std::string("  ")) +
                                "/" + marks_text(item.marks) + "] ";
      page_ += (place.item == i ? "> " : "  ") + padded(marks, kMarksColumns);
      if (rubric_.source == RubricSource::kPoints)
        line(point_text(question_.points[i]), 2 + kMarksColumns);
      else
        line(item.text.empty() ? in(kTheWhole) : item.text, 2 + kMarksColumns);
    }
  }

  static constexpr std::size_t kMarksColumns = 10;

  const MockInterview& interview_;
  const Question& question_;
  const Rubric& rubric_;
  Language language_;
  std::size_t columns_;
  std::string page_;
};

}  // namespace

std::string ready_page(const MockInterview& interview, std::string_view deck, Language language,
                       std::size_t columns) {
  const std::string head = kTitle.in(language) + " · " + std::string(deck) + "\n" +
                           count_text(interview.length(), language) + " · " + marks_text(interview.marks()) +
                           kMarks.in(language) + " · " + clock_text(interview.limit());
  return wrapped(head, columns, 0) + "\n\n" + wrapped(kBegin.in(language), columns, 0) + "\n\n" +
         kBeginKeys.in(language) + "\n";
}

std::string asked_page(const MockInterview& interview, Language language, std::size_t columns) {
  return Page(interview, language, columns).asked();
}

std::string countdown_line(const MockInterview& interview, LocalInstant now, Language language) {
  // What is left is rounded up: 3:00 stands there when the time begins, and 0:00 when it is over.
  const auto left = interview.asked().limit - interview.spent(now);
  const auto whole = std::chrono::ceil<std::chrono::seconds>(left);
  const std::string clock = left >= std::chrono::seconds{0}
                                ? (language == Language::kChinese ? kLeft.in(language) + clock_text(whole)
                                                                  : clock_text(whole) + kLeft.in(language))
                                : kOverBy.in(language) + clock_text(-left);
  return clock + " · " + kAnswering.in(language);
}

std::string marking_page(const MockInterview& interview, const MarkingCursor::Place& place, Language language,
                         std::size_t columns) {
  return Page(interview, language, columns).marking(place);
}

std::string marking_keys(const MockInterview& interview, const MarkingCursor::Place& place,
                         Language language) {
  if (place.item < interview.asked().rubric.items.size()) return kItemKeys.in(language);
  return (asks_for_points(interview) ? kPointKeys : kNextKeys).in(language);
}

std::string marked_line(const MockInterview& interview, Language language) {
  return marks_text(interview.earned()) + "/" + marks_text(interview.asked().rubric.marks) +
         kMarks.in(language) + " · " + spent_text(interview, language);
}

std::string finished_keys(Language language) { return kFinishedKeys.in(language); }

std::string leaving_line(const InterviewReport& report, Language language) {
  if (report.questions.empty()) return kLeavingEmpty.in(language);
  const std::string questions = count_text(report.questions.size(), language);
  const std::string total = marks_text(report.total());
  const Words so_far{questions + " marked so far, " + total + " out of 100",
                     "已打分 " + questions + "，目前 " + total + " 分（满分 100）"};
  return so_far.in(language) + "\n" + kLeaving.in(language);
}

}  // namespace rehearse
