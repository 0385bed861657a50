/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database: one SQLite file. This room is the only one that knows SQLite, and it knows no English.
 *
 * Reading hands out rows through callbacks. A row's strings are good until the callback returns; a callback that
 * returns false ends the reading without an error. Row ids are one-member structs, so that an entity's cannot be taken
 * for a document's. All orders are total: by key, by document and place. */
#ifndef ENT_STORE_STORE_H
#define ENT_STORE_STORE_H

#include "core/model/facts.h"
#include "core/model/selection.h"

typedef struct ent_store ent_store;

typedef struct ent_entity_id {
    int64_t row;
} ent_entity_id; /* row 0: none */
typedef struct ent_document_id {
    int64_t row;
} ent_document_id;
typedef struct ent_relation_id {
    int64_t row;
} ent_relation_id;

typedef enum ent_store_mode {
    ENT_STORE_READ,   /* must exist; never written, works in a read-only folder */
    ENT_STORE_WRITE,  /* must exist */
    ENT_STORE_CREATE, /* made where there is none */
    ENT_STORE_COPY    /* a copy of what there is, which is gone with its closing: to see what writing would do */
} ent_store_mode;

/* Opens a database and brings an older schema up to date (not with READ: that of an older one says to import or
 * check with write access). A file that is no entente database is an error and is left as it was. */
ent_status ent_store_open(const char *path, ent_store_mode mode, ent_store **out, ent_error *err);
void ent_store_close(ent_store *store); /* NULL is fine; what was not committed is not stored */

/* ---- writing ---------------------------------------------------------------------------------------------------- */

typedef enum ent_document_status {
    ENT_DOCUMENT_NEW,
    ENT_DOCUMENT_UNCHANGED, /* same path and bytes as stored: nothing was written */
    ENT_DOCUMENT_RENDERING, /* another rendering of a work that is there: only what it alone has was added */
    ENT_DOCUMENT_UPDATED    /* same path, other bytes: what came from the old ones was replaced */
} ent_document_status;

typedef struct ent_store_result {
    ent_document_status status;
    ent_str document;                      /* its key; in the store's memory until the next call that writes */
    ent_str rendering_of;                  /* the key of the first rendering of its work, or empty */
    int64_t entities, relations, passages; /* added */
} ent_store_result;

/* Stores one document's facts, to last from the next commit on: until then others do not see them, and cannot write.
 * Refuses (ENT_FAILED, nothing stored, the others untouched) a relation whose ends the model does not allow or that
 * relates an entity to itself, an empty quote, places outside the text, a mention outside its passage, and a key that is
 * not of its entity's kind. Another failure, as of a full disk, undoes all that was added since the last commit. */
ent_status ent_store_add(ent_store *store, const ent_facts *facts, ent_store_result *result, ent_error *err);
/* Makes lasting what was added. Fails when that could not be written, now or when it was added: none of it is stored. */
ent_status ent_store_commit(ent_store *store, ent_error *err);
/* The hash of the bytes that are stored under a path, so that reading the same again can be spared. *found is false
 * where there are none. */
ent_status ent_store_find_hash(ent_store *store, ent_str path, uint64_t *hash, bool *found, ent_error *err);

/* Adds what another program or a person says about a stored document, and commits. `facts` has the document's
 * text and passages as ent_store_get_facts gives them, and of the rest only what is not stored yet. `record` says the
 * same in a form that can be said again when the document has another text: it is kept with the document (where it is
 * not empty) until then. With document row 0 the entities alone are added. Refuses what ent_store_add refuses. */
ent_status ent_store_annotate(ent_store *store, ent_document_id document, const ent_facts *facts, ent_str record,
                              ent_store_result *result, ent_error *err);
typedef bool (*ent_annotation_fn)(void *context, ent_str record);
/* The records kept with the document of this path, in the order in which they came. */
ent_status ent_store_each_annotation(ent_store *store, ent_str path, ent_annotation_fn fn, void *context,
                                     ent_error *err);

/* ---- reading ---------------------------------------------------------------------------------------------------- */

typedef struct ent_document_row {
    ent_document_id id;
    ent_str key, title, date, format, path;
    ent_str work; /* key of the first rendering of its work: its own key where it is the first or only one */
    int64_t passages, mentions, relations; /* relations: distinct ones it has evidence for */
} ent_document_row;
typedef bool (*ent_document_fn)(void *context, const ent_document_row *row);
/* By key. */
ent_status ent_store_each_document(ent_store *store, ent_document_fn fn, void *context, ent_error *err);

/* The document with this key, else the one with this path (either may be empty), strings in the arena. */
ent_status ent_store_find_document(ent_store *store, ent_arena *arena, ent_str key, ent_str path,
                                   ent_document_row *out, bool *found, ent_error *err);
/* The document with exactly this text. Reads all texts. */
ent_status ent_store_find_text(ent_store *store, ent_arena *arena, ent_str text, ent_document_row *out, bool *found,
                               ent_error *err);
/* Everything a document says, as ent_store_add took it, but for its hash and shingles; of mentions and relations what
 * is selected (the selection's documents and years do not matter). Mentions and relations by place. In the arena. */
ent_status ent_store_get_facts(ent_store *store, ent_arena *arena, const ent_selection *selection,
                               const ent_document_row *document, ent_facts *out, ent_error *err);

