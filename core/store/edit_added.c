/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations added by hand. Each needs its words: where the document, or the words in it, are not (or not any more)
 * there, the edit waits. */
#include "core/store/edit_internal.h"

#include <string.h>

/* Of several places with the words, the one nearest to the line where they were. */
typedef struct nearest {
    int64_t line;
    ent_quote_row place; /* passage 0: there is none */
} nearest;

static int64_t distance(int64_t a, int64_t b)
{
    return a < b ? b - a : a - b;
}

static bool offer(void *context, const ent_quote_row *row)
{
    nearest *n = context;
    if (!n->place.passage || distance(row->line, n->line) < distance(n->place.line, n->line))
        n->place = *row;
    return true;
}

static ent_status find_relation(const ent_ways *ways, int64_t source, ent_relation_type type, int64_t target,
                                int64_t *out, ent_error *err)
{
    ent_rows rows = {.n_columns = 4};
    ent_value *row = ent_rows_add(ways->arena, &rows);
    row[1] = ENT_INT(source);
    row[2] = ENT_INT(type);
    row[3] = ENT_INT(target);
    ent_status status = ent_query_do(ways->store, ENT_SQL_ENSURE_RELATIONS, err, ENT_ROWS(&rows));
    return status == ENT_OK ? ent_query_get_int(ways->store, ENT_SQL_EACH_MOVED_TO, ENT_ROWS(&rows), out, err) : status;
}

static ent_status write_piece(const ent_ways *ways, const ent_edit *edit, const ent_quote_row *place, int64_t relation,
                              ent_error *err)
{
    ent_store *store = ways->store;
    int64_t rule, id = store->next_evidence++;
    if (ent_write_rule(store, ent_edit_rule(ways->arena, edit), &rule, err) != ENT_OK)
        return ENT_FAILED;
    ent_rows rows = {.n_columns = 16};
    const ent_value values[] = {ENT_INT(relation),
                                ENT_INT(place->passage),
                                ENT_INT(place->begin),
                                ENT_INT(place->begin + edit->quote.len),
                                ENT_INT(rule),
                                ENT_REAL(1),
                                ENT_INT(edit->polarity),
                                ENT_INT(edit->modality),
                                ENT_TEXT(edit->speaker),
                                ENT_TEXT(edit->holder),
                                ENT_TEXT(edit->role),
                                ENT_INT(edit->count),
                                ENT_TEXT(edit->from),
                                ENT_TEXT(edit->to),
                                ENT_INT(ent_str_hash(edit->quote)),
                                ENT_INT(id)};
    memcpy(ent_rows_add(ways->arena, &rows), values, sizeof values);
    ent_status status = ent_query_do(store, ENT_SQL_ADD_EVIDENCE, err, ENT_ROWS(&rows), ENT_INT(place->document));
    return status == ENT_OK ? ent_query_do(store, ENT_SQL_ADD_MADE_EVIDENCE, err, ENT_INT(id), ENT_INT(edit->id))
                            : status;
}

/* Adds the relation of edit i where all it needs is there. */
static ent_status add(const ent_ways *ways, size_t i, ent_ids *relations, ent_error *err)
{
    const ent_edit *edit = &ways->edits.items[i];
    ent_str from, to;
    int64_t source = 0, target = 0, relation = 0;
    nearest n = {.line = edit->line};
    if (!ent_ways_ends(ways, edit->entity, edit->type, edit->target, &from, &to))
        return ENT_OK;
    ent_status status = ent_query_get_int(ways->store, ENT_SQL_FIND_ENTITY, ENT_TEXT(from), &source, err);
    if (status == ENT_OK)
        status = ent_query_get_int(ways->store, ENT_SQL_FIND_ENTITY, ENT_TEXT(to), &target, err);
    if (status == ENT_OK)
        status = ent_store_each_quote(ways->store, edit->document, edit->quote, offer, &n, err);
    if (status != ENT_OK || !source || !target || !n.place.passage)
        return status;
    ways->found[i] = true;
    const ent_read_evidence read = {.source = edit->entity,
                                    .type = edit->type,
                                    .target = edit->target,
                                    .document = edit->document,
                                    .hash = ent_str_hash(edit->quote)};
    const ent_edit *later = ent_ways_judge(ways, &read, i + 1);
    if (later && later->what == ENT_EDIT_REJECT)
        return ENT_OK;
    status = find_relation(ways, source, edit->type, target, &relation, err);
    ent_vec_push(ways->arena, relations, relation);
    return status == ENT_OK ? write_piece(ways, edit, &n.place, relation, err) : status;
}

ent_status ent_edits_apply_added(ent_ways *ways, ent_error *err)
{
    ent_ids relations = {0};
    ent_status status = ENT_OK;
    for (size_t i = 0; i < ways->edits.n && status == ENT_OK; i++) {
        int64_t made = 0;
        if (ways->edits.items[i].what != ENT_EDIT_ADD_RELATION)
            continue;
        status = ent_query_get_int(ways->store, ENT_SQL_FIND_MADE, ENT_INT(ways->edits.items[i].id), &made, err);
        if (status == ENT_OK && !made)
            status = add(ways, i, &relations, err);
    }
    return status == ENT_OK ? ent_recount_relations(ways->store, &relations, err) : status;
}
