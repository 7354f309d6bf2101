// A person who does anything at all: keys, typing, clicks, dropped files, a clock that goes on. Dear ImGui's
// own assertions end the test; the laws below are ours.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

#include "tests/gui/client.h"

namespace rehearse {
namespace {

using test::Client;

constexpr int kActions = 10'000;
constexpr int kLookEvery = 25;  // actions

class Monkey {
 public:
  Monkey(Client& client, unsigned seed) : client_(client), random_(seed) {
    files_ = {client.file("更多.md", test::kDoubtfulDeck), client.file("broken.json", "{\"questions\": ["),
              (client.scratch() / "absent.docx").string()};
  }

  void act() {
    const int action = below(100);
    if (action < 62)
      press();
    else if (action < 78)
      type();
    else if (action < 97)
      click();
    else if (action < 98)
      drop();
    else
      client_.pass(std::chrono::minutes{below(300)});
  }

 private:
  template <class Values>
  auto one_of(const Values& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(std::size(values))))];
  }
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

  /// As often as not one of the keys that most pages have a meaning for.
  void press() {
    constexpr Key kLikely[] = {Key::kEnter,  Key::kEnter,  Key::kSpace,  Key::kA,
                               Key::kDigit1, Key::kDigit2, Key::kDigit3, Key::kEscape,
                               Key::kDown,   Key::kRight,  Key::kTab};
    constexpr Modifier kModifiers[] = {Modifier::kNone,  Modifier::kNone, Modifier::kCtrl,
                                       Modifier::kShift, Modifier::kAlt,  Modifier::kCtrlShift};
    if (below(2) == 0) return client_.app().handle(KeyPressed{one_of(kLikely)});
    const auto any = static_cast<Key>(below(static_cast<int>(Key::kComma) + 1));
    client_.app().handle(KeyPressed{any, one_of(kModifiers)});
  }

  void type() {
    static const std::u32string kCharacters = U"答abc 1:\"(-)，。𠮷😀é";
    for (int i = below(6); i >= 0; --i) client_.app().handle(CharacterTyped{one_of(kCharacters)});
  }

  /// Most of the time on something that can be clicked.
  void click() {
    const std::vector<Probe::Area> areas = client_.look().clickable;
    if (areas.empty()) return;
    const Rect rect = one_of(areas).rect;
    client_.click_at(rect.x + rect.width / 2, rect.y + rect.height / 2);
  }

  void drop() { client_.app().handle(FilesDropped{{one_of(files_)}}); }

  Client& client_;
  std::mt19937 random_;
  std::vector<std::string> files_;
};

void check_screen(const Probe& probe) {
  std::set<std::string> ids;
  for (const Probe::Area& area : probe.clickable) {
    INFO(area.id);
    CHECK(ids.insert(area.id).second);
  }
  CHECK((!probe.texts.empty() || !probe.clickable.empty()));
}

unsigned seed() {
  const char* given = std::getenv("REHEARSE_TEST_SEED");
  return given ? static_cast<unsigned>(std::atoi(given)) : 20261122u;
}

}  // namespace

TEST_SUITE("gui/window/app random") {
  TEST_CASE("ten thousand actions of any kind leave the window alive and the library whole") {
    Client client{test::kOpenDeck, test::kCheckedDeck};
    Monkey monkey(client, seed());
    for (int i = 0; i < kActions; ++i) {
      INFO("action " << i << " with seed " << seed());
      monkey.act();
      client.app().tick();
      if (i % kLookEvery == 0) check_screen(client.look());
    }
    CHECK(client.is_whole());
    CHECK(client.stats().reviews > 5);  // it did more than look around
  }
}

}  // namespace rehearse
