#include "gui/window/study/study_page.h"

#include <array>
#include <optional>
#include <utility>

#include "gui/window/strings/shell_words.h"
#include "gui/window/study/study_screen.h"
#include "gui/window/study/summary_screen.h"

namespace rehearse {

StudyPage::StudyPage(Desk& desk, const SittingOptions& options)
    : desk_(desk), sitting_(desk.library(), options, desk.now()) {
  show_card();
}

void StudyPage::show_card() {
  editor_ = TextEditor(TextLines::kOne, sitting_.finished() ? std::string() : sitting_.typed_answer());
  scroll_ = {ScrollWish::To::kTop};
  asked_at_ = desk_.now().at;
}

void StudyPage::refresh() {
  if (is_finished()) {
    summary_ = sitting_.summary(desk_.now());
    return;
  }
  std::optional<std::array<int, 6>> days;
  const bool can_grade = sitting_.card().kind != CardKind::kChoice || sitting_.is_checked();
  if (shows_intervals_ && can_grade) {
    const LocalInstant now = desk_.now();
    days.emplace();
    for (std::size_t i = 0; i < days->size(); ++i)
      (*days)[i] = sitting_.interval_preview(static_cast<Quality>(i), now);
  }
  view_ = study_view(sitting_, editor_, days);
}

void StudyPage::press(const KeyPressed& press) {
  scroll_ = {};
  apply(is_finished() ? summary_key(summary_, press) : study_key(view_, press));
}

bool StudyPage::is_typing() const {
  return !is_finished() && view_.asked_as == AskedAs::kFill && view_.verdict == Verdict::kOpen;
}

bool StudyPage::type(const Event& event) {
  if (!editor_.take(event)) return false;
  if (auto copied = editor_.take_copied()) desk_.copy(std::move(*copied));
  sitting_.type_answer(editor_.text());
  refresh();
  return true;
}

void StudyPage::draw(Ui& ui) {
  const StudyIntent intent =
      is_finished() ? draw_summary(ui, summary_, scroll_) : draw_study(ui, view_, scroll_);
  if (scroll_.to == ScrollWish::To::kPage) scroll_ = {};
  apply(intent);
}

void StudyPage::apply(const StudyIntent& intent) {
  if (is_nothing(intent)) return;
  const bool grades = std::holds_alternative<GradeAndGo>(intent) || std::holds_alternative<GradeAs>(intent);
  const bool undoes = std::holds_alternative<UndoAnswer>(intent);
  const Phrase& trouble = grades ? words::kAnswerNotSaved : undoes ? words::kNotUndone : words::kNotRead;
  desk_.attempt(trouble, [&] {
    std::visit([this](const auto& wanted) { act(wanted); }, intent);
    refresh();
  });
}

void StudyPage::act(const RevealNext&) {
  sitting_.show_next_point();
  scroll_ = {ScrollWish::To::kNewest};
}

void StudyPage::act(const RevealAll&) {
  sitting_.show_all_points();
  scroll_ = {ScrollWish::To::kNewest};
}

void StudyPage::act(const CheckAnswer&) {
  sitting_.check_answer();
  scroll_ = {ScrollWish::To::kNewest};
}

void StudyPage::act(const GradeAndGo&) {
  const LocalInstant now = desk_.now();
  sitting_.grade(now, now.at - asked_at_);
  show_card();
}

void StudyPage::act(const GradeAs& intent) {
  sitting_.override_grade(intent.quality);
  act(GradeAndGo{});
}

void StudyPage::act(const UndoAnswer&) {
  if (sitting_.undo(desk_.now())) return show_card();
  desk_.tell(NoticeKind::kNews, in_both(words::kNothingToUndo));
}

bool StudyPage::undo() {
  apply(UndoAnswer{});
  return true;
}

std::vector<KeyLine> StudyPage::keys(Language language) const {
  const std::string space(words::kKeySpace.in(language));
  const std::string enter(words::kKeyEnter.in(language));
  if (is_finished()) return {{enter, words::kActLeave}};
  return {{space, words::kActReveal}, {"A", words::kActRevealAll},           {"1–9, 0", words::kActTickOrder},
          {"1–9", words::kActChoose}, {"← →, Alt+0–5", words::kActOverride}, {"I", words::kActIntervals},
          {enter, words::kActGrade},  {"PgUp PgDn", words::kActScroll},      {"Esc", words::kActLeave}};
}

}  // namespace rehearse
