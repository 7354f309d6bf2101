#include "core/import/formats/zip_container.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

namespace rehearse {
namespace {

// A shared Anki deck has a sound for each of its words; libzip needs some 300 bytes for each file.
constexpr std::size_t kMostFiles = 100'000;
// The XML of a word processor packs to a tenth; deflate cannot do better than 1 to 1,032.
constexpr std::uint64_t kLargestRatio = 200;
constexpr std::uint64_t kAlwaysAllowed = 16 * 1024 * 1024;

using EntryFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Error damaged(std::string_view name = {}) {
  return {{"the container is damaged or incomplete", "容器文件已损坏或不完整"},
          std::string(name),
          {"download or copy the file again", "请重新下载或复制该文件"}};
}

Error bomb(std::string_view name = {}) {
  return {{"it would unpack to far more than a document can be", "解压后的体积远超正常文档"},
          std::string(name),
          {"do not trust where it came from", "来源不可信，请勿使用"}};
}

Error too_large(std::string_view name, std::size_t largest) {
  const std::string megabytes = std::to_string(largest >> 20);
  return {{"a file in the container is larger than " + megabytes + " MB",
           "容器里有超过 " + megabytes + " MB 的文件"},
          std::string(name),
          {"split the document", "请拆分后再导入"}};
}

bool claims_too_much(std::uint64_t unpacked, std::uint64_t packed) {
  return unpacked > kAlwaysAllowed && (unpacked - kAlwaysAllowed) / kLargestRatio > packed;
}

/// How many files the directory can list. Counted before libzip takes memory for each, because the number the
/// container itself states may lie.
std::size_t most_directory_entries(std::string_view bytes) {
  constexpr std::string_view kDirectoryEntry("PK\x01\x02", 4);  // APPNOTE.TXT 4.3.12
  std::size_t count = 0;
  for (std::size_t at = bytes.find(kDirectoryEntry); at != std::string_view::npos;
       at = bytes.find(kDirectoryEntry, at + kDirectoryEntry.size()))
    ++count;
  return count;
}

std::string plain_name(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '\\', '/');
  plain.erase(0, std::min(plain.find_first_not_of('/'), plain.size()));
  return plain;
}

}  // namespace

void ZipContainer::Closer::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipContainer> ZipContainer::open(std::string_view bytes) {
  if (most_directory_entries(bytes) > kMostFiles) {
    const std::string most = std::to_string(kMostFiles);
    return Error{{"the container holds more than " + most + " files", "容器里的文件超过 " + most + " 个"},
                 "",
                 {"split it", "请拆分后再导入"}};
  }
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return damaged();
  std::unique_ptr<zip, Closer> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (!archive) {
    zip_source_free(source);
    return damaged();
  }
  ZipContainer container(std::move(archive));
  const zip_int64_t count = zip_get_num_entries(container.archive_.get(), 0);
  std::uint64_t unpacked = 0;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    zip_stat_t stat;
    if (zip_stat_index(container.archive_.get(), i, ZIP_FL_ENC_RAW, &stat) != 0 || stat.name == nullptr)
      return damaged();
    // Each claim is bounded first, so that the sum cannot overflow.
    if (claims_too_much(stat.size, bytes.size())) return bomb(stat.name);
    unpacked += stat.size;
    container.entries_.emplace(plain_name(stat.name), i);
  }
  if (claims_too_much(unpacked, bytes.size())) return bomb();
  return container;
}

std::vector<std::string> ZipContainer::names() const {
  std::vector<std::string> names;
  names.reserve(entries_.size());
  for (const auto& [name, index] : entries_) names.push_back(name);
  return names;
}

Result<std::string> ZipContainer::read(std::string_view name, std::size_t largest) const {
  const auto entry = entries_.find(name);
  if (entry == entries_.end())
    return Error{{"the container lacks this file", "容器里缺少这个文件"}, std::string(name), {}};
  zip_stat_t stat;
  if (zip_stat_index(archive_.get(), entry->second, ZIP_FL_ENC_RAW, &stat) != 0) return damaged(name);
  if (stat.encryption_method != ZIP_EM_NONE)
    return Error{{"it is protected by a password", "文件有密码保护"},
                 std::string(name),
                 {"save it without a password", "请另存为不带密码的文件"}};
  if (stat.size > largest) return too_large(name, largest);
  if (claims_too_much(stat.size, stat.comp_size)) return bomb(name);
  const EntryFile file(zip_fopen_index(archive_.get(), entry->second, 0), zip_fclose);
  if (!file) return damaged(name);
  std::string content;
  content.reserve(stat.size);
  std::array<char, 1 << 16> chunk;
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), chunk.data(), chunk.size());
    if (count < 0) return damaged(name);  // the checksum too
    if (count == 0) break;
    content.append(chunk.data(), static_cast<std::size_t>(count));
    if (content.size() > stat.size) return damaged(name);  // it holds more than its directory admits
  }
  if (content.size() != stat.size) return damaged(name);
  return content;
}

}  // namespace rehearse
