#include "core/store/places.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace rehearse {

TEST_SUITE("core/store/places") {
  TEST_CASE("between any two places there is another however often one is put there") {
    std::mt19937_64 random(3);
    std::vector<std::string> places{place(0), place(1)};
    for (int i = 0; i < 3000; ++i) {
      const std::size_t at = random() % places.size();
      const std::string& low = places[at];
      const std::string high = at + 1 < places.size() ? places[at + 1] : "";
      const auto between = place_between(low, high);
      REQUIRE(between);
      REQUIRE(low < *between);
      if (!high.empty()) REQUIRE(*between < high);
      places.insert(places.begin() + static_cast<std::ptrdiff_t>(at) + 1, *between);
    }
  }

  TEST_CASE("there is no place where there is no room or no number") {
    CHECK_FALSE(place_between("1", "1"));
    CHECK_FALSE(place_between("1", "10"));
    CHECK_FALSE(place_between("2", "1"));
    CHECK_FALSE(place_between("a", "b"));
  }

  TEST_CASE("a list gets ascending places of which as many stay as can") {
    std::mt19937_64 random(4);
    for (int round = 0; round < 500; ++round) {
      std::vector<std::optional<std::string>> present;
      for (std::size_t i = random() % 12; i > 0; --i)
        present.push_back(random() % 3 == 0 ? std::nullopt : std::optional(place(random() % 20)));
      const std::vector<std::string> places = places_for(present);
      REQUIRE(places.size() == present.size());
      std::size_t stayed = 0, known = 0;
      for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) REQUIRE(places[i - 1] < places[i]);
        if (present[i]) ++known;
        if (present[i] && *present[i] == places[i]) ++stayed;
      }
      if (known > 0) CHECK(stayed > 0);
      const bool ascending = std::is_sorted(present.begin(), present.end()) &&
                             std::adjacent_find(present.begin(), present.end()) == present.end();
      if (ascending && known == present.size()) CHECK(stayed == known);
    }
  }

  TEST_CASE("one thing put between two moves none of the others") {
    std::vector<std::optional<std::string>> present;
    for (std::size_t i = 0; i < 1000; ++i) present.push_back(place(i));
    present.insert(present.begin() + 500, 40, std::nullopt);
    present.insert(present.begin(), std::nullopt);
    present.push_back(std::nullopt);
    const std::vector<std::string> places = places_for(present);
    for (std::size_t i = 0; i < places.size(); ++i)
      if (present[i]) CHECK(places[i] == *present[i]);
    CHECK(places.back() == place(1000));
    CHECK(std::max_element(places.begin(), places.end(), [](const auto& a, const auto& b) {
            return a.size() < b.size();
          })->size() < 12);
  }

  TEST_CASE("a list without room is placed anew") {
    CHECK(places_for({"1", std::nullopt, "10"}) == std::vector{place(0), place(1), place(2)});
  }
}

}  // namespace rehearse
