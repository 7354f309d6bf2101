#include "tests/bench/window/visit.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "core/base/text.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/statistics_words.h"
#include "gui/window/strings/today_words.h"

namespace rehearse::bench {
namespace {

// Longer than a page reads beside the window, and than the window takes to rest.
constexpr std::chrono::milliseconds kQuiet{2000};
constexpr int kScrolls = 12;  // pages down on each page

Event ctrl(Key key) { return KeyPressed{key, Modifier::kCtrl}; }

std::string shown(const Phrase& phrase) { return std::string(phrase.in(Language::kChinese)); }

bool stands_in(const Probe& probe, std::string_view text) {
  return std::any_of(probe.texts.begin(), probe.texts.end(),
                     [&](const Probe::Area& area) { return area.id.find(text) != std::string::npos; });
}

}  // namespace

double resident_mb() {
  std::ifstream status("/proc/self/status");
  constexpr std::string_view kName = "VmRSS:";
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(kName)) return std::stod(line.substr(kName.size())) * 1024 / 1e6;
  return 0;
}

Visit::Visit(std::string stem)
    : stops_{{"Today", {}, shown(words::kStart)},
             {"Library", {ctrl(Key::kDigit2)}, stem},
             {"Library, searched", {ctrl(Key::kF)}, "qzx", U"qzx"},
             {"Statistics of all decks",
              {KeyPressed{Key::kEscape}, KeyPressed{Key::kEscape}, ctrl(Key::kDigit4)},
              shown(words::kStatisticsForecast)},
             {"Statistics of a deck", {KeyPressed{Key::kDown}}, shown(words::kStatisticsForecast)},
             {"Mock interview", {ctrl(Key::kDigit3)}, shown(words::kInterviewBegin)},
             {"Import", {ctrl(Key::kO)}, shown(words::kPickerTitle)},
             {"Study", {KeyPressed{Key::kEscape}, ctrl(Key::kDigit1), KeyPressed{Key::kEnter}}, stem},
             {"Today again", {KeyPressed{Key::kEscape}}, shown(words::kStart)}} {}

WindowObserver Visit::observer() {
  return {[this] { return act(); }, [this](const WindowObserver::Frame& frame) { see(frame); }};
}

bool Visit::is_quiet() const { return Clock::now() - last_frame_ > kQuiet; }

void Visit::see(const WindowObserver::Frame& frame) {
  last_frame_ = Clock::now();
  ++frames_;
  has_drawn_ = true;
  if (pages_.empty()) return;
  Page& page = pages_.back();
  page.codes.push_back(frame.code.count());
  const Stop& stop = stops_[pages_.size() - 1];
  page.was_seen = page.was_seen || stands_in(frame.shown, stop.sign);
  if (!awaits_typed_ || !stands_in(frame.shown, to_utf8(stop.typed.substr(0, typed_)))) return;
  awaits_typed_ = false;
  frames_until_seen_.push_back(frames_ - frames_at_key_);
  ms_until_seen_.push_back(Milliseconds(last_frame_ - key_at_).count());
}

std::vector<Event> Visit::act() {
  if (scrolls_left_ > 0 && std::exchange(has_drawn_, false)) {
    --scrolls_left_;
    return {KeyPressed{Key::kPageDown}};
  }
  if (!is_quiet()) return {};
  if (!pages_.empty()) {
    const Stop& stop = stops_[pages_.size() - 1];
    if (typed_ < stop.typed.size()) return type(stop);
    if (!std::exchange(has_scrolled_, true)) {
      scrolls_left_ = kScrolls;
      return {WindowChanged{}};
    }
    pages_.back().memory_mb = resident_mb();
  }
  if (pages_.size() == stops_.size()) return {ctrl(Key::kQ)};
  pages_.push_back({stops_[pages_.size()].name, 0, {}, false});
  has_scrolled_ = false;
  typed_ = 0;
  last_frame_ = Clock::now();
  std::vector<Event> way = stops_[pages_.size() - 1].way;
  way.emplace_back(WindowChanged{});
  return way;
}

std::vector<Event> Visit::type(const Stop& stop) {
  awaits_typed_ = true;
  frames_at_key_ = frames_;
  key_at_ = last_frame_ = Clock::now();
  return {CharacterTyped{stop.typed[typed_++]}};
}

}  // namespace rehearse::bench
