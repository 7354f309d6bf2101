#include <utility>

#include "gui/window/settings/sync_parts.h"
#include "gui/window/strings/sync_words.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kLabelHeight = 24;

class SignInForm {
 public:
  SignInForm(const SyncPen& pen, const SignInView& view) : pen_(pen), ui_(pen.ui), view_(view) {}

  void draw() {
    field(SignInField::kServer, words::kSyncServer, ui_.tr(words::kSyncServerHint));
    if (toggle(ui_, "sync own authority", pen_.sheet.line(kControlHeight), ui_.tr(words::kSyncHasAuthority),
               view_.has_authority))
      pen_.intent = ToggleAuthority{};
    if (view_.has_authority)
      field(SignInField::kAuthority, words::kSyncAuthority, ui_.tr(words::kSyncAuthorityHint));
    if (toggle(ui_, "sync new account", pen_.sheet.line(kControlHeight), ui_.tr(words::kSyncIsNew),
               view_.is_new))
      pen_.intent = ToggleNewAccount{};
    if (view_.is_new) field(SignInField::kInvite, words::kSyncInvite);
    field(SignInField::kName, words::kSyncName);
    field(SignInField::kPassword, view_.is_new ? words::kSyncNewPassword : words::kSyncPassword);
    if (toggle(ui_, "sync show password", pen_.sheet.line(kControlHeight), ui_.tr(words::kSyncShowPassword),
               view_.shows_password))
      pen_.intent = TogglePassword{};
    field(SignInField::kDevice, words::kSyncDevice);
    if (!view_.trouble.empty() && !view_.wrong && view_.fingerprint.empty() && !view_.asks_other_account)
      pen_.warn(view_.trouble.in(ui_.language));
    draw_end();
  }

 private:
  void field(SignInField field, const Phrase& label, std::string_view placeholder = {}) {
    const auto index = static_cast<std::size_t>(field);
    const bool is_wrong = view_.wrong == field;
    draw_text_fitted(ui_, Font::kSmall, pen_.sheet.line(kLabelHeight), ui_.theme.muted, ui_.tr(label));
    pen_.sheet.gap(-8);
    TextBoxLook look;
    look.placeholder = placeholder;
    look.font = Font::kDetail;
    if (is_wrong) look.border = ui_.theme.again.text;
    if (field == SignInField::kPassword && !view_.shows_password) look.letters = TextBoxLetters::kMasked;
    const DrawnTextBox drawn = draw_text_box(ui_, kSignInIds[index], pen_.sheet.line(kControlHeight + 4),
                                             *view_.fields[index], look);
    if (drawn.pointed) pen_.intent = PointInSignIn{field, *drawn.pointed};
    if (drawn.is_entered) pen_.intent = SendSignIn{};
    if (is_wrong && view_.fingerprint.empty()) pen_.warn(view_.trouble.in(ui_.language));
  }

  void draw_end() {
    if (view_.is_working) {
      pen_.sheet.paragraph(Font::kDetail, ui_.theme.accent, ui_.tr(words::kSyncSigningIn));
      pen_.button("stop sign in", words::kSyncCancel, StopSignIn{});
    } else if (!view_.fingerprint.empty()) {
      pen_.sheet.paragraph(Font::kDetail, ui_.theme.text, ui_.tr(words::kSyncOwnCertificate));
      pen_.sheet.paragraph(Font::kCode, ui_.theme.text, view_.fingerprint);
      pen_.button("believe", words::kSyncBelieve, BelieveCertificate{});
      pen_.button("stop sign in", words::kSyncCancel, StopSignIn{});
    } else if (view_.asks_other_account) {
      pen_.warn(ui_.tr(words::kSyncOtherAccount, {view_.trouble.in(ui_.language)}));
      pen_.button("welcome account", words::kSyncWelcomeAccount, WelcomeAccount{});
      pen_.button("stop sign in", words::kSyncCancel, StopSignIn{});
    } else {
      pen_.button("send sign in", view_.is_new ? words::kSyncSignUp : words::kSyncSignIn, SendSignIn{});
      pen_.button("close sign in", words::kSyncCancel, CloseSignIn{});
    }
    pen_.sheet.end_buttons();
  }

  const SyncPen& pen_;
  Ui& ui_;
  const SignInView& view_;
};

}  // namespace

void draw_sign_in(const SyncPen& pen, const SignInView& view) { SignInForm(pen, view).draw(); }

}  // namespace rehearse
