// What the window shows of syncing: plain values, each ready to be drawn.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "gui/window/sync/sync_status.h"
#include "gui/window/ui/text_editor.h"
#include "sync/client/trouble.h"

namespace rehearse {

/// The fields of the form that signs in, in their order on the screen.
enum class SignInField { kServer, kAuthority, kInvite, kName, kPassword, kDevice };
inline constexpr std::size_t kSignInFields = 6;
inline constexpr const char* kSignInIds[kSignInFields] = {"sync server", "sync authority", "sync invite",
                                                          "sync name",   "sync password",  "sync device"};

struct SignInView {
  const TextEditor* fields[kSignInFields] = {};
  bool has_authority = false;  // the server's certificate is checked by a file that is named
  bool is_new = false;         // an account is made
  bool shows_password = false;
  bool is_working = false;
  Words trouble;
  std::optional<SignInField> wrong;  // that the trouble is about
  std::string fingerprint;           // of a certificate nobody vouches for, to be confirmed; empty: none
  bool asks_other_account = false;   // whether all of this goes to another account than before
};

struct DeviceRow {
  std::string id, name;
  std::string used;  // the day
  bool is_this = false;
};

struct DevicesView {
  bool is_open = false;
  bool is_working = false;
  Words trouble;
  std::vector<DeviceRow> rows;
  std::optional<std::size_t> asked;  // among the rows: whether to sign it out
  const TextEditor* name = nullptr;  // while this one is given another name
  std::string doubled;               // a name that two of them have; empty: none
};

/// A change that the server will not keep.
struct RefusedRow {
  OpId op;
  Words what, why;
  std::string at;  // the day and time
};

struct SyncView {
  SyncStatus status;
  std::optional<SignInView> sign_in;  // while its form is open
  bool asks_sign_out = false;
  DevicesView devices;
  std::vector<RefusedRow> refused;
  bool shows_all_refused = false;
};

}  // namespace rehearse
