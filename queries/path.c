/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two entities are connected, each step with the words it rests on. People are shown sentences ("OEWG —established
 * by→ A/RES/76/231"), programs the columns. */
#include "core/network/path.h"

#include "core/front/resolve.h"
#include "core/model/key.h"
#include "queries/edge.h"
#include "queries/queries.h"
#include "queries/quote.h"

#include <string.h>

enum { MOST_HOPS = 64, MOST_ALTERNATIVES = 1000, DEFAULT_LIMIT = 100, DEFAULT_HOPS = 8 };

static const ent_option options[] = {
    {"all", 0, NULL, "every shortest path (at most 100; -n N for more or fewer)"},
    {"k", 'k', "N", "the N shortest paths, longer ones too"},
    {"via", 0, "KIND[,KIND...]", "the shortest paths that run through an entity of these kinds"},
    {"avoid", 0, "ENTITY[,ENTITY...]", "paths that do not run through these; may be repeated"},
    {"max-hops", 0, "N", "no longer ones (default: 8)"},
    {0}};

static const ent_column hop_columns[] = {
    {.name = "type", .help = "of the relation"},
    {.name = "source", .help = "key of the entity it comes from"},
    {.name = "target", .help = "key of the entity it goes to"},
    {.name = "direction", .help = "out: it runs the way of the path; in: against it; both: symmetric"},
    {.name = "evidence", .help = "how many pieces it has; what follows is the best of them"},
    {.name = "polarity", .help = "affirmed or negated"},
    {.name = "speaker", .help = "whose words, as the text gives it"},
    {.name = "document", .help = "key of the document"},
    {.name = "section", .help = "headings above the quote"},
    {.name = "page", .help = "where there are pages"},
    {.name = "line", .help = "of the original file"},
    {.name = "quote", .help = "the words, cut from the stored text", .wide = true},
    {0}};
static const ent_column columns[] = {{.name = "hops", .help = "number of relations"},
                                     {.name = "nodes", .help = "keys of the entities, from FROM to TO"},
                                     {.name = "names", .help = "their names"},
                                     {.name = "relations", .help = "one for each hop", .inner = hop_columns},
                                     {0}};

/* For people: a path as a line, each hop as a sentence with its quote and place. */
static const ent_column text_hop_columns[] = {{.name = "relation", .help = "", .wide = true},
                                              {.name = "quote", .help = "", .wide = true},
                                              {.name = "where", .help = "", .wide = true},
                                              {0}};
static const ent_column text_columns[] = {{.name = "hops", .help = ""},
                                          {.name = "path", .help = "", .wide = true},
                                          {.name = "relations", .help = "", .inner = text_hop_columns},
                                          {0}};

/* A path with everything there is to say about it. */
typedef struct told_path {
    const ent_path *path;
    ent_entity_row *nodes;
    ent_evidence_row *evidence;
    bool *has_evidence;
} told_path;

static ent_status tell(const ent_context *context, const ent_path *path, told_path *told, ent_error *err)
{
    ent_arena *arena = context->arena;
    ent_status status = ENT_OK;
    *told = (told_path){path, ENT_ARENA_NEW(arena, ent_entity_row, path->n_hops + 1),
                        ENT_ARENA_NEW(arena, ent_evidence_row, path->n_hops + 1),
                        ENT_ARENA_NEW(arena, bool, path->n_hops + 1)};
    for (size_t i = 0; i <= path->n_hops && !status; i++)
        status = ent_store_get_entity(context->store, arena, path->nodes[i], &told->nodes[i], err);
    for (size_t i = 0; i < path->n_hops && !status; i++)
        status = ent_store_best_evidence(context->store, arena, &context->selection, &path->edges[i],
                                         &told->evidence[i], &told->has_evidence[i], err);
    return status;
}

/* ---- for programs ----------------------------------------------------------------------------------------------- */

static ent_table *hops_for_programs(ent_arena *arena, const told_path *told)
{
    ent_table *table = ent_table_new(arena, hop_columns);
    for (size_t i = 0; i < told->path->n_hops; i++) {
        const ent_edge_row *edge = &told->path->edges[i];
        const ent_evidence_row *best = &told->evidence[i];
        bool forward = edge->source.row == told->path->nodes[i].row;
        const ent_cell cells[] = {ent_cell_text(ent_str_from(ent_relation_name(edge->type))),
                                  ent_cell_text(told->nodes[forward ? i : i + 1].key),
                                  ent_cell_text(told->nodes[forward ? i + 1 : i].key),
                                  ent_cell_text(ent_edge_direction(edge, told->path->nodes[i])),
                                  ent_cell_int(edge->evidence),
                                  ent_cell_text(ent_str_from(ent_polarity_name(best->polarity))),
                                  ent_cell_text(best->speaker),
                                  ent_cell_text(best->document),
                                  ent_cell_text(best->section),
                                  ent_cell_int_or_empty(best->page),
                                  ent_cell_int_or_empty(best->line),
                                  ent_cell_text(best->quote)};
        ent_table_add(table, cells);
    }
    return table;
}

static void add_for_programs(const ent_context *context, const told_path *told)
{
    size_t n = told->path->n_hops + 1;
    ent_str *keys = ENT_ARENA_NEW(context->arena, ent_str, n), *names = ENT_ARENA_NEW(context->arena, ent_str, n);
    for (size_t i = 0; i < n; i++) {
        keys[i] = told->nodes[i].key;
        names[i] = told->nodes[i].name;
    }
    const ent_cell cells[] = {ent_cell_int((int64_t)told->path->n_hops), ent_cell_list(keys, n),
                              ent_cell_list(names, n), ent_cell_table(hops_for_programs(context->arena, told))};
    ent_table_add(context->table, cells);
}

/* ---- for people ------------------------------------------------------------------------------------------------- */

static ent_str short_name(const told_path *told, size_t node)
{
    return ent_short_name(told->nodes[node].name, told->nodes[node].attributes);
}

/* "OEWG —established by→ A/RES/76/231", "A/RES/76/231 ←adopted— General Assembly", "A —complements— B" */
static ent_str sentence(ent_arena *arena, const told_path *told, size_t hop)
{
    const ent_edge_row *edge = &told->path->edges[hop];
    bool symmetric = ent_relation_is_symmetric(edge->type);
    bool forward = edge->source.row == told->path->nodes[hop].row;
    bool negated = told->has_evidence[hop] && told->evidence[hop].polarity == ENT_NEGATED;
    return ent_arena_format(arena, ENT_STR_FMT " %s%s%s%s " ENT_STR_FMT, ENT_STR_ARG(short_name(told, hop)),
                            symmetric || forward ? "—" : "←", negated ? "not: " : "", ent_relation_label(edge->type),
                            symmetric || !forward ? "—" : "→", ENT_STR_ARG(short_name(told, hop + 1)));
}

static ent_str chain(ent_arena *arena, const told_path *told)
{
    ent_buf text = {0};
    for (size_t i = 0; i <= told->path->n_hops; i++) {
        ent_buf_add(&text, i ? ENT_STR(" → ") : ENT_STR_EMPTY);
        ent_buf_add(&text, short_name(told, i));
    }
    ent_str kept = ent_arena_str(arena, ent_buf_str(&text));
    ent_buf_clear(&text);
    return kept;
}

static void add_for_people(const ent_context *context, const told_path *told)
{
    ent_arena *arena = context->arena;
    ent_table *hops = ent_table_new(arena, text_hop_columns);
    for (size_t i = 0; i < told->path->n_hops; i++) {
        bool has = told->has_evidence[i];
        const ent_cell cells[] = {ent_cell_text(sentence(arena, told, i)),
                                  has ? ent_cell_text(ent_quote_words(arena, &told->evidence[i])) : ent_cell_empty(),
                                  has ? ent_cell_text(ent_quote_place(arena, &told->evidence[i])) : ent_cell_empty()};
        ent_table_add(hops, cells);
    }
    const ent_cell cells[] = {ent_cell_int((int64_t)told->path->n_hops), ent_cell_text(chain(arena, told)),
                              ent_cell_table(hops)};
    ent_table_add(context->table, cells);
}

/* ---- the question ----------------------------------------------------------------------------------------------- */

typedef ENT_VEC(ent_entity_id) id_vec;

static ent_status read_avoided(ent_context *context, const ent_entity_row *ends, id_vec *avoid, ent_error *err)
{
    const char *const *values;
    size_t n = ent_context_option_all(context, "avoid", &values);
    for (size_t i = 0; i < n; i++) {
        ent_str rest = ent_str_from(values[i]), word;
        while (ent_str_split(&rest, ENT_STR(","), &word)) {
            ent_entity_row row;
            const char *words = ent_arena_cstr(context->arena, ent_str_trim(word));
            ent_status status = ent_resolve_entity(context, words, &row, err);
            if (status)
                return status;
            if (row.id.row == ends[0].id.row || row.id.row == ends[1].id.row)
                return ent_fail(err, ENT_USAGE, "--avoid", "'%s' is an end of the path", words);
            ent_vec_push(context->arena, avoid, row.id);
        }
    }
    return ENT_OK;
}

static ent_status read_options(ent_context *context, const ent_entity_row *ends, ent_path_options *path, ent_error *err)
{
    const char *via = ent_context_option(context, "via");
    id_vec avoid = {0};
    int64_t k, max_hops;
    ent_status status = ent_context_option_int(context, "k", 1, MOST_ALTERNATIVES, 0, &k, err);
    if (!status)
        status = ent_context_option_int(context, "max-hops", 1, MOST_HOPS, DEFAULT_HOPS, &max_hops, err);
    if (!status && via)
        status = ent_kinds_parse(ent_str_from(via), &path->via, err);
    if (!status)
        status = read_avoided(context, ends, &avoid, err);
    if (status)
        return status;
    path->k = (size_t)k;
    path->max_hops = (size_t)max_hops;
    path->all_shortest = ent_context_option(context, "all") != NULL;
    path->limit = context->limit ? (size_t)context->limit : DEFAULT_LIMIT;
    path->avoid = avoid.items;
    path->n_avoid = avoid.n;
    if (path->all_shortest && path->k)
        return ent_fail(err, ENT_USAGE, "path", "--all and -k ask for different things");
    return ENT_OK;
}

static ent_status read_ends(ent_context *context, ent_entity_row ends[2], ent_error *err)
{
    for (size_t i = 0; i < 2; i++) {
        ent_status status = ent_resolve_entity(context, context->arguments[i], &ends[i], err);
        if (status)
            return status;
        context->selection.kinds |= ENT_KIND_BIT(ends[i].kind);
    }
    if (ends[0].id.row == ends[1].id.row)
        return ent_fail(err, ENT_USAGE, "path", "'%s' and '%s' are the same entity, " ENT_STR_FMT,
                        context->arguments[0], context->arguments[1], ENT_STR_ARG(ends[0].key));
    return ENT_OK;
}

static void note_outcome(const ent_context *context, const ent_path_options *path, size_t n, bool capped)
{
    if (n == 0)
        ent_context_note(context, "they are not connected within %zu relations%s%s", path->max_hops,
                         ent_context_left_out(context),
                         context->selection.with_mentions ? "" : "; --with-mentions also counts being named together");
    if (capped)
        ent_context_note(context, "there are more shortest paths than these %zu; -n N shows more", n);
}

static ent_status run(ent_context *context, ent_error *err)
{
    ent_entity_row ends[2];
    ent_path_options path = {0};
    ent_path_vec paths;
    bool capped, people = context->style.format == ENT_FORMAT_TEXT;
    ent_status status = read_ends(context, ends, err);
    if (!status)
        status = read_options(context, ends, &path, err);
    if (!status)
        status = ent_path_search(context->store, context->arena, &context->selection, ends[0].id, ends[1].id, &path,
                                 &paths, &capped, err);
    if (status)
        return status;
    if (people)
        context->table = ent_table_new(context->arena, text_columns);
    for (size_t i = 0; i < paths.n && !status; i++) {
        told_path told;
        status = tell(context, &paths.items[i], &told, err);
        if (!status && people)
            add_for_people(context, &told);
        else if (!status)
            add_for_programs(context, &told);
    }
    note_outcome(context, &path, paths.n, capped);
    return status;
}

const ent_command ent_command_path = {
    .name = "path",
    .summary = "how two entities are connected, with the words behind every step",
    .usage = "path FROM TO",
    .help = "FROM and TO are keys, names or aliases. Relations are followed either way; the answer keeps the way "
            "they run. Only stated relations count unless --with-mentions is given. Of several relations between "
            "two entities the one with most evidence is shown, with its best quote; of several paths of one "
            "length the one first by the keys.\n\n"
            "Paths are simple: they visit nothing twice. -k ranks them by length (Yen 1971, "
            "doi:10.1287/mnsc.17.11.712).",
    .options = options,
    .columns = columns,
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 2,
    .max_arguments = 2,
    .run = run,
};
