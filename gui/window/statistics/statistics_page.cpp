#include "gui/window/statistics/statistics_page.h"

#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"

namespace rehearse {

void StatisticsPage::press(const KeyPressed& press) {
  if (press == KeyPressed{Key::kEscape}) desk_.close();
}

void StatisticsPage::draw(Ui& ui) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPlaceStatistics));
  key_hints(ui, frame.hints, {{"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
}

std::vector<KeyLine> StatisticsPage::keys(Language) const { return {}; }

}  // namespace rehearse
