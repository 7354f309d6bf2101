// Somebody whose library is open in the window, and who signs in there.
#pragma once

#include <string>
#include <string_view>

#include "gui/window/groups/groups_page.h"
#include "gui/window/settings/settings_page.h"
#include "sync/client/library_account.h"
#include "tests/gui/client.h"
#include "tests/sync/client/test_server.h"

namespace rehearse::test {

struct SigningIn : Client {
  SigningIn() : Client({kOpenDeck}) { go_to_settings(); }

  void go_to_settings() {
    app().handle(KeyPressed{Key::kDigit6, Modifier::kCtrl});
    look();
  }
  void press_and_look(Key key, Modifier modifier = Modifier::kNone) {
    app().handle(KeyPressed{key, modifier});
    look();
  }
  void click_and_look(const std::string& id) {
    go_to(id);
    press_and_look(Key::kEnter);
    look();
  }
  /// By Tab, however far away it is.
  void go_to(const std::string& id) {
    look();
    for (int i = 0; i < 120 && !focus().is_on(id); ++i) press_and_look(Key::kTab);
    REQUIRE_MESSAGE(focus().is_on(id), id);
  }
  const Focus& focus() const { return app_page().focus(); }
  /// What the palette finds first.
  void choose_in_palette(std::string_view text) {
    press_and_look(Key::kK, Modifier::kCtrl);
    type(text);
    press_and_look(Key::kEnter);
    look();
  }
  /// In place of what stands in the field.
  void fill(const std::string& id, std::string_view text) {
    go_to(id);
    press_and_look(Key::kA, Modifier::kCtrl);
    if (text.empty()) press_and_look(Key::kDelete);
    type(text);
    look();
  }
  void open_form(const std::string& server, std::string_view name, std::string_view password) {
    click_and_look("open sign in");
    fill("sync server", server);
    fill("sync name", name);
    fill("sync password", password);
    fill("sync device", "window");
  }
  /// By the window, with an account that is made for it.
  void sign_up(TestServer& server, const std::string& name) {
    open_form(server.url(), name, kPassword);
    click_and_look("sync new account");
    fill("sync invite", server.invite());
    click_and_look("send sign in");
    wait_until([this] { return status().is_signed_in(); });
    finish_sync();
    look();
  }
  const SyncStatus& status() { return app().sync_status(); }
  /// Until a sync that was begun has ended.
  void finish_sync() {
    app().tick();
    wait_until([this] { return !status().is_working && status().unsent == 0; });
  }
  /// Until this is on the screen.
  void wait_for(std::string_view text) {
    wait_until([&] { return shows(text); });
  }
  sync::Account account() const {
    const auto file = sync::read_account(scratch() / "library");
    REQUIRE(file);
    REQUIRE(file->has_value());
    return **file;
  }

 private:
  const Page& app_page() const {
    if (const Page* groups = on<GroupsPage>()) return *groups;
    return *on<SettingsPage>();
  }
};

}  // namespace rehearse::test
