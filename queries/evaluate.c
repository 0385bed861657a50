/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/key.h"
#include "queries/found.h"
#include "queries/queries.h"

#include <string.h>

static const ent_option options[] = {
    {"level", 0, "LEVEL", "explicit (default), or all: what only two places together say is required too"},
    {"group", 0, "GROUP", "only relations of one group: structural or positions"},
    {"no-topics", 0, NULL, "leave topics, and relations with one, out of everything"},
    {"misses", 0, NULL, "list what was missed and what is wrong instead of the figures"},
    {0}};
static const ent_column columns[] = {
    {.name = "level", .help = "what is counted"},
    {.name = "type", .help = "kind of entity, type of relation or range of confidence; empty for all together"},
    {.name = "tp", .help = "found, and in the gold"},
    {.name = "fp", .help = "found, but not in the gold"},
    {.name = "fn", .help = "in the gold, but not found"},
    {.name = "precision", .help = "tp / (tp + fp)"},
    {.name = "recall", .help = "tp / (tp + fn)"},
    {.name = "f1", .help = "their harmonic mean"},
    {0}};
static const ent_column fault_columns[] = {
    {.name = "document", .help = "key of the document"},
    {.name = "what", .help = "entity or relation"},
    {.name = "outcome", .help = "missed, wrong, or outside: with an end the gold lacks"},
    {.name = "type", .help = "kind of entity or type of relation"},
    {.name = "source", .help = "name of the entity, or where the relation comes from", .wide = true},
    {.name = "target", .help = "where the relation goes", .wide = true},
    {.name = "line", .help = "of the original file"},
    {.name = "quote", .help = "the words", .wide = true},
    {0}};

typedef struct candidate {
    ent_str key, file; /* file: the path without its folders */
} candidate;

typedef struct measurement {
    ent_context *context;
    ent_gold_options reading;
    ent_group group;
    bool list_faults;
    ENT_VEC(candidate) documents; /* those that the selection leaves */
    ent_score score;
} measurement;

/* ---- which document ---------------------------------------------------------------------------------------------- */

static bool keep_document(void *context, const ent_document_row *row)
{
    measurement *m = context;
    const ent_selection *selection = &m->context->selection;
    bool selected = selection->n_documents == 0;
    for (size_t i = 0; i < selection->n_documents; i++)
        selected = selected || ent_str_eq(selection->documents[i], row->key);
    size_t slash = row->path.len;
    while (slash > 0 && row->path.data[slash - 1] != '/')
        slash--;
    ent_arena *arena = m->context->arena;
    if (selected)
        ent_vec_push(arena, &m->documents,
                     (candidate){ent_arena_str(arena, row->key),
                                 ent_arena_str(arena, ent_str_slice(row->path, slash, row->path.len))});
    return true;
}

/* 2: the file is called so, 1: its name begins so, 0: neither. */
static int likeness(const candidate *d, ent_str name, ent_str slug)
{
    if (ent_str_eq(d->key, slug) || ent_str_eq(d->key, name))
        return 2;
    if (ent_str_starts(d->file, name) && d->file.len > name.len) {
        char next = d->file.data[name.len];
        return next == '.' ? 2 : !ent_is_alpha(next) && !ent_is_digit(next);
    }
    return ent_str_starts(d->key, slug) && d->key.data[slug.len] == '-';
}

/* The document a gold file is about, by its name; NULL where there is none. */
static ent_status find_document(const measurement *m, ent_str name, const candidate **out, ent_error *err)
{
    ent_kind kind;
    ent_str slug = name;
    ent_key_parse(ent_key_make(m->context->arena, ENT_INSTRUMENT, name), &kind, &slug);
    int best = 0;
    size_t n = 0;
    *out = NULL;
    for (size_t i = 0; i < m->documents.n; i++) {
        int alike = likeness(&m->documents.items[i], name, slug);
        if (alike > best) {
            best = alike;
            n = 0;
        }
        n += alike && alike == best;
        *out = alike == best && n == 1 ? &m->documents.items[i] : *out;
    }
    if (n > 1) {
        ent_status status = ent_fail(err, ENT_USAGE, ent_arena_cstr(m->context->arena, name),
                                     "%zu documents have a name that begins so", n);
        ent_error_hint(err, "choose one with --document KEY");
        return status;
    }
    return ENT_OK;
}

