// What the window of a library of 100,000 cards costs, beside an empty Dear ImGui window on the same machine
// in the same run: the time to its first complete frame, the memory on each page, the program's own code in
// each frame, and how soon a key that was typed is seen. Needs a display.
//   rehearse-window-bench [--json]   exit 1 when something is over its limit, 77 without a display
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/deck/identity.h"
#include "gui/window/window.h"
#include "tests/bench/figures.h"
#include "tests/bench/sample.h"
#include "tests/bench/window/empty_window.h"
#include "tests/bench/window/visit.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kQuestions = 16'667;  // of five points: 100,000 cards
constexpr int kAnswers = 3000, kDaysStudied = 60;
constexpr int kRuns = 11;
constexpr int kSkipped = 77;
constexpr double kFirstFrameMs = 100, kMemoryMb = 60, kCodeMs = 2, kFramesUntilSeen = 1;
constexpr const char* kLimitIs = "issue 5";
constexpr const char* kBesideEmpty = "issue 5, above an empty window";

long long nanoseconds_now() {
  // The same clock in every process of the machine.
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void say_elapsed(long long started) { std::printf("%lld\n", nanoseconds_now() - started); }

Library open_library(const std::string& folder) {
  return Library(folder, [salt = std::make_shared<std::uint64_t>()] { return ++*salt; });
}

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()), {}};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double largest_but_one_in_twenty(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[(values.size() - 1) * 19 / 20];
}

void make_library(const std::string& folder) {
  Library library = open_library(folder);
  library.import_document(sample_deck(kQuestions), now());
  const DeckId deck = library.deck_titles().front().id;
  library.set_interview(deck, study_day(now()) + std::chrono::days{40}, now());
  std::vector<ListedQuestion> questions = library.questions(deck);
  std::mt19937_64 random(11);
  Library::Batch batch(library);
  for (int i = 0; i < kAnswers; ++i) {
    LocalInstant at = now();
    at.at -= std::chrono::days{kDaysStudied - i * kDaysStudied / kAnswers};
    const ListedQuestion& question = questions[random() % (questions.size() / 10)];
    Answer answer;
    answer.card = question_card_id(question.id);
    answer.quality = static_cast<Quality>(random() % 6);
    for (const PointId& point : question.points)
      answer.points.emplace_back(point, static_cast<PointResult>(random() % 3));
    answer.spent = std::chrono::seconds{30};
    library.grade(answer, at);
  }
  batch.commit();
}

// --- in a process of its own ---

int show_window(const std::string& folder, const WindowObserver& observer) {
  Library library = open_library(folder);
  WindowOptions options{now};
  options.library_folder = folder;
  options.home = folder;
  options.open_again = [folder] { return open_library(folder); };
  options.observer = observer;
  run_window(library, options);
  return 0;
}

int show_first_frame(const std::string& folder, long long started) {
  WindowObserver observer;
  observer.see = [started](const WindowObserver::Frame&) {
    say_elapsed(started);
    std::fflush(stdout);
    std::_Exit(0);
  };
  return show_window(folder, observer);
}

/// A line for each page, then one for the keys.
int visit_pages(const std::string& folder) {
  Visit visit(std::string(sample_deck(1).questions.front().stem.substr(0, 6)));
  const int exit_code = show_window(folder, visit.observer());
  for (const Visit::Page& page : visit.pages())
    std::printf("%s\t%d\t%f\t%f\n", page.name.c_str(), page.was_seen ? 1 : 0, page.memory_mb,
                largest_but_one_in_twenty(page.codes));
  std::printf("\t%d\t%f\t0\n",
              *std::max_element(visit.frames_until_seen().begin(), visit.frames_until_seen().end()),
              median(visit.ms_until_seen()));
  return exit_code;
}

int show_empty(long long started) {
  if (!show_empty_window([started] { say_elapsed(started); })) return kSkipped;
  std::printf("%f\n", resident_mb());
  std::fflush(stdout);
  std::_Exit(0);  // what the driver does at the end is not measured
}

