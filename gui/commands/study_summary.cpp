#include "gui/commands/study_summary.h"

#include "core/base/text.h"
#include "gui/commands/say.h"
#include "gui/commands/study_page.h"

namespace rehearse {
namespace {

const Words kStudied{"cards studied", "张卡片"};
const Words kRecalled{"points recalled", "个要点想起"};
const Words kTomorrow{"cards due tomorrow", "张明天到期"};
const Words kWeakest{"weakest answers:", "最薄弱的几题："};
const Words kNothingDue{"nothing is due: well done, come back tomorrow", "今天没有到期的卡片，明天再来"};
const Words kNothingChosen{"no card fits what was chosen", "没有符合所选条件的卡片"};
const Words kNoDecks{"the library is empty: rehearse import FILE", "题库还是空的：rehearse import 文件"};
const Words kTimeUp{"the minutes are up", "时间到了"};
const Words kLastCard{"that was the last card", "这是最后一张"};
const Words kGoOnKey{"g goes on", "g 继续学"};
const Words kDrillKey{"d asks once more what was missed", "d 把没想起的再问一遍"};
const Words kUndoKey{"u takes the answer back", "u 撤销"};
const Words kEndKey{"any other key ends", "其他键结束"};

Words waiting_words(std::size_t cards) {
  return {counted(cards, "card") + " still " + (cards == 1 ? "waits" : "wait"),
          "还有 " + text(cards) + " 张没学"};
}

Words beyond_words(std::size_t cards) {
  return {counted(cards, "card") + " beyond today's share", "今天的份额之外还有 " + text(cards) + " 张"};
}

Words misses_words(std::size_t points) {
  return {counted(points, "card") + " missed and not asked again", text(points) + " 张没想起，还没有再问"};
}

/// Why the sitting ended and what is left of it, in one line each.
std::string what_waits(const SittingSummary& summary, Language language) {
  std::string lines;
  if (summary.waiting > 0)
    lines += (summary.is_time_up ? kTimeUp.in(language) + " · " : "") +
             waiting_words(summary.waiting).in(language) + "\n";
  else if (summary.beyond > 0)
    lines += beyond_words(summary.beyond).in(language) + "\n";
  if (summary.misses_waiting > 0) lines += misses_words(summary.misses_waiting).in(language) + "\n";
  return lines;
}

}  // namespace

std::string summary_page(const SittingSummary& summary, Language language, std::size_t columns) {
  if (summary.studied == 0) return "";
  std::string page = text(summary.studied) + " " + kStudied.in(language) + " · ";
  if (summary.points_asked > 0)
    page += text(summary.points_recalled) + "/" + text(summary.points_asked) + " " + kRecalled.in(language) +
            " · ";
  page += text(summary.due_tomorrow) + " " + kTomorrow.in(language) + "\n";
  if (!summary.weakest.empty()) page += kWeakest.in(language) + "\n";
  for (const auto& weak : summary.weakest)
    page +=
        "  " + grade_words(weak.quality).in(language) + "  " + shortened(weak.stem, columns / 2 - 10) + "\n";
  return page + what_waits(summary, language);
}

std::string finished_page(const SittingSummary& summary, Language language) {
  std::string page = what_waits(summary, language);
  if (summary.waiting == 0 && summary.studied > 0) page = kLastCard.in(language) + "\n" + page;
  std::string keys;
  if (summary.waiting + summary.beyond > 0) keys += kGoOnKey.in(language) + " · ";
  if (summary.misses_waiting > 0) keys += kDrillKey.in(language) + " · ";
  return page + "\n" + keys + kUndoKey.in(language) + " · " + kEndKey.in(language);
}

std::string clock_line(std::chrono::days days, Language language) {
  const std::string count = text(days.count());
  return Words("the newest answer is " + count + " days ahead of this computer's clock: check the date",
               "最近一次作答比这台电脑的日期还晚 " + count + " 天：请检查系统日期")
      .in(language);
}

std::string nothing_due_line(bool library_is_empty, const StudyChoice& choice, Language language) {
  if (library_is_empty) return kNoDecks.in(language);
  return (choice.is_custom() ? kNothingChosen : kNothingDue).in(language);
}

}  // namespace rehearse
