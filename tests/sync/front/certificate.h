// Certificates that sign themselves, made for one test.
#pragma once

#include <filesystem>
#include <string>

#include "sync/server/front/tls.h"

namespace rehearse::test {

/// Writes NAME.pem and NAME.key into the folder: a new key, a certificate for `common_name` that is valid
/// now.
sync::TlsFiles make_certificate(const std::filesystem::path& folder, const std::string& name,
                                const std::string& common_name);

}  // namespace rehearse::test
