#include "core/study/hint.h"

#include <doctest/doctest.h>

#include "core/base/text.h"

namespace rehearse {

TEST_SUITE("core/study/hint") {
  TEST_CASE("a point with a detail is hinted at by its cue and never by the detail") {
    const KeyPoint point{"读变快", "热点数据不再每次都查库"};
    CHECK(hint_of(point, 0).empty());
    for (int hints = 1; hints < 6; ++hints) CHECK(hint_of(point, hints) == "读变快");
  }

  TEST_CASE("a cue alone is told from its beginning, more each time and never to its end") {
    const KeyPoint point{"有没有一条不用思考的退路", ""};
    CHECK(hint_of(point, 1) == "有没有…");
    CHECK(hint_of(point, 2) == "有没有一条不…");
    CHECK(hint_of(point, 3) == hint_of(point, 9));
    for (const char* cue : {"甲乙", "one", "𠮷野家 and 😀", "三个字吗"})
      for (int hints = 1; hints < 6; ++hints) {
        CHECK(hint_of({cue, ""}, hints) != cue);
        CHECK(is_valid_utf8(hint_of({cue, ""}, hints)));
      }
  }

  TEST_CASE("a cue of one character is told whole") { CHECK(hint_of({"甲", ""}, 1) == "甲"); }
}

}  // namespace rehearse
