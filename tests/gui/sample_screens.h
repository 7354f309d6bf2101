// Every screen in every state worth looking at: what the laws of layout are held against. A new screen adds
// its own function here and to layout_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "tests/gui/null_window.h"

namespace rehearse::test {

struct NamedScreen {
  std::string name;
  Screen draw;
};

std::vector<NamedScreen> shell_screens();
std::vector<NamedScreen> today_screens();
std::vector<NamedScreen> study_screens();
std::vector<NamedScreen> study_state_screens();
std::vector<NamedScreen> import_screens();
std::vector<NamedScreen> interview_screens();
std::vector<NamedScreen> statistics_screens();
std::vector<NamedScreen> welcome_screens();
std::vector<NamedScreen> library_screens();
std::vector<NamedScreen> editor_screens();
std::vector<NamedScreen> settings_screens();
std::vector<NamedScreen> groups_screens();
std::vector<NamedScreen> rescue_screens();

}  // namespace rehearse::test
