// Study cards in every state, with more text than is kind.
#pragma once

#include <string>
#include <vector>

#include "gui/window/import/import_view.h"
#include "gui/window/import/review_view.h"
#include "gui/window/study/study_view.h"
#include "gui/window/today/today_screen.h"

namespace rehearse::test {

/// Some five lines of Chinese with Latin words in it.
std::string long_text();
/// What stands in the field of a fill card: more than fits into it.
std::string typed_text();

struct NamedStudyView {
  std::string name;
  StudyView view;
};

StudyView card_with_points(std::size_t count, PointState state);
/// Each kind of card, before and after the answer, short and long.
std::vector<NamedStudyView> study_views();
/// Answers typed and checked, hints, examples, tables, a clock that ran out.
std::vector<NamedStudyView> study_state_views();

TodayView today_with_decks(std::size_t count);
SittingSummary full_summary();

/// One file of each fate: sound, with problems, without questions.
ImportView import_view(ImportView::Stage stage, std::size_t files);

/// So many questions; the selected one has every part, and a doubt.
ReviewView review_view(std::size_t rows);

}  // namespace rehearse::test
