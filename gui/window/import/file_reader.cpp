#include "gui/window/import/file_reader.h"

#include <exception>
#include <utility>

namespace rehearse {
namespace {

/// A fault nobody planned for, such as memory that is all used, costs this file and not the window.
Result<SourcedBanks> banks_in(const std::filesystem::path& file, std::chrono::minutes utc_offset) try {
  return read_sourced_banks(file, utc_offset);
} catch (const std::exception& fault) {
  const std::string why = fault.what();
  return Error{{"could not be read: " + why, "读取失败：" + why}, file.string(), {}};
}

}  // namespace

FileReader::FileReader(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { run(); }) {}

FileReader::~FileReader() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void FileReader::read(const std::vector<std::filesystem::path>& files, std::chrono::minutes utc_offset) {
  {
    const std::lock_guard lock(mutex_);
    for (const std::filesystem::path& file : files) waiting_.push_back({file, utc_offset});
  }
  changed_.notify_one();
}

std::vector<FileRead> FileReader::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(read_, {});
}

void FileReader::forget() {
  const std::lock_guard lock(mutex_);
  waiting_.clear();
  read_.clear();
  ++forgotten_;
}

void FileReader::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    if (is_ending_) return;
    const Request request = std::move(waiting_.front());
    waiting_.pop_front();
    const std::size_t forgotten = forgotten_;
    lock.unlock();
    FileRead read{request.file, banks_in(request.file, request.utc_offset)};
    lock.lock();
    if (forgotten != forgotten_) continue;
    read_.push_back(std::move(read));
    lock.unlock();
    wake_();
    lock.lock();
  }
}

}  // namespace rehearse
