/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/facts_line.h"

#include "core/front/table.h"

static const ent_column passage_columns[] = {{.name = "begin"}, {.name = "end"},     {.name = "line"},
                                             {.name = "page"},  {.name = "section"}, {0}};
static const ent_column entity_columns[] = {{.name = "key"},     {.name = "kind"},       {.name = "name"},
                                            {.name = "aliases"}, {.name = "attributes"}, {0}};
static const ent_column mention_columns[] = {
    {.name = "key"}, {.name = "kind"},  {.name = "name"},       {.name = "begin"},
    {.name = "end"}, {.name = "quote"}, {.name = "confidence"}, {0}};

enum { N_ENDS = 3 }; /* the columns of a relation that name it and its ends, before the others */
static const ent_column relation_columns[] = {{.name = "type"},
                                              {.name = "source"},
                                              {.name = "target"},
                                              {.name = "polarity"},
                                              {.name = "modality"},
                                              {.name = "speaker"},
                                              {.name = "holder"},
                                              {.name = "role"},
                                              {.name = "count"},
                                              {.name = "from"},
                                              {.name = "to"},
                                              {.name = "rule"},
                                              {.name = "begin"},
                                              {.name = "end"},
                                              {.name = "quote"},
                                              {.name = "confidence"},
                                              {0}};

static const ent_column whole_columns[] = {{.name = "document"}, {.name = "path"},      {.name = "format"},
                                           {.name = "title"},    {.name = "date"},      {.name = "meeting"},
                                           {.name = "text"},     {.name = "passages"},  {.name = "entities"},
                                           {.name = "mentions"}, {.name = "relations"}, {0}};
enum { N_DOCUMENT = 8 }; /* the columns of the whole that speak of the document itself */

typedef struct line {
    ent_arena *arena;
    const ent_facts *facts;
    const ent_characters *characters;
} line;

static ent_cell place(const line *l, size_t byte)
{
    return ent_cell_int((int64_t)ent_characters_before(l->characters, byte));
}

static ent_cell quote(const line *l, size_t begin, size_t end)
{
    return ent_cell_text(ent_str_slice(l->facts->text, begin, end));
}

static ent_cell name_of(const char *name)
{
    return ent_cell_text(ent_str_from(name));
}

static ent_cell passages(const line *l)
{
    ent_table *table = ent_table_new(l->arena, passage_columns);
    for (size_t i = 0; i < l->facts->passages.n; i++) {
        const ent_fact_passage *p = &l->facts->passages.items[i];
        const ent_cell cells[] = {place(l, p->begin), place(l, p->end), ent_cell_int(p->line), ent_cell_int(p->page),
                                  ent_cell_text(p->section)};
        ent_table_add(table, cells);
    }
    return ent_cell_table(table);
}

static ent_cell entities(const line *l)
{
    ent_table *table = ent_table_new(l->arena, entity_columns);
    for (size_t i = 0; i < l->facts->entities.n; i++) {
        const ent_fact_entity *e = &l->facts->entities.items[i];
        ent_str_vec aliases = {0};
        ent_str rest = e->aliases, alias;
        while (ent_str_split(&rest, ENT_STR(" | "), &alias))
            if (alias.len)
                ent_vec_push(l->arena, &aliases, alias);
        const ent_cell cells[] = {ent_cell_text(e->key), name_of(ent_kind_name(e->kind)), ent_cell_text(e->name),
                                  ent_cell_list(aliases.items, aliases.n), ent_cell_attributes(e->attributes)};
        ent_table_add(table, cells);
    }
    return ent_cell_table(table);
}

static ent_cell mentions(const line *l)
{
    ent_table *table = ent_table_new(l->arena, mention_columns);
    for (size_t i = 0; i < l->facts->mentions.n; i++) {
        const ent_fact_mention *m = &l->facts->mentions.items[i];
        const ent_fact_entity *e = &l->facts->entities.items[m->entity];
        const ent_cell cells[] = {ent_cell_text(e->key),
                                  name_of(ent_kind_name(e->kind)),
                                  ent_cell_text(e->name),
                                  place(l, m->begin),
                                  place(l, m->end),
                                  quote(l, m->begin, m->end),
                                  ent_cell_real(ent_rounded(m->confidence))};
        ent_table_add(table, cells);
    }
    return ent_cell_table(table);
}

/* `first`: the first of the relation's columns that the table has. */
static void add_relation(const line *l, const ent_fact_relation *r, ent_table *table, size_t first)
{
    const ent_fact_entity *all = l->facts->entities.items;
    const ent_cell cells[] = {name_of(ent_relation_name(r->type)),
                              ent_cell_text(all[r->source].key),
                              ent_cell_text(all[r->target].key),
                              name_of(ent_polarity_name(r->polarity)),
                              name_of(ent_modality_name(r->modality)),
                              ent_cell_text(r->speaker),
                              ent_cell_text(r->holder),
                              ent_cell_text(r->role),
                              ent_cell_int_or_empty(r->count),
                              ent_cell_text(r->from),
                              ent_cell_text(r->to),
                              ent_cell_text(r->rule),
                              place(l, r->begin),
                              place(l, r->end),
                              quote(l, r->begin, r->end),
                              ent_cell_real(ent_rounded(r->confidence))};
    ent_table_add(table, cells + first);
}

static ent_cell relations(const line *l)
{
    ent_table *table = ent_table_new(l->arena, relation_columns);
    for (size_t i = 0; i < l->facts->relations.n; i++)
        add_relation(l, &l->facts->relations.items[i], table, 0);
    return ent_cell_table(table);
}

static void render(const ent_table *table, ent_buf *out)
{
    ent_table_render(table, (ent_print_style){.format = ENT_FORMAT_JSON, .single = true}, out);
}

void ent_facts_line(const ent_facts *facts, bool whole, ent_buf *out)
{
    ent_arena arena = {0};
    ent_characters characters = ent_characters_of(&arena, facts->text);
    line l = {&arena, facts, &characters};
    size_t first = whole ? 0 : N_DOCUMENT;
    ent_table *table = ent_table_new(&arena, whole_columns + first);
    const ent_cell cells[] = {ent_cell_text(facts->key),
                              ent_cell_text(facts->path),
                              ent_cell_text(facts->format),
                              ent_cell_text(facts->title),
                              ent_cell_text(facts->date),
                              ent_cell_text(facts->meeting),
                              ent_cell_text(facts->text),
                              passages(&l),
                              entities(&l),
                              mentions(&l),
                              relations(&l)};
    ent_table_add(table, cells + first);
    render(table, out);
    ent_arena_clear(&arena);
}

void ent_facts_relation_line(const ent_facts *facts, const ent_fact_relation *relation,
                             const ent_characters *characters, ent_buf *out)
{
    ent_arena arena = {0};
    line l = {&arena, facts, characters};
    ent_table *table = ent_table_new(&arena, relation_columns + N_ENDS);
    add_relation(&l, relation, table, N_ENDS);
    render(table, out);
    ent_arena_clear(&arena);
}
