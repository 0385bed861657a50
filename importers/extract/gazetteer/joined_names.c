/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/gazetteer/joined_names.h"

#include "core/base/buf.h"

#include <stdlib.h>

static const ent_str bar = {" | ", 3};

ent_str ent_names_join(ent_arena *arena, ent_str_vec *names, ent_str name)
{
    ent_buf joined = {0};
    if (names->n)
        qsort(names->items, names->n, sizeof *names->items, ent_str_cmp_qsort);
    for (size_t i = 0; i < names->n; i++) {
        bool again = i > 0 && ent_str_eq(names->items[i], names->items[i - 1]);
        if (again || !names->items[i].len || ent_str_eq(names->items[i], name))
            continue;
        if (joined.len)
            ent_buf_add(&joined, bar);
        ent_buf_add(&joined, names->items[i]);
    }
    ent_str out = ent_arena_str(arena, ent_buf_str(&joined));
    ent_buf_clear(&joined);
    return out;
}

bool ent_names_have(ent_str joined, ent_str name)
{
    for (size_t at = ent_str_find(joined, name, 0); at != ENT_STR_NONE; at = ent_str_find(joined, name, at + 1)) {
        ent_str before = ent_str_slice(joined, 0, at), behind = ent_str_slice(joined, at + name.len, joined.len);
        if ((!before.len || ent_str_ends(before, bar)) && (!behind.len || ent_str_starts(behind, bar)))
            return true;
    }
    return false;
}
