/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file gets its schema, and how an older one is brought up to date: a list of steps, each from one version to the
 * next. A step once released is never changed; the schema it leads to is the one schema.sql makes. */
#include "core/model/relation.h"
#include "core/store/store_internal.h"

static ent_status write_names(ent_store *store, ent_sql sql, int n, const char *(*name)(int), ent_error *err)
{
    ent_query query = ent_query_open(store, sql);
    for (int i = 0; i < n; i++) {
        ent_query_bind(&query, ENT_INT(i), ENT_TEXT(ent_str_from(name(i))),
                       ENT_INT(sql == ENT_SQL_ADD_RELATION_TYPE && ent_relation_is_symmetric((ent_relation_type)i)));
        ent_query_run(&query);
    }
    return ent_query_close(&query, err);
}

static const char *kind_name(int i)
{
    return ent_kind_name((ent_kind)i);
}

static const char *type_name(int i)
{
    return ent_relation_name((ent_relation_type)i);
}

static const char *polarity_name(int i)
{
    return ent_polarity_name((ent_polarity)i);
}

static const char *modality_name(int i)
{
    return ent_modality_name((ent_modality)i);
}

static ent_status write_vocabularies(ent_store *store, ent_error *err)
{
    ent_status status = write_names(store, ENT_SQL_ADD_KIND, ENT_N_KINDS, kind_name, err);
    if (status == ENT_OK)
        status = write_names(store, ENT_SQL_ADD_RELATION_TYPE, ENT_MENTIONED_WITH, type_name, err);
    if (status == ENT_OK)
        status = write_names(store, ENT_SQL_ADD_POLARITY, ENT_N_POLARITIES, polarity_name, err);
    if (status == ENT_OK)
        status = write_names(store, ENT_SQL_ADD_MODALITY, ENT_N_MODALITIES, modality_name, err);
    return status;
}

static ent_status finish(ent_store *store, ent_status status, ent_error *err)
{
    if (status == ENT_OK)
        return ent_query_do(store, ENT_SQL_COMMIT, err, ENT_NULL);
    ent_query_do(store, ENT_SQL_ROLLBACK, NULL, ENT_NULL);
    return status;
}

ent_status ent_store_create(ent_store *store, ent_error *err)
{
    ent_status status = ent_query_do(store, ENT_SQL_BEGIN, err, ENT_NULL);
    if (status != ENT_OK)
        return status;
    status = ent_store_execute(store, (const char *)ent_schema_sql, err);
    if (status == ENT_OK)
        status = write_vocabularies(store, err);
    return finish(store, status, err);
}

/* Version 1 kept no hash of a quote, so that a text changed behind its evidence went unseen. The hashes are taken from
 * the texts as they are now. */
static ent_status hash_quotes(ent_store *store, ent_error *err)
{
    ent_status status =
        ent_store_execute(store, "ALTER TABLE evidence ADD COLUMN hash INTEGER NOT NULL DEFAULT 0", err);
    if (status != ENT_OK)
        return status;
    ent_query places = ent_query_open(store, ENT_SQL_EACH_PLACE), set = ent_query_open(store, ENT_SQL_SET_HASH);
    ent_cutter cutter = {.store = store};
    while (ent_query_next(&places)) {
        ent_str quote = ENT_STR_EMPTY;
        ent_cut(&cutter, ent_query_int(&places, 1), ent_query_int(&places, 2), ent_query_int(&places, 3), &quote);
        ent_query_bind(&set, ENT_INT(ent_query_int(&places, 0)), ENT_INT(ent_str_hash(quote)));
        ent_query_run(&set);
    }
    ent_cutter_clear(&cutter);
    ent_status read = ent_query_close(&places, err), written = ent_query_close(&set, err);
    return read == ENT_OK ? written : read;
}

/* Nor did it say how the full-text index is to be merged: see schema.sql. */
static ent_status to_second(ent_store *store, ent_error *err)
{
    ent_status status =
        ent_store_execute(store,
                          "INSERT INTO passage_fts (passage_fts, rank) VALUES ('automerge', 0);"
                          "INSERT INTO passage_fts (passage_fts, rank) VALUES ('crisismerge', 256)",
                          err);
    return status == ENT_OK ? hash_quotes(store, err) : status;
}

static ent_status to_third(ent_store *store, ent_error *err)
{
    return ent_store_execute(store, (const char *)ent_migrate_3_sql, err);
}

/* Nor was there a place for what others say about a document. */
static ent_status to_fourth(ent_store *store, ent_error *err)
{
    return ent_store_execute(store,
                             "CREATE TABLE annotation (id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES "
                             "document (id), record TEXT NOT NULL) STRICT;"
                             "CREATE INDEX annotation_by_document ON annotation (document)",
                             err);
}

/* steps[i] leads from version i + 1 to i + 2. */
static ent_status (*const steps[ENT_SCHEMA_VERSION - 1])(ent_store *, ent_error *) = {to_second, to_third, to_fourth};

ent_status ent_store_migrate(ent_store *store, int64_t version, ent_error *err)
{
    ent_status status = ent_query_do(store, ENT_SQL_BEGIN, err, ENT_NULL);
    if (status != ENT_OK)
        return status;
    for (; status == ENT_OK && version < ENT_SCHEMA_VERSION; version++)
        status = steps[version - 1](store, err);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_SET_VERSION, err, ENT_NULL);
    return finish(store, status, err);
}
