// A library as an earlier version of the program would have written it: for what opens older files.
#pragma once

#include <filesystem>

namespace rehearse::test {

/// Writes what is in the library file `from` to the new file `to`, with the tables and the rows of an earlier
/// version, from 1 on. Ops of kinds that it did not know stand in it as such a version keeps them. Rows that
/// say what the log says (the projections) are as that version had them, but for what it folded otherwise
/// than today. Precondition: nobody has `from` open; groups have written nothing in it.
void write_as_version(int version, const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace rehearse::test
