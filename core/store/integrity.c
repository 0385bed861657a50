/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/integrity.h"

#include "core/store/store_internal.h"

enum { MAX_REPORTED = 100 }; /* of one check */

typedef struct checker {
    ent_store *store;
    ent_check_fn fn;
    void *context;
    ent_error *err;
    ent_arena arena; /* of the check in hand */
    ent_str check;
    int64_t n_wrong;
    bool whole;
} checker;

static void complain(checker *c, ent_str detail)
{
    c->whole = false;
    if (c->n_wrong++ < MAX_REPORTED)
        c->fn(c->context, &(ent_check_row){c->check, false, detail});
}

static void begin(checker *c, ent_str check)
{
    ent_arena_reset(&c->arena);
    c->check = check;
    c->n_wrong = 0;
}

/* Reports the check as passed unless it complained. */
static void pass(checker *c, ent_str detail)
{
    if (c->n_wrong == 0)
        c->fn(c->context, &(ent_check_row){c->check, true, detail});
    else if (c->n_wrong > MAX_REPORTED)
        c->fn(c->context,
              &(ent_check_row){c->check, false,
                               ent_arena_format(&c->arena, "and %lld more", (long long)(c->n_wrong - MAX_REPORTED))});
}

/* ---- the schema is the one this program makes -------------------------------------------------------------------- */

typedef ENT_VEC(ent_str) lines;

static ent_status list_lines(ent_store *store, ent_arena *arena, ent_sql sql, lines *out, ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    while (ent_query_next(&query))
        ent_vec_push(arena, out, ent_arena_str(arena, ent_query_str(&query, 0)));
    return ent_query_close(&query, err);
}

/* Both sorted: says what only one of them has. */
static void compare_lines(checker *c, const lines *expected, const lines *found)
{
    for (size_t i = 0, j = 0; i < expected->n || j < found->n;) {
        int order = i == expected->n ? 1 : j == found->n ? -1 : ent_str_cmp(expected->items[i], found->items[j]);
        if (order < 0)
            complain(c, ent_arena_format(&c->arena, "missing: " ENT_STR_FMT, ENT_STR_ARG(expected->items[i])));
        else if (order > 0)
            complain(c, ent_arena_format(&c->arena, "unknown: " ENT_STR_FMT, ENT_STR_ARG(found->items[j])));
        i += order <= 0;
        j += order >= 0;
    }
}

static ent_status check_schema(checker *c)
{
    static const ent_sql parts[] = {ENT_SQL_CHECK_SCHEMA, ENT_SQL_CHECK_VOCABULARIES};
    begin(c, ENT_STR("schema"));
    ent_store *fresh = NULL;
    ent_status status = ent_store_open(":memory:", ENT_STORE_CREATE, &fresh, c->err);
    for (size_t i = 0; i < 2 && status == ENT_OK; i++) {
        lines expected = {0}, found = {0};
        status = list_lines(fresh, &c->arena, parts[i], &expected, c->err);
        if (status == ENT_OK)
            status = list_lines(c->store, &c->arena, parts[i], &found, c->err);
        if (status == ENT_OK)
            compare_lines(c, &expected, &found);
    }
    ent_store_close(fresh);
    if (status == ENT_OK)
        pass(c, ent_arena_format(&c->arena, "version %d", ENT_SCHEMA_VERSION));
    return status;
}

/* ---- checks that SQL can say ------------------------------------------------------------------------------------- */

/* SQLite's own check reports one row "ok" when all is well. */
static ent_status check_indexes(checker *c)
{
    lines found = {0};
    begin(c, ENT_STR("indexes"));
    ent_status status = list_lines(c->store, &c->arena, ENT_SQL_CHECK_INDEXES, &found, c->err);
    for (size_t i = 0; i < found.n && status == ENT_OK; i++)
        if (!ent_str_eq(found.items[i], ENT_STR("ok")))
            complain(c, found.items[i]);
    if (status == ENT_OK)
        pass(c, ENT_STR("every page and index is whole"));
    return status;
}

static ent_status check_foreign_keys(checker *c)
{
    begin(c, ENT_STR("foreign keys"));
    ent_query query = ent_query_open(c->store, ENT_SQL_CHECK_FOREIGN_KEYS);
    while (ent_query_next(&query))
        complain(c, ent_arena_format(&c->arena, ENT_STR_FMT " %lld refers to a " ENT_STR_FMT " that does not exist",
                                     ENT_STR_ARG(ent_query_str(&query, 0)), (long long)ent_query_int(&query, 1),
                                     ENT_STR_ARG(ent_query_str(&query, 2))));
    ent_status status = ent_query_close(&query, c->err);
    if (status == ENT_OK)
        pass(c, ENT_STR("every row that is referred to exists"));
    return status;
}

/* A statement whose rows each say what is wrong. */
static ent_status check_none(checker *c, ent_sql sql, ent_str detail)
{
    ent_query query = ent_query_open(c->store, sql);
    while (ent_query_next(&query))
        complain(c, ent_query_str(&query, 0));
    ent_status status = ent_query_close(&query, c->err);
    if (status == ENT_OK)
        pass(c, detail);
    return status;
}

