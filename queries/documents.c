/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/queries.h"

static const ent_column columns[] = {{.name = "key", .help = "what --document takes"},
                                     {.name = "title", .help = "as the document gives it", .wide = true},
                                     {.name = "date", .help = "ISO 8601, as precise as the document"},
                                     {.name = "format", .help = "what it was read as"},
                                     {.name = "work", .help = "key of the first rendering of the same work"},
                                     {.name = "passages", .help = "sentences, headings, list items and table rows"},
                                     {.name = "mentions", .help = "places where an entity is named"},
                                     {.name = "relations", .help = "different relations it has evidence for"},
                                     {0}};

/* For people: what they look for first, and the key where it may be long. */
static const ent_column text_columns[] = {
    {.name = "title", .help = "", .wide = true}, {.name = "date", .help = ""}, {.name = "passages", .help = ""},
    {.name = "relations", .help = ""},           {.name = "key", .help = ""},  {0}};

static bool add_for_people(void *context, const ent_document_row *row)
{
    const ent_context *c = context;
    ent_str key = ent_str_eq(row->work, row->key)
                      ? row->key
                      : ent_arena_format(c->arena, ENT_STR_FMT " (rendering of " ENT_STR_FMT ")", ENT_STR_ARG(row->key),
                                         ENT_STR_ARG(row->work));
    const ent_cell cells[] = {ent_cell_text(row->title), ent_cell_text(row->date), ent_cell_int(row->passages),
                              ent_cell_int(row->relations), ent_cell_text(key)};
    ent_table_add(c->table, cells);
    return true;
}

static bool add_for_programs(void *context, const ent_document_row *row)
{
    const ent_cell cells[] = {ent_cell_text(row->key),     ent_cell_text(row->title),   ent_cell_text(row->date),
                              ent_cell_text(row->format),  ent_cell_text(row->work),    ent_cell_int(row->passages),
                              ent_cell_int(row->mentions), ent_cell_int(row->relations)};
    const ent_context *c = context;
    ent_table_add(c->table, cells);
    return true;
}

static ent_status run(ent_context *context, ent_error *err)
{
    bool text = context->style.format == ENT_FORMAT_TEXT;
    if (text)
        context->table = ent_table_new(context->arena, text_columns);
    return ent_store_each_document(context->store, text ? add_for_people : add_for_programs, context, err);
}

const ent_command ent_command_documents = {
    .name = "documents",
    .summary = "what is in the database",
    .usage = "documents",
    .help = "One row per document. Documents with the same work are renderings of one text, and what they share is "
            "counted once.",
    .columns = columns,
    .empty = "the database holds no document",
    .needs = ENT_NEEDS_READ,
    .run = run,
};
