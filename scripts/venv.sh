#!/bin/sh
# venv.sh REQUIREMENTS: a Python environment of our own in .venv with the tests' referees.
set -eu
cd "$(dirname "$0")/.."
stamp=.venv/requirements.txt
cmp -s "$1" "$stamp" && exit 0
echo "installing Python referees into .venv"
rm -rf .venv
python=python3
# Debian's own Python has the venv module that install.sh asked for.
python3 -c 'import ensurepip' 2>/dev/null || python=/usr/bin/python3
$python -m venv .venv
.venv/bin/pip install --quiet --requirement "$1"
cp "$1" "$stamp"
