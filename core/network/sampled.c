/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources are taken at even distances in the order of keys. Keys begin with the kind, so every kind is sampled in its
 * proportion, and no random generator decides what the answer is. */
#include "core/network/sampled.h"

#include <math.h>
#include <stdlib.h>

/* Vertices and edges looked at: some 4·10^7 a second while the network fits the caches, 10^7 beyond. */
static const double EXACT_VISITS = 1e8, SAMPLED_VISITS = 4e7;
enum { MIN_SOURCES = 32, MAX_SOURCES = 256 };

size_t ent_sampled_sources(const ent_network *network)
{
    double size = (double)network->n_vertices + (double)network->n_pairs;
    if ((double)network->n_vertices * size <= EXACT_VISITS)
        return 0;
    double affordable = SAMPLED_VISITS / size;
    double n = affordable < MIN_SOURCES ? MIN_SOURCES : affordable > MAX_SOURCES ? MAX_SOURCES : affordable;
    return (size_t)n;
}

static igraph_integer_t source_at(const ent_network *network, size_t n_sources, size_t i)
{
    return (igraph_integer_t)((2 * i + 1) * network->n_vertices / (2 * n_sources));
}

static void copy_values(const igraph_vector_t *from, double *values, double factor)
{
    for (igraph_integer_t v = 0; v < igraph_vector_size(from); v++)
        values[v] = VECTOR(*from)[v] * factor;
}

