// A sitting on the screen: card after card, then what came of it.
#pragma once

#include <optional>
#include <variant>

#include "core/study/sitting.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/study/card_sheet.h"
#include "gui/window/study/study_clock.h"
#include "gui/window/study/study_intent.h"
#include "gui/window/study/study_view.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

class StudyPage : public Page {
 public:
  StudyPage(Desk& desk, const SittingOptions& options);

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  std::vector<PaletteEntry> palette() override;
  Extent extent() const override { return Extent::kWholeWindow; }
  bool is_typing() const override;
  bool type(const Event& event) override;
  bool undo() override;
  bool redo() override;
  /// The example that is being written.
  bool keep() override;
  std::optional<std::chrono::milliseconds> next_tick() const override;
  Redraw tick() override;

  /// All cards were asked, or the time is up: the summary is shown.
  bool is_finished() const { return sitting_.finished(); }

 private:
  void apply(const StudyIntent& intent);
  /// Another card is asked, or the same one again.
  void show_card();
  void read_marks();
  void look();
  void look_at_card();
  bool is_answer_open() const;
  /// False, with words, when it could not be kept: then it is still in its field.
  bool keep_example();
  enum class Field { kNone, kAnswer, kExample };
  Field field_in_use() const;

  // One for each intent.
  void act(const std::monostate&) {}
  void act(const RevealNext&);
  void act(const RevealAll&);
  void act(const TickPoint& intent) { sitting_.tick(intent.point); }
  void act(const GiveHint&) { sitting_.give_hint(); }
  void act(const ChooseOption& intent) { sitting_.choose(intent.option); }
  void act(const TypeAnswer&);
  void act(const LeaveTyping&);
  void act(const PointInAnswer& intent) { answer_.take(intent.pointed); }
  void act(const CheckAnswer&);
  void act(const OverrideGrade& intent) { sitting_.override_grade(intent.quality); }
  void act(const GradeAndGo&);
  void act(const GradeAs& intent);
  void act(const ToggleIntervals&) { shows_intervals_ = !shows_intervals_; }
  void act(const EditQuestion&);
  void act(const PutAway& intent);
  void act(const FlagCard& intent);
  void act(const OpenCardMenu&);
  void act(const SelectEntry& intent);
  void act(const ExplainCard&);
  void act(const CloseCardSheet&) { sheet_ = {}; }
  void act(const WriteExample&);
  void act(const PointInExample& intent);
  void act(const KeepExample&) { keep_example(); }
  void act(const LeaveExample&) { example_.reset(); }
  void act(const UndoAnswer&);
  void act(const RedoAnswer&);
  void act(const GoOn&);
  void act(const DrillMissed&);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }
  void act(const LeaveStudy&);

  Desk& desk_;
  Sitting sitting_;
  QuestionMarks marks_;                // of the card's question
  TextEditor answer_;                  // what is typed into a fill card, or an answer that is typed
  std::optional<TextEditor> example_;  // while it is written
  bool is_typing_answer_ = false;
  bool types_answers_ = false;  // the next ones too
  bool shows_intervals_ = false;
  std::variant<std::monostate, CardMenuView, ReasonView> sheet_;  // over the card
  StudyClock clock_;
  ScrollWish scroll_;
  StudyView view_;
  SittingSummary summary_;
};

}  // namespace rehearse
