#include "gui/window/platform/window_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace rehearse {
namespace {

constexpr std::size_t kMostFiles = 1'000;       // of one call
constexpr std::size_t kLongestPath = 4'096;     // bytes
constexpr off_t kLongestCall = off_t{1} << 20;  // bytes: more at once is no call of ours

struct stat status_of(int file) {
  struct stat status {};
  if (file < 0 || fstat(file, &status) != 0) return {};
  return status;
}

/// A file of the learner's own: no device, no link to elsewhere, nothing that somebody else has laid there.
bool is_own_file(const struct stat& status) { return S_ISREG(status.st_mode) && status.st_uid == geteuid(); }

std::string call_with(const std::vector<std::string>& files) {
  std::string call;
  for (std::size_t i = 0; i < files.size() && i < kMostFiles; ++i) {
    std::error_code error;
    const std::string path = std::filesystem::absolute(files[i], error).string();
    if (!error && path.size() < kLongestPath) call += path + '\0';
  }
  return call;
}

/// In one write, so that two starts at the same moment do not mix.
void call(int file, const std::vector<std::string>& files) {
  std::string text = call_with(files);
  if (text.empty()) text = std::string(1, '\0');
  if (is_own_file(status_of(file))) static_cast<void>(!write(file, text.data(), text.size()));
}

std::string read_between(int file, off_t begin, off_t end) {
  std::string text(static_cast<std::size_t>(end - begin), '\0');
  const ssize_t size = pread(file, text.data(), text.size(), begin);
  text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return text;
}

}  // namespace

std::optional<WindowLock> WindowLock::take(const std::filesystem::path& library,
                                           const std::vector<std::string>& files) {
  const std::filesystem::path path = library / "window.lock";
  const int file =
      open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  if (file < 0) return WindowLock(-1);
  if (flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return WindowLock(file);
  call(file, files);
  close(file);
  return std::nullopt;
}

WindowLock::WindowLock(int file) : file_(file) {
  if (is_own_file(status_of(file_))) static_cast<void>(!ftruncate(file_, 0));
  read_to_ = status_of(file_).st_size;
}

WindowLock::WindowLock(WindowLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), read_to_(other.read_to_) {}

WindowLock::~WindowLock() {
  if (file_ >= 0) close(file_);
}

std::optional<WindowCall> WindowLock::take_call() {
  const struct stat status = status_of(file_);
  if (status.st_size == read_to_) return std::nullopt;
  WindowCall call;
  if (!is_own_file(status) || status.st_size < read_to_ || status.st_size - read_to_ > kLongestCall) {
    read_to_ = status.st_size;
    return call;
  }
  const std::string text = read_between(file_, read_to_, status.st_size);
  std::string_view rest = text;
  // What has no NUL behind it yet is still being written.
  for (std::size_t end = rest.find('\0'); end != std::string_view::npos; end = rest.find('\0')) {
    const std::string_view path = rest.substr(0, end);
    if (path.starts_with('/') && path.size() < kLongestPath && call.files.size() < kMostFiles)
      call.files.emplace_back(path);
    rest.remove_prefix(end + 1);
  }
  read_to_ += static_cast<off_t>(text.size() - rest.size());
  return call;
}

}  // namespace rehearse