/* ---- the figures ------------------------------------------------------------------------------------------------- */

static void add_faults(const measurement *m, ent_str key, const ent_fault_vec *faults)
{
    for (size_t i = 0; i < faults->n; i++) {
        const ent_fault *f = &faults->items[i];
        const ent_cell cells[] = {ent_cell_text(key),
                                  ent_cell_text(ent_str_from(f->what)),
                                  ent_cell_text(ent_str_from(f->outcome)),
                                  ent_cell_text(ent_str_from(f->type)),
                                  ent_cell_text(f->source),
                                  ent_cell_text(f->target),
                                  ent_cell_text(f->line),
                                  ent_cell_text(f->quote)};
        ent_table_add(m->context->table, cells);
    }
}

static ent_status measure(measurement *m, ent_str prefix, const candidate *document, ent_error *err)
{
    ent_namer namer = ent_namer_begin(m->context->arena);
    ent_gold gold;
    ent_found found;
    ent_fault_vec faults = {0};
    ent_status status = ent_gold_read(&namer, prefix, m->reading, &gold, err);
    if (status == ENT_OK)
        status = ent_found_read(m->context, &namer, document->key, &found, err);
    if (status != ENT_OK)
        return status;
    ent_score_add(m->context->arena, &gold, &found, m->group, m->reading.no_topics, &m->score, &faults);
    if (m->list_faults)
        add_faults(m, document->key, &faults);
    return ENT_OK;
}

static void add_figures(ent_table *table, const char *level, const char *type, ent_tally t)
{
    const ent_cell cells[] = {ent_cell_text(ent_str_from(level)),
                              type ? ent_cell_text(ent_str_from(type)) : ent_cell_empty(),
                              ent_cell_int(t.tp),
                              ent_cell_int(t.fp),
                              ent_cell_int(t.fn),
                              ent_cell_real(ent_tally_precision(t)),
                              ent_cell_real(ent_tally_recall(t)),
                              ent_cell_real(ent_tally_f1(t))};
    ent_table_add(table, cells);
}

/* How often relations of a confidence are right: what was missed has none. */
static void add_calibration(ent_arena *arena, ent_table *table, const ent_score *score)
{
    for (int tenth = ENT_N_TENTHS; tenth-- > 0;) {
        ent_tally t = score->by_confidence[tenth];
        ent_str range = ent_arena_format(arena, "%.1f-%.1f", tenth / 10.0, (tenth + 1) / 10.0);
        const ent_cell cells[] = {ent_cell_text(ENT_STR("confidence")),
                                  ent_cell_text(range),
                                  ent_cell_int(t.tp),
                                  ent_cell_int(t.fp),
                                  ent_cell_empty(),
                                  ent_cell_real(ent_tally_precision(t)),
                                  ent_cell_empty(),
                                  ent_cell_empty()};
        if (t.tp + t.fp)
            ent_table_add(table, cells);
    }
}

