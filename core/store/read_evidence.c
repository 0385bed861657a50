/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/store_internal.h"

/* The columns are EVIDENCE_COLUMNS of statements.c. False when the quote's place is not in the text. */
static bool read_row(const ent_query *query, ent_cutter *cutter, ent_evidence_row *out)
{
    *out = (ent_evidence_row){.id = ent_query_int(query, 0),
                              .relation = {ent_query_int(query, 1)},
                              .type = (ent_relation_type)ent_query_int(query, 2),
                              .source = ent_query_str(query, 3),
                              .target = ent_query_str(query, 4),
                              .source_name = ent_query_str(query, 5),
                              .target_name = ent_query_str(query, 6),
                              .polarity = (ent_polarity)ent_query_int(query, 7),
                              .modality = (ent_modality)ent_query_int(query, 8),
                              .speaker = ent_query_str(query, 9),
                              .holder = ent_query_str(query, 10),
                              .role = ent_query_str(query, 11),
                              .count = ent_query_int(query, 12),
                              .from = ent_query_str(query, 13),
                              .to = ent_query_str(query, 14),
                              .document = ent_query_str(query, 15),
                              .section = ent_query_str(query, 16),
                              .page = (uint32_t)ent_query_int(query, 17),
                              .line = (uint32_t)ent_query_int(query, 18),
                              .begin = (size_t)ent_query_int(query, 19),
                              .end = (size_t)ent_query_int(query, 20),
                              .rule = ent_query_str(query, 21),
                              .confidence = ent_query_real(query, 22),
                              .path = ent_query_str(query, 24)};
    return ent_cut(cutter, ent_query_int(query, 23), ent_query_int(query, 19), ent_query_int(query, 20), &out->quote);
}

static ent_status each(ent_store *store, ent_sql sql, const ent_selection *selection, int64_t a, int64_t b,
                       ent_evidence_fn fn, void *context, ent_error *err)
{
    ent_status status = ent_select_documents(store, selection, err);
    if (status != ENT_OK)
        return status;
    ent_query query = ent_query_open(store, sql);
    ent_select_bind(&query, selection, a, b);
    ent_cutter cutter = {.store = store};
    int64_t outside = 0; /* a document with a place that is not in it */
    while (!outside && ent_query_next(&query)) {
        ent_evidence_row row;
        if (!read_row(&query, &cutter, &row))
            outside = ent_query_int(&query, 23);
        else if (!fn(context, &row))
            break;
    }
    ent_cutter_clear(&cutter);
    status = ent_query_close(&query, err);
    return status == ENT_OK && outside ? ent_cut_fail(store, err, outside) : status;
}

ent_status ent_store_each_evidence(ent_store *store, const ent_selection *selection, ent_entity_id a, ent_entity_id b,
                                   ent_evidence_fn fn, void *context, ent_error *err)
{
    ent_sql sql = !a.row ? ENT_SQL_EACH_EVIDENCE : !b.row ? ENT_SQL_EACH_EVIDENCE_OF : ENT_SQL_EACH_EVIDENCE_BETWEEN;
    return each(store, sql, selection, a.row, b.row, fn, context, err);
}

typedef struct keeper {
    ent_arena *arena;
    ent_evidence_row *out;
    bool *found;
} keeper;

static bool keep_first(void *context, const ent_evidence_row *row)
{
    keeper *to = context;
    *to->out = *row;
    *to->found = true;
    ent_str *strings[] = {&to->out->source,  &to->out->target,   &to->out->source_name, &to->out->target_name,
                          &to->out->speaker, &to->out->holder,   &to->out->role,        &to->out->from,
                          &to->out->to,      &to->out->document, &to->out->section,     &to->out->quote,
                          &to->out->rule,    &to->out->path};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        *strings[i] = ent_arena_str(to->arena, *strings[i]);
    return false;
}

ent_status ent_store_best_evidence(ent_store *store, ent_arena *arena, const ent_selection *selection,
                                   const ent_edge_row *edge, ent_evidence_row *out, bool *found, ent_error *err)
{
    keeper to = {arena, out, found};
    *found = false;
    if (edge->type != ENT_MENTIONED_WITH)
        return each(store, ENT_SQL_BEST_EVIDENCE, selection, edge->id.row, 0, keep_first, &to, err);
    ent_status status =
        each(store, ENT_SQL_FIRST_MENTIONED_WITH, selection, edge->source.row, edge->target.row, keep_first, &to, err);
    if (*found)
        out->type = ENT_MENTIONED_WITH;
    return status;
}
