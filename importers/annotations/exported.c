/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/annotations/exported.h"

#include "core/base/os.h"
#include "importers/readers/reader.h"

/* "folder/report.txt" → "report" */
static ent_str key_of(ent_str path)
{
    size_t begin = path.len;
    while (begin && path.data[begin - 1] != '/')
        begin--;
    ent_str name = ent_str_slice(path, begin, path.len);
    return ent_str_ends(name, ENT_STR(".txt")) ? ent_str_slice(name, 0, name.len - 4) : name;
}

/* Whether the one is the other with each line end written twice. */
static bool is_spread(ent_str exported, ent_str stored)
{
    size_t at = 0;
    for (size_t i = 0; i < stored.len; i++) {
        size_t n = stored.data[i] == '\n' ? 2 : 1;
        if (exported.len - at < n || exported.data[at] != stored.data[i] || exported.data[at + n - 1] != stored.data[i])
            return false;
        at += n;
    }
    return at == exported.len;
}

ent_status ent_exported_find(ent_store *store, ent_arena *arena, ent_str path, ent_document_row *out, bool *found,
                             ent_error *err)
{
    ent_arena texts = {0};
    ent_document_text stored;
    ent_str exported;
    const char *name = ent_arena_cstr(&texts, path);
    ent_status status = ent_store_find_document(store, arena, key_of(path), ENT_STR_EMPTY, out, found, err);
    *found = status == ENT_OK && *found && !ent_str_eq(out->path, path);
    if (*found)
        status = ent_store_get_text(store, &texts, out->id, &stored, err);
    if (*found && status == ENT_OK)
        *found = ent_os_read_file(&texts, name, ENT_MAX_DOCUMENT_BYTES, &exported, NULL) == ENT_OK &&
                 is_spread(exported, stored.text);
    ent_arena_clear(&texts);
    return status;
}

/* The places rise from quote to quote in most files: `from` and its line ends are kept. */
typedef struct counted {
    size_t place, breaks;
} counted;

static void take_back(ent_noted_quote *quote, ent_str exported, counted *from)
{
    if (quote->hint != ENT_HINT_SOURCE)
        return;
    if (quote->place < from->place)
        *from = (counted){0};
    for (; from->place < quote->place && from->place < exported.len; from->place++)
        from->breaks += exported.data[from->place] == '\n';
    quote->place -= from->breaks / 2;
    quote->hint = ENT_HINT_BYTE;
}

void ent_exported_places(ent_notes *notes, ent_str exported)
{
    counted from = {0};
    for (size_t i = 0; i < notes->mentions.n; i++)
        take_back(&notes->mentions.items[i].quote, exported, &from);
    from = (counted){0};
    for (size_t i = 0; i < notes->relations.n; i++)
        take_back(&notes->relations.items[i].quote, exported, &from);
}
