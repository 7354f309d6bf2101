// What PostgreSQL did not do, and whether it is worth another try.
#pragma once

#include <string>
#include <string_view>

#include "core/base/store_error.h"

namespace rehearse::sync {

class PostgresFault : public StoreError {
 public:
  enum class Kind {
    kConflict,  // others changed the same rows meanwhile: the same work may go well now
    kBroken,    // the connection is gone: the same work may go well on another one
    kOther,
  };

  PostgresFault(Kind kind, const Words& why);
  /// As the server says it: an SQLSTATE (PostgreSQL, appendix A) and a sentence.
  PostgresFault(std::string_view state, const std::string& message);

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

}  // namespace rehearse::sync
