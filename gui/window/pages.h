// The pages there are.
#pragma once

#include <memory>

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class SyncKeeper;

/// `sync` must outlive the page.
std::unique_ptr<Page> make_page(Desk& desk, SyncKeeper& sync, Place place);
/// Throws StoreError when the library cannot be read.
std::unique_ptr<Page> make_page(Desk& desk, const PageRequest& request);

}  // namespace rehearse
