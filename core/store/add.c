/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document into the store: its row, passages and full text, then what it mentions (write_entities.c,
 * write_mentions.c), then what it says (write_relations.c). works.c decides whether it is a rendering of something
 * stored, remove.c takes out what an earlier edition left, batch.c makes it last. */
#include "core/model/key.h"
#include "core/store/store_internal.h"

typedef struct stored_document {
    int64_t id; /* 0: not stored */
    uint64_t hash;
    ent_str key;
} stored_document;

static ent_status find_path(ent_store *store, ent_str path, stored_document *out, ent_error *err)
{
    *out = (stored_document){0};
    ent_query query = ent_query_open(store, ENT_SQL_FIND_PATH);
    ent_query_bind(&query, ENT_TEXT(path));
    if (ent_query_next(&query)) {
        out->id = ent_query_int(&query, 0);
        out->hash = (uint64_t)ent_query_int(&query, 1);
        out->key = ent_arena_str(&store->scratch, ent_query_str(&query, 2));
    }
    return ent_query_close(&query, err);
}

ent_status ent_store_find_hash(ent_store *store, ent_str path, uint64_t *hash, bool *found, ent_error *err)
{
    stored_document document;
    ent_status status = find_path(store, path, &document, err);
    *found = status == ENT_OK && document.id;
    *hash = document.hash;
    return status;
}

/* ---- the document's row ------------------------------------------------------------------------------------------ */

/* "reports/OS23 Report.pdf" → "os23-report" */
static ent_str stem_of(ent_arena *arena, ent_str path)
{
    size_t begin = path.len;
    while (begin && path.data[begin - 1] != '/')
        begin--;
    ent_str name = ent_str_slice(path, begin, path.len);
    for (size_t i = name.len; i > 1; i--)
        if (name.data[i - 1] == '.') {
            name.len = i - 1;
            break;
        }
    ent_kind kind;
    ent_str slug, key = ent_key_make(arena, ENT_INSTRUMENT, name);
    return ent_key_parse(key, &kind, &slug) ? slug : ENT_STR("document");
}

/* The key wished for or the stem of the path, with a number behind it where another document has that key. */
static ent_status make_key(ent_store *store, const ent_facts *facts, ent_str *out, ent_error *err)
{
    ent_str stem = facts->key.len ? facts->key : stem_of(&store->scratch, facts->path);
    *out = stem;
    for (int n = 2;; n++) {
        int64_t taken = 0;
        ent_status status = ent_query_get_int(store, ENT_SQL_FIND_DOCUMENT, ENT_TEXT(*out), &taken, err);
        if (status != ENT_OK || !taken)
            return status;
        *out = ent_arena_format(&store->scratch, ENT_STR_FMT "-%d", ENT_STR_ARG(stem), n);
    }
}

static ent_status write_document(ent_store *store, const ent_facts *facts, stored_document *document, ent_error *err)
{
    ent_str origins = ent_pack_origins(&store->scratch, facts->origins.items, facts->origins.n);
    ent_str shingles = ent_pack_numbers(&store->scratch, facts->shingles.items, facts->shingles.n);
    if (document->id)
        return ent_query_do(store, ENT_SQL_REPLACE_DOCUMENT, err, ENT_INT(document->id), ENT_TEXT(facts->format),
                            ENT_TEXT(facts->title), ENT_TEXT(facts->date), ENT_INT(facts->hash), ENT_BLOB(origins),
                            ENT_BLOB(shingles), ENT_TEXT(facts->text), ENT_TEXT(facts->meeting));
    ent_status status = make_key(store, facts, &document->key, err);
    if (status != ENT_OK)
        return status;
    document->id = store->next_document++;
    return ent_query_do(store, ENT_SQL_ADD_DOCUMENT, err, ENT_INT(document->id), ENT_TEXT(document->key),
                        ENT_TEXT(facts->path), ENT_TEXT(facts->format), ENT_TEXT(facts->title), ENT_TEXT(facts->date),
                        ENT_INT(facts->hash), ENT_BLOB(origins), ENT_BLOB(shingles), ENT_TEXT(facts->text),
                        ENT_TEXT(facts->meeting));
}

