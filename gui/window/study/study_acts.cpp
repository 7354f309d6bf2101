// What the study page does for each intent, and where its keys and actions are listed.
#include "core/base/text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/study/study_page.h"

namespace rehearse {
namespace {

Words words_of(const Error& error) {
  return {error.line(Language::kEnglish), error.line(Language::kChinese)};
}

}  // namespace

// --- the answer ---

void StudyPage::act(const RevealNext&) {
  sitting_.show_next_point();
  scroll_ = {ScrollWish::To::kNewest};
}

void StudyPage::act(const RevealAll&) {
  sitting_.show_all_points();
  scroll_ = {ScrollWish::To::kNewest};
}

void StudyPage::act(const TypeAnswer&) {
  is_typing_answer_ = types_answers_ = true;
  focus().clear();
}

void StudyPage::act(const LeaveTyping&) { is_typing_answer_ = types_answers_ = false; }

void StudyPage::act(const CheckAnswer&) {
  sitting_.check_answer();
  is_typing_answer_ = false;
  // A typed answer is read from its beginning; a choice shows what is new below.
  const bool is_typed = !sitting_.coverage().empty();
  scroll_ = {is_typed ? ScrollWish::To::kTop : ScrollWish::To::kNewest};
}

// --- the grade ---

void StudyPage::act(const GradeAndGo&) {
  if (!keep_example()) return;
  const LocalInstant now = desk_.now();
  sitting_.grade(now, clock_.spent(now.at));
  show_card();
}

void StudyPage::act(const GradeAs& intent) {
  sitting_.override_grade(intent.quality);
  act(GradeAndGo{});
}

// --- the card ---

void StudyPage::act(const EditQuestion&) {
  if (!keep_example()) return;
  sheet_ = {};
  clock_.pause(desk_.now().at);
  desk_.open(EditRequest{sitting_.card().question_id});
}

void StudyPage::act(const PutAway& intent) {
  sitting_.put_away(intent.kind, desk_.now());
  show_card();
  const bool is_buried = intent.kind == CardActKind::kBury;
  desk_.tell(NoticeKind::kNews, in_both(is_buried ? words::kStudyBuried : words::kStudySuspended));
}

void StudyPage::act(const FlagCard& intent) {
  const Result<OpId> kept =
      desk_.library().mark_question(sitting_.card().question_id, SetFlag{intent.flag}, desk_.now());
  if (!kept) return desk_.tell(NoticeKind::kTrouble, words_of(kept.error()));
  sheet_ = {};
  read_marks();
}

void StudyPage::act(const OpenCardMenu&) {
  sheet_ = CardMenuView{marks_.flag, view_.example.has_value()};
  focus().clear();
}

void StudyPage::act(const SelectEntry& intent) {
  if (auto* menu = std::get_if<CardMenuView>(&sheet_)) menu->selected = intent.entry;
}

void StudyPage::act(const ExplainCard&) {
  const auto explanation = desk_.library().explain(sitting_.card().id, desk_.now());
  if (!explanation) return desk_.tell(NoticeKind::kNews, in_both(words::kStudyNoReason));
  sheet_ = ReasonView{explanation->words};
}

// --- the learner's own example ---

void StudyPage::act(const WriteExample&) {
  sheet_ = {};
  focus().clear();
  if (!example_) example_.emplace(TextLines::kMany, marks_.example);
  scroll_ = {ScrollWish::To::kNewest};
}

void StudyPage::act(const PointInExample& intent) {
  if (example_) example_->take(intent.pointed);
}

bool StudyPage::keep_example() {
  if (!example_) return true;
  const std::string text(trimmed(example_->text()));
  if (text != marks_.example) {
    const Result<OpId> kept =
        desk_.library().mark_question(sitting_.card().question_id, SetExample{text}, desk_.now());
    if (!kept) return desk_.tell(NoticeKind::kTrouble, words_of(kept.error())), false;
  }
  example_.reset();
  read_marks();
  return true;
}

// --- the sitting ---

void StudyPage::act(const UndoAnswer&) {
  if (sitting_.undo(desk_.now())) return show_card();
  desk_.tell(NoticeKind::kNews, in_both(words::kNothingToUndo));
}

void StudyPage::act(const RedoAnswer&) {
  if (sitting_.redo(desk_.now())) return show_card();
  desk_.tell(NoticeKind::kNews, in_both(words::kNothingToRedo));
}

void StudyPage::act(const GoOn&) {
  sitting_.go_on();
  show_card();
}

void StudyPage::act(const DrillMissed&) {
  sitting_.drill_missed();
  show_card();
}

void StudyPage::act(const LeaveStudy&) {
  if (is_finished() || keep_example()) desk_.close();
}

// --- lists ---

std::vector<PaletteEntry> StudyPage::palette() {
  std::vector<PaletteEntry> entries;
  const auto add = [&](const Phrase& label, const char* keys, const StudyIntent& intent) {
    entries.push_back({in_both(label), keys, [this, intent] { apply(intent); }});
  };
  if (is_finished()) {
    if (summary_.waiting + summary_.beyond > 0) add(words::kStudyGoOn, "1", GoOn{});
    if (summary_.misses_waiting > 0) add(words::kStudyDrill, "2", DrillMissed{});
    add(words::kBackToToday, "Esc", LeaveStudy{});
    return entries;
  }
  if (view_.can_type && view_.asked_as == AskedAs::kPoints) add(words::kStudyActTypeLong, "F2", TypeAnswer{});
  if (view_.asked_as == AskedAs::kPoints) add(words::kStudyActHintLong, "Ctrl+H", GiveHint{});
  if (view_.example) add(words::kStudyActExample, "Ctrl+N", WriteExample{});
  add(words::kStudyActEdit, "Ctrl+E", EditQuestion{});
  add(words::kStudyActBury, "Ctrl+B", PutAway{CardActKind::kBury});
  add(words::kStudyActSuspend, "Ctrl+S", PutAway{CardActKind::kSuspend});
  add(words::kStudyActFlag, "Ctrl+M", OpenCardMenu{});
  add(words::kStudyActWhy, "Ctrl+W", ExplainCard{});
  return entries;
}

std::vector<KeyLine> StudyPage::keys(Language language) const {
  const std::string space(words::kKeySpace.in(language));
  const std::string enter(words::kKeyEnter.in(language));
  if (is_finished()) {
    std::vector<KeyLine> lines;
    if (summary_.waiting + summary_.beyond > 0) lines.push_back({"1", words::kStudyGoOn});
    if (summary_.misses_waiting > 0) lines.push_back({"2", words::kStudyDrill});
    lines.push_back({enter, words::kActLeave});
    return lines;
  }
  return {{space, words::kActReveal},
          {"A", words::kActRevealAll},
          {"1–9, 0", words::kActTickOrder},
          {"1–9", words::kActChoose},
          {"F2, T", words::kStudyActTypeLong},
          {"Ctrl+Enter", words::kCheck},
          {"Ctrl+H, H", words::kStudyActHintLong},
          {"←/→, Alt+0–5", words::kActOverride},
          {"I", words::kActIntervals},
          {enter, words::kActGrade},
          {"Ctrl+N", words::kStudyActExample},
          {"Ctrl+E", words::kStudyActEdit},
          {"Ctrl+B", words::kStudyActBury},
          {"Ctrl+S", words::kStudyActSuspend},
          {"Ctrl+M", words::kStudyActMenuLong},
          {"Ctrl+W", words::kStudyActWhy},
          {"PgUp/PgDn", words::kActScroll},
          {"Esc", words::kActLeave}};
}

}  // namespace rehearse
