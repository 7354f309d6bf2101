// How the hash of a secret is bound to a statement.
#pragma once

#include "core/store/database.h"
#include "sync/server/accounts/secrets.h"

namespace rehearse::sync {

inline Blob as_blob(const SecretHash& hash) {
  return {{reinterpret_cast<const char*>(hash.data()), hash.size()}};
}

}  // namespace rehearse::sync
