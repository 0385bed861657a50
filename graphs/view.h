/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn: some entities of a selection and how they are joined, before anything is said about looks. */
#ifndef ENT_GRAPHS_VIEW_H
#define ENT_GRAPHS_VIEW_H

#include "core/base/map.h"
#include "core/network/measures.h"

typedef struct ent_view_node {
    ent_str key, name;
    ent_str label; /* the short name */
    ent_kind kind;
    double size; /* 0 … 1, among what is drawn */
    size_t hops; /* from the middle of an ego network, from the beginning of the paths; else 0 */
    bool focus;  /* what the picture is about: the ends of the paths, the middle of an ego network */
} ent_view_node;

/* All selected relations between two nodes, drawn as one edge. */
typedef struct ent_view_edge {
    uint32_t source, target; /* nodes; of the first relation */
    ent_relation_type type;  /* of the relation that says most: its group gives the colour */
    bool negated;            /* the best evidence of that relation denies it */
    bool forward, backward;  /* which ways directed relations run, seen from `source` */
    int64_t evidence;        /* of all of them */
    ent_relation_types types;
    ent_str quotes;      /* each relation as a sentence with its best quote and place, by lines */
    ent_str path, quote; /* of the relation that says most: the document and its best quote; empty without evidence */
} ent_view_edge;

typedef struct ent_view {
    ent_str title;
    bool flows;                   /* it reads from left to right (paths) */
    ENT_VEC(ent_view_node) nodes; /* largest first within network and ego, in order along paths */
    ENT_VEC(ent_view_edge) edges;
    size_t n_left_out; /* entities that would have belonged in it */
    bool more_paths;   /* there are more shortest paths than these */
} ent_view;

typedef struct ent_view_request {
    ent_store *store;
    ent_arena *arena; /* everything of the view lives here */
    const ent_selection *selection;
    ent_measure size_by;
    size_t most; /* nodes; in a view of paths, paths */
} ent_view_request;

/* The most central entities by `size_by`, ties by key, and what joins them; those joined to none of the others are left
 * out. */
ent_status ent_view_network(const ent_view_request *request, ent_view *view, ent_error *err);
/* What is within `hops` relations of `focus`: nearest first, then most central. */
ent_status ent_view_ego(const ent_view_request *request, const ent_entity_row *focus, size_t hops, ent_view *view,
                        ent_error *err);
/* The shortest paths between two. No node when they are not connected. */
ent_status ent_view_paths(const ent_view_request *request, const ent_entity_row *from, const ent_entity_row *to,
                          ent_view *view, ent_error *err);

/* ---- for the builders ------------------------------------------------------------------------------------------- */

typedef struct ent_view_builder {
    const ent_view_request *request;
    ent_view *view;
    ent_map nodes;               /* entity row id → node */
    ent_map pairs;               /* two nodes → edge */
    ENT_VEC(ent_edge_row) first; /* of each edge, the relation that says most */
} ent_view_builder;

ent_view_builder ent_view_begin(const ent_view_request *request, ent_view *view);
/* The node of an entity, added where it is not there yet. */
uint32_t ent_view_add_node(ent_view_builder *builder, const ent_entity_row *entity, double size);
/* Adds a relation to the edge between its ends; nothing when one of them is no node. */
ent_status ent_view_add_relation(ent_view_builder *builder, const ent_edge_row *edge, ent_error *err);

#endif
