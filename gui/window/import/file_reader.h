// Files are read on a thread of its own: a long one leaves the window alive.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
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
  /// Waits for nobody: a file that is being read is read to its end by a thread that then goes, and
  /// forgotten. Until that is over the process must not run the destructors of what is static (main ends it
  /// with _Exit).
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

  /// What both threads have. Shared: either may be the last one.
  struct Shared {
    std::function<void()> wake;
    std::mutex mutex;  // guards all below, and calls of wake: there are none once it is ending
    std::condition_variable changed;
    std::deque<Request> waiting;
    std::vector<FileRead> read;
    std::size_t forgotten = 0;  // times: what was begun before is thrown away
    bool is_ending = false;

    void run();
  };

  std::shared_ptr<Shared> shared_;
};

}  // namespace rehearse
