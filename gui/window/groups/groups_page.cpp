#include "gui/window/groups/groups_page.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/groups_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {

void GroupsPage::press(const KeyPressed& press) {
  if (press == KeyPressed{Key::kEnter}) desk_.go(Place::kLibrary);
}

void GroupsPage::draw(Ui& ui) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  const Rect& body = frame.body;
  draw_heading(ui, frame, ui.tr(words::kPlaceGroups));
  const float height = ui.px(52), width = std::min(body.width, ui.px(420));
  draw_empty_state(ui, {body.x, body.y, body.width, body.height - height - ui.px(10)},
                   ui.tr(words::kGroupsNone), ui.tr(words::kGroupsNoneHint));
  const Rect button{std::round(body.x + (body.width - width) / 2), body.bottom() - height, width, height};
  if (quiet_button(ui, "to library", button, ui.tr(words::kGroupsLibrary), ui.tr(words::kKeyEnter)))
    desk_.go(Place::kLibrary);
  key_hints(ui, frame.hints, {{"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
}

std::vector<KeyLine> GroupsPage::keys(Language language) const {
  return {{std::string(words::kKeyEnter.in(language)), words::kGroupsLibrary}};
}

}  // namespace rehearse