typedef struct ent_document_text {
    ent_str text;
    ent_origin_vec origins; /* sorted by place in the text */
    ent_str meeting;        /* key of the meeting it was read to report, or empty */
} ent_document_text;
/* A document's whole text, where its pieces stood in the original, and what it reports. In the arena. */
ent_status ent_store_get_text(ent_store *store, ent_arena *arena, ent_document_id document, ent_document_text *out,
                              ent_error *err);

typedef struct ent_entity_row {
    ent_entity_id id;
    ent_str key;
    ent_kind kind;
    ent_str name, attributes;
    int64_t mentions;
} ent_entity_row;
typedef bool (*ent_entity_fn)(void *context, const ent_entity_row *row);
/* By key. */
ent_status ent_store_each_entity(ent_store *store, ent_kinds kinds, ent_entity_fn fn, void *context, ent_error *err);
/* The one with this key, strings in the arena; false when there is none. */
ent_status ent_store_find_key(ent_store *store, ent_arena *arena, ent_str key, ent_entity_row *out, bool *found,
                              ent_error *err);
ent_status ent_store_get_entity(ent_store *store, ent_arena *arena, ent_entity_id id, ent_entity_row *out,
                                ent_error *err);
/* All entities with this name or alias after ent_text_fold, by key. Where several share it, `mentions` counts only
 * those under that very name. */
ent_status ent_store_each_named(ent_store *store, ent_str name, ent_entity_fn fn, void *context, ent_error *err);
typedef bool (*ent_alias_fn)(void *context, ent_entity_id entity, ent_str alias, ent_str folded);
/* Of one entity in the byte order of their folded forms (its name is among them), or with id row 0 of all entities, by
 * entity. */
ent_status ent_store_each_alias(ent_store *store, ent_entity_id entity, ent_alias_fn fn, void *context, ent_error *err);
/* The names of an entity but its own, in byte order. In the arena. */
ent_status ent_store_get_aliases(ent_store *store, ent_arena *arena, const ent_entity_row *entity, ent_str_vec *out,
                                 ent_error *err);
/* The documents that mention it, by key. */
ent_status ent_store_each_document_of(ent_store *store, ent_entity_id entity, ent_document_fn fn, void *context,
                                      ent_error *err);

typedef struct ent_passage_row {
    ent_document_id document_id;
    ent_str document, section, text;
    uint32_t line, page;
    double score; /* of the search: larger is better */
} ent_passage_row;
typedef bool (*ent_passage_fn)(void *context, const ent_passage_row *row);
/* Full-text search. Words are taken as words (nothing in `text` is query syntax), all must occur, the last one may be a
 * prefix; "double quotes" make a phrase. Best first, at most `limit`. */
ent_status ent_store_search(ent_store *store, ent_str text, int64_t limit, ent_passage_fn fn, void *context,
                            ent_error *err);

/* An edge of the selected network. */
typedef struct ent_edge_row {
    ent_relation_id id; /* row 0 for mentioned_with */
    ent_entity_id source, target;
    ent_relation_type type;
    int64_t evidence; /* pieces that the selection counts; sentences for mentioned_with */
} ent_edge_row;
typedef bool (*ent_edge_fn)(void *context, const ent_edge_row *row);
/* Every selected relation, by source, type, target (by row id, not key); mentioned_with behind all stated ones. */
ent_status ent_store_each_edge(ent_store *store, const ent_selection *selection, ent_edge_fn fn, void *context,
                               ent_error *err);
/* Those that touch one entity: outgoing, incoming, then mentioned_with. Nothing else of the database is read. */
ent_status ent_store_each_edge_of(ent_store *store, const ent_selection *selection, ent_entity_id entity,
                                  ent_edge_fn fn, void *context, ent_error *err);

typedef struct ent_evidence_row {
    int64_t id;
    ent_relation_id relation;
    ent_relation_type type;
    ent_str source, target; /* keys */
    ent_str source_name, target_name;
    ent_polarity polarity;
    ent_modality modality;
    ent_str speaker, holder, role;
    int64_t count;
    ent_str from, to;
    ent_str document, section; /* key, path of headings */
    ent_str path;              /* of the document, as it was given to the import */
    uint32_t page, line;
    size_t begin, end; /* in the stored text */
    ent_str quote, rule;
    double confidence;
} ent_evidence_row;
typedef bool (*ent_evidence_fn)(void *context, const ent_evidence_row *row);
/* What stands behind an entity (b row 0), behind the relations between two, or with a row 0 behind everything; best
 * confidence first within a relation, then by document and place. */
ent_status ent_store_each_evidence(ent_store *store, const ent_selection *selection, ent_entity_id a, ent_entity_id b,
                                   ent_evidence_fn fn, void *context, ent_error *err);
/* The best piece for one edge (for mentioned_with: the first sentence that names both). Strings in the arena. */
ent_status ent_store_best_evidence(ent_store *store, ent_arena *arena, const ent_selection *selection,
                                   const ent_edge_row *edge, ent_evidence_row *out, bool *found, ent_error *err);

typedef struct ent_store_counts {
    int64_t documents, works, passages, entities, mentions, relations, evidence;
} ent_store_counts;
ent_status ent_store_count(ent_store *store, ent_store_counts *out, ent_error *err);

#endif
