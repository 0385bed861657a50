/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/annotate.h"
#include "importers/sink.h"

typedef struct store_sink {
    ent_store *store;
    const ent_knowledge *knowledge;
    size_t *n_lost;
} store_sink;

static ent_status find(void *self, ent_str path, uint64_t *hash, bool *found, ent_error *err)
{
    const store_sink *sink = self;
    return ent_store_find_hash(sink->store, path, hash, found, err);
}

/* What others have said about an earlier edition comes with the new one. */
static ent_status take(void *self, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    const store_sink *sink = self;
    ent_facts all = *facts;
    ent_arena arena = {0};
    ent_status status = ENT_OK;
    if (facts->passages.n)
        status = ent_annotate_again(sink->store, sink->knowledge, &arena, &all, sink->n_lost, err);
    if (status == ENT_OK)
        status = ent_store_add(sink->store, &all, result, err);
    ent_arena_clear(&arena);
    return status;
}

static ent_status commit(void *self, ent_error *err)
{
    const store_sink *sink = self;
    return ent_store_commit(sink->store, err);
}

ent_sink ent_sink_store(ent_arena *arena, ent_store *store, const ent_knowledge *knowledge, size_t *n_lost)
{
    store_sink *sink = ENT_ARENA_NEW(arena, store_sink, 1);
    *sink = (store_sink){store, knowledge, n_lost};
    return (ent_sink){find, take, commit, sink};
}
