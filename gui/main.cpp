// The one program: a window without a command, the same library without a window with one.
// Main is the only place that reads the clock, the environment and the random device.
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <system_error>

#include "core/base/store_error.h"
#include "core/library_backup.h"
#include "gui/commands/commands.h"
#include "gui/window/platform/desktop_window.h"
#include "gui/window/platform/session_end.h"
#include "gui/window/platform/window_lock.h"
#include "gui/window/window.h"

namespace {

using namespace rehearse;

LocalInstant read_clock() {
  const auto at = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
  std::tm local{};
  localtime_r(&seconds, &local);
  return {at, std::chrono::minutes{local.tm_gmtoff / 60}};
}

std::uint64_t read_random() {
  std::uint64_t value;
  randombytes_buf(&value, sizeof value);
  return value;
}

std::string computer_name() {
  std::array<char, 65> name{};  // HOST_NAME_MAX of Linux, and its end
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// REHEARSE_LIBRARY, else the XDG data folder.
std::filesystem::path default_library() {
  if (const std::string folder = variable("REHEARSE_LIBRARY"); !folder.empty()) return folder;
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty())
    return std::filesystem::path(data) / "rehearse";
  return std::filesystem::path(variable("HOME")) / ".local/share/rehearse";
}

/// share/rehearse/decks beside the folder the program is in, built and installed alike.
std::filesystem::path bundled_decks() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share/rehearse/decks";
}

/// By the first of LC_ALL, LC_MESSAGES and LANG that is set. Nothing when none is, or that one names no
/// language.
std::optional<Language> locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const std::string locale = variable(name); !locale.empty()) {
      if (locale == "C" || locale == "POSIX" || locale.starts_with("C.")) return std::nullopt;
      return locale.starts_with("zh") ? Language::kChinese : Language::kEnglish;
    }
  return std::nullopt;
}

Language language() { return locale_language().value_or(Language::kEnglish); }

/// False, with a line, when standard output did not take all of it: a deck on a full disk must not look
/// whole.
bool was_printed() {
  if (std::cout.flush()) return true;
  std::cerr << "rehearse: the output could not be written: is the disk full?\n";
  return false;
}

