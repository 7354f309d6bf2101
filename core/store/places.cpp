#include "core/store/places.h"

#include <algorithm>
#include <charconv>

namespace rehearse {
namespace {

// Places are eight digits in steps, so that a list can grow at its end and in between.
constexpr std::size_t kPlaceStep = 10;
constexpr std::size_t kPlaceDigits = 8;

bool is_digits(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The place at the end of a list whose last thing stands at `last`.
std::string place_behind(const std::string& last) {
  std::size_t number = 0;
  std::from_chars(last.data(), last.data() + std::min(last.size(), kPlaceDigits), number);
  std::string next = place(number / kPlaceStep);
  return next > last ? next : last + "5";
}

/// Which things can stay: a longest run of ascending places (Fredman 1975).
std::vector<bool> longest_ascending(const std::vector<std::optional<std::string>>& present) {
  std::vector<std::size_t> last_of_length;  // index of the smallest last place of a run so long
  std::vector<std::size_t> before(present.size(), present.size());
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (!present[i]) continue;
    const auto at =
        std::lower_bound(last_of_length.begin(), last_of_length.end(), *present[i],
                         [&](std::size_t index, const std::string& text) { return *present[index] < text; });
    if (at != last_of_length.begin()) before[i] = *std::prev(at);
    if (at == last_of_length.end())
      last_of_length.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> stays(present.size(), false);
  if (!last_of_length.empty())
    for (std::size_t i = last_of_length.back(); i < present.size(); i = before[i]) stays[i] = true;
  return stays;
}

/// Fills places[begin, end), which lie between two that stay; the middle first, so that places stay short.
bool fill(std::vector<std::string>& places, std::size_t begin, std::size_t end, const std::string& low,
          const std::string& high) {
  if (begin == end) return true;
  const std::size_t middle = begin + (end - begin) / 2;
  const auto found = place_between(low, high);
  if (!found) return false;
  places[middle] = *found;
  return fill(places, begin, middle, low, *found) && fill(places, middle + 1, end, *found, high);
}

}  // namespace

std::string place(std::size_t ordinal) {
  std::string digits = std::to_string((ordinal + 1) * kPlaceStep);
  if (digits.size() < kPlaceDigits) digits.insert(0, kPlaceDigits - digits.size(), '0');
  return digits;
}

std::optional<std::string> place_between(const std::string& low, const std::string& high) {
  if (!is_digits(low) || !is_digits(high)) return std::nullopt;
  std::string between;
  bool open = high.empty();  // nothing holds it from above any more
  for (std::size_t i = 0;; ++i) {
    if (!open && i == high.size()) return std::nullopt;
    const char lower = i < low.size() ? low[i] : '0';
    const char upper = open ? static_cast<char>('9' + 1) : high[i];
    if (upper < lower) return std::nullopt;
    if (upper - lower > 1) {
      between += static_cast<char>(lower + (upper - lower) / 2);
      return between;
    }
    between += lower;
    open = open || upper > lower;
  }
}

std::vector<std::string> places_for(const std::vector<std::optional<std::string>>& present) {
  const std::vector<bool> stays = longest_ascending(present);
  std::vector<std::string> places(present.size());
  std::string low;
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin;
    while (end < places.size() && !stays[end]) ++end;
    if (end == places.size()) {
      for (std::size_t i = begin; i < end; ++i) low = places[i] = place_behind(low);
    } else {
      places[end] = *present[end];
      if (!fill(places, begin, end, low, places[end])) {
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = place(i);
        return places;
      }
      low = places[end];
    }
    begin = end + 1;
  }
  return places;
}

}  // namespace rehearse