/* ---- its text ---------------------------------------------------------------------------------------------------- */

/* The row of a section of this document, each path once. */
static ent_value find_section(ent_store *store, ent_map *sections, ent_ids *ids, ent_query *add, int64_t document,
                              ent_str path)
{
    if (path.len == 0)
        return ENT_NULL;
    uint32_t at = ent_map_find_or_set(&store->scratch, sections, path, (uint32_t)ids->n);
    if (at == ids->n) {
        ent_query_bind(add, ENT_INT(document), ENT_TEXT(path));
        ent_query_run(add);
        ent_vec_push(&store->scratch, ids, sqlite3_last_insert_rowid(store->db));
    }
    return ENT_INT(ids->items[at]);
}

static ent_status list_passages(ent_store *store, const ent_facts *facts, int64_t document, const int64_t *ids,
                                ent_rows *out, ent_error *err)
{
    ent_map sections = {0};
    ent_ids section_ids = {0};
    ent_query add_section = ent_query_open(store, ENT_SQL_ADD_SECTION);
    for (size_t i = 0; i < facts->passages.n; i++) {
        const ent_fact_passage *passage = &facts->passages.items[i];
        ent_value *row = ent_rows_add(&store->scratch, out);
        row[0] = ENT_INT(ids[i]);
        row[1] = find_section(store, &sections, &section_ids, &add_section, document, passage->section);
        row[2] = ENT_INT(passage->begin);
        row[3] = ENT_INT(passage->end);
        row[4] = ENT_INT(passage->line);
        row[5] = ENT_INT(passage->page);
    }
    return ent_query_close(&add_section, err);
}

static ent_status write_texts(ent_store *store, const ent_facts *facts, const int64_t *ids, ent_error *err)
{
    ent_rows rows = {.n_columns = 2};
    for (size_t i = 0; i < facts->passages.n; i++) {
        const ent_fact_passage *passage = &facts->passages.items[i];
        ent_value *row = ent_rows_add(&store->scratch, &rows);
        row[0] = ENT_INT(ids[i]);
        row[1] = ENT_TEXT(ent_str_slice(facts->text, passage->begin, passage->end));
    }
    return ent_rows_do(store, ENT_SQL_ADD_PASSAGE_TEXT, &rows, err);
}

static ent_status write_passages(ent_store *store, const ent_facts *facts, int64_t document, int64_t *ids,
                                 ent_error *err)
{
    ent_rows rows = {.n_columns = 6};
    for (size_t i = 0; i < facts->passages.n; i++)
        ids[i] = store->next_passage++;
    ent_status status = list_passages(store, facts, document, ids, &rows, err);
    if (status == ENT_OK)
        status = ent_query_do(store, ENT_SQL_ADD_PASSAGES, err, ENT_ROWS(&rows), ENT_INT(document));
    return status == ENT_OK ? write_texts(store, facts, ids, err) : status;
}

/* ---- all together ------------------------------------------------------------------------------------------------ */

static ent_status place_in_work(ent_store *store, const ent_facts *facts, ent_places *places, ent_store_result *result,
                                ent_error *err)
{
    ent_status status = ent_work_find(store, facts, places->document, &places->work, err);
    if (status == ENT_OK)
        status = ent_work_index(store, facts, places->document, err);
    if (status != ENT_OK || places->work == places->document)
        return status;
    if (result->status == ENT_DOCUMENT_NEW)
        result->status = ENT_DOCUMENT_RENDERING;
    status = ent_query_do(store, ENT_SQL_SET_WORK, err, ENT_INT(places->document), ENT_INT(places->work));
    if (status != ENT_OK)
        return status;
    ent_query query = ent_query_open(store, ENT_SQL_GET_DOCUMENT_KEY);
    ent_query_bind(&query, ENT_INT(places->work));
    if (ent_query_next(&query))
        result->rendering_of = ent_arena_str(&store->scratch, ent_query_str(&query, 0));
    return ent_query_close(&query, err);
}

