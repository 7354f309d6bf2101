// What a person can ask for where the window shows how the library is synced.
#pragma once

#include <cstddef>
#include <optional>
#include <variant>

#include "core/base/id.h"
#include "gui/window/sync/sync_view.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

struct SyncNow {};

// --- signing in and out ---
struct OpenSignIn {};
struct CloseSignIn {};
struct PointInSignIn {
  SignInField field = SignInField::kServer;
  TextPointed pointed;
};
struct ToggleAuthority {};
struct ToggleNewAccount {};
struct TogglePassword {};
/// With what was typed.
struct SendSignIn {};
/// The server shows this fingerprint on its own screen too.
struct BelieveCertificate {};
/// All of the library goes to another account than before: that is meant.
struct WelcomeAccount {};
struct StopSignIn {};
struct AskSignOut {};
struct SignOut {};
struct StaySignedIn {};

// --- devices ---
struct ToggleDevices {};
struct AskRevoke {
  std::size_t row = 0;
};
struct RevokeDevice {};
struct KeepDevice {};
struct StartNaming {};
struct PointInDeviceName {
  TextPointed pointed;
};
struct NameDevice {};
struct StopNaming {};

// --- what the server will not keep ---
struct OfferAgain {
  std::optional<OpId> op;  // nothing: all of them
};
struct KeepHere {
  std::optional<OpId> op;
};
struct ToggleAllRefused {};

using SyncIntent =
    std::variant<std::monostate, SyncNow, OpenSignIn, CloseSignIn, PointInSignIn, ToggleAuthority,
                 ToggleNewAccount, TogglePassword, SendSignIn, BelieveCertificate, WelcomeAccount, StopSignIn,
                 AskSignOut, SignOut, StaySignedIn, ToggleDevices, AskRevoke, RevokeDevice, KeepDevice,
                 StartNaming, PointInDeviceName, NameDevice, StopNaming, OfferAgain, KeepHere,
                 ToggleAllRefused>;

}  // namespace rehearse
