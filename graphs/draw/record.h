/* SPDX-License-Identifier: MIT */
/* What the drawing program reads on its standard input: one record a line, its fields separated by tabs. In a field, \t, \n
 * and \\ stand for a tab, a line break and a backslash; other control characters are taken as spaces. A record is a word and
 * its arguments; NAME VALUE may be repeated:
 *
 *   layout  ENGINE                             dot neato fdp sfdp circo twopi; the first record
 *   graph   NAME VALUE                         attributes of the whole drawing
 *   nodes   NAME VALUE                         of all nodes that follow
 *   edges   NAME VALUE                         of all edges that follow
 *   node    ID NAME VALUE                      a node; ids are unique
 *   edge    ID ID NAME VALUE                   an edge between two nodes already given
 *   title   NAME VALUE                         a node set above the drawing
 *   sample  NAME VALUE                         a node of the legend, set below the drawing
 *   line    TEXT NAME VALUE                    an edge of the legend with its text
 *
 * NAME is a Graphviz attribute of the list in graph.c. The text attributes (label, tooltip and the like) are taken as plain text,
 * whatever stands in them; URL is the percent-encoded path of a file and a fragment; all others must be of letters, digits,
 * spaces and a few signs. */
#ifndef ENT_DRAW_RECORD_H
#define ENT_DRAW_RECORD_H

#define ENT_DRAW_LAYOUT "layout"
#define ENT_DRAW_GRAPH "graph"
#define ENT_DRAW_NODES "nodes"
#define ENT_DRAW_EDGES "edges"
#define ENT_DRAW_NODE "node"
#define ENT_DRAW_EDGE "edge"
#define ENT_DRAW_TITLE "title"
#define ENT_DRAW_SAMPLE "sample"
#define ENT_DRAW_LINE "line"

#endif
