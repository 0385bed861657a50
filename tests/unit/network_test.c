/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every measure against a slow, obvious second way to compute it on small random graphs, and against published values.
 */
#include "core/network/measures.h"
#include "core/network/project.h"
#include "tests/support/small_graph.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MAX_N = 40, MAX_EDGES = 200, FAR = 1000 };

static const char *const DATABASE = "network_test.db";

/* ---- the slow second way ---------------------------------------------------------------------------------------- */

typedef struct matrix {
    uint32_t n;
    bool arc[MAX_N][MAX_N];  /* as the relations run */
    bool edge[MAX_N][MAX_N]; /* either way */
    double distance[MAX_N][MAX_N], ways[MAX_N][MAX_N];
} matrix;

static void fill_matrix(matrix *m, uint32_t n, const small_edge *edges, size_t n_edges)
{
    memset(m, 0, sizeof *m);
    m->n = n;
    for (size_t i = 0; i < n_edges; i++) {
        uint32_t s = edges[i].source, t = edges[i].target;
        m->arc[s][t] = m->edge[s][t] = m->edge[t][s] = true;
        m->arc[t][s] = m->arc[t][s] || ent_relation_is_symmetric(edges[i].type);
    }
}

/* Distances by Floyd and Warshall, then shortest paths counted by increasing distance. */
static void fill_distances(matrix *m)
{
    uint32_t n = m->n;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < n; j++)
            m->distance[i][j] = i == j ? 0 : m->edge[i][j] ? 1 : FAR;
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = 0; j < n; j++)
                m->distance[i][j] = fmin(m->distance[i][j], m->distance[i][k] + m->distance[k][j]);
    for (uint32_t i = 0; i < n; i++)
        m->ways[i][i] = 1;
    for (uint32_t d = 1; d < n; d++)
        for (uint32_t i = 0; i < n; i++)
            for (uint32_t j = 0; j < n; j++)
                for (uint32_t k = 0; k < n && m->distance[i][j] == d; k++)
                    if (m->edge[k][j] && m->distance[i][k] == d - 1)
                        m->ways[i][j] += m->ways[i][k];
}

static double slow_betweenness(const matrix *m, uint32_t v)
{
    double sum = 0;
    for (uint32_t i = 0; i < m->n; i++)
        for (uint32_t j = i + 1; j < m->n; j++)
            if (i != v && j != v && m->distance[i][j] < FAR &&
                m->distance[i][v] + m->distance[v][j] == m->distance[i][j])
                sum += m->ways[i][v] * m->ways[v][j] / m->ways[i][j];
    return sum / ((m->n - 1.0) * (m->n - 2.0) / 2);
}

static double slow_closeness(const matrix *m, uint32_t v, bool harmonic)
{
    double reached = 0, sum = 0, inverse = 0;
    for (uint32_t i = 0; i < m->n; i++)
        if (i != v && m->distance[v][i] < FAR) {
            reached++;
            sum += m->distance[v][i];
            inverse += 1 / m->distance[v][i];
        }
    return harmonic ? inverse / (m->n - 1) : reached / (m->n - 1) * reached / sum;
}

/* The largest k for which v survives the repeated removal of all with fewer than k neighbours. */
static double slow_coreness(const matrix *m, uint32_t v)
{
    for (uint32_t k = m->n; k > 0; k--) {
        bool gone[MAX_N] = {false}, changed = true;
        while (changed) {
            changed = false;
            for (uint32_t i = 0; i < m->n; i++) {
                uint32_t near = 0;
                for (uint32_t j = 0; j < m->n; j++)
                    near += m->edge[i][j] && !gone[j];
                if (!gone[i] && near < k)
                    gone[i] = changed = true;
            }
        }
        if (!gone[v])
            return k;
    }
    return 0;
}

static void scale_to_largest(double *x, uint32_t n)
{
    double largest = 0;
    for (uint32_t i = 0; i < n; i++)
        largest = fmax(largest, x[i]);
    for (uint32_t i = 0; i < n; i++)
        x[i] /= largest;
}

