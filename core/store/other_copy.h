// Another copy of the same library: what it has that this one lacks, and what was done here since.
#pragma once

#include <cstddef>
#include <filesystem>
#include <unordered_set>
#include <vector>

#include "core/store/op_log.h"

namespace rehearse {

struct OtherCopy {
  std::unordered_set<OpId> ops;  // that it holds
  std::size_t brought_in = 0;    // of these, the ones that this log lacked
};

/// Puts every op of the library in `file` that `log` lacks into it, without folding it. Of a damaged file as
/// much as can be read. A file of an older version is brought up to date. Inside a transaction of `log`.
/// Throws StoreError when `file` cannot be opened.
OtherCopy unite_with(const std::filesystem::path& file, OpLog& log);

struct DoneSince {
  std::vector<OpId> to_void;  // these ops taken back, everything but answers is as it was
  std::size_t answers = 0;    // and mock interviews, whether they were taken back or not
};

/// What the log holds beside `ops`, an earlier state of it. What takes an answer back goes with the answer,
/// and what a newer program wrote is left alone.
DoneSince done_since(const OpLog& log, const std::unordered_set<OpId>& ops);

}  // namespace rehearse
