#include "gui/window/sync/sync_form.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "gui/window/strings/sync_words.h"

namespace rehearse {
namespace {

SignInField field_of(sync::Concern concern) {
  switch (concern) {
    case sync::Concern::kServer: return SignInField::kServer;
    case sync::Concern::kName: return SignInField::kName;
    case sync::Concern::kPassword: return SignInField::kPassword;
    case sync::Concern::kInvite: return SignInField::kInvite;
    case sync::Concern::kDevice: break;
  }
  return SignInField::kDevice;
}

const char* id_of(SignInField field) { return kSignInIds[static_cast<std::size_t>(field)]; }

}  // namespace

const SyncView& SyncForm::view() {
  view_.status = keeper_.status();
  view_.refused = keeper_.refused();
  view_.shows_all_refused = shows_all_refused_;
  view_.asks_sign_out = asks_sign_out_ && view_.status.is_signed_in();
  view_.devices = devices_;
  view_.devices.is_working = asking_devices_.is_working();
  view_.devices.name = device_name_ ? &*device_name_ : nullptr;
  view_.sign_in.reset();
  if (!typed_) return view_;
  SignInView& form = view_.sign_in.emplace();
  for (std::size_t i = 0; i < kSignInFields; ++i) form.fields[i] = &typed_->fields[i];
  form.has_authority = typed_->has_authority;
  form.is_new = typed_->is_new;
  form.shows_password = typed_->shows_password;
  form.is_working = signing_in_.is_working();
  form.trouble = typed_->trouble;
  form.wrong = typed_->wrong;
  form.fingerprint = typed_->shown ? sync::to_text(*typed_->shown) : std::string();
  form.asks_other_account = typed_->asks_other_account;
  return view_;
}

TextEditor* SyncForm::editor_of(std::string_view id) {
  if (id == "device name" && device_name_) return &*device_name_;
  if (!typed_) return nullptr;
  for (std::size_t i = 0; i < kSignInFields; ++i)
    if (id == kSignInIds[i]) return &typed_->fields[i];
  return nullptr;
}

bool SyncForm::is_field(std::string_view id) const {
  if (id == "device name") return device_name_.has_value();
  return typed_ && std::find(std::begin(kSignInIds), std::end(kSignInIds), id) != std::end(kSignInIds);
}

void SyncForm::act(const SyncIntent& intent) {
  std::visit([this](const auto& wanted) { act_on(wanted); }, intent);
}

bool SyncForm::tick() {
  bool is_new = false;
  for (SyncErrand* errand : {&signing_in_, &asking_devices_})
    if (errand->is_done()) {
      is_new = true;
      desk_.attempt(words::kSyncDeviceTrouble, [errand] { errand->finish(); });
    }
  if (is_new && !signing_in_.is_working()) sync::wipe(sent_.password);
  return is_new;
}

std::string SyncForm::take_focus(std::string_view current) {
  const std::string in_list = std::exchange(focus_in_list_, {});
  if (next_focus_.empty() && current == "devices") next_focus_ = in_list;
  return std::exchange(next_focus_, {});
}

void SyncForm::leave() {
  if (!signing_in_.is_working()) forget_password();
}

void SyncForm::forget_password() {
  signing_in_.stop();
  sync::wipe(sent_.password);
  if (typed_) typed_->field(SignInField::kPassword).wipe();
}

// --- signing in ---

void SyncForm::act_on(const OpenSignIn&) {
  has_opened_ = true;
  next_focus_ = id_of(SignInField::kServer);
  if (typed_) return;
  typed_.emplace(Typed());  // emplace() is not found by Clang: defaults of a class within a class
  typed_->field(SignInField::kPassword) = TextEditor::secret();
  typed_->field(SignInField::kDevice) = TextEditor(TextLines::kOne, desk_.options().computer_name);
  const auto& before = keeper_.account_before();
  if (!before) return;
  typed_->trusted_server = sync::to_text(before->server);
  if (const auto* authority = std::get_if<sync::PrivateAuthority>(&before->trust)) {
    typed_->has_authority = true;
    typed_->field(SignInField::kAuthority) = TextEditor(TextLines::kOne, authority->file);
  } else {
    typed_->trust = before->trust;
  }
  typed_->field(SignInField::kServer) = TextEditor(TextLines::kOne, typed_->trusted_server);
  typed_->field(SignInField::kName) = TextEditor(TextLines::kOne, before->name);
  if (!before->device_name.empty())
    typed_->field(SignInField::kDevice) = TextEditor(TextLines::kOne, before->device_name);
  next_focus_ = id_of(SignInField::kPassword);
}

void SyncForm::act_on(const CloseSignIn&) {
  forget_password();
  typed_.reset();
  next_focus_ = "open sign in";
}

void SyncForm::act_on(const PointInSignIn& intent) {
  if (typed_) typed_->field(intent.field).take(intent.pointed);
}

bool SyncForm::drop(const std::string& file) {
  if (!typed_ || !typed_->has_authority || signing_in_.is_working()) return false;
  typed_->field(SignInField::kAuthority) = TextEditor(TextLines::kOne, file);
  next_focus_ = id_of(SignInField::kAuthority);
  return true;
}

void SyncForm::act_on(const ToggleAuthority&) {
  if (!typed_) return;
  typed_->has_authority = !typed_->has_authority;
  if (typed_->has_authority) next_focus_ = id_of(SignInField::kAuthority);
}

void SyncForm::act_on(const ToggleNewAccount&) {
  if (typed_) typed_->is_new = !typed_->is_new;
}

void SyncForm::act_on(const TogglePassword&) {
  if (typed_) typed_->shows_password = !typed_->shows_password;
}

void SyncForm::say(SignInField field, Words trouble) {
  typed_->wrong = field;
  typed_->trouble = std::move(trouble);
  next_focus_ = id_of(field);
}

std::optional<sync::ServerAddress> SyncForm::typed_server() {
  const auto server = sync::parse_server_address(typed_->text(SignInField::kServer));
  if (server) return *server;
  const Error& error = server.error();
  say(SignInField::kServer,
      {error.what.english + ": " + error.hint.english, error.what.chinese + "：" + error.hint.chinese});
  return std::nullopt;
}

std::optional<sync::Trust> SyncForm::typed_trust(const sync::ServerAddress& server) {
  if (!typed_->has_authority) {
    // A certificate was believed for one server.
    if (typed_->trusted_server != sync::to_text(server)) return sync::SystemAuthorities{};
    return typed_->trust;
  }
  std::filesystem::path file(std::string(trimmed(typed_->text(SignInField::kAuthority))));
  if (file.string().starts_with("~/")) file = desk_.options().home / file.string().substr(2);
  const auto authority = sync::private_authority(file);
  if (authority) return *authority;
  const Error& error = authority.error();
  const bool is_plain = error.hint.empty();
  say(SignInField::kAuthority, {error.what.english + (is_plain ? "" : ": ") + error.hint.english,
                                error.what.chinese + (is_plain ? "" : "：") + error.hint.chinese});
  return std::nullopt;
}

bool SyncForm::is_all_typed() {
  for (std::size_t i = 0; i < kSignInFields; ++i) {
    const auto field = static_cast<SignInField>(i);
    if (field == SignInField::kAuthority && !typed_->has_authority) continue;
    if (field == SignInField::kInvite) continue;  // a server that is open to everybody asks for none
    if (!typed_->field(field).empty()) continue;
    say(field, in_both(words::kSyncMissing));
    return false;
  }
  return true;
}

void SyncForm::send(sync::OtherAccount other) {
  if (!typed_ || signing_in_.is_working()) return;
  typed_->trouble = {};
  typed_->wrong.reset();
  typed_->asks_other_account = false;
  if (!is_all_typed()) return;
  const auto server = typed_server();
  if (!server) return;
  const auto trust = typed_trust(*server);
  if (!trust) return;
  typed_->shown.reset();
  sent_ = {typed_->text(SignInField::kName), typed_->text(SignInField::kPassword),
           typed_->text(SignInField::kDevice), std::nullopt};
  if (typed_->is_new) sent_.invite = typed_->text(SignInField::kInvite);
  signing_in_.begin(
      *server, *trust,
      [this, typed = &sent_, open = desk_.options().open_again, folder = desk_.options().library_folder,
       trust = *trust, other, now = desk_.now()](sync::HttpClient& client) -> SyncErrand::Finish {
        Library library = open();
        auto result = sync::sign_library_in(library, folder, client, trust, *typed, other);
        if (const auto* account = std::get_if<sync::Account>(&result))
          library.name_device(account->device_name, now);
        return [this, result = std::move(result)] { take_sign_in(result); };
      },
      desk_.wake());
}

void SyncForm::take_sign_in(const std::variant<sync::Account, sync::Trouble>& result) {
  if (const auto* account = std::get_if<sync::Account>(&result)) {
    forget_password();
    typed_.reset();
    devices_ = {};
    next_focus_ = "sync now";
    desk_.tell(NoticeKind::kNews, in_both(words::kSyncSignedIn, {account->name}));
    return keeper_.account_changed();
  }
  const auto& trouble = std::get<sync::Trouble>(result);
  if (!typed_) return;
  if (trouble.shown && typed_->has_authority)
    return say(SignInField::kAuthority, in_both(words::kSyncOtherAuthority));
  typed_->trouble = trouble.words;
  typed_->shown = trouble.shown;
  typed_->asks_other_account = trouble.kind == sync::TroubleKind::kOtherAccount;
  next_focus_ = typed_->shown ? "stop sign in" : typed_->asks_other_account ? "stop sign in" : "send sign in";
  if (trouble.concern && !typed_->shown) say(field_of(*trouble.concern), trouble.words);
}

void SyncForm::act_on(const BelieveCertificate&) {
  const auto server = typed_ && typed_->shown ? typed_server() : std::nullopt;
  if (!server) return;
  typed_->trust = *typed_->shown;
  typed_->trusted_server = sync::to_text(*server);
  send(sync::OtherAccount::kRefused);
}

void SyncForm::act_on(const StopSignIn&) {
  signing_in_.stop();
  sync::wipe(sent_.password);
  if (!typed_) return;
  typed_->trouble = {};
  typed_->wrong.reset();
  typed_->shown.reset();
  typed_->asks_other_account = false;
  next_focus_ = id_of(SignInField::kServer);
}

// --- signing out ---

void SyncForm::act_on(const AskSignOut&) {
  asks_sign_out_ = true;
  has_opened_ = true;
  next_focus_ = "stay signed in";
}

void SyncForm::act_on(const SignOut&) {
  asks_sign_out_ = false;
  devices_ = {};
  device_name_.reset();
  keeper_.sign_out();
  next_focus_ = "open sign in";
}

void SyncForm::act_on(const StaySignedIn&) {
  asks_sign_out_ = false;
  next_focus_ = "sign out";
}

// --- what the server will not keep ---

void SyncForm::act_on(const OfferAgain& intent) {
  desk_.attempt(words::kSyncTrouble, [&] { desk_.library().offer_again(intent.op); });
  keeper_.refused_changed();
  keeper_.sync_now();
}

void SyncForm::act_on(const KeepHere& intent) {
  desk_.attempt(words::kSyncTrouble, [&] { desk_.library().keep_here(intent.op); });
  keeper_.refused_changed();
}

}  // namespace rehearse
