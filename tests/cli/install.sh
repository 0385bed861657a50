#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An installed program finds its lexicon and the drawing program beside it, wherever it is put.
#   install.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch/first" >/dev/null
mv "$scratch/first" "$scratch/moved"
cd "$scratch"
unset ENTENTE_DB ENTENTE_LEXICON

# A name that only the installed lexicon has: the one in the source tree would not do.
printf 'forum:widget-forum,forum,Widget Forum,,\n' >>moved/share/entente/lexicon/forums.csv
moved/bin/entente --json explain 'The Widget Forum met.' | grep -q '"forum:widget-forum"' || {
    echo "the installed lexicon is not found"
    exit 1
}
moved/bin/entente -q import "$2/examples/ppwt-and-code-of-conduct.md" >/dev/null
moved/bin/entente -q graph -o picture.svg
xmllint --noout picture.svg
echo "installed, moved, and at work"
