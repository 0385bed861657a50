/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this room share: the handle, its errors, the writer's cache, and cutting words out of stored texts.
 */
#ifndef ENT_STORE_INTERNAL_H
#define ENT_STORE_INTERNAL_H

#include "core/base/buf.h"
#include "core/base/map.h"
#include "core/store/query.h"
#include "core/store/rows.h"
#include "core/store/store.h"

enum {
    ENT_APPLICATION_ID = 0x656e7465, /* "ente"; as in schema.sql */
    ENT_SCHEMA_VERSION = 4
};

extern const unsigned char ent_schema_sql[];    /* schema.sql, terminated */
extern const unsigned char ent_migrate_3_sql[]; /* migrate_3.sql, terminated */

typedef ENT_VEC(int64_t) ent_ids;
typedef ENT_VEC(uint64_t) ent_number_vec;

/* An entity as the writer last saw it. */
typedef struct ent_known_entity {
    int64_t id;
    ent_str name, attributes;
    ent_str aliases; /* as the last document gave them, which are stored; without data: none yet */
} ent_known_entity;

/* What the writer need not ask the file again. Bounded: emptied when it has grown large, when a transaction fails, when
 * a document was replaced and when somebody else has written. */
typedef struct ent_cache {
    ent_arena arena;
    ent_map by_key; /* entity key → entities */
    ENT_VEC(ent_known_entity) entities;
    ent_map aliases; /* entity id and alias → 0: is stored */
    ent_map rules;   /* name → id */
} ent_cache;

/* How what is stored stands to what was read, while a transaction writes: see edit_internal.h. */
typedef enum ent_edits_state { ENT_EDITS_SHOWN, ENT_EDITS_LIFTED, ENT_EDITS_RESTORED } ent_edits_state;

struct ent_store {
    sqlite3 *db;
    char *path; /* heap */
    ent_store_mode mode;
    sqlite3_stmt *statements[ENT_N_SQL]; /* NULL until first asked for */
    bool taken[ENT_N_SQL];               /* being read at the moment */
    ent_arena scratch;                   /* of the write in hand; its result's strings until the next */
    ent_cache cache;
    ent_arena batch;         /* of the batch that is open */
    ENT_VEC(uint32_t) named; /* in it: how often each entity was named, by row; see write_mentions.c */
    bool lost;               /* a batch failed, and nobody has asked to commit it yet */
    ent_error loss;          /* why */
    int64_t data_version;    /* changes when another connection writes */
    int64_t next_document, next_passage, next_relation, next_evidence; /* the next free ids */
    bool any_edits;                                                    /* that are active */
    ent_edits_state edits;
    ent_buf selected; /* the documents in temp.selected: see select.c */
};

/* ---- execute.c --------------------------------------------------------------------------------------------------- */

/* Fills err from the database's last error. */
ent_status ent_store_fail(ent_store *store, ent_error *err);
/* Runs SQL that gives no rows; for the schema and for settings, which are no named statements. */
ent_status ent_store_execute(ent_store *store, const char *sql, ent_error *err);

/* ---- migrate.c --------------------------------------------------------------------------------------------------- */

/* Makes the schema in an empty file. */
ent_status ent_store_create(ent_store *store, ent_error *err);
/* Brings an older schema up to date, in one transaction. */
ent_status ent_store_migrate(ent_store *store, int64_t version, ent_error *err);

/* ---- cut.c ------------------------------------------------------------------------------------------------------- */

/* Reads pieces of stored texts without loading them whole. Zero-initialized but for the store; must be cleared. */
typedef struct ent_cutter {
    ent_store *store;
    sqlite3_blob *blob; /* on the text of `document` */
    int64_t document;
    ent_buf buf;
} ent_cutter;
/* The words at a place; good until the next cut. False when the place is not in the text. */
bool ent_cut(ent_cutter *cutter, int64_t document, int64_t begin, int64_t end, ent_str *out);
void ent_cutter_clear(ent_cutter *cutter);
/* The error of a reader whose place was not in the text. */
ent_status ent_cut_fail(ent_store *store, ent_error *err, int64_t document);

/* ---- pack.c ------------------------------------------------------------------------------------------------------ */

/* Arrays of rising numbers as blobs of varint differences. Unpacking stops at the first byte that is no varint. */
ent_str ent_pack_origins(ent_arena *arena, const ent_origin *origins, size_t n);
void ent_unpack_origins(ent_arena *arena, ent_str bytes, ent_origin_vec *out);
ent_str ent_pack_numbers(ent_arena *arena, const uint64_t *numbers, size_t n);
void ent_unpack_numbers(ent_arena *arena, ent_str bytes, ent_number_vec *out);

/* ---- validate.c -------------------------------------------------------------------------------------------------- */

/* Whether facts may be stored; else the error says which and why. */
ent_status ent_validate(const ent_facts *facts, ent_error *err);

/* Where the facts' entities, passages and the document itself have come to stand. */
typedef struct ent_places {
    int64_t document;
    int64_t work; /* == document, or of a rendering the work's first document */
    const int64_t *entities, *passages;
} ent_places;

/* ---- batch.c ----------------------------------------------------------------------------------------------------- */

