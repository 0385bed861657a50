/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two tables that a spreadsheet opens and `import` reads back. Rows are sorted by what they say, never by row id, so
 * that databases with the same content give the same files. */
#include "graphs/export/format.h"

#include "core/base/map.h"
#include "core/base/os.h"

#include <math.h>
#include <stdlib.h>

static const ent_column entity_columns[] = {{.name = "key"},     {.name = "kind"},       {.name = "name"},
                                            {.name = "aliases"}, {.name = "attributes"}, {0}};
static const ent_column relation_columns[] = {{.name = "type"},
                                              {.name = "source"},
                                              {.name = "target"},
                                              {.name = "role"},
                                              {.name = "polarity"},
                                              {.name = "speaker"},
                                              {.name = "count"},
                                              {.name = "from"},
                                              {.name = "to"},
                                              {.name = "confidence"},
                                              {.name = "rule"},
                                              {.name = "document"},
                                              {.name = "section"},
                                              {.name = "page"},
                                              {.name = "line"},
                                              {.name = "quote"},
                                              {.name = "modality"},
                                              {.name = "holder"},
                                              {0}};

typedef struct csv_export {
    ent_context *context;
    ent_selection selection;
    ENT_VEC(ent_evidence_row) evidence;
    ENT_VEC(ent_entity_row) entities;
    ent_map ends;   /* keys of the ends of the evidence */
    bool mentioned; /* the entity in question is mentioned in a selected document */
} csv_export;

/* ---- relations -------------------------------------------------------------------------------------------------- */

static void keep(ent_arena *arena, ent_str *s)
{
    *s = ent_arena_str(arena, *s);
}

static bool take_evidence(void *context, const ent_evidence_row *row)
{
    csv_export *export = context;
    ent_arena *arena = export->context->arena;
    ent_evidence_row kept = *row;
    ent_str *strings[] = {&kept.source, &kept.target,   &kept.speaker, &kept.holder, &kept.role, &kept.from,
                          &kept.to,     &kept.document, &kept.section, &kept.quote,  &kept.rule};
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
        keep(arena, strings[i]);
    ent_vec_push(arena, &export->evidence, kept);
    ent_map_set(arena, &export->ends, kept.source, 1);
    ent_map_set(arena, &export->ends, kept.target, 1);
    return !export->context->interrupted();
}

static int compare_numbers(size_t x, size_t y)
{
    return (x > y) - (x < y);
}

static int tenths(double confidence)
{
    return (int)lround(confidence * 10);
}

/* Of one relation in one document what somebody said comes before what the report says, for it can be quoted with a
 * name; among each the surest comes first. */
static int by_relation_and_worth(const void *a, const void *b)
{
    const ent_evidence_row *x = a, *y = b;
    int order = ent_str_cmp(ent_str_from(ent_relation_name(x->type)), ent_str_from(ent_relation_name(y->type)));
    order = order ? order : ent_str_cmp(x->source, y->source);
    order = order ? order : ent_str_cmp(x->target, y->target);
    order = order ? order : ent_str_cmp(x->document, y->document);
    order = order ? order : (x->speaker.len == 0) - (y->speaker.len == 0);
    order = order ? order : tenths(y->confidence) - tenths(x->confidence);
    order = order ? order : compare_numbers(x->begin, y->begin);
    order = order ? order : compare_numbers(x->end, y->end);
    order = order ? order : ent_str_cmp(x->role, y->role);
    order = order ? order : ent_str_cmp(x->speaker, y->speaker);
    order = order ? order : (int)x->polarity - (int)y->polarity;
    return order ? order : ent_str_cmp(x->rule, y->rule);
}

static void add_evidence(ent_table *table, const ent_evidence_row *row)
{
    const ent_cell cells[] = {ent_cell_text(ent_str_from(ent_relation_name(row->type))),
                              ent_cell_text(row->source),
                              ent_cell_text(row->target),
                              ent_cell_text(row->role),
                              ent_cell_text(ent_str_from(ent_polarity_name(row->polarity))),
                              ent_cell_text(row->speaker),
                              ent_cell_int_or_empty(row->count),
                              ent_cell_text(row->from),
                              ent_cell_text(row->to),
                              ent_cell_real(row->confidence),
                              ent_cell_text(row->rule),
                              ent_cell_text(row->document),
                              ent_cell_text(row->section),
                              ent_cell_int_or_empty(row->page),
                              ent_cell_int_or_empty(row->line),
                              ent_cell_text(row->quote),
                              ent_cell_text(ent_str_from(ent_modality_name(row->modality))),
                              ent_cell_text(row->holder)};
    ent_table_add(table, cells);
}

