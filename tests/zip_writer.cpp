#include "tests/zip_writer.h"

#include <zip.h>

#include <array>
#include <stdexcept>

namespace rehearse {
namespace {

void require(bool done) {
  if (!done) throw std::runtime_error("libzip could not write the test's container");
}

std::string write(const ZipParts& parts, const char* password) {
  zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  require(memory != nullptr);
  zip_source_keep(memory);  // read again after the archive is closed
  zip_t* const archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  require(archive != nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    require(index >= 0);
    if (password != nullptr)
      require(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password) ==
              0);
  }
  require(zip_close(archive) == 0);
  require(zip_source_open(memory) == 0);
  std::string bytes;
  std::array<char, 1 << 14> chunk;
  for (zip_int64_t count = 0; (count = zip_source_read(memory, chunk.data(), chunk.size())) > 0;)
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

}  // namespace

std::string zip_of(const ZipParts& parts) { return write(parts, nullptr); }

std::string encrypted_zip_of(const ZipParts& parts, const std::string& password) {
  return write(parts, password.c_str());
}

std::string lying_zip_of(const std::string& name, const std::string& content, unsigned long claimed) {
  std::string bytes = zip_of({{name, content}});
  const auto set_size = [&](std::size_t at) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(claimed >> (8 * i));
  };
  // Uncompressed size: 22 bytes into a local header, 24 into a directory entry (APPNOTE.TXT 4.3.7
  // and 4.3.12).
  set_size(bytes.find(std::string("PK\x03\x04", 4)) + 22);
  set_size(bytes.rfind(std::string("PK\x01\x02", 4)) + 24);
  return bytes;
}

}  // namespace rehearse
