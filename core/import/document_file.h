// Documents as files: the door for everything that is given a path.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/read_document.h"
#include "core/schedule/history.h"

namespace rehearse {

/// Reads the file and what it says. The error names the file.
Result<ReadDocument> read_document_file(const std::filesystem::path& file);

/// The decks (*.md) in a folder, by the names of their files. What cannot be read is left out.
std::vector<Document> read_decks_in(const std::filesystem::path& folder);

/// A file that is to be kept: every deck in it, with what its learner did where the file says so
/// (an Anki package). A file in which no question was found is an error too, with the reason where one is
/// known. `utc_offset` is the learner's.
Result<std::vector<StudiedDeck>> read_question_banks(const std::filesystem::path& file,
                                                     std::chrono::minutes utc_offset);
/// Decks with the text that the sources of the only one point into; without it where the format has none to
/// show.
struct SourcedBanks {
  std::vector<StudiedDeck> decks;
  std::string text;
};
/// The same for who wants to look at where each field was found.
Result<SourcedBanks> read_sourced_banks(const std::filesystem::path& file, std::chrono::minutes utc_offset);

/// The same for bytes that stand in no file; `name` is what errors call them.
Result<std::vector<StudiedDeck>> question_banks_in(std::string_view bytes, const std::string& name,
                                                   std::chrono::minutes utc_offset);

}  // namespace rehearse
