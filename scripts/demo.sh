#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds entente and shows it at work on the documents in examples/. What it makes lies in build/demo. A second run only does
# what has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/setup.sh

cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release

out=build/demo
mkdir -p "$out"
entente=build/release/entente
export ENTENTE_DB=$out/demo.db

step() {
    printf '\n\n== %s\n\n$ entente' "$1"
    shift
    for word in "$@"; do
        case $word in
        *[!A-Za-z0-9/.=-]*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n\n'
    "$entente" "$@"
}

step "Reading the documents" import examples
step "What is in the database" documents
step "How are the Outer Space Treaty and the OEWG connected?" path "Outer Space Treaty" "OEWG on reducing space threats"
step "Who is central?" centrality --top 10
step "What stands behind it" evidence "Outer Space Treaty" -n 5

for format in svg png; do
    "$entente" graph -o "$out/network.$format"
    "$entente" graph -o "$out/ego.$format" --view ego --focus "Conference on Disarmament"
    "$entente" graph -o "$out/path.$format" --view path --from "Outer Space Treaty" --to "OEWG on reducing space threats"
done
printf '\n\nThe database is %s; the diagrams are:\n' "$ENTENTE_DB"
ls "$out"/*.svg "$out"/*.png
