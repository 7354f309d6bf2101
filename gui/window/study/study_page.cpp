#include "gui/window/study/study_page.h"

#include <array>
#include <utility>

#include "core/interview/rubric.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/study/study_screen.h"
#include "gui/window/study/summary_screen.h"

namespace rehearse {
namespace {

const Phrase& trouble_of(const StudyIntent& intent) {
  const auto is = [&](auto kind) { return std::holds_alternative<decltype(kind)>(intent); };
  if (is(GradeAndGo()) || is(GradeAs())) return words::kAnswerNotSaved;
  if (is(UndoAnswer()) || is(RedoAnswer())) return words::kNotUndone;
  if (is(PutAway()) || is(FlagCard()) || is(KeepExample()) || is(EditQuestion()) || is(LeaveStudy()))
    return words::kStudyNotSaved;
  return words::kNotRead;
}

}  // namespace

StudyPage::StudyPage(Desk& desk, const SittingOptions& options)
    : desk_(desk), sitting_(desk.library(), options, desk.now()) {
  show_card();
  const bool is_empty = is_finished() && sitting_.length() == 0;
  if (!is_empty || sitting_.summary(desk.now()).beyond > 0) return;
  desk.tell(NoticeKind::kNews, in_both(words::kStudyNothing));
  desk.close();
}

// --- what is seen ---

void StudyPage::show_card() {
  const Instant now = desk_.now().at;
  scroll_ = {ScrollWish::To::kTop};
  sheet_ = {};
  example_.reset();
  answer_ = TextEditor();
  is_typing_answer_ = false;
  clock_.start(now, std::nullopt);
  if (is_finished()) return;
  read_marks();
  const Card& card = sitting_.card();
  answer_ = TextEditor(sitting_.is_typed() ? TextLines::kOne : TextLines::kMany, sitting_.typed_answer());
  // A new question is read, and one whose answer is open needs neither a clock nor a field.
  if (sitting_.is_first_meeting() || is_answer_open()) return;
  is_typing_answer_ = types_answers_ && card.kind != CardKind::kChoice && sitting_.can_type();
  if (!card.asked) clock_.start(now, time_limit_of(card.question));
}

bool StudyPage::is_answer_open() const {
  return sitting_.card().kind == CardKind::kChoice ? sitting_.is_checked() : sitting_.all_points_shown();
}

void StudyPage::read_marks() { marks_ = desk_.library().marks(sitting_.card().question_id); }

void StudyPage::refresh() {
  clock_.resume(desk_.now().at);
  if (!sitting_.reread())
    show_card();
  else if (!is_finished())
    read_marks();
  look();
}

void StudyPage::look() {
  if (is_finished())
    summary_ = sitting_.summary(desk_.now());
  else
    look_at_card();
}

void StudyPage::look_at_card() {
  const LocalInstant now = desk_.now();
  if (is_answer_open()) clock_.stop(now.at);
  StudyExtras extras;
  extras.marks = marks_;
  extras.clock = clock_.view(now.at);
  if (is_typing_answer_ || sitting_.is_typed()) extras.field = &answer_;
  if (example_) extras.example_field = &*example_;
  const bool can_grade = sitting_.card().kind != CardKind::kChoice || sitting_.is_checked();
  if (shows_intervals_ && can_grade) {
    extras.days.emplace();
    for (std::size_t i = 0; i < extras.days->size(); ++i)
      (*extras.days)[i] = sitting_.interval_preview(static_cast<Quality>(i), now);
  }
  view_ = study_view(sitting_, extras);
}

void StudyPage::draw(Ui& ui) {
  const bool is_covered = sheet_.index() > 0;
  Focus* const focus = std::exchange(ui.focus, is_covered ? nullptr : ui.focus);
  StudyIntent intent = is_finished() ? draw_summary(ui, summary_, scroll_) : draw_study(ui, view_, scroll_);
  if (is_covered) ui.focus = focus;
  if (const auto* menu = std::get_if<CardMenuView>(&sheet_)) intent = draw_card_menu(ui, *menu);
  if (const auto* reason = std::get_if<ReasonView>(&sheet_)) intent = draw_reason(ui, *reason);
  if (scroll_.to == ScrollWish::To::kPage) scroll_ = {};
  apply(intent);
}

std::optional<std::chrono::milliseconds> StudyPage::next_tick() const {
  return is_finished() ? std::nullopt : clock_.until_change(desk_.now().at);
}

Redraw StudyPage::tick() {
  if (is_finished()) return Redraw::kNothing;
  const std::optional<ClockView> clock = clock_.view(desk_.now().at);
  if (!clock || (view_.clock && view_.clock->passed == clock->passed)) return Redraw::kNothing;
  view_.clock = clock;
  return Redraw::kOneFrame;
}

// --- what is typed and pressed ---

StudyPage::Field StudyPage::field_in_use() const {
  if (is_finished() || sheet_.index() > 0) return Field::kNone;
  if (example_) return Field::kExample;
  const bool types_blank = sitting_.is_typed() && !sitting_.is_checked();
  return is_typing_answer_ || types_blank ? Field::kAnswer : Field::kNone;
}

bool StudyPage::is_typing() const { return field_in_use() != Field::kNone; }

bool StudyPage::type(const Event& event) {
  const Field in_use = field_in_use();
  if (in_use == Field::kNone) return false;
  TextEditor& field = in_use == Field::kExample ? *example_ : answer_;
  if (!field.take(event)) return false;
  if (in_use == Field::kAnswer) sitting_.type_answer(answer_.text());
  if (auto copied = field.take_copied()) desk_.copy(*std::move(copied));
  return true;
}

void StudyPage::press(const KeyPressed& press) {
  scroll_ = {};
  if (const auto* menu = std::get_if<CardMenuView>(&sheet_)) return apply(card_menu_key(*menu, press));
  if (std::holds_alternative<ReasonView>(sheet_)) return apply(reason_key(press));
  apply(is_finished() ? summary_key(summary_, press) : study_key(view_, press));
}

void StudyPage::apply(const StudyIntent& intent) {
  if (is_nothing(intent)) return;
  desk_.attempt(trouble_of(intent), [&] {
    std::visit([this](const auto& wanted) { act(wanted); }, intent);
    if (!std::holds_alternative<ScrollPage>(intent)) look();
  });
}

bool StudyPage::undo() {
  bool is_of_sitting = true;
  desk_.attempt(words::kNotUndone, [&] {
    // An edit, a flag or an example may be the latest change: those are not the sitting's. An import is not
    // taken back from under the card that is asked.
    const std::optional<GivenChange> latest = desk_.library().latest_change();
    is_of_sitting = !latest || latest->kind == ChangeKind::kAnswer || latest->kind == ChangeKind::kImport ||
                    sitting_.is_last_step(latest->op);
  });
  if (is_of_sitting) apply(UndoAnswer{});
  return is_of_sitting;
}

bool StudyPage::keep() {
  bool is_kept = true;
  return desk_.attempt(words::kStudyNotSaved, [&] { is_kept = is_finished() || keep_example(); }) && is_kept;
}

bool StudyPage::redo() {
  if (!sitting_.can_redo()) return false;
  apply(RedoAnswer{});
  return true;
}

}  // namespace rehearse
