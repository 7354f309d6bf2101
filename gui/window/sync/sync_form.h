// What a person does about syncing in the window: signs in and out, looks after the devices, decides about
// what the server will not keep. The network is asked in the background; nothing here waits for it.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gui/window/shell/desk.h"
#include "gui/window/sync/sync_errand.h"
#include "gui/window/sync/sync_intent.h"
#include "gui/window/sync/sync_keeper.h"
#include "gui/window/sync/sync_view.h"
#include "sync/client/library_account.h"

namespace rehearse {

class SyncForm {
 public:
  SyncForm(Desk& desk, SyncKeeper& keeper) : desk_(desk), keeper_(keeper) {}
  ~SyncForm() { forget_password(); }
  SyncForm(const SyncForm&) = delete;
  SyncForm& operator=(const SyncForm&) = delete;

  /// Valid until the next call of anything else here.
  const SyncView& view();
  void act(const SyncIntent& intent);
  /// Takes what is done. True when something was.
  bool tick();
  /// Somebody goes elsewhere: a password that was typed and not sent is not kept.
  void leave();

  /// A file that was dropped is the authority's, where one is asked for. False: it is not for this form.
  bool drop(const std::string& file);

  /// The text that a field of this id edits; null for another id.
  TextEditor* editor_of(std::string_view id);
  bool is_field(std::string_view id) const;
  /// Where the keyboard goes next, because what it was on has gone or opened something; empty: it stays.
  /// `current`: what it is on.
  std::string take_focus(std::string_view current);
  /// True once after a form, a list or a question has opened: all of it should be in sight.
  bool take_opened() { return std::exchange(has_opened_, false); }

 private:
  struct Typed {
    std::array<TextEditor, kSignInFields> fields;
    bool has_authority = false;
    bool is_new = false;
    bool shows_password = false;
    sync::Trust trust;           // of the server below
    std::string trusted_server;  // as typed when the trust was given
    Words trouble;
    std::optional<SignInField> wrong;
    std::optional<sync::Fingerprint> shown;
    bool asks_other_account = false;

    TextEditor& field(SignInField which) { return fields[static_cast<std::size_t>(which)]; }
    std::string text(SignInField which) const { return fields[static_cast<std::size_t>(which)].text(); }
  };

  void act_on(std::monostate) {}
  void act_on(const SyncNow&) { keeper_.sync_now(); }
  void act_on(const OpenSignIn&);
  void act_on(const CloseSignIn&);
  void act_on(const PointInSignIn& intent);
  void act_on(const ToggleAuthority&);
  void act_on(const ToggleNewAccount&);
  void act_on(const TogglePassword&);
  void act_on(const SendSignIn&) { send(sync::OtherAccount::kRefused); }
  void act_on(const BelieveCertificate&);
  void act_on(const WelcomeAccount&) { send(sync::OtherAccount::kWelcome); }
  void act_on(const StopSignIn&);
  void act_on(const AskSignOut&);
  void act_on(const SignOut&);
  void act_on(const StaySignedIn&);
  void act_on(const ToggleDevices&);
  void act_on(const AskRevoke& intent);
  void act_on(const RevokeDevice&);
  void act_on(const KeepDevice&);
  void act_on(const StartNaming&);
  void act_on(const PointInDeviceName& intent);
  void act_on(const NameDevice&);
  void act_on(const StopNaming&);
  void act_on(const OfferAgain& intent);
  void act_on(const KeepHere& intent);
  void act_on(const ToggleAllRefused&) { shows_all_refused_ = !shows_all_refused_; }

  /// Signs in with what was typed, or says beside which field something is missing.
  void send(sync::OtherAccount other);
  std::optional<sync::ServerAddress> typed_server();
  std::optional<sync::Trust> typed_trust(const sync::ServerAddress& server);
  bool is_all_typed();
  void say(SignInField field, Words trouble);
  void take_sign_in(const std::variant<sync::Account, sync::Trouble>& result);
  void forget_password();

  using DeviceList = std::variant<std::vector<sync::Device>, sync::Trouble>;
  /// Does it, when there is something to do, and reads the list then.
  void ask_devices(std::function<std::optional<sync::Trouble>(sync::HttpClient&)> first, Words done);
  void take_devices(const DeviceList& list);

  Desk& desk_;
  SyncKeeper& keeper_;
  SyncView view_;
  std::string next_focus_;
  std::string focus_in_list_;  // where the keyboard goes from the button that has opened the list
  bool has_opened_ = false;
  std::optional<Typed> typed_;
  sync::SignIn sent_;  // while it is under way
  bool asks_sign_out_ = false;
  DevicesView devices_;
  std::optional<TextEditor> device_name_;
  bool shows_all_refused_ = false;
  SyncErrand signing_in_, asking_devices_;  // last: they use the above
};

}  // namespace rehearse
