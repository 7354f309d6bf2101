// Files are read on a thread of its own: a long one leaves the window alive.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/base/result.h"
#include "core/import/document_file.h"

namespace rehearse {

struct FileRead {
  std::filesystem::path file;
  Result<SourcedBanks> banks;  // the error says why there is none
};

class FileReader {
 public:
  /// `wake` is called on the other thread after each file.
  explicit FileReader(std::function<void()> wake);
  /// Waits for the file that is being read.
  ~FileReader();
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  /// Behind those that wait already. `utc_offset` is the learner's.
  void read(const std::vector<std::filesystem::path>& files, std::chrono::minutes utc_offset);
  /// What was read since the last call, in the order in which it was asked for.
  std::vector<FileRead> take();
  /// Neither what waits nor what is being read comes any more.
  void forget();

 private:
  struct Request {
    std::filesystem::path file;
    std::chrono::minutes utc_offset;
  };

  void run();

  std::function<void()> wake_;
  std::mutex mutex_;  // guards all below but the thread
  std::condition_variable changed_;
  std::deque<Request> waiting_;
  std::vector<FileRead> read_;
  std::size_t forgotten_ = 0;  // times: what was begun before is thrown away
  bool is_ending_ = false;
  std::thread thread_;
};

}  // namespace rehearse
