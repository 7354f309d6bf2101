#include "gui/window/interview/interview_page.h"

#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"

namespace rehearse {

void InterviewPage::press(const KeyPressed& press) {
  if (press == KeyPressed{Key::kEscape}) desk_.close();
}

void InterviewPage::draw(Ui& ui) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPlaceInterview));
  key_hints(ui, frame.hints, {{"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
}

std::vector<KeyLine> InterviewPage::keys(Language) const { return {}; }

}  // namespace rehearse
