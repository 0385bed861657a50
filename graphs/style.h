/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things look: a shape and a colour for each kind, a colour for each group of relations. The colours are those of Okabe
 * and Ito (2008), told apart with any colour vision; shape and line say the same once more, for print in grey. */
#ifndef ENT_GRAPHS_STYLE_H
#define ENT_GRAPHS_STYLE_H

#include "core/base/arena.h"
#include "core/model/relation.h"

typedef struct ent_kind_style {
    const char *shape;  /* of Graphviz */
    const char *border, *fill; /* "#rrggbb" */
    const char *style;  /* "filled", "rounded,filled" */
    int peripheries;
    double penwidth;    /* points */
    const char *margin; /* "x,y" inches between the shape and its text */
} ent_kind_style;

const ent_kind_style *ent_style_kind(ent_kind kind);

typedef enum ent_edge_group {
    ENT_GROUP_STRUCTURE, /* how the system is built */
    ENT_GROUP_SUBSTANCE, /* what is about what */
    ENT_GROUP_FOR,       /* supports, calls for */
    ENT_GROUP_AGAINST,   /* opposes, hinders */
    ENT_GROUP_MENTION,   /* named together */
    ENT_N_GROUPS
} ent_edge_group;

typedef struct ent_edge_style {
    const char *label; /* for the legend */
    const char *colour;
    const char *line; /* "solid", "dotted" */
} ent_edge_style;

ent_edge_group ent_style_group(ent_relation_type type);
const ent_edge_style *ent_style_edge(ent_edge_group group);

/* A name as the label of a node: in lines of even length, about three times as wide as high, broken at spaces, hyphens and
 * slashes; a very long one has an ellipsis in place of its middle. In the arena. */
ent_str ent_style_wrap(ent_arena *arena, ent_str text);

#endif