/* FTS5's own check is a write; a reader walks through all terms instead, and compares the passages. */
static ent_status check_full_text(checker *c)
{
    int64_t n_terms = 0;
    begin(c, ENT_STR("full text"));
    ent_status status = ent_store_execute(
        c->store, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab('main', 'passage_fts', 'row')", c->err);
    if (status != ENT_OK)
        return status;
    if (ent_query_get_int(c->store, ENT_SQL_CHECK_TERMS, ENT_NULL, &n_terms, NULL) != ENT_OK) {
        complain(c, ENT_STR("the index is damaged"));
        return ENT_OK;
    }
    return check_none(c, ENT_SQL_CHECK_FULL_TEXT,
                      ent_arena_format(&c->arena, "every passage is indexed, under %lld terms", (long long)n_terms));
}

/* ---- relations and their words ----------------------------------------------------------------------------------- */

static ent_status check_ends(checker *c)
{
    int64_t n = 0;
    begin(c, ENT_STR("ends"));
    ent_query query = ent_query_open(c->store, ENT_SQL_CHECK_ENDS);
    for (; ent_query_next(&query); n++) {
        int64_t type = ent_query_int(&query, 1);
        ent_str source = ent_query_str(&query, 2), target = ent_query_str(&query, 3);
        bool known = type >= 0 && type < ENT_MENTIONED_WITH;
        bool allowed = known && ent_relation_allows((ent_relation_type)type, (ent_kind)ent_query_int(&query, 4),
                                                    (ent_kind)ent_query_int(&query, 5));
        if (!allowed)
            complain(c,
                     ent_arena_format(&c->arena, "relation %lld, " ENT_STR_FMT " %s " ENT_STR_FMT ", is not allowed",
                                      (long long)ent_query_int(&query, 0), ENT_STR_ARG(source),
                                      known ? ent_relation_name((ent_relation_type)type) : "?", ENT_STR_ARG(target)));
        else if (ent_relation_is_symmetric((ent_relation_type)type) && ent_str_cmp(source, target) > 0)
            complain(c, ent_arena_format(&c->arena, "relation %lld: the smaller key is not its source",
                                         (long long)ent_query_int(&query, 0)));
    }
    ent_status status = ent_query_close(&query, c->err);
    if (status == ENT_OK)
        pass(c, ent_arena_format(&c->arena, "%lld relations", (long long)n));
    return status;
}

static ent_status check_quotes(checker *c)
{
    int64_t n = 0;
    begin(c, ENT_STR("quotes"));
    ent_cutter cutter = {.store = c->store};
    ent_query query = ent_query_open(c->store, ENT_SQL_CHECK_QUOTES);
    for (; ent_query_next(&query); n++) {
        ent_str quote;
        bool there =
            ent_cut(&cutter, ent_query_int(&query, 1), ent_query_int(&query, 2), ent_query_int(&query, 3), &quote);
        if (there && (int64_t)ent_str_hash(quote) == ent_query_int(&query, 4))
            continue;
        complain(c, ent_arena_format(&c->arena,
                                     ENT_STR_FMT " " ENT_STR_FMT " " ENT_STR_FMT ": evidence %lld (" ENT_STR_FMT
                                                 ", line %lld) is no longer what the text says",
                                     ENT_STR_ARG(ent_query_str(&query, 5)), ENT_STR_ARG(ent_query_str(&query, 6)),
                                     ENT_STR_ARG(ent_query_str(&query, 7)), (long long)ent_query_int(&query, 0),
                                     ENT_STR_ARG(ent_query_str(&query, 8)), (long long)ent_query_int(&query, 9)));
    }
    ent_cutter_clear(&cutter);
    ent_status status = ent_query_close(&query, c->err);
    if (status == ENT_OK)
        pass(c, ent_arena_format(&c->arena, "%lld pieces of evidence", (long long)n));
    return status;
}

/* ---- all together ------------------------------------------------------------------------------------------------ */

static ent_status check_places(checker *c)
{
    begin(c, ENT_STR("places"));
    return check_none(c, ENT_SQL_CHECK_PLACES, ENT_STR("all lie within their texts"));
}

static ent_status check_counts(checker *c)
{
    begin(c, ENT_STR("counts"));
    return check_none(c, ENT_SQL_CHECK_COUNTS, ENT_STR("as recomputed"));
}

static ent_status check_works(checker *c)
{
    begin(c, ENT_STR("works"));
    return check_none(c, ENT_SQL_CHECK_WORKS, ENT_STR("every rendering has a first one"));
}

static ent_status check_edits(checker *c)
{
    int64_t n = 0;
    begin(c, ENT_STR("edits"));
    ent_status status = ent_query_get_int(c->store, ENT_SQL_COUNT_EDITS, ENT_NULL, &n, c->err);
    if (status != ENT_OK)
        return status;
    return check_none(c, ENT_SQL_CHECK_EDITS, ent_arena_format(&c->arena, "%lld are active", (long long)n));
}

ent_status ent_store_check(ent_store *store, ent_check_fn fn, void *context, bool *whole, ent_error *err)
{
    static ent_status (*const checks[])(checker *) = {check_schema,    check_indexes, check_foreign_keys, check_places,
                                                      check_ends,      check_quotes,  check_counts,       check_works,
                                                      check_full_text, check_edits};
    checker c = {.store = store, .fn = fn, .context = context, .err = err, .whole = true};
    ent_status status = ENT_OK;
    for (size_t i = 0; i < sizeof checks / sizeof *checks && status == ENT_OK; i++)
        status = checks[i](&c);
    ent_arena_clear(&c.arena);
    *whole = status == ENT_OK && c.whole;
    return status;
}