/* Power iteration of A + I (eigenvector), A·Aᵀ (hub) or Aᵀ·A (authority). */
static void slow_eigen(const matrix *m, ent_measure measure, double *x)
{
    for (uint32_t i = 0; i < m->n; i++)
        x[i] = 1;
    for (int round = 0; round < 4000; round++) {
        double half[MAX_N] = {0}, next[MAX_N] = {0};
        for (uint32_t i = 0; i < m->n; i++)
            for (uint32_t j = 0; j < m->n; j++)
                half[i] += measure == ENT_EIGENVECTOR ? (m->edge[i][j] || i == j) * x[j]
                           : measure == ENT_HUB       ? m->arc[j][i] * x[j]
                                                      : m->arc[i][j] * x[j];
        for (uint32_t i = 0; i < m->n; i++)
            for (uint32_t j = 0; j < m->n; j++)
                next[i] += measure == ENT_HUB ? m->arc[i][j] * half[j] : m->arc[j][i] * half[j];
        memcpy(x, measure == ENT_EIGENVECTOR ? half : next, sizeof half);
        scale_to_largest(x, m->n);
    }
}

static void slow_pagerank(const matrix *m, double *x)
{
    for (uint32_t i = 0; i < m->n; i++)
        x[i] = 1.0 / m->n;
    for (int round = 0; round < 500; round++) {
        double next[MAX_N] = {0}, lost = 0;
        for (uint32_t i = 0; i < m->n; i++) {
            uint32_t out = 0;
            for (uint32_t j = 0; j < m->n; j++)
                out += m->arc[i][j];
            lost += out ? 0 : x[i];
            for (uint32_t j = 0; j < m->n; j++)
                next[j] += m->arc[i][j] ? x[i] / out : 0;
        }
        for (uint32_t i = 0; i < m->n; i++)
            x[i] = 0.15 / m->n + 0.85 * (next[i] + lost / m->n);
    }
}

static double slow_strength(const small_edge *edges, size_t n_edges, uint32_t v)
{
    double sum = 0;
    for (size_t i = 0; i < n_edges; i++)
        if (edges[i].source == v || edges[i].target == v)
            sum += edges[i].evidence ? edges[i].evidence : 1;
    return sum;
}

/* ---- comparison ------------------------------------------------------------------------------------------------- */

static ent_network *load(ent_store *store)
{
    ent_error err = {0};
    ent_network *network = NULL;
    ent_selection all = ent_selection_all();
    if (ent_network_load(store, &all, &network, &err))
        fail_msg("%s: %s", err.what, err.why);
    return network;
}

static void measure(const ent_network *network, ent_measure which, double *values)
{
    ent_error err = {0};
    size_t n_sources;
    if (ent_network_measure(network, which, values, &n_sources, &err))
        fail_msg("%s: %s: %s", ent_measure_name(which), err.what, err.why);
    assert_int_equal(n_sources, 0);
}

static void expect(const ent_network *network, ent_measure which, const double *expected)
{
    double values[MAX_N];
    measure(network, which, values);
    for (size_t v = 0; v < ent_network_n_vertices(network); v++)
        if (fabs(values[v] - expected[v]) > 1e-7)
            fail_msg("%s of vertex %zu: %.12g, expected %.12g", ent_measure_name(which), v, values[v], expected[v]);
}

static void expect_all(const ent_network *network, matrix *m, const small_edge *edges, size_t n_edges)
{
    double expected[ENT_N_MEASURES][MAX_N] = {0};
    fill_distances(m);
    for (uint32_t v = 0; v < m->n; v++) {
        for (uint32_t j = 0; j < m->n; j++)
            expected[ENT_DEGREE][v] += m->edge[v][j];
        expected[ENT_STRENGTH][v] = slow_strength(edges, n_edges, v);
        expected[ENT_BETWEENNESS][v] = slow_betweenness(m, v);
        expected[ENT_CLOSENESS][v] = slow_closeness(m, v, false);
        expected[ENT_HARMONIC][v] = slow_closeness(m, v, true);
        expected[ENT_CORENESS][v] = slow_coreness(m, v);
    }
    slow_pagerank(m, expected[ENT_PAGERANK]);
    slow_eigen(m, ENT_EIGENVECTOR, expected[ENT_EIGENVECTOR]);
    slow_eigen(m, ENT_HUB, expected[ENT_HUB]);
    slow_eigen(m, ENT_AUTHORITY, expected[ENT_AUTHORITY]);
    for (int which = 0; which < ENT_N_MEASURES; which++)
        expect(network, (ent_measure)which, expected[which]);
}

