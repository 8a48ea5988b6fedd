#!/bin/sh
# conformance.sh: runs the reference's cases of the template language, where a checkout lies beside
# this one; stops with a fault unless all of them pass.
set -eu
cd "$(dirname "$0")/.."
cases=../shared/conformance
[ -d "$cases" ] || exit 0
swift build -c release --static-swift-stdlib --product template-cases
for set in template-cases contextual-cases; do
  python3 "$cases/run_template_cases.py" --quiet --cases "$cases/$set.json" -- \
    .build/release/template-cases
done
