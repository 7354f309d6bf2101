// What is shown of files before they are kept.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/library.h"

namespace rehearse {

/// A line below a stem: a key point's cue, an option, the answer where there is neither.
struct AnswerLineView {
  enum class Kind { kPoint, kWrongOption, kRightOption };
  Kind kind = Kind::kPoint;
  std::string text;
};

struct ReadQuestionView {
  QuestionKind kind = QuestionKind::kOpen;
  std::string stem;
  std::vector<AnswerLineView> lines;
};

struct ReadFileView {
  std::string name;   // without its folder
  std::string title;  // of its decks
  std::size_t questions = 0;
  std::size_t added = 0, updated = 0, unchanged = 0;  // what importing it would do
  std::size_t problems = 0;
  std::vector<Words> problem_lines;     // the first of them
  std::size_t problem_lines_left = 0;   // that are not among these
  std::vector<ReadQuestionView> first;  // questions
  std::optional<Words> failure;         // why there is nothing to keep
};

struct ImportView {
  enum class Stage { kReading, kRead, kKeeping };
  Stage stage = Stage::kReading;
  std::vector<ReadFileView> files;
  std::size_t files_in_all = 0;  // those not read yet, too
  std::size_t files_kept = 0;
  std::size_t questions = 0;  // of all files
  std::size_t problems = 0;
};

ReadFileView read_file_view(const std::filesystem::path& file, const std::vector<StudiedDeck>& decks,
                            const ImportReport& preview);
ReadFileView failed_file_view(const std::filesystem::path& file, const Error& error);

}  // namespace rehearse
