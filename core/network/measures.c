/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/measures.h"

#include "core/network/sampled.h"

#include <math.h>

static const char *const names[ENT_N_MEASURES] = {
    [ENT_DEGREE] = "degree",       [ENT_STRENGTH] = "strength", [ENT_BETWEENNESS] = "betweenness",
    [ENT_CLOSENESS] = "closeness", [ENT_HARMONIC] = "harmonic", [ENT_EIGENVECTOR] = "eigenvector",
    [ENT_PAGERANK] = "pagerank",   [ENT_HUB] = "hub",           [ENT_AUTHORITY] = "authority",
    [ENT_CORENESS] = "coreness",
};

static const double DAMPING = 0.85;

const char *ent_measure_name(ent_measure measure)
{
    return names[measure];
}

bool ent_measure_find(ent_str name, ent_measure *out)
{
    for (int measure = 0; measure < ENT_N_MEASURES; measure++)
        if (ent_str_is_nocase(name, names[measure])) {
            *out = (ent_measure)measure;
            return true;
        }
    return false;
}

bool ent_measure_is_count(ent_measure measure)
{
    return measure == ENT_DEGREE || measure == ENT_STRENGTH || measure == ENT_CORENESS;
}

static void sum_strength(const ent_network *network, double *values)
{
    for (size_t v = 0; v < network->n_vertices; v++)
        values[v] = 0;
    for (size_t i = 0; i < network->n_edges; i++) {
        const ent_edge_row *edge = &network->edges[i];
        values[ent_network_source(network, edge)] += (double)edge->evidence;
        values[ent_network_target(network, edge)] += (double)edge->evidence;
    }
}

/* degree and coreness: whole numbers from igraph */
static igraph_error_t count_values(const ent_network *network, ent_measure measure, double *values)
{
    igraph_vector_int_t result;
    igraph_error_t code;
    ent_igraph_ints(&result, 0);
    if (measure == ENT_DEGREE)
        code = igraph_degree(&network->simple, &result, igraph_vss_all(), IGRAPH_ALL, IGRAPH_NO_LOOPS);
    else
        code = igraph_coreness(&network->simple, &result, IGRAPH_ALL);
    for (size_t v = 0; v < network->n_vertices && !code; v++)
        values[v] = (double)VECTOR(result)[v];
    igraph_vector_int_destroy(&result);
    return code;
}

/* The simple directed graph: each ordered pair once, symmetric relations both ways. */
static igraph_error_t make_directed(const ent_network *network, igraph_t *directed)
{
    igraph_vector_int_t ends;
    igraph_integer_t n = 0;
    ent_igraph_ints(&ends, 4 * network->n_edges);
    for (size_t i = 0; i < network->n_edges; i++) {
        const ent_edge_row *edge = &network->edges[i];
        igraph_integer_t source = ent_network_source(network, edge), target = ent_network_target(network, edge);
        VECTOR(ends)[n++] = source;
        VECTOR(ends)[n++] = target;
        if (ent_relation_is_symmetric(edge->type)) {
            VECTOR(ends)[n++] = target;
            VECTOR(ends)[n++] = source;
        }
    }
    igraph_error_t code = igraph_vector_int_resize(&ends, n);
    if (!code)
        code = igraph_create(directed, &ends, (igraph_integer_t)network->n_vertices, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    if (code)
        return code;
    code = igraph_simplify(directed, true, true, NULL);
    if (code)
        igraph_destroy(directed);
    return code;
}

static igraph_error_t spectral_on(const igraph_t *graph, ent_measure measure, igraph_vector_t *result)
{
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    switch (measure) {
    case ENT_EIGENVECTOR:
        return igraph_eigenvector_centrality(graph, result, NULL, IGRAPH_UNDIRECTED, true, NULL, &options);
    case ENT_HUB:
        return igraph_hub_and_authority_scores(graph, result, NULL, NULL, true, NULL, &options);
    case ENT_AUTHORITY:
        return igraph_hub_and_authority_scores(graph, NULL, result, NULL, true, NULL, &options);
    default:
        return igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, result, NULL, igraph_vss_all(), IGRAPH_DIRECTED,
                               DAMPING, NULL, NULL);
    }
}

static igraph_error_t spectral_values(const ent_network *network, ent_measure measure, double *values)
{
    igraph_t directed;
    bool undirected = measure == ENT_EIGENVECTOR;
    igraph_error_t code = undirected ? IGRAPH_SUCCESS : make_directed(network, &directed);
    if (code)
        return code;
    igraph_vector_t result;
    ent_igraph_reals(&result, 0);
    code = spectral_on(undirected ? &network->simple : &directed, measure, &result);
    for (size_t v = 0; v < network->n_vertices && !code; v++)
        values[v] = VECTOR(result)[v];
    igraph_vector_destroy(&result);
    if (!undirected)
        igraph_destroy(&directed);
    return code;
}

static igraph_error_t compute(const ent_network *network, ent_measure measure, double *values, size_t *n_sources)
{
    switch (measure) {
    case ENT_DEGREE:
    case ENT_CORENESS:
        return count_values(network, measure, values);
    case ENT_STRENGTH:
        sum_strength(network, values);
        return IGRAPH_SUCCESS;
    case ENT_BETWEENNESS:
        return ent_sampled_betweenness(network, *n_sources = ent_sampled_sources(network), values);
    case ENT_CLOSENESS:
        return ent_sampled_closeness(network, *n_sources = ent_sampled_sources(network), values);
    case ENT_HARMONIC:
        return ent_sampled_harmonic(network, *n_sources = ent_sampled_sources(network), values);
    default:
        return spectral_values(network, measure, values);
    }
}

ent_status ent_network_measure(const ent_network *network, ent_measure measure, double *values, size_t *n_sources,
                               ent_error *err)
{
    *n_sources = 0;
    if (network->n_vertices == 0)
        return ENT_OK;
    ent_igraph_begin(); /* the same seed, whatever was measured before */
    igraph_error_t code = compute(network, measure, values, n_sources);
    if (code)
        return ent_igraph_fail(err, code);
    for (size_t v = 0; v < network->n_vertices; v++) {
        double value = round(values[v] * 1e12) / 1e12;
        values[v] = value == 0 ? 0 : value; /* no negative zero */
    }
    return ENT_OK;
}
