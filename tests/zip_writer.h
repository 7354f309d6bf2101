// Zip containers for the readers' tests, made in memory from readable parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rehearse {

/// Name and content, in the order they are to stand in the container.
using ZipParts = std::vector<std::pair<std::string, std::string>>;

/// The parts, deflated.
std::string zip_of(const ZipParts& parts);

/// The same with every part encrypted (AES-256) by `password`.
std::string encrypted_zip_of(const ZipParts& parts, const std::string& password);

/// A container of one part whose directory says that it unpacks to `claimed` bytes (less than 4 GB).
std::string lying_zip_of(const std::string& name, const std::string& content, unsigned long claimed);

}  // namespace rehearse
