#include "sync/server/commands/examples.h"

#include <array>

namespace rehearse::sync {
namespace {

const std::array kExamples{
    Example{"", "rehearse-sync serve"},
    Example{"", "rehearse-sync invite"},
    Example{"serve", "rehearse-sync serve --address 0.0.0.0 --tls-self"},
    Example{"serve", "rehearse-sync serve --behind-proxy 127.0.0.1"},
    Example{"user add", "rehearse-sync user add anna"},
    Example{"user password", "rehearse-sync user password anna"},
    Example{"invite", "rehearse-sync invite --uses 2 --days 3"},
    Example{"token list", "rehearse-sync token list anna"},
    Example{"backup", "rehearse-sync backup today.sqlite"},
    Example{"restore", "rehearse-sync restore today.sqlite"},
    Example{"migrate", "rehearse-sync migrate --from /var/lib/rehearse-sync --to postgresql:///rehearse"},
    Example{"seal", "rehearse-sync seal --older 7"},
};

}  // namespace

std::span<const Example> command_examples() { return kExamples; }

}  // namespace rehearse::sync
