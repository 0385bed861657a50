/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is near, found ring by ring in the store's own adjacency: nothing else of the database is read. */
#include "core/front/resolve.h"
#include "queries/edge.h"
#include "queries/queries.h"
#include "queries/quote.h"

#include <stdlib.h>

enum { MOST_HOPS = 100 };

static const ent_option options[] = {{"hops", 0, "N", "how many relations away to go (default: 1)"}, {0}};
static const ent_column columns[] = {
    {.name = "key", .help = "of the neighbour"},
    {.name = "kind", .help = "of the neighbour"},
    {.name = "name", .help = "of the neighbour", .wide = true},
    {.name = "type", .help = "of the relation over which it is reached"},
    {.name = "direction", .help = "out: away from ENTITY; in: towards it; both: symmetric"},
    {.name = "evidence", .help = "how many pieces this relation has"},
    {.name = "hops", .help = "how many relations away it is"},
    {0}};

/* For people: the relation as an arrow, and keys where they may be long. */
static const ent_column text_columns[] = {{.name = "relation", .help = ""}, {.name = "name", .help = "", .wide = true},
                                          {.name = "evidence", .help = ""}, {.name = "hops", .help = ""},
                                          {.name = "key", .help = ""},      {0}};

/* An entity, and a relation that leads to it from the ring before. */
typedef struct neighbour {
    ent_edge_row edge;
    ent_entity_id from;
    ent_entity_row entity;
    int64_t hops;
} neighbour;

typedef struct walk {
    ent_context *context;
    ent_selection selection;
    ent_entity_id from;       /* whose edges are being read */
    int64_t hops;             /* of the ring in making */
    ent_map places;           /* entity → its place, or one of its ring, in `found` */
    ENT_VEC(neighbour) found; /* the start, then ring after ring, each by key */
} walk;

static bool is_better(const ent_edge_row *a, const ent_edge_row *b)
{
    return a->evidence != b->evidence ? a->evidence > b->evidence : a->type < b->type;
}

/* The first ring shows every relation, a farther one the best that leads to each entity. */
static bool take_edge(void *context, const ent_edge_row *edge)
{
    walk *w = context;
    ent_arena *arena = w->context->arena;
    ent_entity_id other = ent_edge_other(edge, w->from);
    neighbour n = {*edge, w->from, {.id = other}, w->hops};
    size_t place = ent_id_find_or_set(arena, &w->places, other, (uint32_t)w->found.n);
    if (place == w->found.n)
        ent_vec_push(arena, &w->found, n);
    else if (w->found.items[place].hops == w->hops && w->hops == 1)
        ent_vec_push(arena, &w->found, n);
    else if (w->found.items[place].hops == w->hops && is_better(edge, &w->found.items[place].edge))
        w->found.items[place] = n;
    return !w->context->interrupted();
}

static int compare_neighbours(const void *left, const void *right)
{
    const neighbour *a = left, *b = right;
    int order = ent_str_cmp(a->entity.key, b->entity.key);
    if (order == 0 && a->edge.type != b->edge.type)
        return a->edge.type < b->edge.type ? -1 : 1;
    return order ? order : -ent_str_cmp(ent_edge_direction(&a->edge, a->from), ent_edge_direction(&b->edge, b->from));
}

/* Names the entities of the ring from place `begin` on, and orders them. */
static ent_status name_ring(walk *w, size_t begin, ent_error *err)
{
    for (size_t i = begin; i < w->found.n; i++) {
        ent_entity_row *entity = &w->found.items[i].entity;
        ent_status status = ent_store_get_entity(w->context->store, w->context->arena, entity->id, entity, err);
        if (status != ENT_OK)
            return status;
    }
    if (w->found.n > begin)
        qsort(w->found.items + begin, w->found.n - begin, sizeof *w->found.items, compare_neighbours);
    return ENT_OK;
}

