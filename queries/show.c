/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/resolve.h"
#include "queries/edge.h"
#include "queries/queries.h"
#include "queries/quote.h"

#include <stdlib.h>

static const ent_column relation_columns[] = {{.name = "type", .help = "of the relation"},
                                              {.name = "direction", .help = "out, in, or both for a symmetric type"},
                                              {.name = "key", .help = "of the other entity"},
                                              {.name = "name", .help = "of the other entity", .wide = true},
                                              {.name = "evidence", .help = "how many pieces there are"},
                                              {0}};
static const ent_column document_columns[] = {{.name = "key", .help = "of a document that names it"},
                                              {.name = "title", .help = "of the document", .wide = true},
                                              {.name = "date", .help = "of the document"},
                                              {0}};
static const ent_column columns[] = {{.name = "key", .help = "the identity of the entity"},
                                     {.name = "kind", .help = "what it is"},
                                     {.name = "name", .help = "its main name", .wide = true},
                                     {.name = "aliases", .help = "its other names", .wide = true},
                                     {.name = "attributes", .help = "what else is known of it"},
                                     {.name = "relations", .help = "by type", .inner = relation_columns},
                                     {.name = "documents", .help = "by key", .inner = document_columns},
                                     {0}};

/* For people: the relation as an arrow, and keys where they may be long. */
static const ent_column text_relation_columns[] = {{.name = "relation", .help = ""},
                                                   {.name = "name", .help = "", .wide = true},
                                                   {.name = "evidence", .help = ""},
                                                   {.name = "key", .help = ""},
                                                   {0}};
static const ent_column text_document_columns[] = {
    {.name = "title", .help = "", .wide = true}, {.name = "date", .help = ""}, {.name = "key", .help = ""}, {0}};

typedef struct relation {
    ent_edge_row edge;
    ent_entity_row other;
    ent_str direction;
} relation;

typedef struct card {
    ent_context *context;
    bool text; /* for people */
    ent_entity_row entity;
    ENT_VEC(relation) relations;
    ENT_VEC(ent_str) aliases;
    ent_table *documents;
} card;

static bool keep_edge(void *context, const ent_edge_row *edge)
{
    card *c = context;
    ent_vec_push(c->context->arena, &c->relations,
                 (relation){.edge = *edge, .direction = ent_edge_direction(edge, c->entity.id)});
    return true;
}

static bool keep_alias(void *context, ent_entity_id entity, ent_str alias, ent_str folded)
{
    card *c = context;
    (void)entity;
    (void)folded;
    if (!ent_str_eq(alias, c->entity.name))
        ent_vec_push(c->context->arena, &c->aliases, ent_arena_str(c->context->arena, alias));
    return true;
}

static bool keep_document(void *context, const ent_document_row *row)
{
    card *c = context;
    const ent_cell cells[] = {ent_cell_text(row->key), ent_cell_text(row->title), ent_cell_text(row->date)};
    const ent_cell text_cells[] = {cells[1], cells[2], cells[0]};
    ent_table_add(c->documents, c->text ? text_cells : cells);
    return true;
}

/* By type, outgoing before incoming, most evidence first. */
static int compare_relations(const void *left, const void *right)
{
    const relation *a = left, *b = right;
    if (a->edge.type != b->edge.type)
        return a->edge.type < b->edge.type ? -1 : 1;
    int order = -ent_str_cmp(a->direction, b->direction);
    if (order == 0 && a->edge.evidence != b->edge.evidence)
        return a->edge.evidence > b->edge.evidence ? -1 : 1;
    return order ? order : ent_str_cmp(a->other.key, b->other.key);
}

static ent_status gather(card *c, ent_error *err)
{
    ent_store *store = c->context->store;
    ent_selection all = ent_selection_all();
    ent_status status = ent_store_each_edge_of(store, &all, c->entity.id, keep_edge, c, err);
    for (size_t i = 0; i < c->relations.n && status == ENT_OK; i++) {
        relation *r = &c->relations.items[i];
        status = ent_store_get_entity(store, c->context->arena, ent_edge_other(&r->edge, c->entity.id), &r->other, err);
    }
    if (status == ENT_OK)
        status = ent_store_each_alias(store, c->entity.id, keep_alias, c, err);
    if (status == ENT_OK)
        status = ent_store_each_document_of(store, c->entity.id, keep_document, c, err);
    return status;
}

static const ent_table *make_relations(card *c)
{
    ent_arena *arena = c->context->arena;
    ent_table *table = ent_table_new(arena, c->text ? text_relation_columns : relation_columns);
    if (c->relations.n)
        qsort(c->relations.items, c->relations.n, sizeof *c->relations.items, compare_relations);
    for (size_t i = 0; i < c->relations.n; i++) {
        const relation *r = &c->relations.items[i];
        const ent_cell cells[] = {ent_cell_text(ent_str_from(ent_relation_name(r->edge.type))),
                                  ent_cell_text(r->direction), ent_cell_text(r->other.key),
                                  ent_cell_text(r->other.name), ent_cell_int(r->edge.evidence)};
        const ent_cell text_cells[] = {ent_cell_text(ent_quote_arrow(arena, &r->edge, c->entity.id)), cells[3],
                                       cells[4], cells[2]};
        ent_table_add(table, c->text ? text_cells : cells);
    }
    return table;
}

static ent_status run(ent_context *context, ent_error *err)
{
    card c = {.context = context, .text = context->style.format == ENT_FORMAT_TEXT};
    c.documents = ent_table_new(context->arena, c.text ? text_document_columns : document_columns);
    ent_status status = ent_resolve_entity(context, context->arguments[0], &c.entity, err);
    if (status == ENT_OK)
        status = gather(&c, err);
    if (status != ENT_OK)
        return status;
    const ent_cell cells[] = {ent_cell_text(c.entity.key),
                              ent_cell_text(ent_str_from(ent_kind_name(c.entity.kind))),
                              ent_cell_text(c.entity.name),
                              ent_cell_list(c.aliases.items, c.aliases.n),
                              ent_cell_attributes(c.entity.attributes),
                              ent_cell_table(make_relations(&c)),
                              ent_cell_table(c.documents)};
    ent_table_add(context->table, cells);
    return ENT_OK;
}

const ent_command ent_command_show = {
    .name = "show",
    .summary = "an entity: attributes, aliases, relations by type, documents",
    .usage = "show ENTITY",
    .help = "ENTITY is a key (forum:conference-on-disarmament), a name or any alias; letter case does not matter.",
    .columns = columns,
    .single = true,
    .needs = ENT_NEEDS_READ,
    .min_arguments = 1,
    .max_arguments = 1,
    .run = run,
};
