#!/bin/sh
# Writes Sources/CShims/embedded.c: the default theme, the starter site and the pages of faults,
# as data of the program.
# With --check: fails when that file doesn't list exactly what is there.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C
target=Sources/CShims/embedded.c
made=$(mktemp)
trap 'rm -f "$made"' EXIT
{
  echo '// Made by `make embed`. The files that the program carries.'
  echo '#include "embedded.h"'
  echo
  echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
  echo
  count=0
  for file in $(find docs/faults themes/default starter -type f ! -name '.*' ! -path docs/faults/README.md | sort); do
    echo "static const unsigned char file_$count[] = {"
    echo "#embed \"../../$file\""
    echo '};'
    count=$((count + 1))
  done
  echo
  echo 'static const struct sitegen_embedded_file files[] = {'
  count=0
  for file in $(find docs/faults themes/default starter -type f ! -name '.*' ! -path docs/faults/README.md | sort); do
    echo "  {\"$file\", file_$count, sizeof file_$count},"
    count=$((count + 1))
  done
  echo '};'
  echo
  echo 'int sitegen_embedded_count(void) { return sizeof files / sizeof files[0]; }'
  echo
  echo 'struct sitegen_embedded_file sitegen_embedded_file(int index) { return files[index]; }'
} > "$made"
if [ "${1:-}" = --check ]; then
  cmp -s "$made" "$target" || {
    echo "$target is stale: run 'make embed'" >&2
    exit 1
  }
else
  cp "$made" "$target"
fi
