/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths that are not simply the shortest: the k shortest, and those that run through a kind. Both look at the whole, so
 * the selected network is loaded.
 *
 * A path through a kind is found by walking depth first in the order of keys, for one exact length after the other. A
 * bound prunes the walk: for every vertex, how far b is when a vertex of the kind still lies before it, and when it
 * need not. The bound ignores that a path visits nothing twice, so a badly shaped network could cost exponential time:
 * a budget of steps ends that with an error, never with an answer that only looks whole. */
#include "core/network/handle.h"
#include "core/network/search.h"

#include <stdlib.h>

enum { STEP_BUDGET = 20000000, FAR = UINT32_MAX };

typedef struct path_walker {
    const ent_path_task *task;
    const ent_network *network;
    igraph_adjlist_t near;
    igraph_integer_t a, b;
    bool *closed;       /* avoided, or on the path being walked */
    uint32_t *bound[2]; /* hops to b: [1] through a vertex of the kind, [0] by any way */
    igraph_integer_t *walked;
    size_t length, enough, budget;
} path_walker;

static bool is_via(const path_walker *walker, igraph_integer_t v)
{
    return v != walker->a && v != walker->b &&
           ent_kinds_has(walker->task->options.via, walker->network->entities[v].kind);
}

static void add_path(const ent_path_task *task, const ent_network *network, const igraph_integer_t *walked,
                     size_t n_hops)
{
    ent_path path = {.n_hops = n_hops,
                     .nodes = ENT_ARENA_NEW(task->arena, ent_entity_id, n_hops + 1),
                     .edges = ENT_ARENA_NEW(task->arena, ent_edge_row, n_hops + 1)};
    for (size_t i = 0; i <= n_hops; i++)
        path.nodes[i] = network->entities[walked[i]].id;
    for (size_t i = 0; i < n_hops; i++) {
        igraph_integer_t pair = 0;
        igraph_get_eid(&network->simple, &pair, walked[i], walked[i + 1], IGRAPH_UNDIRECTED, false);
        path.edges[i] = *ent_network_best_edge(network, (size_t)pair, (uint32_t)walked[i]);
    }
    ent_vec_push(task->arena, task->paths, path);
}

/* ---- through a kind --------------------------------------------------------------------------------------------- */

/* Breadth first from b over states: a vertex, and whether one of the kind lies between it and b. */
static void fill_bounds(path_walker *walker)
{
    size_t n = walker->network->n_vertices, head = 0, tail = 0;
    size_t *queue = ent_heap_resize(NULL, (2 * n + 1) * sizeof *queue);
    for (size_t v = 0; v < n; v++)
        walker->bound[0][v] = walker->bound[1][v] = FAR;
    walker->bound[0][walker->b] = 0;
    queue[tail++] = 2 * (size_t)walker->b;
    while (head < tail) {
        igraph_integer_t v = (igraph_integer_t)(queue[head] / 2);
        bool through = queue[head++] % 2;
        uint32_t hops = walker->bound[through][v] + 1;
        bool next = through || is_via(walker, v);
        const igraph_vector_int_t *near = igraph_adjlist_get(&walker->near, v);
        for (igraph_integer_t i = 0; i < igraph_vector_int_size(near); i++) {
            igraph_integer_t w = VECTOR(*near)[i];
            if (walker->closed[w] || w == walker->b || walker->bound[next][w] != FAR)
                continue;
            walker->bound[next][w] = hops;
            queue[tail++] = 2 * (size_t)w + next;
        }
    }
    free(queue);
    for (size_t v = 0; v < n; v++)
        if (walker->bound[1][v] < walker->bound[0][v])
            walker->bound[0][v] = walker->bound[1][v];
}

static void walk_exact(path_walker *walker, size_t hop, bool through);

/* Takes the step to w, if a path of the wanted length can still come of it. */
static void step_to(path_walker *walker, size_t hop, igraph_integer_t w, bool through)
{
    size_t left = walker->length - hop;
    walker->walked[hop] = w;
    if (w == walker->b) {
        if (left == 0 && through)
            add_path(walker->task, walker->network, walker->walked, walker->length);
        return;
    }
    through = through || is_via(walker, w);
    if (left > 0 && walker->bound[!through][w] <= left)
        walk_exact(walker, hop, through);
}

static void walk_exact(path_walker *walker, size_t hop, bool through)
{
    igraph_integer_t v = walker->walked[hop];
    const igraph_vector_int_t *near = igraph_adjlist_get(&walker->near, v);
    walker->closed[v] = true;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(near); i++) {
        if (walker->task->paths->n == walker->enough || walker->budget == 0)
            break;
        walker->budget--;
        if (!walker->closed[VECTOR(*near)[i]])
            step_to(walker, hop + 1, VECTOR(*near)[i], through);
    }
    walker->closed[v] = false;
}

