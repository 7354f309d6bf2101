#!/usr/bin/env bash
# A page that was made up is told each command, word and option in it that is not there, and nothing else.
#   made_up_page.sh PYTHON ROOT PROGRAMS
set -euo pipefail
python=$1 root=$2 programs=$3
page=$root/tests/data/pages/made_up.md
if said=$("$python" -B "$root/tests/pages/page_commands.py" "$root" "$programs" "$page"); then
  echo "nothing was found wrong: $said"
  exit 1
fi
diff -u "${page%.md}.expected" <(echo "$said")
