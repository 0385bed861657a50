/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brat standoff: a text and, beside it, a file of annotations that name places in it by counting its characters.
 *
 * A mention is a T line, its type the entity's kind, with an N line that says which entity. A relation is an R line
 * between two mentions: those that stand nearest to each other in the quote, and for an end that the quote does not
 * name
 * ("it also noted …") the mention nearest to the quote. brat has no quotes of relations: the quote goes with what else
 * is known into a note in JSON, which brat shows and `import` reads. */
#include "graphs/export/format.h"

#include "core/base/os.h"
#include "core/front/escape.h"
#include "core/front/facts_line.h"

typedef struct brat_export {
    ent_context *context;
    const char *folder;
    size_t n_apart, n_unplaced, n_relations;
} brat_export;

typedef struct writer {
    ent_arena *arena;
    const ent_facts *facts;
    ent_characters characters;
    ent_buf out;
    size_t n_attributes, n_relations, n_apart, n_unplaced;
} writer;

/* ---- the text ---------------------------------------------------------------------------------------------------- */

typedef ENT_VEC(size_t) places;

/* Where a byte stands when each line end before it has become two. */
static size_t moved(const places *breaks, size_t byte)
{
    size_t low = 0, high = breaks->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (breaks->items[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return byte + low;
}

/* The facts over a text with an empty line between its blocks, so that it falls into the same blocks when it is read
 * again. Their places are moved. */
static ent_facts spread(ent_arena *arena, const ent_facts *facts)
{
    ent_facts out = *facts;
    places breaks = {0};
    for (size_t at = ent_str_find(facts->text, ENT_STR("\n"), 0); at != ENT_STR_NONE;
         at = ent_str_find(facts->text, ENT_STR("\n"), at + 1))
        ent_vec_push(arena, &breaks, at);
    char *text = ent_arena_alloc(arena, facts->text.len + breaks.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < facts->text.len; i++) {
        text[n++] = facts->text.data[i];
        if (facts->text.data[i] == '\n')
            text[n++] = '\n';
    }
    out.text = (ent_str){text, n};
    for (size_t i = 0; i < out.mentions.n; i++) {
        out.mentions.items[i].begin = moved(&breaks, out.mentions.items[i].begin);
        out.mentions.items[i].end = moved(&breaks, out.mentions.items[i].end);
    }
    for (size_t i = 0; i < out.relations.n; i++) {
        out.relations.items[i].begin = moved(&breaks, out.relations.items[i].begin);
        out.relations.items[i].end = moved(&breaks, out.relations.items[i].end);
    }
    return out;
}

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

/* The mentions of the two ends inside the quote that stand nearest to each other; false when it has none of one. */
static bool find_in_quote(const ent_facts *facts, const ent_fact_relation *r, size_t *source, size_t *target)
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

/* The entity's mention nearest to the quote; the number of mentions where the document does not mention it. */
static size_t find_nearest(const ent_facts *facts, uint32_t entity, const ent_fact_relation *r)
{
    size_t found = facts->mentions.n, best = SIZE_MAX;
    for (size_t i = 0; i < facts->mentions.n && best > 0; i++) {
        const ent_fact_mention *m = &facts->mentions.items[i];
        size_t away = m->begin < r->begin ? r->begin - m->begin : m->begin < r->end ? 0 : m->begin - r->end + 1;
        if (m->entity == entity && away < best) {
            best = away;
            found = i;
        }
    }
    return found;
}

static bool find_ends(writer *w, const ent_fact_relation *r, size_t *source, size_t *target)
{
    if (find_in_quote(w->facts, r, source, target))
        return true;
    w->n_apart++;
    *source = find_nearest(w->facts, r->source, r);
    *target = find_nearest(w->facts, r->target, r);
    return *source < w->facts->mentions.n && *target < w->facts->mentions.n;
}

static void add_relation(writer *w, const ent_fact_relation *r)
{
    size_t source, target;
    if (!find_ends(w, r, &source, &target)) {
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
    ent_facts spaced = spread(&arena, facts);
    writer w = {.arena = &arena, .facts = &spaced, .characters = ent_characters_of(&arena, spaced.text)};
    for (size_t i = 0; i < facts->mentions.n; i++)
        add_mention(&w, i);
    for (size_t i = 0; i < facts->relations.n; i++)
        add_relation(&w, &facts->relations.items[i]);
    ent_status status = write_beside(&w, export->folder, ".txt", spaced.text, err);
    if (status == ENT_OK)
        status = write_beside(&w, export->folder, ".ann", ent_buf_str(&w.out), err);
    export->n_apart += w.n_apart - w.n_unplaced;
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
    if (status == ENT_OK && export.n_apart)
        ent_context_note(context,
                         "%zu of %zu pieces of evidence have an end that the quote does not name: the nearest "
                         "mention stands for it",
                         export.n_apart, export.n_relations);
    const char *lost =
        ent_arena_format(context->arena, "%zu pieces of evidence: their documents do not mention both ends",
                         export.n_unplaced)
            .data;
    if (status == ENT_OK && export.n_unplaced)
        status = ent_export_lose(context, "brat", lost, err);
    return status;
}

const ent_export_format ent_export_brat = {
    .name = "brat",
    .folder = true,
    .loses = "titles, dates and headings of documents, nor aliases and attributes of entities",
    .write = write_brat};
