// What lies over the editor: the question whether to save, and the history of the fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/deck/field_version.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class Leaving { kSave, kDrop, kStay };

/// What was chosen, if anything. `focus`: of the sheet.
std::optional<Leaving> draw_leave_sheet(Ui& ui, Focus& focus);
std::optional<Leaving> leave_key(const KeyPressed& press);

/// The newest first; read only. True when it was clicked away.
bool draw_history(Ui& ui, const std::vector<FieldVersion>& versions, std::chrono::minutes utc_offset,
                  const ScrollWish& scroll);

}  // namespace rehearse
