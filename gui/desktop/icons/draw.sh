#!/usr/bin/env bash
# Draws the pictures from the drawings again, after one of them was changed. Needs rsvg-convert (librsvg2-bin). The
# pictures are kept beside the drawings so that a build does not need it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for size in 16 32; do rsvg-convert --width "$size" --height "$size" small.svg --output "$size.png"; done
for size in 48 64 128 256; do rsvg-convert --width "$size" --height "$size" rehearse.svg --output "$size.png"; done
