// A file that holds the running interview: it is there as long as the interview lasts, so that closing the
// window or losing power in the middle loses no answer.
#pragma once

#include <filesystem>
#include <optional>

#include "core/interview/interview_progress.h"

namespace rehearse {

class InterviewFile {
 public:
  /// An empty path: nothing is written, the interview lasts as long as the window.
  explicit InterviewFile(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }
  /// Nothing when there is none, or when it is damaged.
  std::optional<InterviewProgress> read() const;
  /// False when it could not be written.
  bool write(const InterviewProgress& progress) const;
  void remove() const;

 private:
  std::filesystem::path path_;
};

}  // namespace rehearse
