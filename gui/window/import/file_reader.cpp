#include "gui/window/import/file_reader.h"

#include <exception>
#include <thread>
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

FileReader::FileReader(std::function<void()> wake) : shared_(std::make_shared<Shared>()) {
  shared_->wake = std::move(wake);
  std::thread([shared = shared_] { shared->run(); }).detach();
}

FileReader::~FileReader() {
  {
    const std::lock_guard lock(shared_->mutex);
    shared_->is_ending = true;
  }
  shared_->changed.notify_one();
}

void FileReader::read(const std::vector<std::filesystem::path>& files, std::chrono::minutes utc_offset) {
  {
    const std::lock_guard lock(shared_->mutex);
    for (const std::filesystem::path& file : files) shared_->waiting.push_back({file, utc_offset});
  }
  shared_->changed.notify_one();
}

std::vector<FileRead> FileReader::take() {
  const std::lock_guard lock(shared_->mutex);
  return std::exchange(shared_->read, {});
}

void FileReader::forget() {
  const std::lock_guard lock(shared_->mutex);
  shared_->waiting.clear();
  shared_->read.clear();
  ++shared_->forgotten;
}

void FileReader::Shared::run() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [this] { return is_ending || !waiting.empty(); });
    if (is_ending) return;
    const Request request = std::move(waiting.front());
    waiting.pop_front();
    const std::size_t begun = forgotten;
    lock.unlock();
    FileRead done{request.file, banks_in(request.file, request.utc_offset)};
    lock.lock();
    if (is_ending) return;
    if (begun != forgotten) continue;
    read.push_back(std::move(done));
    wake();
  }
}

}  // namespace rehearse
