// Signing in and out in the window, against a real server.
#include <doctest/doctest.h>

#include "gui/window/strings/sync_words.h"
#include "sync/server/commands/own_certificate.h"
#include "tests/gui/sync/signing_in.h"
#include "tests/sync/front/certificate.h"

namespace rehearse {
namespace {

using test::SigningIn;
using test::TestServer;

std::string_view chinese(const Phrase& phrase) { return phrase.in(Language::kChinese); }

/// Pixels from the window's upper edge that the heading of the settings ends above.
constexpr float kBelowHeading = 200;

}  // namespace

TEST_SUITE("gui/window/sync/sign_in") {
  TEST_CASE("with the keyboard alone somebody makes an account and the library is synced") {
    TestServer server;
    SigningIn learner;
    CHECK(learner.shows("尚未登录"));
    learner.sign_up(server, "anna");
    CHECK(learner.status().name == "anna");
    CHECK(learner.status().unsent == 0);
    CHECK(learner.shows(filled(Language::kChinese, words::kSyncWho, {"anna", server.url()})));
    CHECK(learner.account().device_name == "window");
  }

  TEST_CASE("a form that the palette opens is in sight from its top and its first field has the keyboard") {
    SigningIn learner;
    CHECK(learner.place_of("尚未登录").y > test::Look().height);
    learner.choose_in_palette("登录服务器");
    CHECK(learner.focus().is_on("sync server"));
    CHECK(learner.place_of(chinese(words::kSyncServer)).y < kBelowHeading);
    CHECK(learner.place_of(chinese(words::kSyncDevice)).bottom() < test::Look().height);
    // Opened once more it keeps what was typed.
    learner.fill("sync server", "https://sync.example.org/mine");
    for (int i = 0; i < 9; ++i) learner.press_and_look(Key::kTab, Modifier::kShift);
    learner.choose_in_palette("登录服务器");
    CHECK(learner.focus().is_on("sync server"));
    CHECK(learner.shows("https://sync.example.org/mine"));
    CHECK(learner.place_of(chinese(words::kSyncServer)).y < kBelowHeading);
  }

  TEST_CASE("a password is masked until it is asked to be shown and goes with the page") {
    TestServer server;
    SigningIn learner;
    learner.open_form(server.url(), "anna", "correct horse");
    CHECK_FALSE(learner.shows("correct horse"));
    CHECK(learner.shows("•••••••••••••"));
    learner.app().handle(KeyPressed{Key::kA, Modifier::kCtrl});
    learner.go_to("sync password");
    learner.press_and_look(Key::kA, Modifier::kCtrl);
    learner.press_and_look(Key::kC, Modifier::kCtrl);
    CHECK_FALSE(learner.app().take_copied());
    learner.click_and_look("sync show password");
    CHECK(learner.shows("correct horse"));
    learner.app().handle(KeyPressed{Key::kDigit1, Modifier::kCtrl});
    learner.go_to_settings();
    CHECK_FALSE(learner.shows("correct horse"));
    CHECK(learner.shows("anna"));
  }

  TEST_CASE("what is wrong is said beside the field it is about") {
    TestServer server;
    SigningIn learner;
    learner.open_form("not an address", "anna", "some password");
    learner.press_and_look(Key::kEnter);
    CHECK(learner.shows("不是服务器地址"));
    CHECK(learner.focus().is_on("sync server"));
    learner.fill("sync server", "http://sync.example.org");
    learner.press_and_look(Key::kEnter);
    CHECK(learner.shows("途中的任何人都能读到密码"));
    learner.fill("sync server", server.url());
    learner.fill("sync name", "");
    learner.press_and_look(Key::kEnter);
    CHECK(learner.shows(chinese(words::kSyncMissing)));
    CHECK(learner.focus().is_on("sync name"));
    learner.fill("sync name", "nobody");
    learner.press_and_look(Key::kEnter);
    learner.wait_for("账号名或密码不对");
    CHECK(learner.focus().is_on("sync password"));
    learner.click_and_look("sync new account");
    learner.go_to("sync password");
    learner.press_and_look(Key::kEnter);
    learner.wait_for("注册账号需要邀请码");
    CHECK(learner.focus().is_on("sync invite"));
    learner.fill("sync invite", "aaaa-bbbb-cccc-dddd-eeee");
    learner.press_and_look(Key::kEnter);
    learner.wait_for("邀请码无效");
    CHECK(learner.focus().is_on("sync invite"));
    server.stop();
    learner.press_and_look(Key::kEnter);
    learner.wait_for("连不上");
    CHECK(learner.focus().is_on("sync server"));
    CHECK_FALSE(learner.status().is_signed_in());
  }

  TEST_CASE("a server with a certificate of its own shows its fingerprint and is pinned when confirmed") {
    const test::Scratch scratch;
    test::TestServerOptions options;
    options.tls = sync::own_certificate(scratch.folder(), parse_instant("2026-12-01T09:30:00+08:00")->at);
    const std::string fingerprint = sync::fingerprint_of(options.tls->certificate);
    TestServer server(options);
    SigningIn learner;
    learner.open_form(server.url(), "anna", test::kPassword);
    learner.click_and_look("sync new account");
    learner.fill("sync invite", server.invite());
    learner.click_and_look("send sign in");
    learner.wait_for(fingerprint.substr(0, 20));
    CHECK_FALSE(learner.status().is_signed_in());
    learner.click_and_look("believe");
    learner.wait_until([&] { return learner.status().is_signed_in(); });
    learner.finish_sync();
    CHECK(learner.status().trouble.empty());
    CHECK(learner.status().unsent == 0);
    REQUIRE(std::holds_alternative<sync::Fingerprint>(learner.account().trust));
    CHECK(sync::to_text(std::get<sync::Fingerprint>(learner.account().trust)) == fingerprint);
  }

  TEST_CASE("a server is believed because of a certificate file of an authority of one's own") {
    const test::Scratch scratch;
    test::TestServerOptions options;
    options.tls = test::make_certificate(scratch.folder(), "own", "localhost");
    TestServer server(options);
    SigningIn learner;
    learner.open_form(server.url(), "anna", test::kPassword);
    learner.click_and_look("sync new account");
    learner.fill("sync invite", server.invite());
    CHECK_FALSE(learner.shows(chinese(words::kSyncAuthority)));
    learner.click_and_look("sync own authority");
    CHECK(learner.focus().is_on("sync authority"));
    CHECK(learner.shows(chinese(words::kSyncAuthority)));
    const auto send_with = [&](const std::string& file) {
      learner.fill("sync authority", file);
      learner.press_and_look(Key::kEnter);
    };
    send_with("");
    CHECK(learner.shows(chinese(words::kSyncMissing)));
    send_with("~/no/such.pem");
    CHECK(learner.shows("没有这个文件"));
    send_with(learner.file("notes.txt", "no certificate at all\n"));
    CHECK(learner.shows("文件里没有证书"));
    CHECK(learner.focus().is_on("sync authority"));
    send_with(test::make_certificate(scratch.folder(), "another", "localhost").certificate);
    learner.wait_for("通不过这个 CA");
    CHECK(learner.focus().is_on("sync authority"));
    CHECK_FALSE(learner.status().is_signed_in());
    // As well as typed, a path comes with a file that is dropped.
    learner.app().handle(FilesDropped{{options.tls->certificate}});
    learner.look();
    CHECK(learner.on<SettingsPage>());
    learner.press_and_look(Key::kEnter);
    learner.wait_until([&] { return learner.status().is_signed_in(); });
    learner.finish_sync();
    CHECK(learner.status().trouble.empty());
    REQUIRE(std::holds_alternative<sync::PrivateAuthority>(learner.account().trust));
    CHECK(std::get<sync::PrivateAuthority>(learner.account().trust).file == options.tls->certificate);
    // It is still there for whoever signs in again, and without it the server is another's.
    learner.click_and_look("sign out");
    learner.click_and_look("really sign out");
    learner.wait_until([&] { return !learner.status().is_signed_in(); });
    learner.click_and_look("open sign in");
    learner.fill("sync password", test::kPassword);
    learner.click_and_look("sync own authority");
    learner.click_and_look("send sign in");
    learner.wait_for(chinese(words::kSyncOwnCertificate).substr(0, 30));
    learner.click_and_look("stop sign in");
    learner.click_and_look("sync own authority");
    learner.click_and_look("send sign in");
    learner.wait_until([&] { return learner.status().is_signed_in(); });
  }

  TEST_CASE("signing out asks first and says what stays") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    const sync::Account account = learner.account();
    learner.click_and_look("sign out");
    CHECK(learner.shows("仍留在本机"));
    learner.click_and_look("stay signed in");
    CHECK(learner.status().is_signed_in());
    learner.click_and_look("sign out");
    learner.click_and_look("really sign out");
    learner.wait_until([&] { return !learner.status().is_signed_in(); });
    CHECK(learner.account().token.empty());
    sync::HttpClient client(account.server, account.trust);
    CHECK(std::holds_alternative<sync::Trouble>(sync::devices(client, account)));
    // Who signs in again need not type all of it.
    learner.click_and_look("open sign in");
    CHECK(learner.shows(server.url()));
    CHECK(learner.focus().is_on("sync password"));
  }

  TEST_CASE("another account than before gets the library only when that is meant") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    learner.click_and_look("sign out");
    learner.click_and_look("really sign out");
    learner.wait_until([&] { return !learner.status().is_signed_in(); });
    learner.open_form(server.url(), "bert", test::kPassword);
    learner.click_and_look("sync new account");
    learner.fill("sync invite", server.invite());
    learner.press_and_look(Key::kEnter);
    learner.wait_for("另一个账号");
    CHECK(learner.focus().is_on("stop sign in"));
    learner.click_and_look("welcome account");
    learner.wait_until([&] { return learner.status().is_signed_in(); });
    CHECK(learner.status().name == "bert");
  }
}

}  // namespace rehearse