static igraph_error_t betweenness_of(const ent_network *network, size_t n_sources, igraph_vector_t *result)
{
    if (!n_sources)
        return igraph_betweenness(&network->simple, result, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
    igraph_vector_int_t sources;
    ent_igraph_ints(&sources, n_sources);
    for (size_t i = 0; i < n_sources; i++)
        VECTOR(sources)[i] = source_at(network, n_sources, i);
    igraph_error_t code = igraph_betweenness_subset(&network->simple, result, igraph_vss_all(), IGRAPH_UNDIRECTED,
                                                    igraph_vss_vector(&sources), igraph_vss_all(), NULL);
    igraph_vector_int_destroy(&sources);
    return code;
}

igraph_error_t ent_sampled_betweenness(const ent_network *network, size_t n_sources, double *values)
{
    igraph_vector_t result;
    ent_igraph_reals(&result, 0);
    igraph_error_t code = betweenness_of(network, n_sources, &result);
    double n = (double)network->n_vertices, pairs = (n - 1) * (n - 2) / 2;
    double scale = n_sources ? n / (double)n_sources : 1;
    if (!code)
        copy_values(&result, values, pairs > 0 ? scale / pairs : 0);
    igraph_vector_destroy(&result);
    return code;
}

static igraph_error_t exact_closeness(const ent_network *network, double *values)
{
    igraph_vector_t result;
    igraph_vector_int_t reached;
    igraph_bool_t all;
    ent_igraph_reals(&result, 0);
    ent_igraph_ints(&reached, 0);
    igraph_error_t code =
        igraph_closeness(&network->simple, &result, &reached, &all, igraph_vss_all(), IGRAPH_ALL, NULL, true);
    for (size_t v = 0; v < network->n_vertices && !code; v++)
        values[v] = VECTOR(result)[v] * (double)VECTOR(reached)[v] / (double)(network->n_vertices - 1);
    igraph_vector_int_destroy(&reached);
    igraph_vector_destroy(&result);
    return code;
}

/* What the sampled sources say of each vertex: how many reach it, and the sums of distances and of their inverses. */
typedef struct source_sums {
    double *reached, *distance, *inverse;
} source_sums;

static void add_row(const igraph_matrix_t *row, igraph_integer_t source, source_sums *sums)
{
    for (igraph_integer_t v = 0; v < igraph_matrix_ncol(row); v++) {
        double distance = MATRIX(*row, 0, v);
        if (v == source || !isfinite(distance))
            continue;
        sums->reached[v]++;
        sums->distance[v] += distance;
        sums->inverse[v] += 1 / distance;
    }
}

/* One source at a time: all of them at once would be a matrix of gigabytes. */
static igraph_error_t sum_distances(const ent_network *network, size_t n_sources, source_sums *sums)
{
    igraph_matrix_t row;
    igraph_error_t code = igraph_matrix_init(&row, 0, 0);
    if (code)
        return code;
    for (size_t i = 0; i < n_sources && !code; i++) {
        igraph_integer_t source = source_at(network, n_sources, i);
        code = igraph_distances(&network->simple, &row, igraph_vss_1(source), igraph_vss_all(), IGRAPH_ALL);
        if (!code)
            add_row(&row, source, sums);
    }
    igraph_matrix_destroy(&row);
    return code;
}

static igraph_error_t component_sizes(const ent_network *network, double *sizes)
{
    igraph_vector_int_t member, size;
    ent_igraph_ints(&member, 0);
    ent_igraph_ints(&size, 0);
    igraph_error_t code = igraph_connected_components(&network->simple, &member, &size, NULL, IGRAPH_WEAK);
    for (size_t v = 0; v < network->n_vertices && !code; v++)
        sizes[v] = (double)VECTOR(size)[VECTOR(member)[v]];
    igraph_vector_int_destroy(&size);
    igraph_vector_int_destroy(&member);
    return code;
}

static double *zeros(ent_arena *arena, size_t n)
{
    return ENT_ARENA_NEW(arena, double, n + 1);
}

static igraph_error_t estimate_closeness(const ent_network *network, size_t n_sources, double *values)
{
    ent_arena arena = {0};
    size_t n = network->n_vertices;
    source_sums sums = {zeros(&arena, n), zeros(&arena, n), zeros(&arena, n)};
    double *sizes = zeros(&arena, n);
    igraph_error_t code = sum_distances(network, n_sources, &sums);
    if (!code)
        code = component_sizes(network, sizes);
    for (size_t v = 0; v < n && !code; v++) {
        double mean = sums.distance[v] / sums.reached[v]; /* 0 / 0 where no source reaches it */
        values[v] = (sizes[v] - 1) / (double)(n - 1) / mean;
    }
    ent_arena_clear(&arena);
    return code;
}

igraph_error_t ent_sampled_closeness(const ent_network *network, size_t n_sources, double *values)
{
    return n_sources ? estimate_closeness(network, n_sources, values) : exact_closeness(network, values);
}

static igraph_error_t exact_harmonic(const ent_network *network, double *values)
{
    igraph_vector_t result;
    ent_igraph_reals(&result, 0);
    igraph_error_t code =
        igraph_harmonic_centrality(&network->simple, &result, igraph_vss_all(), IGRAPH_ALL, NULL, true);
    if (!code)
        copy_values(&result, values, 1);
    igraph_vector_destroy(&result);
    return code;
}

static bool is_source(const ent_network *network, size_t n_sources, size_t v)
{
    size_t i = v * n_sources / network->n_vertices; /* the only one that can fall on it */
    return source_at(network, n_sources, i) == (igraph_integer_t)v;
}

static igraph_error_t estimate_harmonic(const ent_network *network, size_t n_sources, double *values)
{
    ent_arena arena = {0};
    size_t n = network->n_vertices;
    source_sums sums = {zeros(&arena, n), zeros(&arena, n), zeros(&arena, n)};
    igraph_error_t code = sum_distances(network, n_sources, &sums);
    for (size_t v = 0; v < n && !code; v++)
        values[v] = sums.inverse[v] / (double)(n_sources - is_source(network, n_sources, v));
    ent_arena_clear(&arena);
    return code;
}

igraph_error_t ent_sampled_harmonic(const ent_network *network, size_t n_sources, double *values)
{
    return n_sources ? estimate_harmonic(network, n_sources, values) : exact_harmonic(network, values);
}
