// The files inside a zip container, such as .docx and .apkg, without unpacking it anywhere: what is asked for
// is read into memory, and a name in the container is only ever compared, never used as a path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

struct zip;

namespace rehearse {

class ZipContainer {
 public:
  /// Reads the directory alone. `bytes` must outlive the container. Errors: no zip, a broken one, one with
  /// more than 100,000 files, and one whose files claim to be more than 200 times (and 16 MB more than) the
  /// whole.
  static Result<ZipContainer> open(std::string_view bytes);

  /// Names have "/" between folders and none in front, whatever the container's maker wrote.
  bool has(std::string_view name) const { return entries_.find(name) != entries_.end(); }

  /// In the order of their bytes.
  std::vector<std::string> names() const;

  /// The whole file, at most `largest` bytes. Errors: no such file, encrypted, damaged, or larger, whether
  /// the directory admits it or not; nothing beyond `largest` is unpacked.
  Result<std::string> read(std::string_view name, std::size_t largest) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };

  explicit ZipContainer(std::unique_ptr<zip, Closer> archive) : archive_(std::move(archive)) {}

  std::unique_ptr<zip, Closer> archive_;
  std::map<std::string, std::uint64_t, std::less<>> entries_;  // name, index in the directory
};

}  // namespace rehearse
