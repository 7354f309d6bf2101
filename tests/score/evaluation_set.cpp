#include "tests/score/evaluation_set.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/base/file.h"
#include "core/deck/document_json.h"
#include "core/import/read_document.h"
#include "tests/score/document_from_json.h"

namespace rehearse::scoring {
namespace fs = std::filesystem;
namespace {

fs::path document_called(const fs::path& folder, const std::string& name) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (entry.is_regular_file() && path.stem() == name && path.extension() != ".json") return path;
  }
  throw std::runtime_error((folder / name).string() + ".json has no document beside it");
}

std::string bytes_of(const fs::path& path) {
  auto bytes = read_file(path);
  if (!bytes) throw std::runtime_error(bytes.error().line());
  return std::move(*bytes);
}

}  // namespace

std::vector<EvaluationDocument> evaluation_documents(const fs::path& documents, const fs::path& expected) {
  std::vector<EvaluationDocument> found;
  for (const auto& entry : fs::recursive_directory_iterator(expected)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".json") continue;
    const fs::path name = entry.path().lexically_relative(expected).replace_extension();
    found.push_back({name.string(), document_called(documents / name.parent_path(), name.filename().string()),
                     entry.path()});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return found;
}

Document read_as_product(const fs::path& document) {
  const auto read = read_document(bytes_of(document), document.filename().string());
  return read ? document_from_json(document_to_json(read->document)) : Document();
}

DocumentScore score(const EvaluationDocument& document) try {
  return score(read_expected(bytes_of(document.expected)), read_as_product(document.document));
} catch (const std::runtime_error& fault) {
  throw std::runtime_error(document.name + ": " + fault.what());
}

double macro_average(const std::vector<DocumentScore>& scores) {
  double sum = 0;
  for (const DocumentScore& score : scores) sum += score.total;
  return scores.empty() ? 0 : sum / static_cast<double>(scores.size());
}

}  // namespace rehearse::scoring
