/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where facts go: readers and extractors end in a sink and know nothing of what is behind it. */
#ifndef ENT_IMPORTERS_SINK_H
#define ENT_IMPORTERS_SINK_H

#include "core/store/store.h"
#include "importers/extract/knowledge.h"

typedef struct ent_sink {
    /* The hash of the bytes that are there under this path, so that extracting the same again can be spared. *found is
     * false where there are none. */
    ent_status (*find)(void *self, ent_str path, uint64_t *hash, bool *found, ent_error *err);
    /* Takes one document. Of one that is there, only path and hash need be filled. The strings of *result are good
     * until the next call. */
    ent_status (*take)(void *self, const ent_facts *facts, ent_store_result *result, ent_error *err);
    /* Makes lasting what was taken since the last time. On failure none of that is there. */
    ent_status (*commit)(void *self, ent_error *err);
    void *self;
} ent_sink;

/* Into a database: each document with what the database keeps of annotations of it. *n_lost
 * grows by the statements of annotators that a document's new text no longer holds. What it remembers lives in the
 * arena. */
ent_sink ent_sink_store(ent_arena *arena, ent_store *store, const ent_knowledge *knowledge, size_t *n_lost);

#endif
