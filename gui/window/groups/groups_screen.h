// The study groups of the account: what is asked of the learner, what can be done in each, joining another.
#pragma once

#include "gui/window/groups/groups_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

GroupsIntent groups_key(const KeyPressed& press, const GroupsView& view);
GroupsIntent draw_groups(Ui& ui, const GroupsView& view, const ScrollWish& scroll);

}  // namespace rehearse
