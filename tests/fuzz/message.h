// What must hold for the lines of a message, whatever they are.
#pragma once

#include <string_view>

namespace rehearse::fuzz {

/// Reads them as a request and as a reply; stops the process where a law is broken.
void check_message(std::string_view text);

}  // namespace rehearse::fuzz