static ent_status write_content(ent_store *store, const ent_facts *facts, int64_t document, ent_store_result *result,
                                ent_error *err)
{
    ent_facts own = *facts;
    int64_t *entities = ENT_ARENA_NEW(&store->scratch, int64_t, facts->entities.n);
    int64_t *passages = ENT_ARENA_NEW(&store->scratch, int64_t, facts->passages.n);
    ent_places places = {document, document, entities, passages};
    ent_status status = place_in_work(store, &own, &places, result, err);
    if (status == ENT_OK && places.work != document)
        status = ent_edits_restore(store, err); /* what a rendering says is compared with what was read */
    if (status == ENT_OK && places.work != document)
        status = ent_meeting_unify(store, &own, places.work, err);
    if (status == ENT_OK)
        status = write_passages(store, &own, document, passages, err);
    if (status == ENT_OK)
        status = ent_write_entities(store, &own, entities, &result->entities, err);
    if (status == ENT_OK)
        status = ent_write_mentions(store, &own, &places, err);
    if (status == ENT_OK)
        status = ent_write_relations(store, &own, &places, &result->relations, err);
    result->passages = (int64_t)facts->passages.n;
    return status;
}

/* Inside a batch. */
static ent_status add(ent_store *store, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    stored_document document;
    ent_leavings leavings = {0};
    ent_status status = find_path(store, facts->path, &document, err);
    if (status != ENT_OK)
        return status;
    result->document = document.key;
    result->status = !document.id                   ? ENT_DOCUMENT_NEW
                     : document.hash == facts->hash ? ENT_DOCUMENT_UNCHANGED
                                                    : ENT_DOCUMENT_UPDATED;
    if (result->status == ENT_DOCUMENT_UNCHANGED)
        return ENT_OK;
    status = ent_edits_lift(store, err);
    if (status == ENT_OK && result->status == ENT_DOCUMENT_UPDATED)
        status = ent_edits_restore(store, err);
    if (status == ENT_OK && result->status == ENT_DOCUMENT_UPDATED)
        status = ent_remove_content(store, document.id, &leavings, err);
    if (status == ENT_OK)
        status = write_document(store, facts, &document, err);
    result->document = document.key;
    if (status == ENT_OK)
        status = write_content(store, facts, document.id, result, err);
    if (status == ENT_OK && result->status == ENT_DOCUMENT_UPDATED) {
        status = ent_remove_sweep(store, &leavings, err);
        ent_cache_clear(&store->cache);
    }
    return status;
}

/* Before anything is written: whether it may be. */
static ent_status make_ready(ent_store *store, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    *result = (ent_store_result){.document = ENT_STR_EMPTY, .rendering_of = ENT_STR_EMPTY};
    if (store->mode == ENT_STORE_READ)
        return ent_fail(err, ENT_FAILED, store->path, "was opened for reading only");
    ent_status status = ent_validate(facts, err);
    if (status == ENT_OK)
        status = ent_store_begin(store, err);
    if (status != ENT_OK)
        return status;
    ent_arena_reset(&store->scratch);
    store->selected.len = 0; /* what was selected may have changed */
    return ENT_OK;
}

ent_status ent_store_add(ent_store *store, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    ent_error own;
    err = err ? err : &own;
    ent_status status = make_ready(store, facts, result, err);
    if (status != ENT_OK)
        return status;
    status = add(store, facts, result, err);
    if (status != ENT_OK)
        ent_batch_lose(store, err);
    return status;
}

ent_status ent_store_annotate(ent_store *store, ent_document_id document, const ent_facts *facts, ent_str record,
                              ent_store_result *result, ent_error *err)
{
    ent_status status = make_ready(store, facts, result, err);
    if (status != ENT_OK)
        return status;
    status = ent_write_annotation(store, document.row, facts, record, result, err);
    return ent_store_end(store, status, err);
}
