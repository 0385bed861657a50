/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/text.h"
#include "core/model/key.h"
#include "queries/edge.h"
#include "queries/name_score.h"
#include "queries/queries.h"

#include <stdlib.h>

enum { DEFAULT_LIMIT = 20 };

static const ent_column columns[] = {
    {.name = "what", .help = "entity or passage"},
    {.name = "key", .help = "of the entity, or of the passage's document"},
    {.name = "kind", .help = "of the entity"},
    {.name = "name", .help = "of the entity, or the headings above the passage", .wide = true},
    {.name = "text", .help = "the alias that was found, or the passage", .wide = true},
    {.name = "score", .help = "larger is better; of entities at most 1"},
    {0}};

/* For people: what was found, and the key or the place to go on with. */
static const ent_column text_columns[] = {
    {.name = "what", .help = ""}, {.name = "found", .help = "", .wide = true}, {.name = "where", .help = ""}, {0}};

typedef struct hit {
    ent_entity_row entity;
    ent_str alias; /* by which it was found; empty for its own name or key */
    double score;
} hit;

typedef struct finder {
    ent_context *context;
    ent_str typed;     /* folded */
    ENT_VEC(hit) hits; /* every entity, until the ones without a score are dropped */
    ent_map places;    /* entity → place in hits */
    ent_table *passages;
    bool text; /* for people */
} finder;

static ent_str join_words(const ent_context *context)
{
    ent_str text = ENT_STR_EMPTY;
    for (size_t i = 0; i < context->n_arguments; i++)
        text = ent_arena_format(context->arena, ENT_STR_FMT "%s%s", ENT_STR_ARG(text), i ? " " : "",
                                context->arguments[i]);
    return text;
}

static bool score_entity(void *context, const ent_entity_row *row)
{
    finder *f = context;
    ent_arena *arena = f->context->arena;
    hit h = {.entity = *row};
    ent_kind kind;
    ent_str slug = ENT_STR_EMPTY;
    h.entity.key = ent_arena_str(arena, row->key);
    h.entity.name = ent_arena_str(arena, row->name);
    ent_key_parse(row->key, &kind, &slug);
    bool by_key = ent_str_eq(f->typed, row->key) || ent_str_eq(f->typed, slug);
    h.score = by_key ? 1 : ent_name_score(f->typed, ent_text_fold(arena, row->name));
    ent_id_find_or_set(arena, &f->places, row->id, (uint32_t)f->hits.n);
    ent_vec_push(arena, &f->hits, h);
    return !f->context->interrupted();
}

static bool score_alias(void *context, ent_entity_id entity, ent_str alias, ent_str folded)
{
    finder *f = context;
    uint32_t place = ent_id_find(&f->places, entity);
    double score = ent_name_score(f->typed, folded);
    if (place != ENT_MAP_NONE && score > f->hits.items[place].score) {
        f->hits.items[place].score = score;
        f->hits.items[place].alias = ent_arena_str(f->context->arena, alias);
    }
    return !f->context->interrupted();
}

static bool add_passage(void *context, const ent_passage_row *row)
{
    finder *f = context;
    const ent_cell cells[] = {
        ent_cell_text(ENT_STR("passage")), ent_cell_text(row->document), ent_cell_empty(),
        ent_cell_text(row->section),       ent_cell_text(row->text),     ent_cell_real(row->score)};
    const ent_cell text_cells[] = {cells[0], cells[4],
                                   ent_cell_text(ent_arena_format(f->context->arena, ENT_STR_FMT ", line %u",
                                                                  ENT_STR_ARG(row->document), row->line))};
    ent_table_add(f->passages, f->text ? text_cells : cells);
    return true;
}

static int compare_hits(const void *left, const void *right)
{
    const hit *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    if (a->entity.mentions != b->entity.mentions)
        return a->entity.mentions > b->entity.mentions ? -1 : 1;
    return ent_str_cmp(a->entity.key, b->entity.key);
}

static void rank(finder *f)
{
    size_t kept = 0;
    for (size_t i = 0; i < f->hits.n; i++)
        if (f->hits.items[i].score > 0)
            f->hits.items[kept++] = f->hits.items[i];
    f->hits.n = kept;
    if (kept)
        qsort(f->hits.items, kept, sizeof *f->hits.items, compare_hits);
}