/* A tree that holds it together, then edges at random: parallel ones of another type and both directions among them. */
static size_t random_edges(uint64_t *state, uint32_t n, size_t n_edges, small_edge *edges)
{
    for (size_t i = 0; i < n_edges; i++) {
        uint32_t s = i + 1 < n ? (uint32_t)i + 1 : small_random(state, n);
        uint32_t t = i + 1 < n ? small_random(state, (uint32_t)i + 1) : small_random(state, n);
        ent_relation_type type = small_random(state, 4) ? ENT_CONTRIBUTES_TO : ENT_COMPLEMENTS;
        bool symmetric_order = type == ENT_COMPLEMENTS && s > t;
        edges[i] = (small_edge){.source = symmetric_order ? t : s,
                                .target = symmetric_order ? s : t,
                                .type = type,
                                .evidence = 1 + small_random(state, 3)};
        if (s == t)
            edges[i] = (small_edge){.source = 0, .target = 1, .type = ENT_HINDERS, .evidence = 1};
    }
    return n_edges;
}

static void test_random_graphs(void **unused)
{
    (void)unused;
    uint64_t state = 7;
    for (int round = 0; round < 12; round++) {
        static small_edge edges[MAX_EDGES];
        static matrix m;
        uint32_t n = 4 + small_random(&state, 20);
        size_t n_edges = random_edges(&state, n, n - 1 + small_random(&state, 3 * n), edges);
        ent_store *store = small_graph_open(DATABASE, NULL, n, edges, n_edges);
        ent_network *network = load(store);
        assert_int_equal(ent_network_n_vertices(network), n);
        fill_matrix(&m, n, edges, n_edges);
        expect_all(network, &m, edges, n_edges);
        ent_network_free(network);
        small_graph_close(store, DATABASE);
    }
}

/* Two components: what the disconnected case is documented to give. */
static void test_two_components(void **unused)
{
    (void)unused;
    small_edge edges[] = {{0, 1, ENT_COMPLEMENTS, 1, 0}, {1, 2, ENT_COMPLEMENTS, 1, 0}, {3, 4, ENT_COMPLEMENTS, 5, 0}};
    static matrix m;
    ent_store *store = small_graph_open(DATABASE, NULL, 6, edges, 3); /* the sixth is isolated: left out */
    ent_network *network = load(store);
    assert_int_equal(ent_network_n_vertices(network), 5);
    fill_matrix(&m, 5, edges, 3);
    fill_distances(&m);
    double closeness[5], harmonic[5], betweenness[5] = {0, 1.0 / 6, 0, 0, 0};
    for (uint32_t v = 0; v < 5; v++) {
        closeness[v] = slow_closeness(&m, v, false);
        harmonic[v] = slow_closeness(&m, v, true);
    }
    assert_true(fabs(closeness[1] - 0.5) < 1e-12);
    assert_true(fabs(closeness[3] - 0.25) < 1e-12);
    expect(network, ENT_CLOSENESS, closeness);
    expect(network, ENT_HARMONIC, harmonic);
    expect(network, ENT_BETWEENNESS, betweenness);
    expect(network, ENT_EIGENVECTOR, (double[]){sqrt(0.5), 1, sqrt(0.5), 0, 0});
    ent_network_free(network);
    small_graph_close(store, DATABASE);
}

/* Zachary 1977, doi:10.1086/jar.33.4.3629752; numbered from 1 there. */
static const uint8_t KARATE[][2] = {
    {2, 1},   {3, 1},   {3, 2},   {4, 1},   {4, 2},   {4, 3},   {5, 1},   {6, 1},   {7, 1},   {7, 5},
    {7, 6},   {8, 1},   {8, 2},   {8, 3},   {8, 4},   {9, 1},   {9, 3},   {10, 3},  {11, 1},  {11, 5},
    {11, 6},  {12, 1},  {13, 1},  {13, 4},  {14, 1},  {14, 2},  {14, 3},  {14, 4},  {17, 6},  {17, 7},
    {18, 1},  {18, 2},  {20, 1},  {20, 2},  {22, 1},  {22, 2},  {26, 24}, {26, 25}, {28, 3},  {28, 24},
    {28, 25}, {29, 3},  {30, 24}, {30, 27}, {31, 2},  {31, 9},  {32, 1},  {32, 25}, {32, 26}, {32, 29},
    {33, 3},  {33, 9},  {33, 15}, {33, 16}, {33, 19}, {33, 21}, {33, 23}, {33, 24}, {33, 30}, {33, 31},
    {33, 32}, {34, 9},  {34, 10}, {34, 14}, {34, 15}, {34, 16}, {34, 19}, {34, 20}, {34, 21}, {34, 23},
    {34, 24}, {34, 27}, {34, 28}, {34, 29}, {34, 30}, {34, 31}, {34, 32}, {34, 33}};
