#!/bin/sh
# checks.sh PROGRAM COUNT [ROUNDS]: what all rules together cost on top of building: at most 40 %.
set -eu
rules() { echo "checks: {severity: {job: $1, body: $1, google: $1, yaml: $1}}"; }
echo "rules:"
exec "$(dirname "$0")/cost.sh" "$1" "$2" 40 "$(rules off)" "$(rules warning)" "${3:-5}"