/* Opens a transaction that writes, unless one is open. Fails while nobody has asked to commit a lost one. */
ent_status ent_store_begin(ent_store *store, ent_error *err);
/* Ends it: commits, or where the status (or the commit) is a failure, undoes it. */
ent_status ent_store_end(ent_store *store, ent_status status, ent_error *err);
/* Undoes all that was added since the last commit; the next will fail for this reason. */
void ent_batch_lose(ent_store *store, const ent_error *why);

/* ---- write_entities.c -------------------------------------------------------------------------------------------- */

void ent_cache_clear(ent_cache *cache);
/* Stores entities and aliases: ids[i] is the row of facts->entities[i]. */
ent_status ent_write_entities(ent_store *store, const ent_facts *facts, int64_t *ids, int64_t *n_new, ent_error *err);

/* Stores aliases: of each its entity, the alias folded, the alias. Sorts them, each key once. */
ent_status ent_write_aliases(ent_store *store, ent_rows *aliases, ent_error *err);

/* Takes b's attributes to a's; of two values of one, the later in byte order stays. */
ent_str ent_attributes_merge(ent_arena *arena, ent_str a, ent_str b);

/* ---- write_mentions.c -------------------------------------------------------------------------------------------- */

ent_status ent_write_mentions(ent_store *store, const ent_facts *facts, const ent_places *places, ent_error *err);
/* The counts of mentions are brought up to date before they are read or committed: once for many documents. */
ent_status ent_counts_write(ent_store *store, ent_error *err);
void ent_counts_forget(ent_store *store);

/* ---- write_relations.c ------------------------------------------------------------------------------------------- */

ent_status ent_write_relations(ent_store *store, const ent_facts *facts, const ent_places *places, int64_t *n_new,
                               ent_error *err);

/* The row of a rule, added when it is new. */
ent_status ent_write_rule(ent_store *store, ent_str name, int64_t *id, ent_error *err);

/* ---- annotate.c -------------------------------------------------------------------------------------------------- */

/* Adds to a stored document (row 0: entities alone), inside the transaction. */
ent_status ent_write_annotation(ent_store *store, int64_t document, const ent_facts *facts, ent_str record,
                                ent_store_result *result, ent_error *err);

/* ---- meeting.c --------------------------------------------------------------------------------------------------- */

/* Gives the meeting of a rendering, and its parts, the keys and names they have in its work. */
ent_status ent_meeting_unify(ent_store *store, ent_facts *facts, int64_t work, ent_error *err);

/* ---- works.c ----------------------------------------------------------------------------------------------------- */

/* The work a document belongs to: its own id when there is none that it renders. */
ent_status ent_work_find(ent_store *store, const ent_facts *facts, int64_t document, int64_t *work, ent_error *err);
/* Keeps what later documents are compared by. */
ent_status ent_work_index(ent_store *store, const ent_facts *facts, int64_t document, ent_error *err);
ent_status ent_work_unindex(ent_store *store, int64_t document, ent_error *err);

/* The distinct words of a quote, as sorted hashes. */
typedef struct ent_words {
    const uint64_t *items;
    size_t n;
} ent_words;
typedef ENT_VEC(ent_words) ent_words_vec;
ent_words ent_words_of(ent_arena *arena, ent_str text);
/* Whether eight in ten words of the smaller stand in the other. */
bool ent_words_agree(ent_words a, ent_words b);
/* The quotes for a relation in the work's other documents. Words in the store's scratch. */
ent_status ent_work_quotes(ent_store *store, int64_t relation, const ent_places *places, ent_words_vec *out,
                           ent_error *err);

/* ---- remove.c ---------------------------------------------------------------------------------------------------- */

/* Takes out what came from a document but its row, and makes its other renderings, if any, a work of their own. What
 * may now stand without a mention or evidence is listed: to be swept when the new facts are in. */
typedef struct ent_leavings {
    ent_ids entities, relations;
} ent_leavings;
ent_status ent_remove_content(ent_store *store, int64_t document, ent_leavings *out, ent_error *err);
ent_status ent_remove_sweep(ent_store *store, const ent_leavings *leavings, ent_error *err);
/* Runs a statement for each of the ids. */
ent_status ent_do_for_each(ent_store *store, ent_sql sql, const ent_ids *ids, ent_error *err);

/* ---- edit_apply.c ------------------------------------------------------------------------------------------------ */

/* Inside a transaction, before a document's facts are written: entities stand as they were read. */
ent_status ent_edits_lift(ent_store *store, ent_error *err);
/* Before facts are taken out or compared: everything stands as it was read. */
ent_status ent_edits_restore(ent_store *store, ent_error *err);
/* Before it is committed: the active edits are in force again, on what was added too. */
ent_status ent_edits_apply(ent_store *store, ent_error *err);

/* ---- read_mentioned.c ------------------------------------------------------------------------------------------- */

/* Every mentioned_with of the selection (its documents selected), by source and target row. */
ent_status ent_each_mentioned(ent_store *store, const ent_selection *selection, ent_edge_fn fn, void *context,
                              ent_error *err);

/* ---- select.c ---------------------------------------------------------------------------------------------------- */

/* Makes temp.selected hold the selection's documents. */
ent_status ent_select_documents(ent_store *store, const ent_selection *selection, ent_error *err);
/* Binds the selection to ?1 … ?6 and the two ids to ?7 and ?8. */
void ent_select_bind(ent_query *query, const ent_selection *selection, int64_t a, int64_t b);

#endif