/* ---- entities --------------------------------------------------------------------------------------------------- */

static bool take_entity(void *context, const ent_entity_row *row)
{
    csv_export *export = context;
    ent_arena *arena = export->context->arena;
    ent_entity_row kept = *row;
    keep(arena, &kept.key);
    keep(arena, &kept.name);
    keep(arena, &kept.attributes);
    ent_vec_push(arena, &export->entities, kept);
    return true;
}

static bool takes_all_documents(const ent_selection *selection)
{
    return selection->n_documents == 0 && !selection->since_year && !selection->until_year;
}

static bool take_document(void *context, const ent_document_row *row)
{
    csv_export *export = context;
    export->mentioned = export->mentioned || ent_export_takes(&export->selection, row);
    return !export->mentioned;
}

/* With all documents every entity; else those the documents mention or give evidence about. */
static ent_status is_wanted(csv_export *export, const ent_entity_row *entity, bool *wanted, ent_error *err)
{
    ent_status status = ENT_OK;
    *wanted = takes_all_documents(&export->selection) || ent_map_find(&export->ends, entity->key) != ENT_MAP_NONE;
    if (*wanted)
        return ENT_OK;
    export->mentioned = false;
    status = ent_store_each_document_of(export->context->store, entity->id, take_document, export, err);
    *wanted = export->mentioned;
    return status;
}

static ent_status add_entity(csv_export *export, const ent_entity_row *entity, ent_table *table, ent_error *err)
{
    ent_str_vec aliases = {0};
    ent_status status = ent_store_get_aliases(export->context->store, export->context->arena, entity, &aliases, err);
    if (status)
        return status;
    const ent_cell cells[] = {ent_cell_text(entity->key), ent_cell_text(ent_str_from(ent_kind_name(entity->kind))),
                              ent_cell_text(entity->name),
                              ent_cell_list(aliases.items, aliases.n), /* CSV joins lists by " | " */
                              ent_cell_text(entity->attributes)};
    ent_table_add(table, cells);
    return ENT_OK;
}

/* ---- the two files ---------------------------------------------------------------------------------------------- */

static ent_status write_table(const csv_export *export, const ent_table *table, const char *folder, const char *name,
                              ent_error *err)
{
    ent_buf bytes = {0};
    ent_table_render(table, (ent_print_style){.format = ENT_FORMAT_CSV}, &bytes);
    const char *path = ent_arena_format(export->context->arena, "%s/%s", folder, name).data;
    ent_status status = ent_os_write_file(path, ent_buf_str(&bytes), err);
    ent_buf_clear(&bytes);
    return status;
}

static ent_status write_relations(csv_export *export, const char *folder, ent_error *err)
{
    ent_table *table = ent_table_new(export->context->arena, relation_columns);
    ent_status status = ent_store_each_evidence(export->context->store, &export->selection, (ent_entity_id){0},
                                                (ent_entity_id){0}, take_evidence, export, err);
    if (status)
        return status;
    if (export->evidence.n)
        qsort(export->evidence.items, export->evidence.n, sizeof *export->evidence.items, by_relation_and_worth);
    for (size_t i = 0; i < export->evidence.n; i++)
        add_evidence(table, &export->evidence.items[i]);
    return write_table(export, table, folder, "relations.csv", err);
}

static ent_status write_entities(csv_export *export, const char *folder, ent_error *err)
{
    ent_table *table = ent_table_new(export->context->arena, entity_columns);
    ent_status status =
        ent_store_each_entity(export->context->store, export->selection.kinds, take_entity, export, err);
    for (size_t i = 0; i < export->entities.n && !status; i++) {
        bool wanted;
        status = is_wanted(export, &export->entities.items[i], &wanted, err);
        if (!status && wanted)
            status = add_entity(export, &export->entities.items[i], table, err);
    }
    return status ? status : write_table(export, table, folder, "entities.csv", err);
}

static ent_status write_csv(ent_context *context, const char *path, ent_error *err)
{
    csv_export export = {.context = context, .selection = context->selection};
    export.selection.with_mentions = false;
    ent_status status = write_relations(&export, path, err);
    return status ? status : write_entities(&export, path, err);
}

const ent_export_format ent_export_csv = {.name = "csv",
                                          .folder = true,
                                          .loses =
                                              "texts, titles and dates of documents, nor where entities are mentioned",
                                          .write = write_csv};
