// What lies over the editor: the question whether to save, and the history of the fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/deck/field_version.h"
#include "gui/window/editor/editor_intent.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

enum class Leaving { kSave, kDrop, kStay };

/// What was chosen, if anything. `focus`: of the sheet.
std::optional<Leaving> draw_leave_sheet(Ui& ui, Focus& focus);
std::optional<Leaving> leave_key(const KeyPressed& press);

struct HistoryView {
  std::vector<FieldVersion> versions;  // the newest first
  std::vector<ContestedField> contested;
};
/// Somebody has seen enough.
struct CloseHistory {};
using HistoryIntent = std::variant<std::monostate, CloseHistory, ChooseVersion>;

/// What is to be chosen between comes first. `focus`: of the sheet.
HistoryIntent draw_history(Ui& ui, Focus& focus, const HistoryView& view, std::chrono::minutes utc_offset,
                           const ScrollWish& scroll);

}  // namespace rehearse
