#include "gui/window/groups/groups_page.h"

#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"

namespace rehearse {

void GroupsPage::press(const KeyPressed& press) {
  if (press == KeyPressed{Key::kEscape}) desk_.close();
}

void GroupsPage::draw(Ui& ui) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPlaceGroups));
  key_hints(ui, frame.hints, {{"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
}

std::vector<KeyLine> GroupsPage::keys(Language) const { return {}; }

}  // namespace rehearse