/* --kind speaks of the neighbours: the start is always in, and nothing is reached over an entity of another kind. */
static bool is_wanted(const walk *w, const neighbour *n)
{
    return n->hops == 0 || ent_kinds_has(w->context->selection.kinds, n->entity.kind);
}

/* The next ring, from the one that stands at [begin, end). */
static ent_status widen(walk *w, size_t begin, size_t end, ent_error *err)
{
    w->hops++;
    for (size_t i = begin; i < end; i++) {
        const neighbour *n = &w->found.items[i];
        bool again = i > begin && n[-1].entity.id.row == n->entity.id.row;
        if (again || !is_wanted(w, n))
            continue;
        w->from = n->entity.id;
        ent_status status = ent_store_each_edge_of(w->context->store, &w->selection, w->from, take_edge, w, err);
        if (status != ENT_OK || w->context->interrupted())
            return status == ENT_OK ? ENT_INTERRUPTED : status;
    }
    return name_ring(w, end, err);
}

static void add_for_people(const ent_context *context, const neighbour *n, bool far)
{
    const ent_cell cells[] = {ent_cell_text(ent_quote_arrow(context->arena, &n->edge, n->from)),
                              ent_cell_text(n->entity.name), ent_cell_int(n->edge.evidence),
                              far ? ent_cell_int(n->hops) : ent_cell_empty(), ent_cell_text(n->entity.key)};
    ent_table_add(context->table, cells);
}

static void add_for_programs(ent_table *table, const neighbour *n)
{
    const ent_cell cells[] = {ent_cell_text(n->entity.key),
                              ent_cell_text(ent_str_from(ent_kind_name(n->entity.kind))),
                              ent_cell_text(n->entity.name),
                              ent_cell_text(ent_str_from(ent_relation_name(n->edge.type))),
                              ent_cell_text(ent_edge_direction(&n->edge, n->from)),
                              ent_cell_int(n->edge.evidence),
                              ent_cell_int(n->hops)};
    ent_table_add(table, cells);
}

static void emit(const walk *w, bool far)
{
    bool text = w->context->style.format == ENT_FORMAT_TEXT;
    if (text)
        w->context->table = ent_table_new(w->context->arena, text_columns);
    for (size_t i = 1; i < w->found.n; i++) {
        const neighbour *n = &w->found.items[i];
        if (is_wanted(w, n) && text)
            add_for_people(w->context, n, far);
        else if (is_wanted(w, n))
            add_for_programs(w->context->table, n);
    }
}

static ent_status run(ent_context *context, ent_error *err)
{
    int64_t hops;
    neighbour start = {0};
    ent_status status = ent_context_option_int(context, "hops", 1, MOST_HOPS, 1, &hops, err);
    if (status == ENT_OK)
        status = ent_resolve_entity(context, context->arguments[0], &start.entity, err);
    if (status != ENT_OK)
        return status;
    walk w = {.context = context, .selection = context->selection};
    w.selection.kinds |= ENT_KIND_BIT(start.entity.kind);
    ent_id_find_or_set(context->arena, &w.places, start.entity.id, 0);
    ent_vec_push(context->arena, &w.found, start);
    for (size_t begin = 0, end = 1; w.hops < hops && begin < end && status == ENT_OK; begin = end, end = w.found.n)
        status = widen(&w, begin, end, err);
    if (status == ENT_OK)
        emit(&w, hops > 1);
    return status;
}

const ent_command ent_command_neighbours = {
    .name = "neighbours",
    .summary = "what an entity is related to",
    .usage = "neighbours ENTITY",
    .help = "One row per neighbour and relation. With --hops more than 1, also those farther away: one row each, with "
            "the relation that has most evidence of those by which it is first reached. --kind chooses the neighbours "
            "that are shown and walked over.",
    .options = options,
    .columns = columns,
    .empty = "nothing is related to it",
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 1,
    .max_arguments = 1,
    .run = run,
};
