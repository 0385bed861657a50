/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/edit/names.h"

#include "core/base/os.h"
#include "core/store/edit.h"

typedef struct collector {
    ent_arena *arena;
    ent_store *store;
    ent_lexicon_names names;
} collector;

static bool collect(void *context, const ent_edit *edit)
{
    collector *c = context;
    if (edit->undone || (edit->what != ENT_EDIT_ALIAS_ADD && edit->what != ENT_EDIT_RENAME))
        return true;
    ent_lexicon_name name = {ent_arena_str(c->arena, edit->entity), ENT_STR_EMPTY, ent_arena_str(c->arena, edit->name)};
    if (ent_store_read_name(c->store, c->arena, edit->entity, &name.name, NULL) != ENT_OK)
        return false;
    if (name.name.len)
        ent_vec_push(c->arena, &c->names, name);
    return true;
}

ent_lexicon_names ent_edit_names(ent_arena *arena, const char *path)
{
    collector c = {.arena = arena};
    if (ent_os_exists(path) && ent_store_open(path, ENT_STORE_READ, &c.store, NULL) == ENT_OK)
        ent_store_each_edit(c.store, collect, &c, NULL);
    ent_store_close(c.store);
    return c.names;
}
