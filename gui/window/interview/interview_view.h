// What the screens of a mock interview show: plain data.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/interview/draw.h"
#include "core/interview/rubric.h"

namespace rehearse {

/// An interview that was kept, as a list shows it.
struct PastInterviewView {
  std::string day;
  std::string title;  // of the deck; empty when it is gone
  std::size_t questions = 0;
  double total = 0;  // of 100
};

struct TrendPoint {
  StudyDay day;
  double total = 0;  // of 100
};

struct BrokenOffView {
  std::string title;
  std::size_t position = 0;  // question it stood at, from 0
  std::size_t length = 0;
};

struct SetupView {
  std::vector<std::string> decks;  // titles
  std::size_t deck = 0;
  struct Section {
    std::string title;
    bool is_chosen = false;
  };
  std::vector<Section> sections;  // none chosen: all
  std::size_t questions = 0;      // asked for
  DrawnKinds kinds = DrawnKinds::kSpoken;
  bool has_other_kinds = false;  // nothing is drawn, but with all kinds something would be
  std::string seed;
  std::size_t drawn = 0;  // 0: it cannot start
  double marks = 0;       // of those drawn
  std::chrono::seconds limit{0};
  std::optional<BrokenOffView> broken_off;
  std::vector<PastInterviewView> past;  // the newest first
  std::optional<std::size_t> selected;  // of past
  std::vector<TrendPoint> trend;        // of the chosen deck, the oldest first
};

/// Where one is in an interview.
struct InterviewBarView {
  std::string title;
  std::size_t position = 0;  // from 0
  std::size_t length = 0;
};

struct AskedView {
  InterviewBarView bar;
  std::string section;
  double marks = 0;
  std::string stem;
  std::string code;
  std::vector<std::string> options;
  std::chrono::seconds limit{0};
  std::chrono::milliseconds spent{0};
};

struct MarkingView {
  InterviewBarView bar;
  std::chrono::seconds limit{0};
  std::chrono::milliseconds spent{0};
  std::string section;
  std::string stem;
  std::string code;
  std::vector<std::string> options;
  std::string right_answer;  // of a question that has a key
  std::string answer;        // where no points say it
  std::string analysis;

  struct Point {
    std::string cue;
    std::string detail;
    bool is_missed = false;
  };
  std::vector<Point> points;  // empty where the items are the points
  struct Item {
    std::string text;  // empty: the answer as a whole
    std::string detail;
    double marks = 0;
    std::optional<double> share;  // reached; nothing: not marked yet
  };
  RubricSource source = RubricSource::kWhole;
  std::vector<Item> items;
  double marks = 0;
  double earned = 0;
  std::size_t cursor_item = 0;  // behind the last one: at a point, or at the end
  std::size_t cursor_point = 0;
};
std::size_t unmarked_items(const MarkingView& view);

struct LeavingView {
  std::size_t marked = 0;  // questions
  double total = 0;        // of 100
  bool is_clock_running = false;
};

struct ReportView {
  std::string title;  // of the deck; empty when it is gone
  std::string day;
  std::string seed;
  bool is_kept = true;
  double total = 0;
  std::optional<double> previous;  // of the interview before on the same deck
  std::chrono::milliseconds spent{0};
  std::chrono::seconds limit{0};
  struct Item {
    std::string text;  // empty: the answer as a whole
    double marks = 0;
    double earned = 0;
  };
  struct Question {
    std::string stem;  // empty when it is gone
    double marks = 0;
    double earned = 0;
    std::chrono::seconds limit{0};
    std::chrono::milliseconds spent{0};
    std::vector<Item> items;
    bool is_drilled_whole = false;
    bool is_drilled = false;
    std::vector<std::string> missed;  // cues
  };
  std::vector<Question> questions;
  struct Section {
    std::string title;  // may be empty
    double marks = 0;
    double earned = 0;
  };
  std::vector<Section> sections;        // in the order asked
  std::string drill_day;                // empty: tomorrow
  std::vector<TrendPoint> trend;        // of the deck up to this one, the oldest first
  std::optional<std::size_t> selected;  // question whose items are shown
};

}  // namespace rehearse
