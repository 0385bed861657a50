/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for paths against the enumeration of all simple paths on small random graphs. */
#include "core/network/path.h"
#include "tests/support/small_graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MAX_N = 9, MAX_EDGES = 40, MAX_PATHS = 200000 };

static const char *const DATABASE = "path_test.db";

typedef struct slow_path {
    size_t n_hops;
    uint8_t nodes[MAX_N];
} slow_path;

typedef struct slow_graph {
    uint32_t n;
    ent_kind kinds[MAX_N];
    uint8_t order[MAX_N]; /* rank of the node's key */
    small_edge edges[MAX_EDGES];
    size_t n_edges;
    bool near[MAX_N][MAX_N];
    ent_store *store;
    ent_entity_id ids[MAX_N];
} slow_graph;

typedef struct slow_answer {
    slow_path paths[MAX_PATHS];
    size_t n;
} slow_answer;

static void enumerate(const slow_graph *g, slow_path *walked, uint32_t b, uint32_t closed, slow_answer *answer)
{
    uint32_t here = walked->nodes[walked->n_hops];
    if (here == b) {
        assert_true(answer->n < MAX_PATHS);
        answer->paths[answer->n++] = *walked;
        return;
    }
    for (uint32_t next = 0; next < g->n; next++) {
        if (!g->near[here][next] || closed >> next & 1)
            continue;
        walked->nodes[++walked->n_hops] = (uint8_t)next;
        enumerate(g, walked, b, closed | 1u << next, answer);
        walked->n_hops--;
    }
}

static const slow_graph *sorting; /* qsort has no context */

static int by_length_and_key(const void *x, const void *y)
{
    const slow_path *a = x, *b = y;
    if (a->n_hops != b->n_hops)
        return a->n_hops < b->n_hops ? -1 : 1;
    for (size_t i = 0; i <= a->n_hops; i++)
        if (a->nodes[i] != b->nodes[i])
            return sorting->order[a->nodes[i]] < sorting->order[b->nodes[i]] ? -1 : 1;
    return 0;
}

static bool runs_via(const slow_graph *g, const slow_path *path, ent_kinds via)
{
    for (size_t i = 1; i < path->n_hops; i++)
        if (ent_kinds_has(via, g->kinds[path->nodes[i]]))
            return true;
    return !via;
}

/* All simple paths that avoid the closed nodes, run via a kind and are not too long, in the documented order. */
static void slow_search(const slow_graph *g, uint32_t a, uint32_t b, uint32_t closed, ent_kinds via, size_t max_hops,
                        slow_answer *answer)
{
    slow_path walked = {.n_hops = 0, .nodes = {(uint8_t)a}};
    size_t kept = 0;
    answer->n = 0;
    enumerate(g, &walked, b, closed | 1u << a, answer);
    for (size_t i = 0; i < answer->n; i++)
        if (answer->paths[i].n_hops <= max_hops && runs_via(g, &answer->paths[i], via))
            answer->paths[kept++] = answer->paths[i];
    answer->n = kept;
    sorting = g;
    qsort(answer->paths, answer->n, sizeof answer->paths[0], by_length_and_key);
}

static void make_graph(slow_graph *g, uint64_t *state)
{
    static const ent_kind some[] = {ENT_TOPIC, ENT_FORUM, ENT_INSTRUMENT};
    *g = (slow_graph){.n = 3 + small_random(state, MAX_N - 2)};
    for (uint32_t i = 0; i < g->n; i++)
        g->kinds[i] = some[small_random(state, 3)];
    g->n_edges = g->n - 2 + small_random(state, 2 * g->n);
    for (size_t i = 0; i < g->n_edges; i++) {
        uint32_t s = small_random(state, g->n), t = (s + 1 + small_random(state, g->n - 1)) % g->n;
        g->edges[i] = (small_edge){s, t, small_random(state, 3) ? ENT_CONTRIBUTES_TO : ENT_HINDERS,
                                   1 + small_random(state, 2), ENT_AFFIRMED};
        g->near[s][t] = g->near[t][s] = true;
    }
    for (uint32_t i = 0; i < g->n; i++)
        for (uint32_t k = 0; k < g->n; k++) {
            int kinds = ent_str_cmp(ent_str_from(ent_kind_name(g->kinds[k])), ent_str_from(ent_kind_name(g->kinds[i])));
            g->order[i] += kinds < 0 || (kinds == 0 && k < i);
        }
    g->store = small_graph_open(DATABASE, g->kinds, g->n, g->edges, g->n_edges);
    for (uint32_t i = 0; i < g->n; i++)
        g->ids[i] = small_graph_entity(g->store, g->kinds, i);
}

static ent_path_vec search(const slow_graph *g, ent_arena *arena, uint32_t a, uint32_t b, ent_path_options options,
                           bool *capped)
{
    ent_path_vec paths;
    ent_error err = {0};
    ent_selection all = ent_selection_all();
    if (ent_path_search(g->store, arena, &all, g->ids[a], g->ids[b], &options, &paths, capped, &err))
        fail_msg("%s: %s", err.what, err.why);
    return paths;
}

static uint32_t evidence_between(const slow_graph *g, uint32_t s, uint32_t t, ent_relation_type type)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < g->n_edges; i++)
        if (g->edges[i].source == s && g->edges[i].target == t && g->edges[i].type == type)
            sum += g->edges[i].evidence;
    return sum;
}

