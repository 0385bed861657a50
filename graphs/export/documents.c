/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of a selection, one after the other: what formats are made from that write document by document. */
#include "graphs/export/format.h"

static bool is_in_years(const ent_selection *selection, ent_str date)
{
    int64_t year;
    if (!selection->since_year && !selection->until_year)
        return true;
    return ent_str_to_int(ent_str_slice(date, 0, 4), &year) && date.len >= 4 && year >= selection->since_year &&
           (!selection->until_year || year <= selection->until_year);
}

bool ent_export_takes(const ent_selection *selection, const ent_document_row *document)
{
    bool named = selection->n_documents == 0;
    for (size_t i = 0; i < selection->n_documents; i++)
        named = named || ent_str_eq(selection->documents[i], document->key);
    return named && is_in_years(selection, document->date);
}

typedef struct chosen {
    ent_context *context;
    ENT_VEC(ent_document_row) documents;
} chosen;

static bool choose(void *context, const ent_document_row *row)
{
    chosen *c = context;
    if (!ent_export_takes(&c->context->selection, row))
        return true;
    ent_document_row kept = *row;
    ent_str *strings[] = {&kept.key, &kept.title, &kept.date, &kept.format, &kept.path, &kept.work};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        *strings[i] = ent_arena_str(c->context->arena, *strings[i]);
    ent_vec_push(c->context->arena, &c->documents, kept);
    return true;
}

ent_status ent_export_each_document(ent_context *context, ent_export_document_fn fn, void *self, ent_error *err)
{
    chosen c = {.context = context};
    ent_arena arena = {0};
    ent_status status = ent_store_each_document(context->store, choose, &c, err);
    for (size_t i = 0; i < c.documents.n && status == ENT_OK; i++) {
        ent_facts facts;
        status = ent_store_get_facts(context->store, &arena, &context->selection, &c.documents.items[i], &facts, err);
        if (status == ENT_OK)
            status = fn(self, &facts, err);
        if (status == ENT_OK && context->interrupted())
            status = ENT_INTERRUPTED;
        ent_arena_reset(&arena);
    }
    ent_arena_clear(&arena);
    return status;
}
