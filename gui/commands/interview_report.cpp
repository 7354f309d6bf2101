#include "gui/commands/interview_report.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/interview/report.h"
#include "core/interview/report_json.h"
#include "gui/commands/wrapped.h"

namespace rehearse {
namespace {

const Words kTotal{"Total", "总分"};
const Words kOutOf{" out of 100", "（满分 100）"};
const Words kEarned{"marks", "得分"};
const Words kTime{"time", "用时"};
const Words kQuestion{"question", "题目"};
const Words kOver{"over", "超时"};
const Words kGone{"(no longer in the deck)", "（题库中已没有这道题）"};
const Words kAsAWhole{"the answer as a whole", "整个回答"};
const Words kDrilled{"Drilled on ", "安排重练："};
const Words kAllOfIt{"all of it", "整题"};
const Words kNothingMissed{"Nothing was missed.", "没有遗漏的要点。"};
const Words kPointsGone{"points that are gone", "已删除的要点"};

constexpr std::size_t kNumberColumns = 3, kEarnedColumns = 10, kTimeColumns = 20;
constexpr std::size_t kStemIndent = kNumberColumns + kEarnedColumns + kTimeColumns;

class Page {
 public:
  Page(const ReportedInterview& interview, Language language, std::size_t columns)
      : interview_(interview), language_(language), columns_(columns) {}

  std::string text(ReportDetail detail) {
    head();
    const auto& results = interview_.report.questions;
    for (std::size_t i = 0; i < results.size(); ++i) {
      row(i);
      if (detail == ReportDetail::kItems) items(results[i]);
    }
    drills();
    return page_;
  }

 private:
  const std::string& in(const Words& words) const { return words.in(language_); }

  const std::string& stem(std::size_t question) const {
    const std::string& stem = interview_.questions[question].stem;
    return stem.empty() ? in(kGone) : stem;
  }

  void head() {
    page_ += in(kTotal) + " " + marks_text(interview_.report.total()) + in(kOutOf) + "\n\n";
    page_ += padded("", kNumberColumns) + padded(in(kEarned), kEarnedColumns) +
             padded(in(kTime), kTimeColumns) + in(kQuestion) + "\n";
  }

  void row(std::size_t question) {
    const QuestionResult& result = interview_.report.questions[question];
    std::string time = clock_text(result.spent) + "/" + clock_text(result.limit);
    if (!result.was_in_time()) time += " " + in(kOver);
    page_ += padded(std::to_string(question + 1), kNumberColumns) +
             padded(marks_text(result.earned) + "/" + marks_text(result.marks), kEarnedColumns) +
             padded(time, kTimeColumns);
    const std::size_t room = columns_ > kStemIndent + 10 ? columns_ - kStemIndent : 10;
    const std::string& whole = stem(question);
    page_ += (display_width(whole) <= room ? whole : fitted(whole, room - 2) + "…") + "\n";
  }

  void items(const QuestionResult& result) {
    for (const MarkedItem& item : result.items) {
      page_ += padded("", kNumberColumns) +
               padded(marks_text(item.earned) + "/" + marks_text(item.marks), kEarnedColumns);
      page_ +=
          wrapped(item.text.empty() ? in(kAsAWhole) : item.text, columns_, kNumberColumns + kEarnedColumns) +
          "\n";
    }
  }

  std::string missed_words(std::size_t question) const {
    if (interview_.report.questions[question].drill == DrillNeed::kQuestion) return in(kAllOfIt);
    std::string words;
    for (const std::string& cue : interview_.questions[question].missed)
      words += (words.empty() ? "" : language_ == Language::kChinese ? "、" : ", ") + cue;
    return words.empty() ? in(kPointsGone) : words;
  }

  void drills() {
    const auto& results = interview_.report.questions;
    page_ += "\n";
    if (std::all_of(results.begin(), results.end(),
                    [](const QuestionResult& result) { return result.drill == DrillNeed::kNothing; })) {
      page_ += in(kNothingMissed) + "\n";
      return;
    }
    page_ += in(kDrilled) + format_day(drill_day(interview_.day)) + "\n";
    for (std::size_t i = 0; i < results.size(); ++i)
      if (results[i].drill != DrillNeed::kNothing)
        page_ += padded(std::to_string(i + 1), kNumberColumns) +
                 wrapped(missed_words(i), columns_, kNumberColumns) + "\n";
  }

  const ReportedInterview& interview_;
  Language language_;
  std::size_t columns_;
  std::string page_;
};

}  // namespace

DeckTitles::DeckTitles(const Library& library, LocalInstant now) {
  for (DeckSummary& deck : library.decks(now)) titles_.emplace(deck.id, std::move(deck.title));
}

std::string DeckTitles::of(DeckId deck) const {
  const auto found = titles_.find(deck);
  return found == titles_.end() ? "" : found->second;
}

std::string report_page(const ReportedInterview& interview, ReportDetail detail, Language language,
                        std::size_t columns) {
  return Page(interview, language, columns).text(detail);
}

std::string seed_words(const ReportedInterview& interview, Language language) {
  const std::string seed = seed_text(interview.report.seed);
  return Words("seed " + seed, "抽题种子 " + seed).in(language);
}

}  // namespace rehearse
