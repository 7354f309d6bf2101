// Folders of documents with the result a person wrote down for each, and how well the product reads them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/deck/document.h"
#include "tests/score/expected.h"
#include "tests/score/score.h"

namespace rehearse::scoring {

struct EvaluationDocument {
  std::string name;  // relative to the folder, without the extension
  std::filesystem::path document;
  std::filesystem::path expected;  // NAME.json
};

/// One for every NAME.json in `expected` and the folders in it; its document is the other file called NAME at
/// the same place in `documents`. In the order of their names. Throws std::runtime_error when a document is
/// missing.
std::vector<EvaluationDocument> evaluation_documents(const std::filesystem::path& documents,
                                                     const std::filesystem::path& expected);

/// The document as the product reads it and prints it for programs; empty for a file that the product
/// refuses.
Document read_as_product(const std::filesystem::path& document);

/// Throws std::runtime_error for an expected result that is none.
DocumentScore score(const EvaluationDocument& document);

/// The mean of the totals: every document counts the same.
double macro_average(const std::vector<DocumentScore>& scores);

}  // namespace rehearse::scoring
