// A certificate that signs itself, for a server that has no name: clients pin its fingerprint.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/time.h"
#include "sync/server/front/tls.h"

namespace rehearse::sync {

/// tls.pem and tls.key in the folder; made when they are not there: P-256, ten years, the key for its owner
/// alone. Throws std::runtime_error.
TlsFiles own_certificate(const std::filesystem::path& folder, Instant now);

/// SHA-256 of the first certificate in the file (DER), in pairs of capital digits: AB:CD:… Throws
/// std::runtime_error.
std::string fingerprint_of(const std::string& certificate_file);

}  // namespace rehearse::sync
