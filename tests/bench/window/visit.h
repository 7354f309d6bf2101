// A person who goes through the pages of the window, scrolls them and types, and what that cost.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "gui/window/window.h"

namespace rehearse::bench {

/// Of this process now, megabytes.
double resident_mb();

class Visit {
 public:
  using Milliseconds = std::chrono::duration<double, std::milli>;
  struct Page {
    std::string name;
    double memory_mb = 0;       // at rest
    std::vector<double> codes;  // of each frame, milliseconds of the program's own code
    bool was_seen = false;      // it showed what it is there for
  };

  /// Of a library whose questions begin with `stem`.
  explicit Visit(std::string stem);

  /// To watch the window by, while this lives.
  WindowObserver observer();

  const std::vector<Page>& pages() const { return pages_; }
  /// For each character typed: frames until it was seen, and milliseconds until that frame was complete.
  const std::vector<int>& frames_until_seen() const { return frames_until_seen_; }
  const std::vector<double>& ms_until_seen() const { return ms_until_seen_; }

 private:
  using Clock = std::chrono::steady_clock;

  /// A page, the keys that lead to it, and a text that stands on it.
  struct Stop {
    std::string name;
    std::vector<Event> way;
    std::string sign;
    std::u32string typed = {};
  };

  std::vector<Event> act();
  void see(const WindowObserver::Frame& frame);
  bool is_quiet() const;
  std::vector<Event> type(const Stop& stop);

  std::vector<Stop> stops_;
  std::vector<Page> pages_;
  Clock::time_point last_frame_ = Clock::now();
  int frames_ = 0;  // seen in all
  int scrolls_left_ = 0;
  bool has_scrolled_ = false;  // or begun to, on this page
  bool has_drawn_ = false;     // since the last scroll
  std::size_t typed_ = 0;      // characters
  bool awaits_typed_ = false;
  int frames_at_key_ = 0;
  Clock::time_point key_at_;
  std::vector<int> frames_until_seen_;
  std::vector<double> ms_until_seen_;
};

}  // namespace rehearse::bench
