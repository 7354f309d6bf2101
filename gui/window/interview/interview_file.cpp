#include "gui/window/interview/interview_file.h"

#include "core/base/file.h"

namespace rehearse {

std::optional<InterviewProgress> InterviewFile::read() const {
  if (path_.empty()) return std::nullopt;
  const auto bytes = read_file(path_);
  if (!bytes) return std::nullopt;
  return read_progress(*bytes);
}

bool InterviewFile::write(const InterviewProgress& progress) const {
  return path_.empty() || static_cast<bool>(write_file(path_, write_progress(progress)));
}

void InterviewFile::remove() const {
  std::error_code ignored;  // what cannot be removed now is offered once more: no harm
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

}  // namespace rehearse
