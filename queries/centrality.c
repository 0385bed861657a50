/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/network/measures.h"

#include "core/front/progress.h"
#include "core/network/project.h"
#include "queries/queries.h"

#include <math.h>
#include <stdlib.h>

enum { N_FIXED = 4, DEFAULT_TOP = 20 };

static const ent_option options[] = {
    {"measure", 0, "M[,M...]", "which measures (default: degree,betweenness,pagerank); the first one ranks"},
    {"top", 0, "N", "how many entities (default: 20; 0: all)"},
    {"on", 0, "KIND[,KIND...]",
     "among entities of these kinds only, joined where they share neighbours of other kinds"},
    {0}};

typedef struct measured {
    ent_measure measures[ENT_N_MEASURES];
    size_t n_measures;
    double *values[ENT_N_MEASURES];
} measured;

typedef struct ranked {
    uint32_t vertex;
    double value;
} ranked;

/* Larger first, what could not be measured last; vertices are numbered by key. */
static int by_value_and_key(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (isnan(x->value) != isnan(y->value))
        return isnan(x->value) ? 1 : -1;
    if (x->value != y->value && !isnan(x->value))
        return x->value > y->value ? -1 : 1;
    return x->vertex < y->vertex ? -1 : x->vertex > y->vertex;
}

static ent_status read_measures(const ent_context *context, measured *m, ent_error *err)
{
    const char *given = ent_context_option(context, "measure");
    ent_str rest = ent_str_from(given ? given : "degree,betweenness,pagerank"), word;
    while (ent_str_split(&rest, ENT_STR(","), &word)) {
        ent_measure measure;
        word = ent_str_trim(word);
        if (!ent_measure_find(word, &measure)) {
            ent_fail(err, ENT_USAGE, "--measure", "there is no measure '" ENT_STR_FMT "'", ENT_STR_ARG(word));
            ent_error_hint(err, "measures: degree strength betweenness closeness harmonic eigenvector pagerank hub "
                                "authority coreness");
            return ENT_USAGE;
        }
        bool known = false;
        for (size_t i = 0; i < m->n_measures; i++)
            known = known || m->measures[i] == measure;
        if (!known)
            m->measures[m->n_measures++] = measure;
    }
    return m->n_measures ? ENT_OK : ent_fail(err, ENT_USAGE, "--measure", "no measure is named");
}

/* The selected network, or its projection onto --on. */
static ent_status load(const ent_context *context, ent_network **network, ent_error *err)
{
    const char *on = ent_context_option(context, "on");
    ent_kinds kinds = 0;
    ent_status status = on ? ent_kinds_parse(ent_str_from(on), &kinds, err) : ENT_OK;
    if (!status)
        status = ent_network_load(context->store, &context->selection, network, err);
    if (status || !on)
        return status;
    ent_network *whole = *network;
    status = ent_network_project(whole, kinds, network, err);
    ent_network_free(whole);
    return status;
}

static ent_status measure_all(const ent_context *context, const ent_network *network, measured *m, ent_error *err)
{
    ent_progress progress = ent_progress_begin("measuring", context->quiet);
    ent_status status = ENT_OK;
    for (size_t i = 0; i < m->n_measures && !status; i++) {
        size_t n_sources = 0;
        ent_progress_step(&progress, i, m->n_measures);
        m->values[i] = ENT_ARENA_NEW(context->arena, double, ent_network_n_vertices(network) + 1);
        status = ent_network_measure(network, m->measures[i], m->values[i], &n_sources, err);
        if (!status && n_sources)
            ent_context_note(context, "%s is estimated from %zu of %zu entities as sources",
                             ent_measure_name(m->measures[i]), n_sources, ent_network_n_vertices(network));
        if (!status && context->interrupted())
            status = ENT_INTERRUPTED;
    }
    ent_progress_end(&progress);
    return status;
}

/* The columns are known only now: rank, key, kind, name and one for each measure. */
static ent_table *make_table(ent_arena *arena, const measured *m)
{
    static const ent_column fixed[N_FIXED] = {{.name = "rank", .help = "by the first measure; ties by key"},
                                              {.name = "key", .help = "of the entity"},
                                              {.name = "kind", .help = "of the entity"},
                                              {.name = "name", .help = "of the entity", .wide = true}};
    ent_column *columns = ENT_ARENA_NEW(arena, ent_column, N_FIXED + m->n_measures + 1);
    for (size_t i = 0; i < N_FIXED; i++)
        columns[i] = fixed[i];
    for (size_t i = 0; i < m->n_measures; i++)
        columns[N_FIXED + i] = (ent_column){.name = ent_measure_name(m->measures[i]), .help = "the measure"};
    return ent_table_new(arena, columns);
}