/* The edge of a hop joins its ends, and no other one between them has more evidence. */
static void expect_edge(const slow_graph *g, uint32_t from, uint32_t to, const ent_edge_row *edge)
{
    bool forward = edge->source.row == g->ids[from].row;
    assert_int_equal((forward ? edge->source : edge->target).row, g->ids[from].row);
    assert_int_equal((forward ? edge->target : edge->source).row, g->ids[to].row);
    assert_int_equal(edge->evidence, evidence_between(g, forward ? from : to, forward ? to : from, edge->type));
    for (int reverse = 0; reverse < 2; reverse++)
        for (int type = 0; type < ENT_N_RELATION_TYPES; type++)
            assert_true(edge->evidence >= (int64_t)evidence_between(g, reverse ? to : from, reverse ? from : to,
                                                                    (ent_relation_type)type));
}

static void expect_path(const slow_graph *g, const ent_path *path, const slow_path *expected)
{
    assert_int_equal(path->n_hops, expected->n_hops);
    for (size_t i = 0; i <= path->n_hops; i++)
        assert_int_equal(path->nodes[i].row, g->ids[expected->nodes[i]].row);
    for (size_t i = 0; i < path->n_hops; i++)
        expect_edge(g, expected->nodes[i], expected->nodes[i + 1], &path->edges[i]);
}

static size_t n_shortest(const slow_answer *answer)
{
    size_t n = 0;
    while (n < answer->n && answer->paths[n].n_hops == answer->paths[0].n_hops)
        n++;
    return n;
}

static void expect_shortest(const slow_graph *g, uint32_t a, uint32_t b, ent_path_options options,
                            const slow_answer *answer)
{
    ent_arena arena = {0};
    bool capped;
    ent_path_vec paths = search(g, &arena, a, b, options, &capped);
    assert_int_equal(paths.n, answer->n > 0);
    assert_false(capped);
    if (paths.n)
        expect_path(g, &paths.items[0], &answer->paths[0]);
    size_t n = n_shortest(answer);
    options.all_shortest = true;
    for (options.limit = n ? n - 1 : 0; options.limit <= n; options.limit++) {
        paths = search(g, &arena, a, b, options, &capped);
        assert_int_equal(paths.n, n < options.limit ? n : options.limit);
        assert_int_equal(capped, n > options.limit);
        for (size_t i = 0; i < paths.n; i++)
            expect_path(g, &paths.items[i], &answer->paths[i]);
    }
    ent_arena_clear(&arena);
}

/* Lengths are given; which of equally long ones come last is not. Each must be among all simple paths, and no two
 * equal. */
static void expect_k(const slow_graph *g, uint32_t a, uint32_t b, ent_path_options options, const slow_answer *answer)
{
    ent_arena arena = {0};
    bool capped;
    size_t at = 0;
    ent_path_vec paths = search(g, &arena, a, b, options, &capped);
    assert_int_equal(paths.n, answer->n < options.k ? answer->n : options.k);
    for (size_t i = 0; i < paths.n; i++) {
        bool same = false;
        assert_int_equal(paths.items[i].n_hops, answer->paths[i].n_hops);
        for (; at < answer->n && !same; at++) {
            same = answer->paths[at].n_hops == paths.items[i].n_hops;
            for (size_t k = 0; k <= paths.items[i].n_hops && same; k++)
                same = paths.items[i].nodes[k].row == g->ids[answer->paths[at].nodes[k]].row;
        }
        assert_true(same);
        expect_path(g, &paths.items[i], &answer->paths[at - 1]);
    }
    ent_arena_clear(&arena);
}

static void test_random_graphs(void **unused)
{
    (void)unused;
    static slow_graph g;
    static slow_answer answer;
    uint64_t state = 11;
    for (int round = 0; round < 150; round++) {
        make_graph(&g, &state);
        uint32_t a = small_random(&state, g.n), b = (a + 1 + small_random(&state, g.n - 1)) % g.n;
        uint32_t avoided = small_random(&state, g.n);
        bool avoids = round % 3 == 0 && avoided != a && avoided != b;
        ent_path_options options = {
            .max_hops = 2 + small_random(&state, 6), .avoid = &g.ids[avoided], .n_avoid = avoids};
        uint32_t closed = avoids ? 1u << avoided : 0;
        slow_search(&g, a, b, closed, 0, options.max_hops, &answer);
        expect_shortest(&g, a, b, options, &answer);
        options.k = 1 + small_random(&state, 6);
        expect_k(&g, a, b, options, &answer);
        options.via = ENT_KIND_BIT(ENT_FORUM);
        slow_search(&g, a, b, closed, options.via, options.max_hops, &answer);
        expect_k(&g, a, b, options, &answer);
        options.k = 0;
        expect_shortest(&g, a, b, options, &answer);
        small_graph_close(g.store, DATABASE);
    }
}

static void test_same_entity(void **unused)
{
    (void)unused;
    static slow_graph g;
    ent_arena arena = {0};
    uint64_t state = 5;
    bool capped;
    make_graph(&g, &state);
    ent_path_vec paths = search(&g, &arena, 0, 0, (ent_path_options){0}, &capped);
    assert_int_equal(paths.n, 1);
    assert_int_equal(paths.items[0].n_hops, 0);
    assert_int_equal(paths.items[0].nodes[0].row, g.ids[0].row);
    ent_arena_clear(&arena);
    small_graph_close(g.store, DATABASE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_graphs),
        cmocka_unit_test(test_same_entity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