/// How programs of the learner's session are found and spoken to.
Session session() {
  Session session;
  if (!variable("XDG_RUNTIME_DIR").empty() || !variable("DBUS_SESSION_BUS_ADDRESS").empty())
    for (const char* name : {"XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "HOME", "PATH"})
      if (const std::string value = variable(name); !value.empty())
        session.variables.push_back(std::string(name) + "=" + value);
  const std::string config = variable("XDG_CONFIG_HOME");
  session.config_folder = config.empty() ? variable("HOME") + "/.config" : config;
  return session;
}

/// For a start by an icon, where nobody sees what is written on a terminal. Without a session, or a program
/// for notifications, it says nothing.
void notify(const Environment& environment, const Words& text) try {
  const Session here = session();
  if (environment.errors_are_terminal || here.variables.empty()) return;
  run_in_session(here, {"notify-send", "--app-name=Rehearse", "--icon=rehearse", "--urgency=critical",
                        "熟答 Rehearse", text.in(environment.language)});
} catch (const std::system_error&) {
  // The machine has no processes left: there is no other way to say it.
}

int open_window(const Environment& environment) {
  WindowOptions options{environment.clock};
  options.language = environment.language;
  options.preferences_file = environment.library / "window.json";
  options.library_folder = environment.library;
  options.open_again = [&environment] { return Library(environment.library, environment.random); };
  options.random = environment.random;
  options.clock_source = environment.clock_source;
  options.computer_name = environment.computer_name;
  options.session = session();
  if (const std::string theme = variable("REHEARSE_THEME"); theme.empty())
    options.desktop_theme = [session = options.session] { return ask_desktop_theme(session); };
  else
    options.theme = theme == "dark" ? ThemeName::kDark : ThemeName::kLight;
  std::optional<Library> library;  // nothing: it is damaged
  try {
    library.emplace(environment.library, environment.random);
  } catch (const StoreError& error) {
    if (error.fault() != StoreFault::kDamage) throw;
  }
  std::optional<WindowLock> lock = WindowLock::take(environment.library, environment.files);
  if (!lock && !environment.files.empty()) {
    const Words handed{"is open in another window, which reads the files now",
                       "已在另一个窗口中打开，文件已交给它读取"};
    environment.out << "rehearse: " << environment.library.string() << ' ' << handed.in(environment.language)
                    << '\n';
    return was_printed() ? kExitSuccess : kExitFailure;
  }
  if (!lock) {
    const Words open{"is open in another window, which has been called to the front",
                     "已在另一个窗口中打开，已请它到前面来"};
    environment.err << "rehearse: " << environment.library.string() << ' ' << open.in(environment.language)
                    << '\n';
    return kExitFailure;
  }
  options.files = environment.files;
  options.bundled_decks = environment.bundled_decks;
  if (!locale_language()) options.language_from = LanguageFrom::kNowhere;
  options.home = variable("HOME");
  options.take_call = [&] { return lock->take_call(); };
  const SessionEnd session_end;
  options.has_session_ended = [&] { return session_end.came(); };
  for (;;) {
    const Afterwards next = library ? run_window(*library, options) : Afterwards::kMend;
    if (next == Afterwards::kNothing) break;
    if (library) options.files.clear();  // they have been read
    library.reset();
    if (run_rescue(options) == Afterwards::kNothing) return kExitFailure;
    library.emplace(environment.library, environment.random);
  }
  back_up(environment.library, environment.clock());
  return kExitSuccess;
}

/// Nothing when this display cannot show one; `why` says it then.
std::optional<int> try_window(const Environment& environment, Words& why) try {
  if (!can_open_window(why)) return std::nullopt;
  return open_window(environment);
} catch (const NoWindow& no_window) {
  why = no_window.why();
  notify(environment, why);
  return std::nullopt;
} catch (const StoreError& error) {
  notify(environment, error.words());
  throw;
}

}  // namespace

int main(int argc, char** argv) try {
  if (sodium_init() < 0) {
    std::cerr << "rehearse: this system gives no random numbers\n";
    return kExitFailure;
  }
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is a full disk, and told as one
  Environment environment{read_clock,
                          read_random,
                          default_library(),
                          bundled_decks(),
                          language(),
                          isatty(STDIN_FILENO) == 1,
                          isatty(STDOUT_FILENO) == 1,
                          isatty(STDERR_FILENO) == 1,
                          std::cin,
                          std::cout,
                          std::cerr};
  environment.computer_name = computer_name();
  environment.steady_clock = std::chrono::steady_clock::now;
  if (const auto exit_code = run_command(argc, argv, environment))
    return was_printed() ? *exit_code : kExitFailure;
  Words why;
  // Nobody waits for a long file that was being read when the window was closed: its thread ends with the
  // process.
  if (const auto exit_code = try_window(environment, why))
    std::_Exit(was_printed() ? *exit_code : kExitFailure);
  if (!environment.files.empty()) {
    const Words instead{": try rehearse import FILE", "：请改用 rehearse import FILE"};
    std::cerr << "rehearse: " << why.in(environment.language) << instead.in(environment.language) << '\n';
    return kExitFailure;
  }
  const Words instead{": studying in the terminal instead", "：改在终端里学习"};
  std::cerr << "rehearse: " << why.in(environment.language) << instead.in(environment.language) << '\n';
  return study_in_terminal(environment);
} catch (const StoreError& error) {
  std::cerr << "rehearse: " << error.words().in(language()) << '\n';
  return kExitFailure;
} catch (const std::exception& error) {
  std::cerr << "rehearse: " << error.what() << '\n';
  return kExitFailure;
}