static void add_score(ent_arena *arena, ent_table *table, const ent_score *score)
{
    add_figures(table, "entities", NULL, score->entities);
    add_figures(table, "entities no topics", NULL, score->named);
    add_figures(table, "relations", NULL, score->relations);
    add_figures(table, "relations P*", NULL, score->known_ends);
    add_figures(table, "pairs", NULL, score->pairs);
    for (int kind = 0; kind < ENT_N_KINDS; kind++) {
        ent_tally t = score->by_kind[kind];
        if (t.tp + t.fp + t.fn)
            add_figures(table, "entities", ent_kind_name((ent_kind)kind), t);
    }
    for (int type = 0; type < ENT_N_RELATION_TYPES; type++) {
        ent_tally t = score->by_type[type];
        if (t.tp + t.fp + t.fn)
            add_figures(table, "relations", ent_relation_name((ent_relation_type)type), t);
    }
    add_calibration(arena, table, score);
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static ent_status read_options(measurement *m, ent_error *err)
{
    const char *level = ent_context_option(m->context, "level"), *group = ent_context_option(m->context, "group");
    if (level && strcmp(level, "explicit") != 0 && strcmp(level, "all") != 0)
        return ent_fail(err, ENT_USAGE, "--level", "'%s' is neither explicit nor all", level);
    if (group && strcmp(group, "structural") != 0 && strcmp(group, "positions") != 0)
        return ent_fail(err, ENT_USAGE, "--group", "'%s' is neither structural nor positions", group);
    m->reading.inferred = level && strcmp(level, "all") == 0;
    m->reading.no_topics = ent_context_option(m->context, "no-topics") != NULL;
    m->list_faults = ent_context_option(m->context, "misses") != NULL;
    if (group)
        m->group = strcmp(group, "structural") == 0 ? ENT_GROUP_STRUCTURAL : ENT_GROUP_POSITIONS;
    if (m->list_faults)
        m->context->table = ent_table_new(m->context->arena, fault_columns);
    return ENT_OK;
}

static ent_status measure_all(measurement *m, const ent_str_vec *prefixes, size_t *n_measured, ent_error *err)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; i < prefixes->n && status == ENT_OK && !m->context->interrupted(); i++) {
        const candidate *document = NULL;
        ent_str prefix = prefixes->items[i], name = prefix;
        for (size_t slash; (slash = ent_str_find(name, ENT_STR("/"), 0)) != ENT_STR_NONE;)
            name = ent_str_slice(name, slash + 1, name.len);
        if (prefixes->n == 1 && m->documents.n == 1 && m->context->selection.n_documents == 1)
            document = &m->documents.items[0];
        else
            status = find_document(m, name, &document, err);
        if (status == ENT_OK && document) {
            status = measure(m, prefix, document, err);
            ++*n_measured;
        } else if (status == ENT_OK)
            ent_context_note(m->context, "the database has no document for " ENT_STR_FMT, ENT_STR_ARG(name));
    }
    return status;
}

static ent_status run(ent_context *context, ent_error *err)
{
    measurement m = {.context = context};
    ent_str_vec prefixes = {0};
    size_t n_measured = 0;
    ent_status status = read_options(&m, err);
    if (status == ENT_OK)
        status = ent_gold_list(context->arena, context->arguments[0], &prefixes, err);
    if (status == ENT_OK)
        status = ent_store_each_document(context->store, keep_document, &m, err);
    if (status == ENT_OK)
        status = measure_all(&m, &prefixes, &n_measured, err);
    if (status != ENT_OK)
        return status;
    if (n_measured == 0) {
        status = ent_fail(err, ENT_FAILED, context->arguments[0], "no document of the database has such a name");
        ent_error_hint(err, "say which one it is about: --document KEY");
        return status;
    }
    if (!m.list_faults)
        add_score(context->arena, context->table, &m.score);
    return ENT_OK;
}

const ent_command ent_command_evaluate = {
    .name = "evaluate",
    .summary = "precision, recall and F1 of the database against gold files",
    .usage = "evaluate GOLD",
    .help = "GOLD is a folder with PREFIX.entities.tsv and PREFIX.relations.tsv files, or one PREFIX. Each is held "
            "against the document "
            "whose file or key is called or begins like the prefix, or the one that --document names; the figures are "
            "those of "
            "all documents together.\n\n"
            "An entity is right when its kind and one of its names are; a relation when both ends and the type are. "
            "Everything is "
            "matched one to one. \"relations P*\" counts as wrong only relations whose two ends are in the gold; "
            "\"pairs\" leaves "
            "type and direction aside. Optional rows of the gold are neither misses nor errors. The rows "
            "\"confidence\" say how often relations of a "
            "confidence are right.",
    .options = options,
    .columns = columns,
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 1,
    .max_arguments = 1,
    .run = run,
};
