#include "gui/window/interview/interview_page.h"

#include <algorithm>
#include <utility>

#include "gui/window/interview/leaving_screen.h"
#include "gui/window/interview/marking_screen.h"
#include "gui/window/interview/question_screen.h"
#include "gui/window/interview/report_screen.h"
#include "gui/window/interview/report_view.h"
#include "gui/window/interview/running_view.h"
#include "gui/window/interview/setup_screen.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

constexpr std::chrono::milliseconds kSecond{1000};

/// Beside the preferences; without a place for them there is none for this either.
std::filesystem::path path_of(const Desk& desk) {
  const std::filesystem::path& preferences = desk.options().preferences_file;
  return preferences.empty() ? preferences : preferences.parent_path() / "interview.json";
}

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace

InterviewPage::InterviewPage(Desk& desk) : desk_(desk), file_(path_of(desk)), broken_off_(file_.read()) {}

void InterviewPage::refresh() {
  kept_ = desk_.library().interviews();
  std::optional<DeckId> preferred = desk_.deck;
  if (!preferred && !kept_.empty()) preferred = kept_.front().deck;
  setup_.read(desk_.library(), desk_.now(), preferred);
  if (selected_past_ && *selected_past_ >= kept_.size()) selected_past_.reset();
  if (reported_ && reported_->op) {
    const auto found = std::find_if(kept_.begin(), kept_.end(),
                                    [&](const KeptInterview& kept) { return kept.op == *reported_->op; });
    if (found == kept_.end()) reported_.reset();
  }
  view_ = view();
}

// --- keys and pictures ---

void InterviewPage::press(const KeyPressed& press) {
  apply(std::visit(Overloaded{
                       [&](const SetupView& view) { return interview_setup_key(view, press); },
                       [&](const AskedView&) { return asked_question_key(press); },
                       [&](const MarkingView&) { return interview_marking_key(press); },
                       [&](const LeavingView& view) { return leaving_interview_key(view, press); },
                       [&](const ReportView& view) { return interview_report_key(view, press); },
                   },
                   view_));
}

void InterviewPage::draw(Ui& ui) {
  const InterviewIntent intent =
      std::visit(Overloaded{
                     [&](const SetupView& view) { return draw_interview_setup(ui, view, scroll_); },
                     [&](const AskedView& view) { return draw_asked_question(ui, view, scroll_); },
                     [&](const MarkingView& view) { return draw_interview_marking(ui, view, scroll_); },
                     [&](const LeavingView& view) { return draw_leaving_interview(ui, view); },
                     [&](const ReportView& view) { return draw_interview_report(ui, view, scroll_); },
                 },
                 view_);
  scroll_ = {};
  apply(intent);
}

InterviewPage::View InterviewPage::view() const {
  const LocalInstant now = desk_.now();
  if (running_) {
    if (running_->is_leaving) {
      const InterviewReport report = running_->interview.report();
      return LeavingView{report.questions.size(), report.total(),
                         running_->interview.step() == InterviewStep::kAnswering};
    }
    if (running_->interview.step() == InterviewStep::kAnswering)
      return asked_view(running_->interview, running_->title, now);
    return marking_view(running_->interview, running_->cursor.place(), running_->title, now);
  }
  if (reported_) {
    ReportView view = report_view(desk_.library(), *reported_, kept_, now);
    view.selected = selected_question_;
    return view;
  }
  return setup_view();
}

SetupView InterviewPage::setup_view() const {
  SetupView view;
  if (setup_.has_deck()) {
    setup_.fill(view);
    view.trend = totals_of(kept_, setup_.deck());
  }
  if (broken_off_)
    view.broken_off = BrokenOffView{setup_.title_of(broken_off_->deck),
                                    std::min(broken_off_->position, broken_off_->turns.size() - 1),
                                    broken_off_->turns.size()};
  for (const KeptInterview& kept : kept_)
    view.past.push_back({format_day(kept.day), setup_.title_of(kept.deck), kept.report.questions.size(),
                         kept.report.total()});
  view.selected = selected_past_;
  return view;
}

std::optional<std::chrono::milliseconds> InterviewPage::next_tick() const {
  if (!running_ || running_->is_leaving || running_->interview.step() != InterviewStep::kAnswering)
    return std::nullopt;
  // What is left is shown in whole seconds: the next one begins where this one ends.
  return kSecond - running_->interview.spent(desk_.now()) % kSecond;
}

