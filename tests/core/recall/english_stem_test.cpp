#include "core/recall/english_stem.h"

#include <doctest/doctest.h>

#include <utility>

using namespace rehearse;

TEST_SUITE("core/recall/english_stem") {
  TEST_CASE("the forms of a word are one word") {
    using Forms = std::pair<const char*, const char*>;
    for (const Forms& forms : {Forms{"visits", "visited"},
                               {"visiting", "visit"},
                               {"tries", "tried"},
                               {"planned", "plan"},
                               {"telling", "tells"},
                               {"migration", "migrate"},
                               {"promised", "promises"},
                               {"quickly", "quick"},
                               {"boxes", "box"},
                               {"classes", "class"},
                               {"customers", "customer"}})
      CHECK_MESSAGE(english_stem(forms.first) == english_stem(forms.second), forms.first);
  }

  TEST_CASE("short words and names stay as they are") {
    for (const char* word : {"is", "this", "status", "bus", "sing", "red", "c++", "p99", "naïve", ""})
      CHECK(english_stem(word) == word);
  }
}
