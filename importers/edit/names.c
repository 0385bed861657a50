/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/edit/names.h"

#include "core/base/os.h"
#include "core/store/edit.h"

typedef struct collector {
    ent_arena *arena;
    ent_lexicon_names names;
} collector;

static bool collect(void *context, ent_str key, ent_str called, ent_str name)
{
    collector *c = context;
    ent_lexicon_name kept = {ent_arena_str(c->arena, key), ent_arena_str(c->arena, called),
                             ent_arena_str(c->arena, name)};
    ent_vec_push(c->arena, &c->names, kept);
    return true;
}

ent_lexicon_names ent_edit_names(ent_arena *arena, const char *path)
{
    collector c = {.arena = arena};
    ent_store *store = NULL;
    if (ent_os_exists(path) && ent_store_open(path, ENT_STORE_READ, &store, NULL) == ENT_OK)
        ent_store_each_given_name(store, collect, &c, NULL);
    ent_store_close(store);
    return c.names;
}
