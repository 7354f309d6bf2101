// The first start, with and without decks to offer, and before a language is known.
#include "gui/window/welcome/welcome_screen.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {

std::vector<NamedScreen> welcome_screens() {
  std::vector<NamedScreen> screens;
  const auto add = [&](const std::string& name, const WelcomeView& view) {
    screens.push_back({name, [view](Ui& ui) { return !is_nothing(draw_welcome(ui, view)); }});
  };
  WelcomeView view;
  view.today = *parse_day("2026-12-01");
  add("welcome without decks", view);
  view.decks = {{"客服经理面试", 33, true}, {long_text(), 1000, false}};
  view.days_to_interview = 30;
  view.minutes = 240;
  add("welcome", view);
  view.asks_language = true;
  add("welcome that asks for a language", view);
  return screens;
}

}  // namespace rehearse::test
