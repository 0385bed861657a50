#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what entente is built and tested with, from Debian's packages. Asks for nothing when all of it is there.
set -euo pipefail

packages=(
    gcc libc6-dev cmake ninja-build pkg-config                               # to build
    libicu-dev libsqlite3-dev libigraph-dev libgraphviz-dev libjansson-dev     # what it is linked with
    fonts-dejavu-core                                                        # what diagrams are set in
    libcmocka-dev sqlite3 libxml2-utils python3                      # to test
)

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "setup: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
