// A sitting on the screen: card after card, then what came of it.
#pragma once

#include "core/study/sitting.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
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
  Extent extent() const override { return Extent::kWholeWindow; }
  bool is_typing() const override;
  bool type(const Event& event) override;
  bool undo() override;

  /// All cards were asked, or the time is up: the summary is shown.
  bool is_finished() const { return sitting_.finished(); }

 private:
  void apply(const StudyIntent& intent);
  void show_card();

  // One for each intent.
  void act(const std::monostate&) {}
  void act(const RevealNext&);
  void act(const RevealAll&);
  void act(const TickPoint& intent) { sitting_.tick(intent.point); }
  void act(const ChooseOption& intent) { sitting_.choose(intent.option); }
  void act(const PointInAnswer& intent) { editor_.take(intent.pointed); }
  void act(const CheckAnswer&);
  void act(const OverrideGrade& intent) { sitting_.override_grade(intent.quality); }
  void act(const GradeAndGo&);
  void act(const GradeAs& intent);
  void act(const UndoAnswer&);
  void act(const ToggleIntervals&) { shows_intervals_ = !shows_intervals_; }
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }
  void act(const LeaveStudy&) { desk_.close(); }

  Desk& desk_;
  Sitting sitting_;
  Instant asked_at_{};  // when the card came up
  TextEditor editor_;   // what is typed into a fill card
  bool shows_intervals_ = false;
  ScrollWish scroll_;
  StudyView view_;
  SittingSummary summary_;
};

}  // namespace rehearse
