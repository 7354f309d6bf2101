#include "core/store/file_version.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>

namespace rehearse {
namespace {

// Source: sqlite.org/fileformat2.html, sections 1.3 and 4.1. Numbers are big-endian, of four bytes.
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kHeaderBytes = 100, kUserVersion = 60;
constexpr std::size_t kWalHeaderBytes = 32, kWalPageSize = 8, kWalSalt = 16;
constexpr std::size_t kFrameHeaderBytes = 24, kFramePage = 0, kFrameCommit = 4, kFrameSalt = 8;
constexpr std::size_t kSaltBytes = 8;
constexpr std::uint32_t kSmallestPage = 512;

template <std::size_t Size>
using Bytes = std::array<char, Size>;

template <std::size_t Size>
bool read(std::ifstream& in, std::uint64_t from, Bytes<Size>& bytes) {
  in.seekg(static_cast<std::streamoff>(from));
  in.read(bytes.data(), Size);
  return in.gcount() == static_cast<std::streamsize>(Size);
}

template <std::size_t Size>
std::uint32_t number(const Bytes<Size>& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

int version_in_header(const Bytes<kHeaderBytes>& page) {
  if (std::string_view(page.data(), kMagic.size()) != kMagic) return 0;
  return static_cast<int>(number(page, kUserVersion));
}

/// Of the first page as the last whole commit in the log has it.
int version_in_wal(const std::filesystem::path& file) {
  std::ifstream in(file.string() + "-wal", std::ios::binary);
  Bytes<kWalHeaderBytes> header{};
  if (!in || !read(in, 0, header)) return 0;
  const std::uint64_t page_bytes = number(header, kWalPageSize);
  if (page_bytes < kSmallestPage) return 0;
  int committed = 0, written = 0;
  Bytes<kFrameHeaderBytes> frame{};
  for (std::uint64_t at = kWalHeaderBytes; read(in, at, frame); at += kFrameHeaderBytes + page_bytes) {
    // Frames of an earlier round of the log stand behind the last of this one.
    if (std::memcmp(frame.data() + kFrameSalt, header.data() + kWalSalt, kSaltBytes) != 0) break;
    Bytes<kHeaderBytes> page{};
    if (number(frame, kFramePage) == 1 && read(in, at + kFrameHeaderBytes, page))
      written = version_in_header(page);
    if (number(frame, kFrameCommit) != 0) committed = written;
  }
  return committed;
}

}  // namespace

int version_in_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  Bytes<kHeaderBytes> header{};
  if (!in || !read(in, 0, header)) return 0;
  return std::max(version_in_header(header), version_in_wal(file));
}

}  // namespace rehearse