/* One length after the other until there are enough: all of the first length that has any, or k of any length. */
static ent_status walk_lengths(path_walker *walker, ent_error *err)
{
    const ent_path_options *options = &walker->task->options;
    ent_path_vec *paths = walker->task->paths;
    bool all = options->all_shortest && !options->k;
    walker->enough = all ? options->limit + 1 : options->k ? options->k : 1;
    walker->budget = STEP_BUDGET;
    walker->walked[0] = walker->a;
    for (size_t length = walker->bound[1][walker->a]; length <= options->max_hops; length++) {
        walker->length = length;
        walk_exact(walker, 0, false);
        if (paths->n == walker->enough || walker->budget == 0 || (paths->n && !options->k))
            break;
    }
    if (walker->budget == 0 && paths->n < walker->enough) {
        ent_fail(err, ENT_FAILED, "path", "too many ways to try");
        ent_error_hint(err, "narrow the search with --max-hops, --type or --kind");
        return ENT_FAILED;
    }
    *walker->task->capped = all && paths->n == walker->enough;
    paths->n -= *walker->task->capped;
    return ENT_OK;
}

static ent_status search_via(path_walker *walker, ent_error *err)
{
    ent_arena arena = {0};
    size_t n = walker->network->n_vertices;
    igraph_error_t code =
        igraph_adjlist_init(&walker->network->simple, &walker->near, IGRAPH_ALL, IGRAPH_NO_LOOPS, IGRAPH_NO_MULTIPLE);
    if (code)
        return ent_igraph_fail(err, code);
    walker->bound[0] = ENT_ARENA_NEW(&arena, uint32_t, n);
    walker->bound[1] = ENT_ARENA_NEW(&arena, uint32_t, n);
    walker->walked = ENT_ARENA_NEW(&arena, igraph_integer_t, walker->task->options.max_hops + 2);
    fill_bounds(walker);
    ent_status status = walk_lengths(walker, err);
    igraph_adjlist_destroy(&walker->near);
    ent_arena_clear(&arena);
    return status;
}

/* ---- the k shortest --------------------------------------------------------------------------------------------- */

/* A copy of the simple graph in which the avoided vertices have no edges; vertices keep their numbers. */
static igraph_error_t copy_open(const path_walker *walker, igraph_t *open)
{
    igraph_vector_int_t edges;
    igraph_error_t code = igraph_copy(open, &walker->network->simple);
    if (code)
        return code;
    ent_igraph_ints(&edges, 0);
    for (igraph_integer_t e = 0; e < igraph_ecount(open) && !code; e++)
        if (walker->closed[IGRAPH_FROM(open, e)] || walker->closed[IGRAPH_TO(open, e)])
            code = igraph_vector_int_push_back(&edges, e);
    if (!code)
        code = igraph_delete_edges(open, igraph_ess_vector(&edges));
    igraph_vector_int_destroy(&edges);
    if (code)
        igraph_destroy(open);
    return code;
}

/* Shorter first, then by the vertices, which are numbered by key. */
static int by_hops_and_keys(const igraph_vector_int_t *x, const igraph_vector_int_t *y)
{
    igraph_integer_t n = igraph_vector_int_size(x), m = igraph_vector_int_size(y);
    if (n != m)
        return n < m ? -1 : 1;
    for (igraph_integer_t i = 0; i < n; i++)
        if (VECTOR(*x)[i] != VECTOR(*y)[i])
            return VECTOR(*x)[i] < VECTOR(*y)[i] ? -1 : 1;
    return 0;
}

static ent_status search_k(path_walker *walker, ent_error *err)
{
    igraph_t open;
    igraph_vector_int_list_t found;
    igraph_error_t code = copy_open(walker, &open);
    if (code)
        return ent_igraph_fail(err, code);
    if (igraph_vector_int_list_init(&found, 0))
        ent_out_of_memory();
    code = igraph_get_k_shortest_paths(&open, NULL, &found, NULL, (igraph_integer_t)walker->task->options.k, walker->a,
                                       walker->b, IGRAPH_ALL);
    igraph_vector_int_list_sort(&found, by_hops_and_keys);
    for (igraph_integer_t i = 0; i < igraph_vector_int_list_size(&found) && !code; i++) {
        const igraph_vector_int_t *walked = igraph_vector_int_list_get_ptr(&found, i);
        size_t n = (size_t)igraph_vector_int_size(walked);
        if (n > 1 && n - 1 <= walker->task->options.max_hops)
            add_path(walker->task, walker->network, igraph_vector_int_get_ptr(walked, 0), n - 1);
    }
    igraph_vector_int_list_destroy(&found);
    igraph_destroy(&open);
    return code ? ent_igraph_fail(err, code) : ENT_OK;
}

static void close_avoided(path_walker *walker)
{
    for (size_t i = 0; i < walker->task->options.n_avoid; i++) {
        ent_vertex vertex;
        bool known = ent_network_find(walker->network, walker->task->options.avoid[i], &vertex);
        if (known && vertex.index != walker->a && vertex.index != walker->b)
            walker->closed[vertex.index] = true;
    }
}

ent_status ent_search_alternatives(const ent_path_task *task, ent_error *err)
{
    ent_network *network;
    ent_vertex a, b;
    ent_status status = ent_network_load(task->store, task->selection, &network, err);
    if (status)
        return status;
    bool known = ent_network_find(network, task->a, &a) && ent_network_find(network, task->b, &b);
    if (known && a.index != b.index) {
        path_walker walker = {.task = task, .network = network, .a = a.index, .b = b.index};
        walker.closed = ent_heap_resize(NULL, network->n_vertices * sizeof *walker.closed);
        for (size_t v = 0; v < network->n_vertices; v++)
            walker.closed[v] = false;
        close_avoided(&walker);
        status = task->options.via ? search_via(&walker, err) : search_k(&walker, err);
        free(walker.closed);
    }
    ent_network_free(network);
    return status;
}
