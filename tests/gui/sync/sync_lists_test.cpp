// Devices, what the server will not keep, and the clock, as the settings show them.
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

#include "core/store/sync_state.h"
#include "gui/window/editor/editor_page.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/strings/sync_words.h"
#include "sync/client/syncer.h"
#include "tests/gui/sync/signing_in.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::SigningIn;
using test::TestServer;

/// The learner's other computer.
struct Other {
  Other(TestServer& on, const std::string& name, const std::string& device)
      : server(on),
        library(scratch / "library", test::counting_random(9'000'000)),
        client(*sync::parse_server_address(on.url()), sync::SystemAuthorities{}),
        account(std::get<sync::Account>(
            sync::sign_in(client, sync::SystemAuthorities{}, {name, test::kPassword, device, {}}))) {}

  std::optional<sync::Trouble> sync() {
    return sync::sync_now(
               library, client, account.token, [this] { return server.now(); },
               [](const sync::SyncProgress&) { return sync::Onward::kGo; })
        .trouble;
  }

  test::Scratch scratch;
  TestServer& server;
  Library library;
  sync::HttpClient client;
  sync::Account account;
};

/// Takes connections and says nothing.
struct SilentServer {
  SilentServer() : listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(listener, 8) == 0);
    REQUIRE(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port = ntohs(address.sin_port);
  }
  ~SilentServer() { ::close(listener); }
  SilentServer(const SilentServer&) = delete;
  SilentServer& operator=(const SilentServer&) = delete;

  int listener;
  std::uint16_t port = 0;
};

}  // namespace