static ent_status search(finder *f, ent_str text, int64_t limit, ent_error *err)
{
    ent_store *store = f->context->store;
    ent_status status = ent_store_each_entity(store, ENT_KINDS_ALL, score_entity, f, err);
    if (status == ENT_OK)
        status = ent_store_each_alias(store, (ent_entity_id){0}, score_alias, f, err);
    if (status != ENT_OK)
        return status;
    rank(f);
    return ent_store_search(store, text, limit + 1, add_passage, f, err); /* one more tells whether there are more */
}

static void add_entity(const finder *f, const hit *h)
{
    ent_str name = h->alias.len ? ent_arena_format(f->context->arena, ENT_STR_FMT " (" ENT_STR_FMT ")",
                                                   ENT_STR_ARG(h->entity.name), ENT_STR_ARG(h->alias))
                                : h->entity.name;
    const ent_cell cells[] = {ent_cell_text(ENT_STR("entity")),
                              ent_cell_text(h->entity.key),
                              ent_cell_text(ent_str_from(ent_kind_name(h->entity.kind))),
                              ent_cell_text(h->entity.name),
                              h->alias.len ? ent_cell_text(h->alias) : ent_cell_empty(),
                              ent_cell_real(h->score)};
    const ent_cell text_cells[] = {cells[0], ent_cell_text(name), cells[1]};
    ent_table_add(f->context->table, f->text ? text_cells : cells);
}

/* Entities first; where both are many, passages get half of the rows. */
static void emit(finder *f, size_t limit)
{
    ent_table *table = f->context->table;
    size_t n_passages = ent_table_rows(f->passages), n_entities = f->hits.n;
    size_t for_passages = n_passages < limit / 2 ? n_passages : limit / 2;
    size_t entities = n_entities < limit - for_passages ? n_entities : limit - for_passages;
    size_t passages = n_passages < limit - entities ? n_passages : limit - entities;
    for (size_t i = 0; i < entities; i++)
        add_entity(f, &f->hits.items[i]);
    for (size_t i = 0; i < passages; i++)
        ent_table_add(table, &f->passages->cells.items[i * f->passages->n_columns]);
    if (entities < n_entities || passages < n_passages)
        ent_context_note(f->context, "%zu of %zu entities and %zu of %s%zu passages are shown; -n N shows more",
                         entities, n_entities, passages, n_passages > limit ? "more than " : "",
                         n_passages > limit ? limit : n_passages);
}

static ent_status run(ent_context *context, ent_error *err)
{
    ent_str text = ent_str_trim(join_words(context));
    if (text.len == 0 || ent_text_invalid_at(text) != ENT_STR_NONE)
        return ent_fail(err, ENT_USAGE, "find", text.len ? "the words are not UTF-8" : "there is nothing to look for");
    int64_t limit = context->limit ? context->limit : DEFAULT_LIMIT;
    if (limit > INT32_MAX)
        limit = INT32_MAX;
    finder f = {.context = context,
                .typed = ent_text_fold(context->arena, text),
                .text = context->style.format == ENT_FORMAT_TEXT};
    f.passages = ent_table_new(context->arena, f.text ? text_columns : columns);
    if (f.text)
        context->table = ent_table_new(context->arena, text_columns);
    ent_status status = search(&f, text, limit, err);
    if (status == ENT_OK)
        emit(&f, (size_t)limit);
    return status;
}

const ent_command ent_command_find = {
    .name = "find",
    .summary = "entities by name or alias, then passages by full text",
    .usage = "find TEXT",
    .help = "Entities are found by key, name or alias: the whole, a beginning, words of it, or mistyped by a letter or "
            "two. "
            "Passages are found when all words stand in them; the last may be a beginning, and \"quoted words\" must "
            "stand together. At most 20 rows unless -n says otherwise.",
    .columns = columns,
    .empty = "no name and no passage of the database has these words",
    .needs = ENT_NEEDS_READ,
    .min_arguments = 1,
    .max_arguments = SIZE_MAX,
    .run = run,
};
