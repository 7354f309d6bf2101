#!/usr/bin/env bash
# Runs a command on a display of its own: on_display.sh COMMAND [ARGUMENTS]. Exit 77 where there can be none.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../gui/display.sh"
need_tools
scratch=$(mktemp -d)
trap 'stop_display; rm -rf "$scratch"' EXIT
start_display 96
"$@"
