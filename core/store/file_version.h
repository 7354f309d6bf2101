// The version of a library's tables, read without opening the file as a database.
#pragma once

#include <filesystem>

namespace rehearse {

struct FileFormat;

/// PRAGMA user_version as the bytes of the file say it, or those of the log beside it (-wal) where that has a
/// later one; 0 where there is no database. SQLite itself would write to both of what another program has
/// left: it repairs them when it opens them and tidies up when it closes them. Changes nothing.
int version_in_bytes(const std::filesystem::path& file);

/// Throws StoreError for a file written by a newer program, of which not a byte changes: it is not opened.
void refuse_newer(const std::filesystem::path& file, const FileFormat& format);

}  // namespace rehearse
