#include "core/import/anki/collection_bytes.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "core/import/anki/protobuf.h"

namespace rehearse {
namespace {

constexpr const char* kZstdCollection = "collection.anki21b";
constexpr std::array kPlainCollections{"collection.anki21", "collection.anki2"};
constexpr const char* kMeta = "meta";

constexpr std::size_t kLargestCollection = 200 * 1024 * 1024;
constexpr std::size_t kLargestMeta = 64 * 1024;
// A database packs to a tenth of its size or so.
constexpr std::size_t kAlwaysUnpacked = 16 * 1024 * 1024;
constexpr std::size_t kLargestRatio = 50;

// PackageMetadata: field 1 is the version; 3 is the first whose collection is a zstd stream.
constexpr std::uint32_t kMetaVersion = 1;
constexpr std::uint64_t kFirstZstdVersion = 3;

Error too_much() {
  return {{"the Anki collection unpacks to far more than a collection of text",
           "Anki 数据库解压后的体积远超正常题库"},
          kZstdCollection,
          {"do not trust where it came from", "来源不可信，请勿使用"}};
}

Error damaged() {
  return {{"the Anki collection is damaged", "Anki 数据库已损坏"},
          kZstdCollection,
          {"export it again", "请重新导出"}};
}

bool says_zstd(const ZipContainer& package) {
  if (!package.has(kMeta)) return false;
  const auto meta = package.read(kMeta, kLargestMeta);
  return meta && protobuf_number(*meta, kMetaVersion).value_or(0) >= kFirstZstdVersion;
}

}  // namespace

Result<std::string> unpacked_zstd(std::string_view stream, std::size_t largest) {
  const unsigned long long declared = ZSTD_getFrameContentSize(stream.data(), stream.size());
  if (declared == ZSTD_CONTENTSIZE_ERROR) return damaged();
  const bool is_declared = declared != ZSTD_CONTENTSIZE_UNKNOWN;
  if (is_declared && declared > largest) return too_much();
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> decoder(ZSTD_createDStream(),
                                                                           ZSTD_freeDStream);
  if (!decoder) return damaged();
  std::string content;
  if (is_declared) content.reserve(static_cast<std::size_t>(declared));
  std::string chunk(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer input{stream.data(), stream.size(), 0};
  std::size_t wanted = 1;  // 0: the stream is at its end
  while (wanted != 0) {
    ZSTD_outBuffer output{chunk.data(), chunk.size(), 0};
    const std::size_t read_before = input.pos;
    wanted = ZSTD_decompressStream(decoder.get(), &output, &input);
    if (ZSTD_isError(wanted)) return damaged();
    if (output.pos > largest - content.size()) return too_much();
    content.append(chunk, 0, output.pos);
    if (wanted != 0 && output.pos == 0 && input.pos == read_before) return damaged();  // cut short
  }
  return content;
}

Result<std::string> collection_bytes(const ZipContainer& package) {
  if (package.has(kZstdCollection)) {
    const auto packed = package.read(kZstdCollection, kLargestCollection);
    if (!packed) return packed.error();
    return unpacked_zstd(*packed,
                         std::min(kLargestCollection, kAlwaysUnpacked + packed->size() * kLargestRatio));
  }
  if (!says_zstd(package))
    for (const char* name : kPlainCollections)
      if (package.has(name)) return package.read(name, kLargestCollection);
  return Error{{"this zip holds no Anki collection", "压缩包里没有 Anki 题库"},
               "",
               {"export the deck from Anki as .apkg or .colpkg", "请在 Anki 中导出为 .apkg 或 .colpkg"}};
}

}  // namespace rehearse