Redraw InterviewPage::tick() {
  auto* const asked = std::get_if<AskedView>(&view_);
  if (!asked || !running_) return Redraw::kNothing;
  const auto spent = running_->interview.spent(desk_.now());
  const bool is_new = countdown_text(asked->limit, spent) != countdown_text(asked->limit, asked->spent);
  asked->spent = spent;
  return is_new ? Redraw::kOneFrame : Redraw::kNothing;
}

std::vector<KeyLine> InterviewPage::keys(Language language) const {
  const std::string space(words::kKeySpace.in(language));
  const std::string enter(words::kKeyEnter.in(language));
  const KeyLine scroll{"PgUp/PgDn", words::kActScroll};
  if (std::holds_alternative<AskedView>(view_))
    return {{space, words::kInterviewDone},
            {"0", words::kInterviewNothingToSay},
            {"Ctrl+Z", words::kInterviewActBack},
            {"Esc", words::kInterviewActLeave},
            scroll};
  if (std::holds_alternative<MarkingView>(view_))
    return {{"0–9", words::kInterviewActMark},   {enter, words::kInterviewActFull},
            {"←/→", words::kInterviewActHalf},   {"↑/↓", words::kInterviewActMove},
            {space, words::kInterviewActMissed}, {"Ctrl+Z", words::kInterviewActBack},
            {"Esc", words::kInterviewActLeave},  scroll};
  if (std::holds_alternative<LeavingView>(view_))
    return {{enter, words::kInterviewStay},
            {"1", words::kInterviewKeepMarked},
            {"2", words::kInterviewThrowAway}};
  if (std::holds_alternative<ReportView>(view_))
    return {{enter, words::kInterviewNewOne},   {"Ctrl+R", words::kInterviewSameQuestions},
            {"↑/↓", words::kInterviewActItems}, {"Ctrl+Z", words::kInterviewActTakeBack},
            {"Esc", words::kActBack},           scroll};
  return {{enter, words::kInterviewBegin},
          {"1–9, ←/→", words::kInterviewActCount},
          {"Ctrl+R", words::kInterviewDrawAgain},
          {"↑/↓", words::kInterviewActPast},
          scroll};
}

std::vector<PaletteEntry> InterviewPage::palette() {
  if (running_) return {{in_both(words::kInterviewLeave), "Esc", [this] { apply(AskToLeaveInterview{}); }}};
  if (reported_)
    return {{in_both(words::kInterviewNewOne), "", [this] { apply(LeaveReport{}); }},
            {in_both(words::kInterviewSameQuestions), "Ctrl+R", [this] { apply(SameQuestionsAgain{}); }},
            {in_both(words::kInterviewActTakeBack), "Ctrl+Z", [this] { apply(TakeReportBack{}); }}};
  if (!setup_.has_deck()) return {};
  return {{in_both(words::kInterviewPaletteStart), "", [this] { apply(StartInterview{}); }},
          {in_both(words::kInterviewDrawAgain), "Ctrl+R", [this] { apply(DrawQuestionsAgain{}); }}};
}

// --- what is asked for ---

void InterviewPage::apply(const InterviewIntent& intent) {
  if (is_nothing(intent)) return;
  desk_.attempt(words::kNotRead, [&] {
    std::visit([this](const auto& wanted) { act(wanted); }, intent);
    view_ = view();
  });
}

bool InterviewPage::undo() {
  if (running_) {
    if (running_->is_leaving) return true;
    if (running_->interview.back(desk_.now()))
      went_on();
    else
      desk_.tell(NoticeKind::kNews, in_both(words::kNothingToUndo));
    view_ = view();
    return true;
  }
  if (!reported_ || !reported_->op) return false;
  apply(TakeReportBack{});
  return true;
}

bool InterviewPage::redo() {
  if (running_) return true;
  if (!taken_back_) return false;
  desk_.attempt(words::kNotUndone, [&] {
    desk_.library().undo(*taken_back_, desk_.now());
    taken_back_.reset();
    desk_.tell(NoticeKind::kNews, in_both(words::kRedone));
    refresh();
  });
  return true;
}

}  // namespace rehearse
