// The addresses that stand behind a name. The system's own look-up cannot be called back and takes half a
// minute where a name server does not answer, so it goes on alone when nobody wants its answer any more.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rehearse::sync {

/// Addresses in figures, those to be tried first at the front; none where there is no such name.
using Addresses = std::vector<std::string>;
using Resolver = std::function<Addresses(const std::string& host)>;

/// As this system does it. Takes as long as that takes.
Addresses resolve(const std::string& host);

bool is_in_figures(const std::string& host);

/// What `resolver` says of the host, when it says it in time and as long as it is wanted. Otherwise nothing,
/// and the resolver goes on in a thread of its own until it ends by itself: it must own all it needs.
std::optional<Addresses> resolve_in_time(const Resolver& resolver, const std::string& host,
                                         std::chrono::milliseconds most,
                                         const std::function<bool()>& is_wanted);

}  // namespace rehearse::sync
