// How long the window keeps a person waiting: from the start of the process to its first complete frame, on a
// library of 1,000 questions, less what an empty Dear ImGui window takes on the same machine in the same run.
// Needs a display. Exit 1 when the difference is over its limit, 77 without a display.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "gui/window/window.h"
#include "tests/bench/sample.h"
#include "tests/scratch.h"

namespace {

using namespace rehearse;

constexpr std::size_t kQuestions = 1000;
constexpr int kRuns = 11;
constexpr double kLimit = 150;  // ms, issue 2 point 7
constexpr int kSkipped = 77;

long long nanoseconds_now() {
  // The same clock in every process of the machine.
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

[[noreturn]] void report(long long started) {
  std::printf("%lld\n", nanoseconds_now() - started);
  std::fflush(stdout);
  std::_Exit(0);
}

/// What any program with Dear ImGui must do before it shows anything.
int show_empty_window(long long started) {
  if (glfwInit() != GLFW_TRUE) return kSkipped;
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  GLFWwindow* window = glfwCreateWindow(1100, 760, "empty", nullptr, nullptr);
  if (!window) return kSkipped;
  glfwMakeContextCurrent(window);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 330");
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::Begin("empty");
  ImGui::End();
  ImGui::Render();
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
  glFinish();
  report(started);
}

Library open_library(const std::string& folder) {
  return Library(folder, [salt = std::uint64_t{0}]() mutable { return ++salt; });
}

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()), {}};
}

int show_our_window(const std::string& folder, long long started) {
  Library library = open_library(folder);
  WindowOptions options{now};
  options.on_first_frame = [started] { report(started); };
  return run_window(library, options);
}

/// Milliseconds that a fresh process took, or less than nothing when it could not open a window.
double measured(const std::string& kind, const std::string& folder) {
  const std::string command = "exec /proc/" + std::to_string(getpid()) + "/exe " + kind + " " +
                              std::to_string(nanoseconds_now()) + " '" + folder + "'";
  std::FILE* output = popen(command.c_str(), "r");
  long long nanoseconds = -1;
  const bool is_read = output && std::fscanf(output, "%lld", &nanoseconds) == 1;
  if (output) pclose(output);
  return is_read ? static_cast<double>(nanoseconds) / 1e6 : -1;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int compare() {
  const test::Scratch scratch;
  const std::string folder = (scratch / "library").string();
  {
    Library library = open_library(folder);
    library.import_document(bench::sample_deck(kQuestions), now());
  }
  std::vector<double> empty, ours;
  for (int run = 0; run < kRuns; ++run) {  // in turns, so that a busy moment falls on both
    empty.push_back(measured("empty", folder));
    ours.push_back(measured("ours", folder));
    if (empty.back() < 0 || ours.back() < 0) {
      std::printf("skipped: no window can be opened here\n");
      return kSkipped;
    }
  }
  const double difference = median(ours) - median(empty);
  std::printf("first frame, %zu questions, median of %d: %.0f ms, empty window %.0f ms\n", kQuestions, kRuns,
              median(ours), median(empty));
  std::printf("difference %.0f ms of %.0f ms allowed (fastest: %.0f and %.0f ms)\n", difference, kLimit,
              *std::min_element(ours.begin(), ours.end()), *std::min_element(empty.begin(), empty.end()));
  return difference > kLimit ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 1) return compare();
  if (argc != 4) return 2;
  const long long started = std::atoll(argv[2]);
  return std::string(argv[1]) == "empty" ? show_empty_window(started) : show_our_window(argv[3], started);
}
