/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brat standoff: a text and, beside it, a file of annotations that name places in it by counting its characters.
 *
 * A mention is a T line, its type the entity's kind, with an N line that says which entity. A relation is an R line
 * between two mentions; brat has no quotes of relations, so that a relation stands where the evidence mentions both of
 * its ends, and what else is known of it goes into a note in JSON, which brat shows and `import` reads. */
#include "graphs/export/format.h"

#include "core/base/os.h"
#include "core/front/escape.h"
#include "core/front/facts_line.h"

typedef struct brat_export {
    ent_context *context;
    const char *folder;
    size_t n_unplaced, n_relations;
} brat_export;

typedef struct writer {
    ent_arena *arena;
    const ent_facts *facts;
    ent_characters characters;
    ent_buf out;
    size_t n_attributes, n_relations, n_unplaced;
} writer;

/* ---- mentions ---------------------------------------------------------------------------------------------------- */

static void add_mention(writer *w, size_t i)
{
    const ent_fact_mention *m = &w->facts->mentions.items[i];
    const ent_fact_entity *e = &w->facts->entities.items[m->entity];
    ent_str words = ent_escape_line(w->arena, ent_str_slice(w->facts->text, m->begin, m->end));
    ent_str name = ent_escape_line(w->arena, e->name);
    ent_buf_format(&w->out, "T%zu\t%s %zu %zu\t" ENT_STR_FMT "\n", i + 1, ent_kind_name(e->kind),
                   ent_characters_before(&w->characters, m->begin), ent_characters_before(&w->characters, m->end),
                   ENT_STR_ARG(words));
    ent_buf_format(&w->out, "N%zu\tReference T%zu entente:" ENT_STR_FMT "\t" ENT_STR_FMT "\n", i + 1, i + 1,
                   ENT_STR_ARG(e->key), ENT_STR_ARG(name));
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

static size_t distance(const ent_fact_mention *a, const ent_fact_mention *b)
{
    return a->begin > b->begin ? a->begin - b->begin : b->begin - a->begin;
}

/* The mentions of the two ends inside the quote that stand nearest to each other; false when one has none. */
static bool find_ends(const ent_facts *facts, const ent_fact_relation *r, size_t *source, size_t *target)
{
    const ent_fact_mention *all = facts->mentions.items;
    size_t first = 0, last = facts->mentions.n, best = SIZE_MAX;
    while (first < last && all[first].begin < r->begin)
        first++;
    for (size_t i = first; i < last && all[i].begin < r->end; i++)
        for (size_t k = first; all[i].entity == r->source && k < last && all[k].begin < r->end; k++)
            if (all[k].entity == r->target && all[i].end <= r->end && all[k].end <= r->end &&
                distance(&all[i], &all[k]) < best) {
                best = distance(&all[i], &all[k]);
                *source = i;
                *target = k;
            }
    return best != SIZE_MAX;
}

static void add_relation(writer *w, const ent_fact_relation *r)
{
    size_t source, target;
    if (!find_ends(w->facts, r, &source, &target)) {
        w->n_unplaced++;
        return;
    }
    size_t id = ++w->n_relations;
    ent_buf_format(&w->out, "R%zu\t%s Arg1:T%zu Arg2:T%zu\n", id, ent_relation_name(r->type), source + 1, target + 1);
    if (r->polarity == ENT_NEGATED)
        ent_buf_format(&w->out, "A%zu\tNegation R%zu\n", ++w->n_attributes, id);
    if (r->modality != ENT_STATED)
        ent_buf_format(&w->out, "A%zu\tModality R%zu %s\n", ++w->n_attributes, id, ent_modality_name(r->modality));
    ent_buf_format(&w->out, "#%zu\tAnnotatorNotes R%zu\t", id, id);
    ent_facts_relation_line(w->facts, r, &w->characters, &w->out);
}

/* ---- the files --------------------------------------------------------------------------------------------------- */

static void add_pairs(ent_buf *out, ent_relation_type type, ent_kind source)
{
    ent_kinds targets = 0;
    for (int kind = 0; kind < ENT_N_KINDS; kind++)
        if (ent_relation_allows(type, source, (ent_kind)kind))
            targets |= ENT_KIND_BIT(kind);
    if (!targets)
        return;
    ent_buf_format(out, "%s\tArg1:%s, Arg2:", ent_relation_name(type), ent_kind_name(source));
    const char *separator = "";
    for (int kind = 0; kind < ENT_N_KINDS; kind++)
        if (ent_kinds_has(targets, (ent_kind)kind)) {
            ent_buf_format(out, "%s%s", separator, ent_kind_name((ent_kind)kind));
            separator = "|";
        }
    ent_buf_add_char(out, '\n');
}

/* What brat must know of the types: annotation.conf. */
static ent_status write_settings(ent_context *context, const char *folder, ent_error *err)
{
    ent_buf out = {0};
    ent_buf_add(&out, ENT_STR("[entities]\n"));
    for (int kind = 0; kind < ENT_N_KINDS; kind++)
        ent_buf_format(&out, "%s\n", ent_kind_name((ent_kind)kind));
    ent_buf_add(&out, ENT_STR("\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"));
    for (int type = 0; type < ENT_MENTIONED_WITH; type++)
        for (int kind = 0; kind < ENT_N_KINDS; kind++)
            add_pairs(&out, (ent_relation_type)type, (ent_kind)kind);
    ent_buf_add(&out,
                ENT_STR("\n[events]\n\n[attributes]\nNegation\tArg:<RELATION>\nModality\tArg:<RELATION>, Value:"));
    for (int modality = ENT_STATED + 1; modality < ENT_N_MODALITIES; modality++)
        ent_buf_format(&out, "%s%s", modality > ENT_STATED + 1 ? "|" : "", ent_modality_name((ent_modality)modality));
    ent_buf_add_char(&out, '\n');
    const char *path = ent_arena_format(context->arena, "%s/annotation.conf", folder).data;
    ent_status status = ent_os_write_file(path, ent_buf_str(&out), err);
    ent_buf_clear(&out);
    return status;
}

static ent_status write_beside(writer *w, const char *folder, const char *ending, ent_str bytes, ent_error *err)
{
    const char *path =
        ent_arena_format(w->arena, "%s/" ENT_STR_FMT "%s", folder, ENT_STR_ARG(w->facts->key), ending).data;
    return ent_os_write_file(path, bytes, err);
}

static ent_status write_document(void *self, const ent_facts *facts, ent_error *err)
{
    brat_export *export = self;
    ent_arena arena = {0};
    writer w = {.arena = &arena, .facts = facts, .characters = ent_characters_of(&arena, facts->text)};
    for (size_t i = 0; i < facts->mentions.n; i++)
        add_mention(&w, i);
    for (size_t i = 0; i < facts->relations.n; i++)
        add_relation(&w, &facts->relations.items[i]);
    ent_status status = write_beside(&w, export->folder, ".txt", facts->text, err);
    if (status == ENT_OK)
        status = write_beside(&w, export->folder, ".ann", ent_buf_str(&w.out), err);
    export->n_unplaced += w.n_unplaced;
    export->n_relations += facts->relations.n;
    ent_buf_clear(&w.out);
    ent_arena_clear(&arena);
    return status;
}

static ent_status write_brat(ent_context *context, const char *path, ent_error *err)
{
    brat_export export = {.context = context, .folder = path};
    ent_status status = write_settings(context, path, err);
    if (status == ENT_OK)
        status = ent_export_each_document(context, write_document, &export, err);
    if (status == ENT_OK && export.n_unplaced)
        status = ent_export_lose(context, "brat",
                                 ent_arena_format(context->arena,
                                                  "relations whose quote does not name both ends: %zu of %zu pieces "
                                                  "of evidence",
                                                  export.n_unplaced, export.n_relations)
                                     .data,
                                 err);
    return status;
}

const ent_export_format ent_export_brat = {
    .name = "brat",
    .folder = true,
    .loses = "titles, dates and headings of documents, nor aliases and attributes of entities",
    .write = write_brat};
