// The parts of the sheet about syncing. Each draws from the end of the sheet down and puts what was asked for
// into the pen's intent.
#pragma once

#include <string_view>

#include "gui/window/settings/form.h"
#include "gui/window/sync/sync_intent.h"
#include "gui/window/sync/sync_view.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct SyncPen {
  Ui& ui;
  FormSheet& sheet;
  SyncIntent& intent;

  /// In the ink of what is wrong.
  void warn(std::string_view text) const;
  /// Beside the last one; FormSheet::end_buttons() ends the line.
  void button(std::string_view id, const Phrase& phrase, const SyncIntent& wanted) const;
};

void draw_sign_in(const SyncPen& pen, const SignInView& view);
void draw_devices(const SyncPen& pen, const DevicesView& view);
void draw_refused(const SyncPen& pen, const SyncView& view);

}  // namespace rehearse
