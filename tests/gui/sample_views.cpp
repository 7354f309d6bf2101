#include "tests/gui/sample_views.h"

#include "gui/window/strings/import_words.h"

namespace rehearse::test {
namespace {

StudyView plain_card() {
  StudyView view;
  view.deck_title = "系统设计与客户服务面试题库（2026 年秋季修订版，含全部解析）";
  view.position = 11;
  view.length = 40;
  view.counts = {8, 3, 17};
  view.section = "分布式系统与数据一致性，以及一个特别特别长的章节名称，长到一行绝对放不下";
  view.stem = "给查询加一层缓存（read-through cache）之后，哪些问题反而会冒出来？";
  view.marks = 12.5;
  view.time_limit = std::chrono::seconds(180);
  view.times_answered = 2;
  view.grade = GradeView{Quality::kHard, Quality::kHard, false, {}};
  return view;
}

StudyView choice_card(Verdict verdict) {
  StudyView view = plain_card();
  view.asked_as = AskedAs::kChoice;
  view.kind = QuestionKind::kMultiple;
  view.verdict = verdict;
  const bool is_checked = verdict != Verdict::kOpen;
  view.choices = {{"A", "读未提交", ChoiceState::kOpen},
                  {"B", long_text(), ChoiceState::kChosen},
                  {"C", "可重复读（repeatable read）", is_checked ? ChoiceState::kRight : ChoiceState::kOpen},
                  {"D", "可串行化", is_checked ? ChoiceState::kWrong : ChoiceState::kChosen}};
  if (is_checked) {
    view.right_answer = "B  C";
    view.answer = AnswerView{{}, {}, long_text()};
  } else {
    view.grade.reset();
  }
  return view;
}

StudyView fill_card(Verdict verdict) {
  StudyView view = plain_card();
  view.asked_as = AskedAs::kFill;
  view.kind = QuestionKind::kFill;
  view.verdict = verdict;
  static const TextEditor field(TextLines::kOne, typed_text());
  view.field = &field;
  if (verdict == Verdict::kOpen)
    view.grade.reset();
  else
    view.right_answer = long_text();
  return view;
}

}  // namespace

std::string long_text() {
  return "先把客户的损失复述一遍，确认自己听懂了；再说明谁来决定、什么时候给答复（哪怕没有结果也准点回电）。"
         "如果对方要求 immediate escalation，就当着他的面发起 hand-over，并把 ticket number 念给他听。"
         "“先人后事，先稳后快”——这八个字，不是口号，是顺序！";
}

std::string typed_text() {
  return "一个相当长的、怎么也放不进一行里的填空答案 with a tail of Latin letters and 𠮷 and 😀";
}

StudyView card_with_points(std::size_t count, PointState state) {
  StudyView view = plain_card();
  view.points_of_question = count;
  for (std::size_t i = 0; i < count; ++i) {
    PointView point;
    point.index = i;
    point.state = state;
    if (state == PointState::kHidden) {
      if (i == 0) point.state = PointState::kNext;
    } else {
      point.cue = i % 2 == 0 ? "热点数据不再每次都去查数据库" : long_text();
      if (i % 3 == 0) point.detail = long_text();
    }
    view.points.push_back(point);
  }
  return view;
}

std::vector<NamedStudyView> study_views() {
  std::vector<NamedStudyView> views;
  views.push_back({"hidden points", card_with_points(5, PointState::kHidden)});
  views.push_back({"recalled points", card_with_points(5, PointState::kRecalled)});
  views.push_back({"many missed points", card_with_points(12, PointState::kMissed)});

  StudyView notes = card_with_points(3, PointState::kHint);
  notes.stem = long_text() + long_text();
  notes.stem_length = 300;
  notes.answer = AnswerView{{}, {"说得出失效为什么难", long_text()}, long_text()};
  notes.grade->chosen = Quality::kPerfect;
  notes.grade->is_own = true;
  notes.grade->days = std::array{1, 1, 1, 6, 15, 3650};
  views.push_back({"notes and intervals", notes});

  StudyView first = card_with_points(2, PointState::kShown);
  first.meeting = Meeting::kFirst;
  first.times_answered = 0;
  first.code = FormattedText::listing(
      "int main() {\n    return 0;  // 一行注释，写得长了一点，长到窄窗口里会折行\n}\n");
  views.push_back({"first meeting with code", first});

  StudyView point = card_with_points(1, PointState::kHidden);
  point.asked_point = 2;
  point.points_of_question = 5;
  views.push_back({"point card", point});

  StudyView whole = plain_card();
  whole.asked_as = AskedAs::kWhole;
  views.push_back({"whole answer hidden", whole});
  whole.answer = AnswerView{long_text() + "\n" + long_text(), {long_text()}, long_text()};
  views.push_back({"whole answer shown", whole});

  views.push_back({"choice open", choice_card(Verdict::kOpen)});
  views.push_back({"choice wrong", choice_card(Verdict::kWrong)});
  views.push_back({"fill open", fill_card(Verdict::kOpen)});
  views.push_back({"fill right", fill_card(Verdict::kRight)});
  return views;
}

TodayView today_with_decks(std::size_t count) {
  TodayView view;
  view.day = *parse_day("2026-12-01");
  view.habit.assign(371, 3);
  view.due = 123;
  view.fresh = 20;
  view.minutes = 45;
  view.streak_days = 365;
  view.answered_today = 12;
  for (std::size_t i = 0; i < count; ++i) {
    DeckRowView row;
    if (i > 0) row.title = "客服经理面试题库，第 " + std::to_string(i) + " 册，名字长得一行放不下也没有关系";
    row.questions = 1000 + i;
    row.due = i;
    row.fresh = 20 * i;
    if (i % 2 == 1) {
      row.days_to_interview = static_cast<int>(i) - 1;
      row.ahead.emplace();
      row.ahead->has_interview = true;
      row.ahead->readiness = 0.03 * static_cast<double>(i);
      row.ahead->plan = {long_text(), long_text()};
    }
    view.rows.push_back(row);
  }
  view.selected = count > 2 ? 2 : 0;
  return view;
}

SittingSummary full_summary() {
  SittingSummary summary;
  summary.studied = 40;
  summary.points_recalled = 88;
  summary.points_asked = 120;
  summary.due_tomorrow = 17;
  summary.waiting = 23;
  summary.weakest = {
      {long_text(), Quality::kBlackout}, {"短题？", Quality::kWrongEasy}, {long_text(), Quality::kHard}};
  return summary;
}

ImportView import_view(ImportView::Stage stage, std::size_t files) {
  using Line = AnswerLineView;
  ImportView view;
  view.stage = stage;
  view.files_in_all = stage == ImportView::Stage::kReading ? 2 * files : files;
  for (std::size_t i = 0; i < files; ++i) {
    ReadFileView file;
    file.name = "客服经理面试题（第 " + std::to_string(i) +
                " 版，最终，真的最终，再也不改，除非老板又有新的想法）.docx";
    if (i % 3 == 2) {
      file.failure = {"no questions were found in it (line 3, column 14: a comma or } is expected)",
                      long_text()};
    } else {
      file.title = "客服经理面试题库，第 " + std::to_string(i) + " 册，名字长得一行放不下也没有关系";
      file.questions = 40;
      file.added = 38;
      file.updated = 2;
      file.problems = 12 * i;
      file.problem_lines_left = i;
      if (i > 0)
        file.problem_lines = {{"line 27:4, 30:1: " + long_text(), "位置 27:4, 30:1：" + long_text()}};
      file.first = {{QuestionKind::kOpen,
                     long_text(),
                     {{Line::Kind::kPoint, "先稳住"}, {Line::Kind::kPoint, long_text()}}},
                    {QuestionKind::kSingle,
                     "哪一种隔离级别会读到别人没有提交的数据？",
                     {{Line::Kind::kWrongOption, "A. 可串行化"}, {Line::Kind::kRightOption, "B. 读未提交"}}},
                    {QuestionKind::kFill, "HTTP 的默认端口是____。", {{Line::Kind::kRightOption, "80"}}},
                    {QuestionKind::kOpen, "短题？", {}}};
    }
    view.questions += file.questions;
    view.problems += file.problems;
    view.files.push_back(file);
  }
  return view;
}

ReviewView review_view(std::size_t rows) {
  ReviewView view;
  view.file_name = "面试题库.docx";
  view.title = "客服经理面试题库，名字长得一行放不下也没有关系";
  for (std::size_t i = 0; i < rows; ++i) view.rows.push_back({long_text(), i % 3, i % 5 == 4});
  view.selected = rows / 2;
  view.doubts = rows;
  view.general = {{"The table on the last page could not be read", "最后一页的表格没能读出来"}};
  view.problems = {{"line 3: the key names no option", "第 3 行：答案不在选项里"}};
  view.excerpt = long_text() + "\n" + long_text() + "\n" + long_text();
  view.lit = {long_text().size() + 1, 2 * long_text().size() + 1};
  view.first_line = 12;
  view.fields.push_back({words::kFieldStem, long_text(), view.lit});
  view.fields.push_back({words::kFieldPoint, "要点一", {0, 9}});
  view.fields.push_back({words::kFieldAnalysis, long_text(), {}});
  return view;
}

}  // namespace rehearse::test
