/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence goes with the entities its relation was read between. It is not shown where one of them is not, where both
 * became one, where the model does not allow the relation between what they became, and where it was rejected. */
#include "core/store/edit_internal.h"

/* What becomes of a piece of evidence. */
typedef struct verdict {
    int64_t id, source, target; /* source 0: it is not shown */
    ent_relation_type type;
    double confidence;
    ent_str rule;
} verdict;

/* ---- what is to be judged ---------------------------------------------------------------------------------------- */

static ent_status find_row(const ent_ways *ways, ent_str key, int64_t *out, ent_error *err)
{
    *out = 0;
    return ent_query_get_int(ways->store, ENT_SQL_FIND_ENTITY, ENT_TEXT(key), out, err);
}

/* The relations, as they are shown, that some edit judges. */
static ent_status list_judged(const ent_ways *ways, ent_rows *out, ent_error *err)
{
    for (size_t i = 0; i < ways->edits.n; i++) {
        const ent_edit *edit = &ways->edits.items[i];
        ent_str from, to;
        int64_t source, target;
        if ((edit->what != ENT_EDIT_REJECT && edit->what != ENT_EDIT_CONFIRM) || !edit->target.len ||
            !ent_ways_ends(ways, edit->entity, edit->type, edit->target, &from, &to))
            continue;
        if (find_row(ways, from, &source, err) != ENT_OK || find_row(ways, to, &target, err) != ENT_OK)
            return ENT_FAILED;
        ent_value *row = ent_rows_add(ways->arena, out);
        row[0] = ENT_INT(source);
        row[1] = ENT_INT(edit->type);
        row[2] = ENT_INT(target);
    }
    return ENT_OK;
}

typedef struct judging {
    const ent_ways *ways;
    ENT_VEC(verdict) verdicts;
    ent_ids relations; /* whose counts change */
} judging;

static ent_str confirmed_rule(const ent_ways *ways, ent_str rule, const ent_edit *edit)
{
    return ent_arena_format(ways->arena, ENT_STR_FMT " + " ENT_STR_FMT, ENT_STR_ARG(rule),
                            ENT_STR_ARG(ent_edit_rule(ways->arena, edit)));
}

/* True when an edit changes anything about it. */
static bool judge(const ent_ways *ways, const ent_read_evidence *read, verdict *out, ent_str *from, ent_str *to)
{
    const ent_edit *last = ent_ways_judge(ways, read, 0);
    bool shown = ent_ways_ends(ways, read->source, read->type, read->target, from, to) &&
                 !(last && last->what == ENT_EDIT_REJECT);
    *out = (verdict){read->id, shown, shown, read->type, read->confidence, read->rule};
    if (shown && last) {
        out->confidence = 1;
        out->rule = confirmed_rule(ways, read->rule, last);
    }
    return !shown || last || !ent_str_eq(*from, read->source) || !ent_str_eq(*to, read->target);
}

static ent_status judge_all(judging *j, ent_rows *hidden, ent_rows *judged, ent_error *err)
{
    const ent_ways *ways = j->ways;
    ent_query query = ent_query_open(ways->store, ENT_SQL_EACH_TO_JUDGE);
    ent_query_bind(&query, ENT_ROWS(hidden), ENT_ROWS(judged));
    ent_status status = ENT_OK;
    while (status == ENT_OK && ent_query_next(&query)) {
        ent_read_evidence read = {.id = ent_query_int(&query, 0),
                                  .source = ent_query_str(&query, 2),
                                  .type = (ent_relation_type)ent_query_int(&query, 3),
                                  .target = ent_query_str(&query, 4),
                                  .document = ent_query_str(&query, 5),
                                  .hash = (uint64_t)ent_query_int(&query, 6),
                                  .confidence = ent_query_real(&query, 7),
                                  .rule = ent_arena_str(ways->arena, ent_query_str(&query, 8))};
        verdict v;
        ent_str from, to;
        if (!judge(ways, &read, &v, &from, &to))
            continue;
        if (v.source)
            status = find_row(ways, from, &v.source, err);
        if (v.source && status == ENT_OK)
            status = find_row(ways, to, &v.target, err);
        ent_vec_push(ways->arena, &j->verdicts, v);
        ent_vec_push(ways->arena, &j->relations, ent_query_int(&query, 1));
    }
    ent_status read = ent_query_close(&query, status == ENT_OK ? err : NULL);
    return status == ENT_OK ? read : status;
}

/* ---- carrying it out --------------------------------------------------------------------------------------------- */