// --- beside it ---

/// The lines that this program, started anew, printed.
std::vector<std::string> lines_of(const std::string& kind, const std::string& folder) {
  const std::string command = "exec /proc/" + std::to_string(getpid()) + "/exe " + kind + " " +
                              std::to_string(nanoseconds_now()) + " '" + folder + "'";
  std::vector<std::string> lines;
  std::FILE* output = popen(command.c_str(), "r");
  if (!output) return lines;
  char line[512];
  while (std::fgets(line, sizeof line, output)) lines.emplace_back(line);
  pclose(output);
  return lines;
}

double milliseconds(const std::string& nanoseconds) { return std::stod(nanoseconds) / 1e6; }

struct FirstFrames {
  std::vector<double> ours, empty;  // ms
  std::vector<double> empty_memory_mb;
};

std::optional<FirstFrames> measure_first_frames(const std::string& folder) {
  FirstFrames first;
  for (int run = 0; run < kRuns; ++run) {  // in turns, so that a busy moment falls on both
    const std::vector<std::string> empty = lines_of("empty", folder), ours = lines_of("first", folder);
    if (empty.size() < 2 || ours.empty()) return std::nullopt;
    first.empty.push_back(milliseconds(empty[0]));
    first.empty_memory_mb.push_back(std::stod(empty[1]));
    first.ours.push_back(milliseconds(ours[0]));
  }
  return first;
}

void measure_pages(const std::string& folder, double empty_mb, std::vector<Figure>& figures) {
  std::vector<Figure> codes;
  for (const std::string& line : lines_of("visit", folder)) {
    const std::size_t name_end = line.find('\t');
    const std::string name = line.substr(0, name_end);
    int seen = 0;
    double first = 0, second = 0;
    if (std::sscanf(line.c_str() + name_end, "\t%d\t%lf\t%lf", &seen, &first, &second) != 3) std::abort();
    if (name.empty()) {
      codes.push_back(
          {"frames until a key typed is seen", static_cast<double>(seen), kFramesUntilSeen, kLimitIs, ""});
      codes.push_back(
          {"until that frame is complete, for comparison", first, 100, "a person's notice", "ms"});
      continue;
    }
    if (seen == 0) {
      std::printf("%s did not show what it is there for\n", name.c_str());
      std::exit(1);
    }
    figures.push_back({"memory: " + name, first - empty_mb, kMemoryMb, kBesideEmpty, "MB"});
    codes.push_back({"code in a frame: " + name, second, kCodeMs, kLimitIs, "ms"});
  }
  figures.insert(figures.end(), codes.begin(), codes.end());
}

int measure(int (*print)(const std::vector<Figure>&)) {
  const test::Scratch scratch;
  const std::string folder = (scratch / "library").string();
  make_library(folder);
  const auto first = measure_first_frames(folder);
  if (!first) {
    std::fprintf(stderr, "skipped: no window can be opened here\n");
    return kSkipped;
  }
  const double empty_mb = median(first->empty_memory_mb);
  std::vector<Figure> figures{
      {"an empty window: first frame", median(first->empty), 0, "to compare with", "ms", Role::kContext},
      {"an empty window: memory", empty_mb, 0, "to compare with", "MB", Role::kContext},
      {"first frame, 100,000 cards", median(first->ours) - median(first->empty), kFirstFrameMs,
       kBesideEmpty}};
  measure_pages(folder, empty_mb, figures);
  return print(figures);
}

}  // namespace
}  // namespace rehearse::bench

int main(int argc, char** argv) {
  using namespace rehearse::bench;
  if (argc == 1) return measure(print_table);
  const std::string kind = argv[1];
  if (argc == 2 && kind == "--json") return measure(print_json);
  if (argc != 4) return 2;
  const long long started = std::atoll(argv[2]);
  if (kind == "empty") return show_empty(started);
  return kind == "first" ? show_first_frame(argv[3], started) : visit_pages(argv[3]);
}
