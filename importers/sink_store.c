/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/sink.h"

static ent_status has(void *self, ent_str path, uint64_t hash, bool *out, ent_error *err)
{
    return ent_store_has(self, path, hash, out, err);
}

static ent_status take(void *self, const ent_facts *facts, ent_store_result *result, ent_error *err)
{
    return ent_store_add(self, facts, result, err);
}

ent_sink ent_sink_store(ent_store *store)
{
    return (ent_sink){has, take, store};
}
