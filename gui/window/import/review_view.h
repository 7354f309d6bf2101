// What is shown of a file while one looks through it: the questions, the parts of the one that is selected,
// and the text around the part that is selected.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/words.h"
#include "core/deck/document.h"
#include "gui/window/strings/phrase.h"

namespace rehearse {

struct ReviewRow {
  std::string stem;        // shortened
  std::size_t doubts = 0;  // problems that stand in it
  bool is_left_out = false;
};

/// A part of a question, under a name.
struct ReviewField {
  Phrase name;
  std::string text;
  SourceSpan span;          // in the file's text; empty: not found there
  bool can_correct = true;  // its text is typed as it stands
};

struct ReviewView {
  std::string file_name;
  std::string title;
  std::vector<ReviewRow> rows;
  std::size_t selected = 0;  // of rows
  std::size_t doubts = 0;    // in all
  std::size_t left_out = 0;
  std::vector<Words> general;       // problems of the file as a whole, the first of them
  std::vector<Words> problems;      // of the selected question
  std::vector<ReviewField> fields;  // of the selected question
  std::size_t field = 0;            // of fields

  // The text around the selected field; empty where the file has none to show.
  std::string excerpt;
  SourceSpan lit;              // in the excerpt; empty: nothing to light up
  std::size_t at = 0;          // in the excerpt: what is to be in sight
  std::size_t first_line = 0;  // of the excerpt in the file, from 1
};

}  // namespace rehearse