enum { N_KARATE = sizeof KARATE / sizeof KARATE[0] };

static ent_store *open_karate(void)
{
    small_edge edges[N_KARATE];
    for (size_t i = 0; i < N_KARATE; i++)
        edges[i] = (small_edge){.source = KARATE[i][1] - 1u, .target = KARATE[i][0] - 1u, .type = ENT_COMPLEMENTS};
    return small_graph_open(DATABASE, NULL, 34, edges, N_KARATE);
}

static void expect_published(const ent_network *network, ent_measure which, double first, double last, double tolerance)
{
    double values[MAX_N];
    measure(network, which, values);
    assert_true(fabs(values[0] - first) < tolerance);
    assert_true(fabs(values[33] - last) < tolerance);
}

static void test_karate(void **unused)
{
    (void)unused;
    ent_store *store = open_karate();
    ent_network *network = load(store);
    assert_int_equal(ent_network_n_vertices(network), 34);
    assert_int_equal(ent_network_n_edges(network), 78);
    expect_published(network, ENT_DEGREE, 16, 17, 1e-12);
    expect_published(network, ENT_BETWEENNESS, 0.437635, 0.304075, 1e-6);
    expect_published(network, ENT_CLOSENESS, 0.568966, 0.55, 1e-6);
    expect_published(network, ENT_EIGENVECTOR, 0.355483 / 0.373371, 1, 1e-4);
    expect_published(network, ENT_HUB, 0.355483 / 0.373371, 1, 1e-4);
    expect_published(network, ENT_PAGERANK, 0.0970, 0.1009, 1e-4);
    expect_published(network, ENT_CORENESS, 4, 4, 1e-12);
    ent_network_free(network);
    small_graph_close(store, DATABASE);
}

/* Breiger's case in small: three people (0-2), two groups (3, 4); 0 and 1 share both groups, 2 shares one. */
static void test_projection(void **unused)
{
    (void)unused;
    static const ent_kind kinds[] = {ENT_PERSON, ENT_PERSON, ENT_PERSON, ENT_TOPIC, ENT_TOPIC};
    small_edge edges[] = {
        {0, 3, ENT_CONTRIBUTES_TO, 1, 0}, {1, 3, ENT_CONTRIBUTES_TO, 1, 0}, {0, 4, ENT_CONTRIBUTES_TO, 1, 0},
        {1, 4, ENT_CONTRIBUTES_TO, 1, 0}, {2, 4, ENT_CONTRIBUTES_TO, 1, 0}, {0, 2, ENT_COOPERATES_WITH, 1, 0},
    };
    ent_store *store = small_graph_open(DATABASE, kinds, 5, edges, 6);
    ent_network *network = load(store), *people = NULL;
    assert_int_equal(ent_network_project(network, ENT_KIND_BIT(ENT_PERSON), &people, NULL), ENT_OK);
    assert_int_equal(ent_network_n_vertices(people), 3);
    assert_int_equal(ent_network_n_edges(people), 3);
    expect(people, ENT_STRENGTH, (double[]){3, 3, 2});
    expect(people, ENT_DEGREE, (double[]){2, 2, 2});
    assert_int_equal(ent_network_edge(people, 0)->evidence, 2);
    ent_network_free(people);
    ent_network_free(network);
    small_graph_close(store, DATABASE);
}

static void test_empty(void **unused)
{
    (void)unused;
    ent_store *store = small_graph_open(DATABASE, NULL, 2, NULL, 0);
    ent_network *network = load(store);
    assert_int_equal(ent_network_n_vertices(network), 0);
    for (int which = 0; which < ENT_N_MEASURES; which++)
        measure(network, (ent_measure)which, NULL);
    ent_network_free(network);
    small_graph_close(store, DATABASE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_graphs), cmocka_unit_test(test_two_components), cmocka_unit_test(test_karate),
        cmocka_unit_test(test_projection),    cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
