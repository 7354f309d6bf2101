// Whole copies of a library's file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/base/time.h"
#include "core/store/schema.h"

namespace rehearse {

/// What a copy holds, as its tables say it.
struct LibraryContents {
  std::int64_t ops = 0;
  std::size_t decks = 0, questions = 0, answers = 0;
  std::optional<StudyDay> newest_answer;
};

/// Writes what `file` holds now to `copy`, whatever other programs write meanwhile, without keeping them
/// waiting; verifies it, and gives it its name once it is on the disk. Throws StoreError; then there is no
/// `copy`. Precondition: there is a library in `file`, or what `format` says.
void copy_library(const std::filesystem::path& file, const std::filesystem::path& copy,
                  const FileFormat& format = library_format());

/// False when SQLite finds a fault in it or cannot read it. A file that is not there is sound.
bool is_sound(const std::filesystem::path& file);

/// Nothing when it cannot be read, or has tables of another version of the program. Changes nothing.
std::optional<LibraryContents> read_contents(const std::filesystem::path& file);

}  // namespace rehearse
