/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/sink.h"

static ent_status find(void *self, ent_str path, uint64_t *hash, bool *found, ent_error *err)
{
    return ent_store_find_hash(self, path, hash, found, err);
}

static ent_status take(void *self, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    return ent_store_add(self, facts, result, err);
}

static ent_status commit(void *self, ent_error *err)
{
    return ent_store_commit(self, err);
}

ent_sink ent_sink_store(ent_store *store)
{
    return (ent_sink){find, take, commit, store};
}
