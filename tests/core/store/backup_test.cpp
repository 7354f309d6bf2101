#include "core/store/backup.h"

#include <doctest/doctest.h>

#include "core/store/database.h"
#include "tests/scratch.h"

namespace rehearse {
namespace {

/// Works in another folder until it is gone.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::filesystem::path& folder) { std::filesystem::current_path(folder); }
  ~WorkingFolder() { std::filesystem::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
};

}  // namespace

TEST_SUITE("core/store/backup") {
  TEST_CASE("a copy that is named without a folder lies in the one that is worked in") {
    const test::Scratch scratch;
    { const Database made(scratch / "library.sqlite"); }
    const WorkingFolder here(scratch.folder());
    copy_library(scratch / "library.sqlite", "copy.sqlite");
    CHECK(std::filesystem::exists(scratch / "copy.sqlite"));
    CHECK(is_sound(scratch / "copy.sqlite"));
    CHECK_FALSE(std::filesystem::exists(scratch / "copy.sqlite.part"));
  }
}
}  // namespace rehearse
