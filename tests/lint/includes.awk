# SPDX-License-Identifier: GPL-3.0-or-later
# Includes go core/base → model → store → network → front → {importers, queries, graphs} → main.c, never back and never between
# the last three; SQLite, igraph, Jansson and Graphviz are known to one room each. The drawing program stands apart: it is fed over a
# pipe and knows no room at all; all that graphs shares with it is the shape of what goes through the pipe. Inside
# importers/extract: text → gazetteer → names → dates → {rules, layout}.

function room_of(path,   i) {
    if (path ~ /^graphs\/draw\//)
        return "graphs/draw"
    for (i in rank)
        if (index(path, i "/") == 1)
            return i
    return path ~ /^main\.c$/ ? "main.c" : ""
}

# The place of a file among the rooms of importers/extract, 0 for those at their top and outside.
function depth_of(path,   parts) {
    return index(path, "importers/extract/") == 1 && split(path, parts, "/") >= 4 ? depth[parts[3]] : 0
}

function breach(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
}

BEGIN {
    n = split("core/base core/model core/store core/network core/front", rooms, " ")
    for (i = 1; i <= n; i++)
        rank[rooms[i]] = i
    rank["importers"] = rank["queries"] = rank["graphs"] = n + 1
    rank["main.c"] = n + 2
    n = split("text gazetteer names dates rules", rooms, " ")
    for (i = 1; i <= n; i++)
        depth[rooms[i]] = i
    depth["layout"] = depth["rules"]
    home["sqlite3.h"] = "core/store"
    home["jansson.h"] = "importers"
    home["igraph.h"] = "core/network"
    home["igraph/igraph.h"] = "core/network"
    home["graphviz/cgraph.h"] = home["graphviz/gvc.h"] = home["cgraph.h"] = home["gvc.h"] = "graphs/draw"
}

/^[ \t]*#[ \t]*include[ \t]*["<]/ {
    split($0, parts, /["<>]/)
    target = parts[2]
    here = room_of(FILENAME)
    there = room_of(target)
    if (target in home && home[target] != here)
        breach("only " home[target] " includes " target)
    if (here == "graphs/draw" && there != "" && there != here)
        breach("the drawing program knows no other room: " target)
    else if (there in rank && here in rank && (rank[there] > rank[here] || (rank[there] == rank[here] && there != here)))
        breach(here " must not include " target)
    else if (depth_of(FILENAME) && depth_of(target) > depth_of(FILENAME))
        breach("importers/extract: " FILENAME " must not include " target)
    else if (there == "graphs/draw" && here != there && target != "graphs/draw/record.h")
        breach("nobody includes the drawing program: " target)
}