/* Of the shown: id, source, type, target, confidence, rule. */
static ent_status fill_shown(const judging *j, ent_rows *shown, ent_rows *all, ent_error *err)
{
    ent_arena *arena = j->ways->arena;
    for (size_t i = 0; i < j->verdicts.n; i++) {
        const verdict *v = &j->verdicts.items[i];
        int64_t rule;
        *ent_rows_add(arena, all) = ENT_INT(v->id);
        if (!v->source)
            continue;
        if (ent_write_rule(j->ways->store, v->rule, &rule, err) != ENT_OK)
            return ENT_FAILED;
        ent_value *row = ent_rows_add(arena, shown);
        row[0] = ENT_INT(v->id);
        row[1] = ENT_INT(v->source);
        row[2] = ENT_INT(v->type);
        row[3] = ENT_INT(v->target);
        row[4] = ENT_REAL(v->confidence);
        row[5] = ENT_INT(rule);
    }
    return ENT_OK;
}

static ent_status list_relations(const judging *j, ent_sql sql, ent_rows *rows, ent_ids *out, ent_error *err)
{
    ent_query query = ent_query_open(j->ways->store, sql);
    ent_query_bind(&query, ENT_ROWS(rows));
    while (ent_query_next(&query))
        ent_vec_push(j->ways->arena, out, ent_query_int(&query, 0));
    return ent_query_close(&query, err);
}

/* Where two became one, a sentence may say the same twice: the surer piece is enough. */
static ent_status hide_doubles(const judging *j, ent_rows *shown, ent_error *err)
{
    ent_ids doubles = {0};
    ent_rows rows = {.n_columns = 1};
    ent_status status = list_relations(j, ENT_SQL_EACH_DOUBLE, shown, &doubles, err);
    for (size_t i = 0; i < doubles.n; i++)
        *ent_rows_add(j->ways->arena, &rows) = ENT_INT(doubles.items[i]);
    if (status == ENT_OK)
        status = ent_query_do(j->ways->store, ENT_SQL_KEEP_EVIDENCE, err, ENT_ROWS(&rows));
    return status == ENT_OK ? ent_query_do(j->ways->store, ENT_SQL_HIDE_EVIDENCE, err, ENT_ROWS(&rows)) : status;
}

static ent_status carry_out(judging *j, ent_error *err)
{
    ent_store *store = j->ways->store;
    ent_rows shown = {.n_columns = 6}, all = {.n_columns = 1};
    ent_status status = fill_shown(j, &shown, &all, err);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_KEEP_EVIDENCE, err, ENT_ROWS(&all));
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_ENSURE_RELATIONS, err, ENT_ROWS(&shown));
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_MOVE_EVIDENCE, err, ENT_ROWS(&shown));
    for (size_t i = 0; i < j->verdicts.n; i++)
        all.values.items[i] = j->verdicts.items[i].source ? ENT_NULL : ENT_INT(j->verdicts.items[i].id);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_HIDE_EVIDENCE, err, ENT_ROWS(&all));
    if (status == ENT_OK)
        status = hide_doubles(j, &shown, err);
    if (status == ENT_OK)
        status = list_relations(j, ENT_SQL_EACH_MOVED_TO, &shown, &j->relations, err);
    return status == ENT_OK ? ent_recount_relations(store, &j->relations, err) : status;
}

ent_status ent_edits_apply_evidence(ent_ways *ways, ent_error *err)
{
    judging j = {.ways = ways};
    ent_rows hidden = {.n_columns = 1}, judged = {.n_columns = 3};
    for (size_t i = 0; i < ways->moved.n; i++)
        *ent_rows_add(ways->arena, &hidden) = ENT_INT(ways->moved.items[i].id);
    ent_status status = list_judged(ways, &judged, err);
    if (status == ENT_OK)
        status = judge_all(&j, &hidden, &judged, err);
    return status == ENT_OK && j.verdicts.n ? carry_out(&j, err) : status;
}

/* ---- taking it back ---------------------------------------------------------------------------------------------- */

ent_status ent_edits_restore_evidence(ent_store *store, ent_error *err)
{
    static const ent_sql put_back[] = {ENT_SQL_HIDE_MOVED_EVIDENCE, ENT_SQL_ENSURE_READ_RELATIONS,
                                       ENT_SQL_SHOW_READ_EVIDENCE};
    static const ent_sql forget[] = {ENT_SQL_FORGET_READ_EVIDENCE, ENT_SQL_FORGET_MADE_EVIDENCE};
    ent_arena arena = {0};
    judging j = {.ways = &(ent_ways){.store = store, .arena = &arena}};
    ent_ids *relations = &j.relations;
    ent_status status = list_relations(&j, ENT_SQL_EACH_EDITED_RELATION, NULL, relations, err);
    if (status == ENT_OK)
        status = ent_edits_do(store, put_back, sizeof put_back / sizeof *put_back, ENT_NULL, err);
    if (status == ENT_OK)
        status = list_relations(&j, ENT_SQL_EACH_EDITED_RELATION, NULL, relations, err);
    if (status == ENT_OK)
        status = ent_recount_relations(store, relations, err);
    if (status == ENT_OK)
        status = ent_edits_do(store, forget, 2, ENT_NULL, err);
    ent_arena_clear(&arena);
    return status;
}