static void fill_table(const ent_context *context, const ent_network *network, const measured *m, size_t top)
{
    size_t n = ent_network_n_vertices(network);
    ranked *order = ENT_ARENA_NEW(context->arena, ranked, n + 1);
    for (size_t v = 0; v < n; v++)
        order[v] = (ranked){(uint32_t)v, m->values[0][v]};
    if (n)
        qsort(order, n, sizeof *order, by_value_and_key);
    for (size_t i = 0; i < n && i < top; i++) {
        const ent_entity_row *entity = ent_network_entity(network, (ent_vertex){order[i].vertex});
        ent_cell cells[N_FIXED + ENT_N_MEASURES] = {ent_cell_int((int64_t)i + 1), ent_cell_text(entity->key),
                                                    ent_cell_text(ent_str_from(ent_kind_name(entity->kind))),
                                                    ent_cell_text(entity->name)};
        for (size_t k = 0; k < m->n_measures; k++) {
            double value = m->values[k][order[i].vertex];
            cells[N_FIXED + k] =
                ent_measure_is_count(m->measures[k]) ? ent_cell_int((int64_t)value) : ent_cell_real(value);
        }
        ent_table_add(context->table, cells);
    }
    if (top < n)
        ent_context_note(context, "%zu of %zu entities are shown; --top 0 shows all", top, n);
}

static ent_status run(ent_context *context, ent_error *err)
{
    measured m = {0};
    ent_network *network = NULL;
    int64_t top;
    ent_status status = read_measures(context, &m, err);
    if (!status)
        status = ent_context_option_int(context, "top", 0, INT64_MAX, context->limit ? context->limit : DEFAULT_TOP,
                                        &top, err);
    if (!status)
        status = load(context, &network, err);
    if (!status)
        status = measure_all(context, network, &m, err);
    if (!status) {
        context->table = make_table(context->arena, &m);
        fill_table(context, network, &m, top ? (size_t)top : SIZE_MAX);
    }
    ent_network_free(network);
    return status;
}

const ent_command ent_command_centrality = {
    .name = "centrality",
    .summary = "who is central, by one measure or several",
    .usage = "centrality",
    .help = "Two entities joined by several relations are counted as joined once, by all measures but strength. "
            "pagerank, hub and authority follow relations from source to target (symmetric ones both ways), the "
            "others either way. N is the number of entities that have a selected relation; others are left out. "
            "On networks where the number of entities times that of entities and joined pairs passes 100 million, "
            "betweenness, closeness and harmonic are estimated from evenly spaced sources, and a note says so.\n\n"
            "degree: number of neighbours, not normalized (Freeman 1978, doi:10.1016/0378-8733(78)90021-7)\n"
            "strength: sum of the evidence of its relations, not normalized; in a projection, of the neighbours "
            "shared (Barrat et al. 2004, doi:10.1073/pnas.0400087101)\n"
            "betweenness: share of the shortest paths between two others that run through it, averaged over the "
            "(N-1)(N-2)/2 pairs of others, 0 to 1 (Freeman 1977, doi:10.2307/3033543; sampling: Brandes and Pich "
            "2007, doi:10.1142/S0218127407018403)\n"
            "closeness: r/(N-1) times r/(sum of distances) to the r entities it reaches, 0 to 1 (Wasserman and "
            "Faust 1994, p. 201)\n"
            "harmonic: sum of 1/distance to all others, divided by N-1, 0 to 1; out of reach adds 0 (Marchiori "
            "and Latora 2000, doi:10.1016/S0378-4371(00)00311-3)\n"
            "eigenvector: counts as much as its neighbours do, the largest value is 1, 0 outside the dominant "
            "component (Bonacich 1972, doi:10.1080/0022250X.1972.9989806)\n"
            "pagerank: share of time a random walk along the relations spends there, damping 0.85, all add up to "
            "1 (Brin and Page 1998, doi:10.1016/S0169-7552(98)00110-X)\n"
            "hub, authority: points to good authorities, is pointed to by good hubs, the largest value is 1 "
            "(Kleinberg 1999, doi:10.1145/324133.324140)\n"
            "coreness: largest k such that it belongs to a part in which all have at least k neighbours, not "
            "normalized (Seidman 1983, doi:10.1016/0378-8733(83)90028-X)\n\n"
            "--on K measures the one-mode projection onto the kinds K: two entities of these kinds are joined "
            "when they share a neighbour of another kind (Breiger 1974, doi:10.2307/2576011). --on state,bloc "
            "shows who meets whom.",
    .options = options,
    .empty = "there is no relation to measure",
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION | ENT_NEEDS_FORMAT,
    .min_arguments = 0,
    .max_arguments = 0,
    .run = run,
};
