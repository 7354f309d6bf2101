# Counts a CTest report (--output-junit). One test passed, failed or was skipped; it was skipped when it says so
# itself, in a line that starts with "skipped: " (tests/skip.h), and nothing in it failed.
# Exit 1 when a test failed or when none ran to its end.

function attribute(line, name) {
  return match(line, " " name "=\"[^\"]*\"") ? substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
}

function readable(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

/<testcase / {
  name = attribute($0, "name")
  status = attribute($0, "status")
  reason = ""
}

# CTest's own reason: a return code or an expression that the test declared. Anything else did not run at all.
/<skipped message="SKIP_/ { reason = name }

{
  line = $0
  sub(/^[ \t]*<system-out>/, "", line)
  if (reason == "" && match(line, /(^|MESSAGE: )skipped: /)) reason = substr(line, RSTART + RLENGTH)
}

/<\/testcase>/ {
  if (status == "fail" || (status == "notrun" && reason == "")) {
    failed_names = failed_names "  failed: " readable(name) "\n"
    failed++
  } else if (status == "run" || status == "notrun") {
    if (reason == "") passed++
    else { skipped_names = skipped_names "  skipped: " readable(reason) "\n"; skipped++ }
  }
}

END {
  printf "\n%s%s%d passed, %d failed, %d skipped\n", skipped_names, failed_names, passed, failed, skipped
  exit failed > 0 || passed == 0
}