TEST_SUITE("gui/window/sync/sync_lists") {
  TEST_CASE("devices that the palette opens are in sight from their top and the first has the keyboard") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    for (int i = 0; i < 9; ++i) learner.press_and_look(Key::kPageUp);
    CHECK(learner.place_of("账号 anna").y > test::Look().height);
    learner.choose_in_palette("查看设备");
    learner.wait_for("最近使用");
    learner.look();
    learner.look();
    CHECK(learner.focus().is_on("name device"));
    CHECK(learner.place_of("账号 anna").y < 200);
    CHECK(learner.place_of("window").bottom() < test::Look().height / 2);
    learner.choose_in_palette("退出登录");
    CHECK(learner.focus().is_on("stay signed in"));
    learner.choose_in_palette("收起设备");
    CHECK_FALSE(learner.shows("最近使用"));
  }

  TEST_CASE("devices are listed and another one is signed out only when confirmed") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    Other other(server, "anna", "old laptop");
    learner.click_and_look("devices");
    learner.wait_for("old laptop");
    CHECK(learner.shows("本机"));
    learner.click_and_look("revoke " + other.account.device);
    CHECK(learner.shows("丢失或送人"));
    learner.click_and_look("keep device");
    CHECK_FALSE(other.sync());
    learner.click_and_look("revoke " + other.account.device);
    learner.click_and_look("really revoke");
    learner.wait_for("“old laptop”已退出");
    REQUIRE(other.sync());
    CHECK(other.sync()->kind == sync::TroubleKind::kSignedOut);
  }

  TEST_CASE("of two devices with one name this one is given another") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    const Other other(server, "anna", "window");
    learner.click_and_look("devices");
    learner.wait_for("有两台设备都叫“window”");
    learner.click_and_look("name device");
    CHECK(learner.focus().is_on("device name"));
    learner.fill("device name", "书房");
    learner.press_and_look(Key::kEnter);
    learner.wait_for("本机现在叫“书房”");
    CHECK_FALSE(learner.shows("有两台设备都叫"));
    CHECK(learner.account().device_name == "书房");
    learner.finish_sync();
    CHECK(learner.status().is_signed_in());
  }

  TEST_CASE("what the server refused says what and why and is sent again or kept here") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    learner.edit_first_stem("别的题目？");
    const std::vector<UnsentOp> unsent = learner.library().unsent(0, 10, 100'000).ops;
    REQUIRE(unsent.size() == 1);
    learner.library().set_refused(unsent[0].position, "too-large");
    learner.pass(std::chrono::minutes{10});
    learner.finish_sync();
    learner.look();
    CHECK(learner.status().refused == 1);
    CHECK(learner.shows("别的题目？"));
    CHECK(learner.shows("超过 64 KB"));
    learner.click_and_look("keep " + unsent[0].id.hex());
    CHECK(learner.status().refused == 0);
    CHECK_FALSE(learner.shows("超过 64 KB"));
    learner.library().set_refused(unsent[0].position, "quota");
    learner.library().offer_again(unsent[0].id);
    learner.library().set_refused(unsent[0].position, "quota");
    learner.pass(std::chrono::minutes{10});
    learner.finish_sync();
    learner.click_and_look("retry " + unsent[0].id.hex());
    learner.finish_sync();
    CHECK(learner.status().refused == 0);
    CHECK(learner.library().refused().empty());
  }

  TEST_CASE("a clock that is wrong is told once and stays in the settings") {
    TestServer server;
    SigningIn learner;
    server.set_clock(server.now() - std::chrono::hours{3});
    learner.sign_up(server, "anna");
    CHECK(learner.shows("本机时钟比服务器快 3 小时"));
    REQUIRE_FALSE(learner.status().clock.empty());
    learner.press_and_look(Key::kEscape);
    learner.pass(std::chrono::minutes{10});
    server.set_clock(server.now() + std::chrono::minutes{10});
    learner.finish_sync();
    learner.app().handle(KeyPressed{Key::kDigit1, Modifier::kCtrl});
    CHECK_FALSE(learner.shows("本机时钟比服务器快"));
    learner.go_to_settings();
    CHECK(learner.shows("本机时钟比服务器快 3 小时"));
  }

  TEST_CASE("of two versions of a question one is chosen where its history is shown and undo takes it back") {
    TestServer server;
    SigningIn learner;
    learner.sign_up(server, "anna");
    Other other(server, "anna", "tower");
    REQUIRE_FALSE(other.sync());
    other.library.name_device("tower", {server.now(), {}});
    const QuestionId question =
        learner.library().questions(learner.library().deck_titles().front().id).front().id;
    ChangeText change;
    change.stem = "塔式机的写法？";
    REQUIRE(other.library.edit_question(question, change, {server.now(), {}}));
    REQUIRE_FALSE(other.sync());
    learner.edit_first_stem("本机的写法？");
    learner.pass(std::chrono::minutes{10});
    learner.finish_sync();
    REQUIRE(learner.library().other_versions(question).size() == 1);

    learner.app().handle(KeyPressed{Key::kDigit2, Modifier::kCtrl});
    CHECK(learner.shows("两种写法"));
    learner.press_and_look(Key::kEnter);
    REQUIRE(learner.on<EditorPage>());
    CHECK(learner.shows("有 1 处写法不同"));
    learner.press_and_look(Key::kH, Modifier::kCtrl);
    CHECK(learner.shows("塔式机的写法？"));
    CHECK(learner.shows("tower（其他电脑）"));
    const bool is_other_shown = learner.library().question(question)->question.stem == "塔式机的写法？";
    learner.press_and_look(Key::kTab);
    if (!is_other_shown) learner.press_and_look(Key::kTab);
    learner.press_and_look(Key::kEnter);
    learner.look();
    CHECK(learner.library().other_versions(question).empty());
    CHECK(learner.library().question(question)->question.stem == "塔式机的写法？");
    CHECK_FALSE(learner.shows("处写法不同"));
    learner.press_and_look(Key::kZ, Modifier::kCtrl);
    CHECK(learner.library().other_versions(question).size() == 1);
  }

  TEST_CASE("a server that takes the connection and says nothing keeps nobody from closing the window") {
    const SilentServer silent;
    std::chrono::steady_clock::time_point began;
    {
      SigningIn learner;
      sync::Account account;
      account.server = *sync::parse_server_address("http://127.0.0.1:" + std::to_string(silent.port));
      account.id = "a_1";
      account.name = "anna";
      account.token = "rh1_x";
      REQUIRE(sync::write_account(learner.scratch() / "library", account));
      learner.app().tick();
      CHECK(learner.status().is_working);
      began = std::chrono::steady_clock::now();
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{5});
  }
}

}  // namespace rehearse
