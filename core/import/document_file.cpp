#include "core/import/document_file.h"

#include "core/base/file.h"

namespace rehearse {

Result<ReadDocument> read_document_file(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  auto document = read_document(*bytes, file.filename().string());
  if (document) return document;
  Error error = document.error();
  error.where = file.string();
  return error;
}

Result<ReadDocument> read_question_bank(const std::filesystem::path& file) {
  auto read = read_document_file(file);
  if (!read || !read->document.questions.empty()) return read;
  return Error{{"no questions were found in it", "没有找到题目"},
               file.string(),
               {"see what is understood of it: rehearse parse", "可用 rehearse parse 查看读到的内容"}};
}

}  // namespace rehearse
