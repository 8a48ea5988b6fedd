#!/bin/sh
# install.sh PACKAGE…: installs the Debian packages that are missing, and says which.
set -eu
missing=
for package in "$@"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0
command -v apt-get >/dev/null || {
  echo "missing packages:$missing; install them with your system's package manager" >&2
  exit 3
}
run=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "missing packages:$missing; install them as root, or install sudo" >&2
    exit 3
  }
  run=sudo
fi
echo "installing$missing"
$run apt-get update -qq
DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing >/dev/null
